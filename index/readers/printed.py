"""What is printed on a page of a PDF: words on lines, and tables, by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from index.readers.lists import is_counter

# Letters further apart than this share of their size belong to two words.
GAP = 0.15

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    bold: bool

    @property
    def size(self) -> float:
        return self.bottom - self.top

    def within(self, box: Box) -> bool:
        left, top, right, bottom = box
        middle, height = (self.left + self.right) / 2, (self.top + self.bottom) / 2
        return left <= middle < right and top <= height < bottom


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """The words that stand on one line, from left to right."""

    words: tuple[Word, ...]
    page: int

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs())

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def bottom(self) -> float:
        return median(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        return median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether it is set in bold, but for a number before it, which often is not."""
        words = self.words[1:] if is_counter(self.words[0].text) else self.words
        return all(word.bold for word in words or self.words if re.search(r"\w", word.text))

    def runs(self) -> Iterator[tuple[str, bool]]:
        """The text with its gaps, and whether it is bold; a wide gap is several spaces."""
        end = self.words[0].left
        for at, word in enumerate(self.words):
            gap = (word.left - end) / self.size
            # The first gap may set a bullet sign apart: "o" before a point is one.
            wide = 0.6 if at == 1 else 1
            yield ("   " if gap > wide else " " if gap > GAP / 2 else "") + word.text, word.bold
            end = word.right


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a table's cell, and where its right border is."""

    lines: tuple[PrintedLine, ...]
    right: float


@dataclass(frozen=True, slots=True)
class Table:
    """The cells by row; columns without any text are left off.

    ``flowing`` says that the cells are columns of running text, which goes on from one to the next.
    """

    rows: tuple[tuple[Cell, ...], ...]
    top: float
    flowing: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a PDF. ``sideways`` is text that does not run from left to right.

    ``drawn`` is the share of the page that pictures and drawings cover; ``recognised`` says that
    its lines were read from the picture of the page.
    """

    number: int
    width: float
    height: float
    lines: tuple[PrintedLine, ...]
    tables: tuple[Table, ...]
    links: tuple[tuple[str, str], ...]
    sideways: str
    drawn: float
    recognised: bool = False

    @property
    def every_line(self) -> tuple[PrintedLine, ...]:
        """The lines of the running text, and those of the tables."""
        return (*self.lines, *_lines_in(self.tables))

    @property
    def flowing(self) -> tuple[PrintedLine, ...]:
        """The lines of the running text, those in columns too."""
        return (*self.lines, *_lines_in(table for table in self.tables if table.flowing))


def _lines_in(tables: Iterable[Table]) -> Iterator[PrintedLine]:
    cells = (cell for table in tables for row in table.rows for cell in row)
    yield from (line for cell in cells for line in cell.lines)


def lines_of(words: Iterable[Word], page: int) -> Iterator[PrintedLine]:
    """Put words on lines: what overlaps in height stands on one, raised letters too."""
    line: list[Word] = []
    for word in sorted(words, key=lambda word: (word.bottom, word.left)):
        if line and not _beside(line, word):
            yield _printed(line, page)
            line = []
        line.append(word)
    if line:
        yield _printed(line, page)


def _beside(line: Sequence[Word], word: Word) -> bool:
    top, bottom = min(each.top for each in line), max(each.bottom for each in line)
    overlap = min(bottom, word.bottom) - max(top, word.top)
    return overlap > 0.5 * min(word.size, bottom - top)


def _printed(words: Iterable[Word], page: int) -> PrintedLine:
    return PrintedLine(tuple(sorted(words, key=lambda word: word.left)), page)


def is_full(before: PrintedLine, line: PrintedLine, right: float) -> bool:
    """Whether the first word of a line did not fit on the line before."""
    first = line.words[0]
    # A line in the middle leaves as much free on its other side.
    free = (right - before.right) * (2 if is_centred(before, line) else 1)
    return (first.right - first.left) + 0.2 * line.size > free


def is_centred(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether two lines begin at different places around the same middle."""
    shift = (line.left + line.right) - (before.left + before.right)
    return abs(shift) < line.size and abs(line.left - before.left) > 0.3 * line.size
