"""What a reader makes of a published file: blocks of text and table rows, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from index.minutes import LeftOut


class BlockKind(StrEnum):
    """How a block was set in the source."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item with its mark-up undone.

    ``emphasis`` counts the characters at the start that are set in bold; ``level`` is that of
    a marked heading (1 is the highest), 0 elsewhere. ``number`` is what stands in the first
    column of the table row that the block opens, ``cells`` the cells of a row kept together;
    both are part of ``text``; ``cell`` is the row and column of a cell that was opened up.
    ``action`` says that the block stands in a column of actions, ``page`` counts from 1.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    emphasis: int = 0
    level: int = 0
    number: str = ""
    cells: tuple[str, ...] = ()
    action: bool = False
    cell: tuple[int, int] | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: the blocks of each cell. A row continued over a page has empty cells.

    ``begins`` says that it is the first of its table.
    """

    cells: tuple[tuple[Block, ...], ...]
    begins: bool = field(default=False, compare=False)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(block for cell in self.cells for block in cell)


@dataclass(frozen=True, slots=True)
class Published:
    """The content of one file. ``links`` are addresses with the words that carry them.

    ``ocr_pages`` are the pages whose words were recognised in a picture of them;
    ``front_matter`` are the keys and values that a file sets before its text.
    """

    media_type: str
    content: tuple[Block | Row, ...]
    links: tuple[tuple[str, str], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    pages: int | None = None
    ocr_pages: tuple[int, ...] = ()
    front_matter: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Gathered:
    """What a reader collects while it walks through a source."""

    content: list[Block | Row] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def published(self, media_type: str, pages: int | None = None) -> Published:
        return Published(
            media_type, tuple(self.content), tuple(self.links), tuple(self.left_out), pages
        )


def flat(content: list[Block | Row]) -> list[Block]:
    """Blocks, those of table rows among them."""
    return [
        block for part in content for block in (part.blocks if isinstance(part, Row) else (part,))
    ]
