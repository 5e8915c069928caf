"""Fixed-size chunks of minutes, as tutorials cut them: nothing but a number of characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from index.minutes import AgendaItem, Line, Meeting, Passage, PassageKind
from index.sentences import sentence_spans


def cut(text: str, size: int, overlap: int) -> Iterator[tuple[int, int]]:
    """Where chunks of at most ``size`` characters stand, cut at white space where there is any."""
    start = 0
    while start < len(text):
        end = _end_of_word(text, start + overlap + 1, start + size)
        chunk = text[start:end]
        if chunk.strip():
            yield start + len(chunk) - len(chunk.lstrip()), start + len(chunk.rstrip())
        if end >= len(text):
            return
        start = _start_of_word(text, end - overlap, end)


def _end_of_word(text: str, first: int, last: int) -> int:
    if last >= len(text):
        return len(text)
    space = max(text.rfind(mark, first, last + 1) for mark in " \n")
    return last if space < 0 else space


def _start_of_word(text: str, first: int, last: int) -> int:
    return next((at for at in range(first, last) if text[at - 1].isspace()), first)


def chunked(meeting: Meeting, size: int, overlap: int) -> Meeting:
    """The meeting as one item without a title, whose passages are chunks and lines sentences."""
    whole = AgendaItem(0, "", "", "", (), "", 0, 0, len(meeting.text))
    passages = tuple(
        Passage(meeting.id, number, 0, PassageKind.NOTE, None, tuple(_lines(meeting, *span)))
        for number, span in enumerate(cut(meeting.text, size, overlap), 1)
    )
    return replace(meeting, items=(whole,), passages=passages)


def _lines(meeting: Meeting, start: int, end: int) -> Iterator[Line]:
    for first, last in sentence_spans(meeting.text[start:end]):
        yield Line(meeting.text[start + first : start + last], start + first, start + last)
