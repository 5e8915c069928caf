"""Lays out a meeting's reading text for a page: every word of it, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest

from index.minutes import AgendaItem, Line, Meeting, Passage

PRINTED_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[ivxlIVXL]+|[a-zA-Z])[.)]?\s")


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs in a row, or the items of a list; ``numbered`` if each begins with its number."""

    is_list: bool
    paragraphs: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage as it stands on the page.

    ``context`` is the question or heading over it, empty where that is on the page already.
    """

    anchor: str
    context: str
    blocks: tuple[Block, ...]


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


def items_of(meeting: Meeting) -> tuple[ItemView, ...]:
    """The items in the order of the document, each with its passages."""
    sections = ["", *(item.section for item in meeting.items)]
    starts = [section if section != above else "" for above, section in pairwise(sections)]
    return tuple(
        _item(meeting, item, section) for item, section in zip(meeting.items, starts, strict=True)
    )


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
            context=_with_rest(meeting.text, [heading], first) if heading and is_new else "",
            blocks=tuple(_blocks(meeting.text, passage.lines, limit)),
        )


def _start_after(position: int, passage: Passage) -> int:
    starts = [passage.start, *(line.start for line in passage.lines)]
    return next((start for start in starts if start >= position), position)


def _blocks(text: str, lines: Sequence[Line], limit: int) -> Iterator[Block]:
    paragraphs = list(_paragraphs(text, lines))
    limits = [*(paragraph[0].start for paragraph in paragraphs[1:]), limit]
    shown = [
        (paragraph[0].bullet, _with_rest(text, paragraph, end))
        for paragraph, end in zip(paragraphs, limits, strict=True)
    ]
    for is_list, run in groupby(shown, key=lambda pair: pair[0]):
        spoken = tuple(words for _, words in run)
        yield Block(is_list, spoken, is_list and all(map(PRINTED_NUMBER.match, spoken)))


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
