"""Cuts a block into lines: sentences, table rows, or the entries of an attendance list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index.decisions import is_action
from index.entries import entry_spans
from index.minutes import Line
from index.outline import Placed
from index.readers.blocks import BlockKind
from index.sentences import sentence_spans


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
            action=not attendance and (placed.block.action or is_action(text)),
        )


def _spans(placed: Placed, attendance: bool) -> Iterator[tuple[int, int]]:
    if placed.block.kind is BlockKind.ROW:
        return iter([(0, len(placed.text))])
    return attendee_spans(placed.text) if attendance else sentence_spans(placed.text)


def attendee_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each entry to show: names that "and" joins stay together."""
    start = None
    for (first, last), (following, _) in pairwise([*entry_spans(text), (len(text),) * 2]):
        start = first if start is None else start
        if not re.search(r"\w", text[last:following]):
            yield start, last
            start = None
