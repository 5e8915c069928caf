"""Lines that are cut at the gap between two columns -> rows, each with all that stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from index.readers.lists import starts_point
from index.readers.printed import Cell, PrintedLine, is_full

# Running text has this many words to a line of its column, a name or an office hardly.
RUNNING = 6
# Lines of a paragraph stand about evenly; a gap wider by this factor ends one.
WIDER = 1.4


@dataclass(frozen=True, slots=True)
class Split:
    """A line cut at the gap between two columns; either side may be missing."""

    left: PrintedLine | None
    right: PrintedLine | None

    @property
    def is_cut(self) -> bool:
        return self.left is not None and self.right is not None

    @property
    def bottom(self) -> float:
        return min(side.bottom for side in (self.left, self.right) if side is not None)


def pitch_of(run: Sequence[Split]) -> float:
    """How far apart the lines mostly stand."""
    return median([after.bottom - before.bottom for before, after in pairwise(run)] or [0.0])


def rows_of_run(run: Sequence[Split], page_right: float) -> Iterator[tuple[Cell, ...]]:
    """The rows of lines that leave the same gutter free, on a page whose text ends at the right."""
    lefts = [split.left for split in run if split.left]
    rights = [split.right for split in run if split.right]
    edges = max(line.right for line in lefts), max(line.right for line in rights)
    if _is_running(lefts) and _is_running(rights):
        groups = [list(run)]
    else:
        groups = list(_grouped(run, _begins(run, lefts, rights, (edges[0], page_right))))
    for group in groups:
        sides = ([split.left for split in group], [split.right for split in group])
        yield tuple(
            Cell(tuple(line for line in side if line), edge)
            for side, edge in zip(sides, edges, strict=True)
        )


def _begins(
    run: Sequence[Split],
    lefts: Sequence[PrintedLine],
    rights: Sequence[PrintedLine],
    edges: tuple[float, float],
) -> Callable[[Split, Split], bool]:
    """How a row begins: below a wide gap, beside a title in the margin, or with each line."""
    pitch = pitch_of(run)
    if _is_running(lefts):
        return lambda before, split: split.bottom - before.bottom > WIDER * pitch
    if _is_running(rights):
        return lambda before, split: not _goes_on_beside(before, split, edges, pitch)
    return lambda before, split: not _goes_on_alone(before, split, edges[1])


def _is_running(lines: Sequence[PrintedLine]) -> bool:
    return mean(len(line.words) for line in lines) >= RUNNING


def _goes_on_beside(before: Split, split: Split, edges: tuple[float, float], pitch: float) -> bool:
    """Whether a line goes on with the text beside a title, or with the title as well."""
    if split.left is None:
        return True
    close = split.bottom - before.bottom <= WIDER * pitch
    if before.left is None or not close or starts_point(split.left.text):
        return False
    wrapped = [(before.left, split.left, edges[0]), (before.right, split.right, edges[1])]
    return all(
        line is None or (above and is_full(above, line, right)) for above, line, right in wrapped
    )


def _goes_on_alone(before: Split, split: Split, right: float) -> bool:
    """Whether a line goes on with the running text of the one above, beside nothing."""
    if split.left or not (before.right and split.right):
        return False
    return len(before.right.words) >= RUNNING and is_full(before.right, split.right, right)


def _grouped(run: Sequence[Split], begins: Callable[[Split, Split], bool]) -> Iterator[list[Split]]:
    group = [run[0]]
    for before, split in pairwise(run):
        if begins(before, split):
            yield group
            group = []
        group.append(split)
    yield group
