"""Blocks -> the reading text of a meeting and its agenda items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.agenda import find_headings
from index.headings import Heading, is_subheading, read_heading
from index.minutes import AgendaItem
from index.presenters import presenters
from index.readers.blocks import Block
from index.speakers import spoken_by


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

    def part(self, start: int, end: int) -> Placed:
        """A stretch of the block's text as a block of its own, without its setting."""
        block = replace(self.block, text=self.text[start:end], emphasis=0)
        return Placed(block, self.start + start)


@dataclass(frozen=True, slots=True)
class Outline:
    """The reading text, and each agenda item with the blocks under its heading.

    ``speakers`` are those of a verbatim report, as printed before their turns.
    """

    text: str
    items: tuple[tuple[AgendaItem, tuple[Placed, ...]], ...]
    speakers: frozenset[str] = frozenset()


def outline(blocks: Sequence[Block]) -> Outline:
    """Set the blocks under the agenda items they belong to.

    Item 0 holds what stands before the first heading; all text is in some item.
    """
    blocks, speakers = spoken_by(blocks)
    blocks, headings = _separate_run_on(blocks, find_headings(blocks, speakers))
    placed = _place(blocks)
    text = "\n".join(block.text for block in blocks)
    starts = [_section_start(blocks, at, headings) for at in headings]
    ends = [*starts, len(blocks)]
    front = placed[: ends[0]]
    items = [(_item_0(front), tuple(front))]
    for (at, heading), first, end in zip(headings.items(), starts, ends[1:], strict=True):
        over, inside = placed[first:at], placed[at + (not heading.spoken) : end]
        item = AgendaItem(
            position=len(items),
            number=heading.number,
            minute_ref=heading.minute_ref,
            title=heading.title,
            presenters=presenters(
                heading.presenters,
                heading.title,
                inside[0].text if inside else "",
                text[: items[0][0].end],
            ),
            section=" ".join(block.text for block in over),
            start=placed[first].start,
            heading_end=placed[at].start + len(blocks[at].text[: heading.length].rstrip()),
            end=placed[end - 1].end,
        )
        items.append((item, tuple(inside)))
    return Outline(text, tuple(items), speakers)


def _item_0(placed: Sequence[Placed]) -> AgendaItem:
    start, end = (placed[0].start, placed[-1].end) if placed else (0, 0)
    return AgendaItem(0, "", "", "", (), "", start, start, end)


def _separate_run_on(
    blocks: Sequence[Block], headings: dict[int, Heading]
) -> tuple[list[Block], dict[int, Heading]]:
    """Give the text that runs on after a heading a block of its own."""
    separated: list[Block] = []
    moved: dict[int, Heading] = {}
    for position, block in enumerate(blocks):
        heading = headings.get(position)
        if heading:
            moved[len(separated)] = heading
        if not heading or heading.spoken:
            separated.append(block)
            continue
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
    heading = headings[at]
    while at - 1 > first and at - 1 not in headings and _stands_over(blocks[at - 1], heading):
        at -= 1
    return at


def _stands_over(block: Block, heading: Heading) -> bool:
    """Whether a block heads a group of items, or is the same heading in another language."""
    alike = read_heading(block) if heading.numbered else None
    return is_subheading(block) or (alike is not None and alike.counter == heading.counter)
