"""Plain text and Markdown -> blocks and rows.

Minutes are seldom pure Markdown or pure text: converters leave table bars, HTML and wrapped
lines side by side. Each line is therefore read for what it shows, whatever the file's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import groupby

from index.readers.bars import BETWEEN, LONE_CELL, cells_of
from index.readers.blocks import Block, BlockKind, Gathered, Published, Row
from index.readers.inline import undo_markup
from index.readers.lists import split_run_together, starts_point, strip_bullet, within_lists
from index.readers.markup import has_markup, read_fragment
from index.readers.wrapping import goes_on, is_soft_break, join, narrowest_of, width_of, words_of

RULE = re.compile(r"^\s*(?:[-=_*~·.]\s?){3,}\s*$")
SETEXT = re.compile(r"^\s*(?:={3,}|-{3,})\s*$")
ATX = re.compile(r"^\s{0,3}(?P<marks>#{1,6})\s+(?P<text>.+?)\s*#*\s*$")
FRAMED = re.compile(r"^\s*(?P<frame>[=*~-]{3,})\s+(?P<text>\S.*?)\s+(?P=frame)\s*$")
QUOTED = re.compile(r"^\s{0,3}>\s?")
# A short label with its text set apart by spaces, dots or a bullet: "Venue    Town Hall".
LABELLED = re.compile(r"^\S.{0,23}?(?: {3,}| ?\.{4,} ?)\S|^[a-z][a-z ]{0,39} \* (?=\S)")
# A first column of words, with a second one set apart from it by spaces.
GAP = re.compile(r"\s*[^\W\d_](?:\S| (?! )){2,59} {3,}(?=\S)")


def read_text(text: str) -> Published:
    """Read plain text, Markdown, or either with HTML inside."""
    found = Gathered()
    # Word processors write a form feed for a page break and a vertical tab for a line break.
    lines = re.split(r"\r\n|[\n\r\f\v\u2028\u2029\x85]", text)
    reader = _Reader(found, words_of(text), narrowest_of(lines))
    for line in lines:
        reader.line(line.expandtabs(4) if "\t" not in line.strip("\t ") else line)
    reader.flush()
    return found.published("text/plain")


class _Reader:
    """Collects lines into paragraphs; anything that is not flowing text ends one."""

    def __init__(self, found: Gathered, vocabulary: frozenset[str], narrowest: int) -> None:
        self.found = found
        self.vocabulary = vocabulary
        self.narrowest = narrowest
        self.paragraph: list[str] = []
        self.table = False

    def line(self, line: str) -> None:
        alone = None if self.table else LONE_CELL.match(line)
        if alone:
            self._read(alone["cell"])
            self.flush()
        else:
            self._read(line)

    def _read(self, line: str) -> None:
        if line.lstrip()[:1].isalnum():
            self._row_or_words(line)
        else:
            self._marked(QUOTED.sub("", line))

    def _marked(self, line: str) -> None:
        """Read a line that is empty or begins with a sign, as all mark-up of lines does."""
        if not line.strip():
            self.flush()
            self.table = False
        elif BETWEEN.match(line) and self.paragraph and "|" in self.paragraph[-1]:
            head = self.paragraph.pop()
            self.flush()
            self.table = True
            self._row_or_words(head)
        elif SETEXT.match(line) and len(self.paragraph) == 1:
            self._heading(self.paragraph.pop(), 1 if "=" in line else 2)
        elif RULE.match(line):
            self.flush()
        elif match := ATX.match(line):
            self._heading(match["text"], len(match["marks"]))
        elif match := FRAMED.match(line):
            self._heading(match["text"], 2)
        else:
            self._row_or_words(line)

    def _row_or_words(self, line: str) -> None:
        cells = cells_of(line, self.table)
        if cells is None and not has_markup(line):
            self.paragraph.append(line)
            return
        self.flush()
        if cells is None:
            self.found.content.extend(self._blocks(line))
        elif any(cell.strip() for cell in cells):
            self.found.content.append(Row(tuple(tuple(self._blocks(cell)) for cell in cells)))

    def _blocks(self, source: str) -> Iterator[Block]:
        if has_markup(source):
            for part in read_fragment(source, self.found):
                yield from part.blocks if isinstance(part, Row) else (part,)
        elif source.strip():
            yield from self._words(source)

    def _heading(self, source: str, level: int) -> None:
        self.flush()
        inline = undo_markup(source)
        self.found.links.extend(inline.links)
        if inline.text:
            self.found.content.append(
                Block(inline.text, BlockKind.HEADING, len(inline.text), level)
            )

    def flush(self) -> None:
        """End the paragraph: undo its soft line breaks and add its blocks."""
        lines, self.paragraph = self.paragraph, []
        starts = _aligned(lines)
        for start, group in groupby(range(len(lines)), key=lambda at: starts.get(at)):
            if start is None:
                joined = list(self._joined([lines[at] for at in group]))
                for text, inner in zip(joined, within_lists(joined), strict=True):
                    self.found.content.extend(self._words(text, inner))
            else:
                cells = ((lines[at][:start], lines[at][start:]) for at in group)
                rows = (Row(tuple(tuple(self._blocks(cell)) for cell in pair)) for pair in cells)
                self.found.content.extend(rows)

    def _joined(self, lines: list[str]) -> Iterator[str]:
        groups = list(_grouped(lines, _starts_item))
        width = width_of([line for group in groups for line in group[:-1]], self.narrowest)
        for group in groups:
            for wrapped in _grouped(
                group, lambda line, before: not is_soft_break(before[-1], line, width)
            ):
                yield self._unwrapped(wrapped)

    def _unwrapped(self, lines: list[str]) -> str:
        return reduce(lambda text, line: join(text, line, self.vocabulary), lines)

    def _words(self, source: str, inner: bool = False) -> Iterator[Block]:
        bullet, rest = strip_bullet(source.strip())
        inline = undo_markup(rest)
        self.found.links.extend(inline.links)
        for listed, piece in split_run_together(inline.text):
            kind = BlockKind.BULLET if bullet or listed or inner else BlockKind.PARAGRAPH
            emphasis = inline.emphasis if inline.text.startswith(piece) else 0
            if piece:
                yield Block(piece, kind, min(emphasis, len(piece)))


def _grouped(lines: list[str], begins: Callable[[str, list[str]], bool]) -> Iterator[list[str]]:
    """Cut lines into groups: ``begins(line, group so far)`` says where one starts."""
    group: list[str] = []
    for line in lines:
        if group and begins(line, group):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _starts_item(line: str, before: list[str]) -> bool:
    """Whether a line begins a list item, a point, a labelled entry or an outdented block."""
    text = line.strip()
    outdented = len(before) > 1 and _indent(line) == 0 and _indent(before[-1]) >= 2
    emphasised = text.startswith(("**", "__", "`")) and not goes_on(before[-1], text)
    marked = strip_bullet(text)[0] or starts_point(text) or emphasised
    return marked or outdented or LABELLED.match(line) is not None


def _aligned(lines: Sequence[str]) -> dict[int, int]:
    """Where the second column begins, by line, where two lines after one another show it.

    Text that a label stands beside goes on in its column, on lines of its own.
    """
    if len(lines) < 2:
        return {}
    gaps = [GAP.match(line) for line in lines]
    starts = {at: match.end() for at, match in enumerate(gaps) if match}
    wrapped = any(_indent(line) > 2 for at, line in enumerate(lines) if at not in starts)
    return {
        at: start
        for at, start in starts.items()
        if not wrapped and start in (starts.get(at - 1), starts.get(at + 1))
    }


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
