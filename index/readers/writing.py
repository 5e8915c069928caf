"""A paragraph of a word processor's document, put together run by run, -> blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.minutes import LeftOut
from index.readers.blocks import Block, BlockKind, Row
from index.readers.inline import collapse
from index.readers.lists import is_counter, split_run_together, strip_bullet

PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE
)


@dataclass(slots=True)
class Writing:
    """The runs of a paragraph, (text, is bold) each; a line feed is a line break set in it.

    ``label`` is the automatic number before the text, with the gap after it. ``after`` holds
    what is anchored in the paragraph and stands apart from it: notes and text boxes.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    runs: list[tuple[str, bool]] = field(default_factory=list)
    after: list[Block | Row] = field(default_factory=list)

    def add(self, text: str, bold: bool) -> None:
        # A line feed in the file is white space like any other.
        self.runs.append((text.replace("\n", " "), bold))

    def end_line(self) -> None:
        self.runs.append(("\n", False))

    def blocks(self) -> Iterator[Block | Row]:
        label = self.label
        for line in [self.runs] if self.kind is BlockKind.HEADING else _lines(self.runs):
            for block in self._line(line, label):
                yield block
                label = ""
        yield from self.after

    def _line(self, runs: list[tuple[str, bool]], label: str) -> Iterator[Block]:
        text, strong = "".join(text for text, _ in runs).strip(), _strong(runs)
        if not text:
            return
        if self.kind is BlockKind.HEADING:
            whole = label + collapse(text)
            yield Block(whole, self.kind, len(whole), self.level)
        elif label:
            emphasis = len(label + collapse(strong)) if strong.strip() else 0
            yield Block(label + collapse(text), self.kind, emphasis)
        else:
            yield from self._pieces(text, strong)

    def _pieces(self, text: str, strong: str) -> Iterator[Block]:
        bullet, rest = strip_bullet(text)
        strong = collapse(strong[len(text) - len(rest) :])
        for listed, piece in split_run_together(collapse(rest)):
            kind = BlockKind.BULLET if bullet or listed else self.kind
            emphasis = len(strong) if strong and piece.startswith(strong) else 0
            if piece:
                yield Block(piece, kind, emphasis)


def flat(content: list[Block | Row]) -> tuple[Block, ...]:
    """The blocks of a cell; those of a table inside it one after another."""
    return tuple(
        block for part in content for block in (part.blocks if isinstance(part, Row) else (part,))
    )


def marked(blocks: tuple[Block, ...], mark: str) -> list[Block | Row]:
    """The blocks of a note, its mark before them."""
    if not blocks:
        return []
    first = Writing(label=f"{mark} ")
    first.add(blocks[0].text, bold=False)
    return [*first.blocks(), *blocks[1:]]


def furniture(text: str, place: str) -> list[LeftOut]:
    """What stands in the margin of every page; ``place`` is "page header" or "page footer"."""
    text = collapse(text)
    reason = "page number" if PAGE_NUMBER.match(text) else place
    return [LeftOut(text, reason, furniture=True)] if text else []


def _lines(runs: list[tuple[str, bool]]) -> Iterator[list[tuple[str, bool]]]:
    line: list[tuple[str, bool]] = []
    for text, bold in runs:
        first, *others = text.split("\n")
        line.append((first, bold))
        for other in others:
            yield line
            line = [(other, bold)]
    yield line


def _strong(runs: list[tuple[str, bool]]) -> str:
    """The text at the start that is set in bold, with a number before it, which often is not."""
    leading: list[str] = []
    strong = False
    for text, bold in runs:
        number = not "".join(leading).strip() and is_counter(text)
        if text.strip() and not (bold or number):
            break
        leading.append(text)
        strong = strong or (bold and bool(text.strip()))
    return "".join(leading).lstrip() if strong else ""
