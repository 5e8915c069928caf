"""Table rows -> blocks: a table that lays out the minutes is opened up, a table of data is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from index.attendance import attendance_label
from index.dates import MONTH
from index.lone_numbers import NUMBER, with_lone_numbers, with_number
from index.readers.blocks import Block, BlockKind, Row
from index.readers.lists import starts_point
from index.run_in import begins_large

# A block of more words than these that no stop ends stops within a sentence.
UNFINISHED = 5
STOPS = (".", "?", "!")
# Of blocks after a stop, so many that begin with a small letter show that sentences do.
UNCAPITALIZED = 0.2
FUNCTION_WORDS = frozenset(
    "a an and as at by for from in into of on or that the their this to which with".split()
)
SENTENCE = re.compile(r"[A-Z](?:\S+\s+){4,}\S+[.?]$")
# A day whose parts stand on lines of their own, as its raised letters do in some conversions.
RAISED = frozenset({"st", "nd", "rd", "th"})
CUT_DATE = re.compile(rf"\b\d{{1,2}}(?:\n[a-z]{{2}}$| [a-z]{{2}}\n(?:{MONTH})\b)", re.IGNORECASE)
NAME_BEGUN = re.compile(r"[;,] (?:and )?[A-Z][\w'’-]+$")
NAME_ENDED = re.compile(r"[A-Z][\w'’-]+[;,.]\s")
ACTION_HEAD = re.compile(r"^(?:agreed |summary of )?actions?\b", re.IGNORECASE)
HEAD_WORDS = 5
# A cell of running text is longer than a name, a post or a date ever is.
RUNNING_TEXT = 25


def open_tables(content: Iterable[Block | Row]) -> list[Block]:
    """Return all blocks in reading order, no word added or dropped."""
    blocks: list[Block] = []
    for is_row, group in groupby(content, key=lambda part: isinstance(part, Row)):
        if is_row:
            for table in _tables(part for part in group if isinstance(part, Row)):
                blocks.extend(_table(table))
        else:
            blocks.extend(part for part in group if isinstance(part, Block))
    return with_lone_numbers(_mend_page_breaks(blocks))


def _tables(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows one after another, cut where a table of other columns begins.

    Tables of the same columns are one, as those of decisions, of which each has its own.
    """
    table: list[Row] = []
    for row in rows:
        if table and row.begins and len(row.cells) != len(table[-1].cells):
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _mend_page_breaks(blocks: Sequence[Block]) -> list[Block]:
    """Join a sentence that a page break cut in two."""
    mended: list[Block] = []
    small = _begins_small(blocks)
    for block in blocks:
        if mended and _continues(mended[-1], block, small):
            mended[-1] = replace(mended[-1], text=f"{mended[-1].text} {block.text}")
        else:
            mended.append(block)
    return mended


def _begins_small(blocks: Sequence[Block]) -> bool:
    """Whether sentences begin with small letters, after a stop as well, as in notes of a chat."""
    after = [
        block.text[:1].islower() for above, block in pairwise(blocks) if above.text.endswith(STOPS)
    ]
    return sum(after) > UNCAPITALIZED * len(after)


def _continues(before: Block, block: Block, small: bool) -> bool:
    """Whether a block goes on with the one before; ``small``: many begin with a small letter."""
    flowing = before.kind in {BlockKind.PARAGRAPH, BlockKind.BULLET}
    if not flowing or block.kind is not BlockKind.PARAGRAPH:
        return False
    words = before.text.split()
    raised = block.text in RAISED or before.text[-2:] in RAISED
    if raised and CUT_DATE.search(f"{before.text}\n{block.text}"):
        return True
    if len(words) <= UNFINISHED or not (before.text[-1].isalnum() or before.text[-1] in "_,"):
        return False
    hanging = words[-1] in FUNCTION_WORDS or _is_name_cut(before, block)
    listed = starts_point(block.text) or " * " in block.text
    apart = listed or small or begins_large(block.text) or _set_apart(before, block)
    return hanging or (block.text[0].islower() and not apart)


