"""Lays out a meeting's reading text for a page: every word of it, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest

from index.directory import is_full_name, key_of
from index.minutes import AgendaItem, Attendance, Line, Meeting, Passage
from index.passage_key import passage_keys
from qa.briefing import Reference

ATTENDANCE_HEADINGS = {
    Attendance.PRESENT: "Present",
    Attendance.APOLOGIES: "Apologies",
    Attendance.OBSERVER: "Observers",
}
PRINTED_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[ivxlIVXL]+|[a-zA-Z])[.)]?\s")


@dataclass(frozen=True, slots=True)
class LineView:
    """A line and what stands between it and the next; its anchor is where it starts."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs in a row, or the items of a list, each of its lines.

    It is ``numbered`` if each item begins with its number.
    """

    is_list: bool
    paragraphs: tuple[tuple[LineView, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage as it stands on the page; its ``key`` stays the same as long as its text does.

    ``context`` is the question or heading over it, empty where that is on the page already;
    ``reference`` is what a briefing keeps of it.
    """

    anchor: str
    key: str
    context: str
    blocks: tuple[Block, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """An agenda item, and the heading of the group of items that starts with it.

    What stands before the first item has no title.
    """

    anchor: str
    number: str
    label: str
    title: str
    presenters: tuple[str, ...]
    section: str
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody at a meeting; ``key`` is that of their page, empty where they have none."""

    name: str
    role: str
    key: str


def people_of(meeting: Meeting) -> tuple[tuple[str, tuple[PersonView, ...]], ...]:
    """Everyone named in the attendance list, under the heading for their attendance."""
    by_heading: dict[str, list[PersonView]] = {}
    for attendance, heading in ATTENDANCE_HEADINGS.items():
        for person in meeting.people:
            if person.attendance is attendance:
                key = key_of(person.name)
                view = PersonView(person.name, person.role, key if is_full_name(key) else "")
                by_heading.setdefault(heading, []).append(view)
    return tuple((heading, tuple(there)) for heading, there in by_heading.items())


def items_of(meeting: Meeting) -> tuple[ItemView, ...]:
    """The items in the order of the document, each with its passages."""
    sections = ["", *(item.section for item in meeting.items)]
    starts = [section if section != above else "" for above, section in pairwise(sections)]
    return tuple(
        _item(meeting, item, section) for item, section in zip(meeting.items, starts, strict=True)
    )


def passages_on(meeting: Meeting, page: int) -> tuple[PassageView, ...]:
    """The passages of which some stands on a page, counted from 1."""
    anchors = {
        passage.anchor
        for passage in meeting.passages
        if passage.page_from is not None
        if passage.page_from <= page <= (passage.page_to or passage.page_from)
    }
    shown = (passage for item in items_of(meeting) for passage in item.passages)
    return tuple(passage for passage in shown if passage.anchor in anchors)


def _item(meeting: Meeting, item: AgendaItem, section: str) -> ItemView:
    passages = [p for p in meeting.passages if p.item_position == item.position]
    label = [f"Item {item.number}"] if item.number else []
    label += [f"minute {item.minute_ref}"] if item.minute_ref else []
    return ItemView(
        anchor=f"item-{item.position}",
        number=item.number,
        label=", ".join(label),
        title=item.title,
        presenters=item.presenters,
        section=section,
        passages=tuple(_passages(meeting, item, passages)),
    )


def _passages(
    meeting: Meeting, item: AgendaItem, passages: Sequence[Passage]
) -> Iterator[PassageView]:
    keys = passage_keys(meeting)
    # Passages may share what they stand under, and it may be the item's own heading.
    shown_up_to = item.heading_end
    for passage, following in zip_longest(passages, passages[1:]):
        heading = passage.context
        is_new = heading is not None and heading.start >= shown_up_to
        shown_up_to = max(shown_up_to, passage.end)
        first = passage.lines[0].start if passage.lines else shown_up_to
        limit = _start_after(shown_up_to, following) if following else item.end
        yield PassageView(
            anchor=passage.anchor,
            key=keys[passage.number - 1],
            context=_with_rest(meeting.text, [heading], first) if heading and is_new else "",
            blocks=tuple(_blocks(meeting.text, passage.lines, limit)),
            reference=str(_reference(meeting, passage)),
        )


def _reference(meeting: Meeting, passage: Passage) -> Reference:
    start = passage.lines[0].start if passage.lines else passage.start
    return Reference(meeting.id, start, passage.end, meeting.source.sha256)


def _start_after(position: int, passage: Passage) -> int:
    starts = [passage.start, *(line.start for line in passage.lines)]
    return next((start for start in starts if start >= position), position)


def _blocks(text: str, lines: Sequence[Line], limit: int) -> Iterator[Block]:
    paragraphs = list(_paragraphs(text, lines))
    limits = [*(paragraph[0].start for paragraph in paragraphs[1:]), limit]
    shown = [
        (paragraph[0].bullet, tuple(_lines(text, paragraph, end)))
        for paragraph, end in zip(paragraphs, limits, strict=True)
    ]
    for is_list, run in groupby(shown, key=lambda pair: pair[0]):
        spoken = tuple(lines for _, lines in run)
        numbered = all(PRINTED_NUMBER.match(lines[0].text) for lines in spoken)
        yield Block(is_list, spoken, is_list and numbered)


def _lines(text: str, paragraph: Sequence[Line], limit: int) -> Iterator[LineView]:
    for line, following in zip_longest(paragraph, paragraph[1:]):
        end = following.start if following else limit
        said = text[line.start : end] if following else _with_rest(text, [line], end)
        yield LineView(f"l{line.start}", said)


def _with_rest(text: str, lines: Sequence[Line], limit: int) -> str:
    """The lines, and what follows on the same line of the text up to ``limit``: a semicolon."""
    end = max(limit, lines[-1].end)
    newline = text.find("\n", lines[-1].end, end)
    return text[lines[0].start : end if newline < 0 else newline].rstrip()


def _paragraphs(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that flow on from one another; a new line of the text starts another paragraph."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and "\n" in text[paragraph[-1].end : line.start]:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph
