"""Cuts a block into lines: sentences, table rows, or the entries of an attendance list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.entries import attendee_spans
from index.minutes import Line
from index.outline import Placed
from index.readers.blocks import BlockKind
from index.sentences import sentence_spans

# A labelled action, or a promise to come back with something later.
ACTION = re.compile(
    r"^\W*(?:new )?actions?\b(?:\s+(?:point\s+)?[\w/.]{1,12})?\s*[:–—-]"
    r"|\b(?:response|reply|answer|figures?|numbers|details|information|update|report|copy|breakdown|data)"
    r"\b(?:(?!\bwhich\b)[^.]){0,40}\b(?:will|to|can|would) be "
    r"(?:provided|produced|shared|sent|circulated|brought back|supplied)\b"
    r"|\b(?:will|would|to|shall|agreed to|undertook to)\s+(?:\w+\s+){0,3}?"
    r"(?:report back|write (?:to|back)|reply in writing|come back|bring back|circulate|look into|"
    r"chase)\b"
    r"|\bhappy to (?:share|go away)\b",
    re.IGNORECASE,
)


def lines_of(placed: Placed, attendance: bool) -> Iterator[Line]:
    """Yield the lines of a block, in order."""
    bullet = placed.block.kind is BlockKind.BULLET
    for number, (start, end) in enumerate(_spans(placed, attendance)):
        text = placed.text[start:end]
        yield Line(
            text,
            placed.start + start,
            placed.start + end,
            bullet=bullet and number == 0,
            action=not attendance and ACTION.search(text) is not None,
        )


def _spans(placed: Placed, attendance: bool) -> Iterator[tuple[int, int]]:
    if placed.block.kind is BlockKind.ROW:
        return iter([(0, len(placed.text))])
    return attendee_spans(placed.text) if attendance else sentence_spans(placed.text)
