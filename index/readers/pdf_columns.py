"""Columns of a PDF that no ruled lines mark: lists side by side, and text with a margin column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from index.readers.lists import is_counter, strip_bullet
from index.readers.pdf_rows import WIDER, Split, pitch_of, rows_of_run
from index.readers.printed import Cell, Page, PrintedLine, Table

# A gap of this many times the size of the letters sets columns apart; justified words stand closer.
GAP = 1.6
# The gap under the first line of a column may be this narrow.
TIGHT = 0.7
FEWEST_LINES = 3
FAR = 2.5
MARKER = re.compile(r"(?=.*\d).{1,8}|(?:item|minute|action|agenda)\b.{0,8}|.", re.IGNORECASE)
Sides = tuple[PrintedLine, PrintedLine]


def with_columns(page: Page) -> Page:
    """The page with its columns as tables of two cells a row, or of more in lists of names."""
    lines, tables = list(page.lines), list(page.tables)
    right = max((line.right for line in lines), default=0.0)
    for run in filter(_is_aligned, list(_runs(lines))):
        taken = {
            word
            for split in run
            for side in (split.left, split.right)
            if side
            for word in side.words
        }
        lines = [line for line in lines if line.words[0] not in taken]
        top = min(word.top for word in taken)
        rows = _rows_of_several(run) or rows_of_run(run, right)
        tables.append(Table(tuple(rows), top))
    return replace(
        page, lines=tuple(lines), tables=tuple(sorted(tables, key=lambda table: table.top))
    )


def _rows_of_several(run: Sequence[Split]) -> list[tuple[Cell, ...]]:
    """The rows of more than two columns; none where neither side has columns of its own."""
    sides = [[split.left for split in run], [split.right for split in run]]
    columns = [column for side in sides for column in _cut_again(side)]
    if len(columns) == 2:
        return []
    edges = [max(line.right for line in column if line) for column in columns]
    rows = zip(*columns, strict=True)
    return [
        tuple(Cell((line,) if line else (), edge) for line, edge in zip(row, edges, strict=True))
        for row in rows
    ]


def _cut_again(side: Sequence[PrintedLine | None]) -> list[Sequence[PrintedLine | None]]:
    """The two columns that all lines of a side make, or the side as the one it is."""
    lines = [line for line in side if line]
    runs = [run for run in _runs(lines) if run]
    if len(runs) != 1 or len(runs[0]) != len(lines) or not _is_aligned(runs[0]):
        return [side]
    splits = iter(runs[0])
    cut = [next(splits) if line else Split(None, None) for line in side]
    return [[split.left for split in cut], [split.right for split in cut]]


def _runs(lines: Sequence[PrintedLine]) -> Iterator[list[Split]]:
    """Lines one after another that leave the same gutter free."""
    run: list[Split] = []
    low, high = 0.0, float("inf")
    for line in lines:
        cut = _cut(line, low, high) or _cut_below(line, run)
        if cut and cut[0].right < high and cut[1].left > low:
            low, high = max(low, cut[0].right), min(high, cut[1].left)
            run.append(Split(*cut))
        elif run and cut is None and (line.right < high or line.left > low):
            run.append(Split(line, None) if line.right < high else Split(None, line))
        else:
            yield _trimmed(run)
            run, low, high = [], 0.0, float("inf")
            if cut:
                run, low, high = [Split(*cut)], cut[0].right, cut[1].left
    yield _trimmed(run)


def _trimmed(run: list[Split]) -> list[Split]:
    """Without what follows at the end in the left column alone, below its last paragraph."""
    last = max((at for at, split in enumerate(run) if split.right), default=-1)
    pitch = pitch_of(run[: last + 1])
    while 0 <= last < len(run) - 1 and run[last + 1].bottom - run[last].bottom <= WIDER * pitch:
        last += 1
    return _without_heading(run[: last + 1])


def _without_heading(run: list[Split]) -> list[Split]:
    """Without a bold line over nothing at the end, unless the left column is bold throughout."""
    lefts = [split.left for split in run if split.left]
    while run and run[-1].right is None and run[-1].left and run[-1].left.bold:
        if all(line.bold for line in lefts):
            break
        run = run[:-1]
    return run


def _cut(line: PrintedLine, low: float, high: float) -> Sides | None:
    """The two sides of a line's widest gap, first of those in the gutter between low and high.

    None where there is no gap between columns.
    """
    gaps = [
        (before.right < high and after.left > low, after.left - before.right, at)
        for at, (before, after) in enumerate(pairwise(line.words), 1)
        if after.left - before.right >= GAP * line.size
    ]
    if not gaps:
        return None
    *_, at = max(gaps)
    left, right = (replace(line, words=words) for words in (line.words[:at], line.words[at:]))
    return None if _is_marker(left.text) else (left, right)


def _cut_below(line: PrintedLine, run: Sequence[Split]) -> Sides | None:
    """The sides of a line whose left one all but fills its column: its widest gap ends there."""
    edge = next((split.right.left for split in run if split.is_cut and split.right), None)
    if edge is None or len(line.words) < 2:
        return None
    gaps = [after.left - before.right for before, after in pairwise(line.words)]
    width, *others = sorted(gaps, reverse=True)
    at = gaps.index(width) + 1
    stands_out = width > max([TIGHT * line.size, *(1.5 * gap for gap in others)])
    if not stands_out or abs(line.words[at].left - edge) > 0.1 * line.size:
        return None
    return replace(line, words=line.words[:at]), replace(line, words=line.words[at:])


def _is_marker(text: str) -> bool:
    """Whether a text is the number or sign before a point, which stands out into the margin."""
    bullet, rest = strip_bullet(f"{text} x")
    return (bullet and rest == "x") or is_counter(text) or bool(MARKER.fullmatch(text))


def _is_aligned(run: Sequence[Split]) -> bool:
    """Whether the right column has enough lines, and begins where lines are cut."""
    rights = [split.right for split in run if split.right]
    if len(rights) < FEWEST_LINES and not (len(rights) == 2 and all(map(_is_far_apart, run[:2]))):
        return False
    edge = median(split.right.left for split in run if split.is_cut and split.right)
    return sum(abs(line.left - edge) < line.size for line in rights) > 0.7 * len(rights)


def _is_far_apart(split: Split) -> bool:
    """Whether the sides of a line stand so far apart that two such lines make columns."""
    if split.left is None or split.right is None or split.left.text.endswith(":"):
        return False
    return split.right.left - split.left.right > FAR * split.left.size
