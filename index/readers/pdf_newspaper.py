"""Running text that a PDF sets in two columns, as official reports do: one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import mean, median

from index.readers.printed import Cell, Page, PrintedLine, Table, Word, lines_of

# The gutter is at least this wide, in sizes of the letters, and near the middle of the page.
GUTTER = 0.8
MIDDLE = (0.3, 0.7)
# So many lines stand on each side of it, of so many words on average; lines of three quarters of
# the width are full, and so large a share of them is.
FEWEST_LINES, WORDS, FULL, SHARE = 6, 3.5, 0.75, 0.4
# A line further below than this many times the distance of lines belongs to no column.
WIDER = 1.6


def with_newspaper_columns(page: Page) -> Page:
    """The page with its columns of running text as tables, to be read cell after cell."""
    gutter = _gutter(page)
    if gutter is None:
        return page
    lines: list[PrintedLine] = []
    tables = list(page.tables)
    for free, group in groupby(page.lines, lambda line: _leaves_free(line, gutter)):
        run = list(group)
        start, end = _extent(run, gutter) if free else (0, 0)
        columns = _columns(run[start:end], gutter)
        if columns:
            top = min(word.top for line in run[start:end] for word in line.words)
            tables.append(Table((columns,), top, flowing=True))
            run = run[:start] + run[end:]
        lines += run
    tables.sort(key=lambda table: table.top)
    return replace(page, lines=tuple(lines), tables=tuple(tables))


def _gutter(page: Page) -> float | None:
    """Where most lines leave a gap near the middle of the page, or begin, if enough do."""
    low, high = (round(share * page.width) for share in MIDDLE)
    places: Counter[int] = Counter()
    for line in page.lines:
        gaps = [(before.right, after.left) for before, after in pairwise(line.words)]
        for left, right in [(line.left - 2 * line.size, line.left), *gaps]:
            if right - left >= GUTTER * line.size and right < high:
                places.update(range(max(round(left), low), round(right) + 1))
    most = max(places.values(), default=0)
    if most < FEWEST_LINES:
        return None
    return max(place for place, count in places.items() if count == most)


def _leaves_free(line: PrintedLine, gutter: float) -> bool:
    """Whether a line stands on one side of the gutter, or leaves a gap there."""
    left, right = _sides(line, gutter)
    if not (left and right):
        return all(word.right <= gutter or word.left >= gutter for word in line.words)
    gap = min(word.left for word in right) - max(word.right for word in left)
    return gap >= GUTTER * line.size


def _sides(line: PrintedLine, gutter: float) -> tuple[list[Word], list[Word]]:
    middle = [(word.left + word.right) / 2 for word in line.words]
    left = [word for word, at in zip(line.words, middle, strict=True) if at < gutter]
    return left, list(line.words[len(left) :])


def _extent(run: Sequence[PrintedLine], gutter: float) -> tuple[int, int]:
    """From where to where lines stand in columns, the left one to its end."""
    lefts, rights = (
        [at for at, line in enumerate(run) if _sides(line, gutter)[side]] for side in (0, 1)
    )
    if not (lefts and rights):
        return 0, 0
    first, last = rights[0], rights[-1]
    pitch = median([run[b].bottom - run[a].bottom for a, b in pairwise(lefts)] or [0.0])
    while first and run[first].bottom - run[first - 1].bottom < pitch:
        first -= 1
    while last + 1 < len(run) and run[last + 1].bottom - run[last].bottom <= WIDER * pitch:
        last += 1
    return first, last + 1


def _columns(run: Sequence[PrintedLine], gutter: float) -> tuple[Cell, ...]:
    """The lines of each column, put together anew; none where they hold no running text."""
    if not run:
        return ()
    sides = [_sides(line, gutter) for line in run]
    columns = [
        list(lines_of((word for side in sides for word in side[at]), run[0].page)) for at in (0, 1)
    ]
    if not all(len(each) >= FEWEST_LINES and _is_running(each) for each in columns):
        return ()
    return tuple(Cell(tuple(lines), max(line.right for line in lines)) for lines in columns)


def _is_running(lines: Sequence[PrintedLine]) -> bool:
    """Whether enough lines of a column end where it ends, as those of lists do not."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = sum(line.right - left > FULL * (right - left) for line in lines)
    return full >= SHARE * len(lines) and mean(len(line.words) for line in lines) >= WORDS
