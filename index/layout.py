"""Table rows -> blocks: a table that lays out the minutes is opened up, a table of data is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from index.readers.blocks import Block, BlockKind, Row
from index.readers.lists import starts_point

# What may stand in the first column beside an agenda item: 3, 3., 3.1, 077/21, TB/31, EOS.40.
NUMBER = re.compile(r"^\(?(?:[A-Za-z]{1,6}[./ -]?)?\d{1,4}(?:[./]\d{1,4})*[.):]?$|^[A-Z][.)]?$")
# A block that stops within a sentence: several words and no stop at the end.
UNFINISHED = re.compile(r"(?:\S+\s+){5,}\S*[\w,]$")
FUNCTION_WORDS = frozenset(
    "a an and as at by for from in into of on or that the their this to which with".split()
)
# A cell of running text is longer than a name, a post or a date ever is.
RUNNING_TEXT = 25


def open_tables(content: Iterable[Block | Row]) -> list[Block]:
    """Return all blocks in reading order, no word added or dropped."""
    blocks: list[Block] = []
    for is_row, group in groupby(content, key=lambda part: isinstance(part, Row)):
        if is_row:
            blocks.extend(_table([part for part in group if isinstance(part, Row)]))
        else:
            blocks.extend(part for part in group if isinstance(part, Block))
    return _mend_page_breaks(blocks)


def _mend_page_breaks(blocks: Iterable[Block]) -> list[Block]:
    """Join a sentence that a page break cut in two."""
    mended: list[Block] = []
    for block in blocks:
        if mended and _continues(mended[-1], block):
            mended[-1] = replace(mended[-1], text=f"{mended[-1].text} {block.text}")
        else:
            mended.append(block)
    return mended


def _continues(before: Block, block: Block) -> bool:
    flowing = before.kind in {BlockKind.PARAGRAPH, BlockKind.BULLET}
    if not flowing or block.kind is not BlockKind.PARAGRAPH or not UNFINISHED.search(before.text):
        return False
    hanging = before.text.split()[-1] in FUNCTION_WORDS
    listed = starts_point(block.text) or " * " in block.text
    return hanging or (block.text[0].islower() and not listed)


def _table(rows: Sequence[Row]) -> Iterator[Block]:
    layout = _lays_out_minutes(rows)
    for at, row in enumerate(rows if layout else _with_continued_cells(rows)):
        if layout and len(row.blocks) > 1 and _is_number(row.cells[0]):
            yield from _numbered(row)
        elif layout:
            yield from _opened(row, at)
        elif row.blocks:
            yield _together(row)


def _opened(row: Row, at: int) -> Iterator[Block]:
    for column, cell in enumerate(row.cells):
        yield from (replace(block, cell=(at, column)) for block in cell)


def _lays_out_minutes(rows: Sequence[Row]) -> bool:
    """Whether the cells hold items and running text rather than entries of a list."""
    leading = [row.cells[0] for row in rows]
    long = any(len(block.text.split()) > RUNNING_TEXT for row in rows for block in row.blocks)
    nested = any(len(cell) > 1 for row in rows for cell in row.cells)
    narrow = all(len(row.cells) <= 2 for row in rows)
    numbered = all(not cell or _is_number(cell) for cell in leading)
    return long or nested or (narrow and numbered)


def _is_number(cell: Sequence[Block]) -> bool:
    return len(cell) == 1 and NUMBER.match(cell[0].text) is not None


def _numbered(row: Row) -> Iterator[Block]:
    number, first, *others = row.blocks
    text = f"{number.text} {first.text}"
    shift = len(text) - len(first.text)
    emphasis = first.emphasis + shift if first.emphasis else 0
    yield replace(first, text=text, emphasis=emphasis, number=number.text)
    yield from others


def _together(row: Row) -> Block:
    cells = tuple(" ".join(block.text for block in cell) for cell in row.cells)
    text = " ".join(cell for cell in cells if cell)
    return Block(text, BlockKind.ROW, cells=cells, page=row.blocks[0].page)


def _with_continued_cells(rows: Sequence[Row]) -> list[Row]:
    """Undo the wrapping of a last cell over two rows: the second has only that cell."""
    joined: list[Row] = []
    for row in rows:
        *before, last = row.cells
        if joined and last and not any(before) and len(joined[-1].cells) == len(row.cells) > 1:
            cells = joined[-1].cells
            joined[-1] = Row((*cells[:-1], cells[-1] + last))
        else:
            joined.append(row)
    return joined
