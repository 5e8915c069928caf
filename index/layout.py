"""Table rows -> blocks: a table that lays out the minutes is opened up, a table of data is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from index.numbering import order
from index.readers.blocks import Block, BlockKind, Row
from index.readers.lists import starts_point

# What may stand in the first column beside an agenda item: 3, 3., 3.1, 077/21, TB/31, EOS.40.
NUMBER = re.compile(
    r"^(?:(?i:(?:agenda )?item|minute) (?:(?i:no)\.? )?)?"
    r"\(?(?:[A-Za-z]{1,6}[./ -]?)?\d{1,4}(?:[./]\d{1,4})*[.):]?$|^[A-Z][.)]?$"
)
LEADING = re.compile(r"^(?:[A-Z]{1,6}[./ -]?)?\d{1,4}(?:[./]\d{1,4})*[.):]?(?=\s)")
# A block of more words than these that no stop ends stops within a sentence.
UNFINISHED = 5
FUNCTION_WORDS = frozenset(
    "a an and as at by for from in into of on or that the their this to which with".split()
)
SENTENCE = re.compile(r"[A-Z](?:\S+\s+){4,}\S+[.?]$")
ACTION_HEAD = re.compile(r"^(?:agreed |summary of )?actions?\b", re.IGNORECASE)
HEAD_WORDS, TITLE_WORDS = 5, 15
FLOWING = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
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
    return _with_lone_numbers(_mend_page_breaks(blocks))


def _with_lone_numbers(blocks: Sequence[Block]) -> list[Block]:
    """Join numbers that stand alone on their lines to what they count, under them."""
    leading = (
        NUMBER.match(block.text) or LEADING.match(block.text) if block.kind in FLOWING else None
        for block in blocks
    )
    numbers = {at: match[0] for at, match in enumerate(leading) if match}
    alike = sorted(numbers, key=lambda at: re.sub(r"\d+", "9", numbers[at]))
    counting = {
        at
        for one, other in [*pairwise(numbers), *pairwise(alike)]
        if one < other and _counts_on(order(numbers[one]), order(numbers[other]))
        for at in (one, other)
    }
    joined = {
        at
        for at in counting
        if NUMBER.match(blocks[at].text) and _may_be_numbered(numbers[at], blocks[at + 1 : at + 2])
    }
    return [
        _with_number(blocks[at - 1], block) if at - 1 in joined else block
        for at, block in enumerate(blocks)
        if at not in joined
    ]


def _counts_on(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether a number is the next one: 3 or 2.1 after 2, 3 after 2.4, 078/21 after 077/21."""
    steps = [(before[:at], part + 1, before[at + 1 :]) for at, part in enumerate(before)]
    following = [(*kept, part, *rest) for kept, part, rest in steps]
    return after in [*following, *((*kept, part) for kept, part, _ in steps), (*before, 1)]


def _may_be_numbered(number: str, below: Sequence[Block]) -> bool:
    """Whether a number counts the block below it; one without any sign may be a page's."""
    if not below or below[0].kind not in FLOWING or NUMBER.match(below[0].text):
        return False
    text = below[0].text
    title = len(text.split()) <= TITLE_WORDS and not text.endswith((".", ";", ","))
    return text[0].isupper() and (title or not number.isdigit())


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
    if not flowing or block.kind is not BlockKind.PARAGRAPH:
        return False
    words = before.text.split()
    if len(words) <= UNFINISHED or not (before.text[-1].isalnum() or before.text[-1] in "_,"):
        return False
    hanging = words[-1] in FUNCTION_WORDS
    listed = starts_point(block.text) or " * " in block.text
    return hanging or (block.text[0].islower() and not listed)


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
    yield _with_number(number, first)
    yield from others


def _with_number(number: Block, title: Block) -> Block:
    text = f"{number.text} {title.text}"
    emphasis = title.emphasis + len(text) - len(title.text) if title.emphasis else 0
    return replace(title, text=text, emphasis=emphasis, number=number.text)


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
