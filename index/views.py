"""What is embedded of a passage: its question, each of its lines, and the whole of it.

A line is embedded under its heading and by itself: some lines mean little without it, others say
what the heading would drown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from index.minutes import Meeting, Passage

WHOLE_PASSAGE = -1
# A model reads some 200 words; a long question must not push the line itself out of sight.
CONTEXT_WORDS = 60


class ViewKind(StrEnum):
    """Which part of a passage a text to embed shows."""

    QUESTION = "question"
    LINE = "line"
    PASSAGE = "passage"
    LINE_ALONE = "line alone"


@dataclass(frozen=True, slots=True)
class View:
    """A text to embed: never quoted, as titles and questions are put before it.

    ``row`` numbers the passages of a built index from 0; ``line`` is the position among the
    passage's lines, or WHOLE_PASSAGE.
    """

    kind: ViewKind
    row: int
    line: int
    text: str

    @property
    def digest(self) -> bytes:
        return sha256(self.text.encode("utf-8", "replace")).digest()


def views_of(meetings: Sequence[Meeting]) -> Iterator[View]:
    """The views of all passages, numbered through in the order of the meetings."""
    row = 0
    for meeting in meetings:
        for passage in meeting.passages:
            yield from passage_views(passage, meeting.item(passage).title, row)
            row += 1


def passage_views(passage: Passage, title: str, row: int) -> Iterator[View]:
    """The question's view where the passage stands under one, two a line, one of the whole.

    A line that stands under nothing has only one.
    """
    context = passage.context.text if passage.context else ""
    if context:
        yield View(ViewKind.QUESTION, row, WHOLE_PASSAGE, _joined(title, context))
    asked = " ".join(context.split()[:CONTEXT_WORDS])
    for position, line in enumerate(passage.lines):
        yield View(ViewKind.LINE, row, position, _joined(title, asked, line.text))
        if title or asked:
            yield View(ViewKind.LINE_ALONE, row, position, line.text)
    whole = _joined(title, context, *(line.text for line in passage.lines))
    yield View(ViewKind.PASSAGE, row, WHOLE_PASSAGE, whole)


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
