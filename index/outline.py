"""Blocks -> the reading text of a meeting and its agenda items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.headings import Heading, find_headings, is_subheading
from index.minutes import AgendaItem
from index.names import names_in
from index.readers.blocks import Block


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it stands: ``text[start:end] == block.text``."""

    block: Block
    start: int

    @property
    def text(self) -> str:
        return self.block.text

    @property
    def end(self) -> int:
        return self.start + len(self.block.text)


@dataclass(frozen=True, slots=True)
class Outline:
    """The reading text, and each agenda item with the blocks under its heading."""

    text: str
    items: tuple[tuple[AgendaItem, tuple[Placed, ...]], ...]


def outline(blocks: Sequence[Block]) -> Outline:
    """Set the blocks under the agenda items they belong to.

    Item 0 holds what stands before the first heading; all text is in some item.
    """
    headings = find_headings(blocks)
    blocks, headings = _separate_run_on(blocks, headings)
    placed = _place(blocks)
    text = "\n".join(block.text for block in blocks)
    starts = [_section_start(blocks, at, headings) for at in headings]
    spans = zip([0, *starts], [*starts, len(blocks)], strict=True)
    items = []
    for position, ((first, last), heading_at) in enumerate(
        zip(spans, [None, *headings], strict=True)
    ):
        heading = None if heading_at is None else headings[heading_at]
        body = last if heading_at is None else heading_at
        section = " ".join(placed[at].text for at in range(first, body)) if heading else ""
        inside = placed[first if heading is None else body + 1 : last]
        item = _item(position, heading, placed[first:last], section, body - first)
        items.append((item, tuple(inside)))
    return Outline(text, tuple(items))


def _item(
    position: int, heading: Heading | None, placed: Sequence[Placed], section: str, before: int
) -> AgendaItem:
    start = placed[0].start if placed else 0
    end = placed[-1].end if placed else start
    if heading is None:
        return AgendaItem(position, "", "", "", (), "", start, start, end)
    return AgendaItem(
        position=position,
        number=heading.number,
        minute_ref=heading.minute_ref,
        title=heading.title,
        presenters=names_in(heading.presenters),
        section=section,
        start=start,
        heading_end=placed[before].end,
        end=end,
    )


def _separate_run_on(
    blocks: Sequence[Block], headings: dict[int, Heading]
) -> tuple[list[Block], dict[int, Heading]]:
    """Give the text that runs on after a heading a block of its own."""
    separated: list[Block] = []
    moved: dict[int, Heading] = {}
    for position, block in enumerate(blocks):
        heading = headings.get(position)
        if heading is None:
            separated.append(block)
            continue
        moved[len(separated)] = heading
        title, rest = block.text[: heading.length].rstrip(), block.text[heading.length :].strip()
        separated.append(replace(block, text=title, emphasis=min(block.emphasis, len(title))))
        if rest:
            separated.append(replace(block, text=rest, emphasis=0, number=""))
    return separated, moved


def _place(blocks: Sequence[Block]) -> list[Placed]:
    placed, start = [], 0
    for block in blocks:
        placed.append(Placed(block, start))
        start += len(block.text) + 1
    return placed


def _section_start(blocks: Sequence[Block], at: int, headings: dict[int, Heading]) -> int:
    """Headings straight above an item's own head a group of items and belong to the first."""
    first = min(headings)
    while at - 1 > first and at - 1 not in headings and is_subheading(blocks[at - 1]):
        at -= 1
    return at
