"""Printed lines -> blocks: which lines go on with the one before, told from where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from index.readers.blocks import Block, BlockKind, Row
from index.readers.lists import starts_point, strip_bullet
from index.readers.printed import Cell, PrintedLine, Table, is_centred, is_full
from index.readers.wrapping import join
from index.readers.writing import Writing

ITEM = re.compile(r"^(?:item|action)\b.{0,6}:|^\d{1,3}(?:\.\d{1,3})+\.?\s", re.IGNORECASE)
# A number and a title in capitals, or a reference: "1359 MINUTES OF THE LAST", "38/05/18 Parks".
COUNTED = re.compile(r"^\d{1,4}\s+[A-Z]{3}|^(?:[A-Z]{1,4}/)?\d{1,4}/\d{2,4}(?:/\d{2,4})?\s+[A-Z]")
SENTENCE_END = (".", "?", "!")
# How one point of a list ends before the next: "to note the report; and".
POINT_END = re.compile(r"[.?!;:]$|; ?(?:and|or)$")
# A wide gap, as between the cells of a row: "Item No.   Item   Action".
CELLS = " " * 3
# A label with its text set apart by a wide gap: "Venue:   Town Hall".
LABELLED = re.compile(r"^\S[^:]{0,23}: {3,}\S")
# A line that does nothing but label a list: "Members Present:".
LABEL = re.compile(r"^(?:[A-Z]\w+ ){0,2}(?:present|in attendance|apologies):$", re.IGNORECASE)
# Lines of a paragraph stand about evenly; a gap wider by this factor ends one.
WIDER = 1.25
LARGER = 1.15
HEADING_WORDS = 20


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: size of its text, where its lines end, their distance, its words."""

    size: float
    right: float
    pitch: float
    headings: tuple[float, ...]
    vocabulary: frozenset[str]


def setting_of(lines: Sequence[PrintedLine], least: float, vocabulary: frozenset[str]) -> Setting:
    """Measure the lines of a document; full ones end no further left than ``least``."""
    size = median(line.size for line in lines for _ in line.words)
    larger = {round(line.size) for line in lines if line.size > LARGER * size}
    pitches = [pitch for pitch in _pitches(lines) if pitch < 3 * size]
    pitch = min(median(pitches), 2 * size) if pitches else 1.2 * size
    right = max(_right_edge(lines), least)
    return Setting(size, right, pitch, tuple(sorted(larger, reverse=True)), vocabulary)


def _pitches(lines: Sequence[PrintedLine]) -> Iterator[float]:
    for before, after in zip(lines, lines[1:], strict=False):
        if before.page == after.page and after.bottom > before.bottom:
            yield after.bottom - before.bottom


def blocks_of(lines: Sequence[PrintedLine], setting: Setting) -> Iterator[Block]:
    """Join the lines of one column, in reading order."""
    group: list[PrintedLine] = []
    for line in lines:
        if group and _begins(group, line, setting):
            yield from _written(group, setting)
            group = []
        group.append(line)
    if group:
        yield from _written(group, setting)


def columns_of(table: Table, setting: Setting) -> Iterator[Block]:
    """The text of columns, one after the other."""
    for cell in (cell for row in table.rows for cell in row):
        yield from blocks_of(cell.lines, replace(setting, right=cell.right))


def rows_of(table: Table, setting: Setting) -> Iterator[Row]:
    """The rows of a table, whose lines may stand closer or wider than those of the text."""
    pitches = [pitch for row in table.rows for cell in row for pitch in _pitches(cell.lines)]
    pitch = min(pitches, default=setting.pitch)
    for row in table.rows:
        cells = [tuple(_cell_blocks(cell, replace(setting, pitch=pitch))) for cell in row]
        if any(cells):
            yield Row(tuple(cells))


def _cell_blocks(cell: Cell, setting: Setting) -> Iterator[Block]:
    # Text keeps a little away from the borders of its cell.
    return blocks_of(cell.lines, replace(setting, right=cell.right - setting.size))


def _right_edge(lines: Sequence[PrintedLine]) -> float:
    """Where full lines end, not counting the few that reach out."""
    ends = sorted(line.right for line in lines)
    return ends[int(0.95 * (len(ends) - 1))] if ends else 0.0


def _begins(group: Sequence[PrintedLine], line: PrintedLine, setting: Setting) -> bool:
    before, right = group[-1], setting.right
    if line.page != before.page or _is_apart(before, line, setting):
        return True
    if _is_at_right(before, line, right):
        return True
    if before.bold != line.bold or _is_bullet(line.text):
        return True
    if LABELLED.match(line.text) or LABEL.match(line.text):
        return True
    if _is_marked(line.text):
        ended = POINT_END.search(before.text) or CELLS in before.text
        return bool(ended) or not is_full(before, line, right)
    moved = abs(line.left - before.left) > setting.size and not is_centred(before, line)
    return (len(group) > 1 and moved) or not _flows(before, line, right)


def _is_apart(before: PrintedLine, line: PrintedLine, setting: Setting) -> bool:
    wide = line.bottom - before.bottom > WIDER * setting.pitch * line.size / setting.size
    sizes = sorted([before.size, line.size])
    return wide or sizes[1] > LARGER * sizes[0] or line.bottom <= before.bottom


def _is_at_right(before: PrintedLine, line: PrintedLine, right: float) -> bool:
    """Whether the line before was set at the right, as signatures are, and this one is not."""
    return before.left > (line.left + right) / 2 and line.left < before.left - line.size


def _is_marked(text: str) -> bool:
    return starts_point(text) or bool(ITEM.match(text) or COUNTED.match(text))


def _is_bullet(text: str) -> bool:
    return strip_bullet(text)[0]


def _flows(before: PrintedLine, line: PrintedLine, right: float) -> bool:
    """Whether a line goes on with the sentence of the one before, or that one is full."""
    within = line.text.lstrip()[:1].islower() and not before.text.endswith((*SENTENCE_END, ":"))
    return within or is_full(before, line, right)


def _written(group: Sequence[PrintedLine], setting: Setting) -> Iterator[Block]:
    first = group[0]
    size = round(first.size)
    writing = Writing(runs=list(_runs(group, setting)))
    words = sum(len(line.words) for line in group)
    if size in setting.headings and words <= HEADING_WORDS and not _is_bullet(first.text):
        writing.kind, writing.level = BlockKind.HEADING, setting.headings.index(size) + 1
    for block in writing.blocks():
        if isinstance(block, Block):
            yield replace(block, page=first.page)


def _runs(group: Iterable[PrintedLine], setting: Setting) -> Iterator[tuple[str, bool]]:
    """The runs of the lines, joined as a soft break is undone."""
    runs: list[tuple[str, bool]] = []
    for line in group:
        following = list(line.runs())
        if runs:
            last, bold = runs[-1]
            start, _ = following[0]
            joined = join(last, start, setting.vocabulary)
            runs[-1] = joined.removesuffix(start.lstrip()), bold
        runs.extend(following)
    yield from runs