def _set_apart(before: Block, block: Block) -> bool:
    """Whether a block is set in bold, and the one before it is not."""
    return not before.emphasis and block.emphasis == len(block.text)


def _is_name_cut(before: Block, block: Block) -> bool:
    """Whether a page ends within a name of a list: "… Ada Hull; Ben", "Marsh; Cy Fox …"."""
    turned = before.page is not None and before.page != block.page
    return turned and bool(NAME_BEGUN.search(before.text) and NAME_ENDED.match(block.text))


def _table(rows: Sequence[Row]) -> Iterator[Block]:
    layout = _lays_out_minutes(rows)
    opened = _with_actions(rows if layout else _with_continued_cells(rows))
    for at, row in enumerate(opened):
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
    numbered = [not cell or _is_number(cell) for cell in leading]
    sentences = sum(SENTENCE.match(block.text) is not None for row in rows for block in row.blocks)
    told = sentences >= 2 and 2 * sum(numbered) > len(rows)
    return long or nested or told or (narrow and all(numbered))


def _is_number(cell: Sequence[Block]) -> bool:
    return len(cell) == 1 and NUMBER.match(cell[0].text) is not None


def _numbered(row: Row) -> Iterator[Block]:
    number, first, *others = row.blocks
    yield with_number(number, first)
    yield from others


def _with_actions(rows: Iterable[Row]) -> Iterator[Row]:
    """Mark what stands in a column headed "Action", in whatever table."""
    column: int | None = None
    for row in rows:
        heads = [at for at, cell in enumerate(row.cells) if _is_action_head(cell)]
        if heads and all(len(block.text.split()) <= HEAD_WORDS for block in row.blocks):
            column = heads[0]
            yield row
        elif column is None or column >= len(row.cells):
            yield row
        else:
            marked = tuple(replace(block, action=True) for block in row.cells[column])
            yield Row((*row.cells[:column], marked, *row.cells[column + 1 :]))


def _is_action_head(cell: Sequence[Block]) -> bool:
    return len(cell) == 1 and ACTION_HEAD.match(cell[0].text) is not None


def _together(row: Row) -> Block:
    cells = tuple(" ".join(block.text for block in cell) for cell in row.cells)
    text = " ".join(cell for cell in cells if cell)
    action = any(block.action for block in row.blocks)
    return Block(text, BlockKind.ROW, cells=cells, action=action, page=row.blocks[0].page)


def _with_continued_cells(rows: Sequence[Row]) -> list[Row]:
    """Undo the wrapping of a cell over two rows: the second has only that cell.

    Beside a label such as "Present" the last cell is another entry of the list.
    """
    joined: list[Row] = []
    listed = False
    for row in rows:
        if row.cells[0]:
            listed = attendance_label(row.cells[0][0].text) is not None
        if joined and _continues_cell(joined[-1], row, listed):
            both = zip(joined[-1].cells, row.cells, strict=True)
            joined[-1] = Row(tuple(above + cell for above, cell in both))
        else:
            joined.append(row)
    return joined


def _continues_cell(above: Row, row: Row, listed: bool) -> bool:
    alone = [at for at, cell in enumerate(row.cells) if cell]
    if len(alone) != 1 or not len(above.cells) == len(row.cells) > 1:
        return False
    at = alone[0]
    if at < len(row.cells) - 1:
        return _is_open(above.cells[at])
    return not listed or _goes_on(above.cells[at], row.cells[at][0].text)


def _goes_on(cell: Sequence[Block], text: str) -> bool:
    """Whether a cell stops within a phrase that a text goes on with."""
    above = " ".join(block.text for block in cell)
    hanging = above.endswith((",", "-", "–", "&", "/")) or above.split()[-1:] == ["and"]
    return _is_open(cell) or hanging or text[:1].islower()


def _is_open(cell: Sequence[Block]) -> bool:
    """Whether a bracket is open at the end of a cell."""
    text = " ".join(block.text for block in cell)
    return text.count("(") > text.count(")")
