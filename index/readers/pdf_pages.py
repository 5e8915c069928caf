"""PDF -> the lines and tables of its pages, put together from where each letter stands."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from index.errors import UnreadableMinutes
from index.readers.extent import check_pages

# Letters further apart than this share of their size belong to two words.
GAP = 0.15
# Letters closer than this share of their size are one, drawn twice; an "l" is thrice as wide.
DOUBLED = 0.07
BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
# What it warns of is how a PDF was made, which its reader can do nothing about.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

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
        return all(word.bold for word in self.words if re.search(r"\w", word.text))

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
    """The cells by row; columns without any text are left off."""

    rows: tuple[tuple[Cell, ...], ...]
    top: float


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
        cells = (cell for table in self.tables for row in table.rows for cell in row)
        return (*self.lines, *(line for cell in cells for line in cell.lines))


def read_pages(name: str, data: bytes) -> list[Page]:
    """Return the pages; raises UnreadableMinutes for a damaged or protected file."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            check_pages(name, len(document.pages))
            return [_page(page) for page in document.pages]
    except (UnreadableMinutes, MemoryError, RecursionError):
        raise
    except PdfminerException as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, MemoryError | RecursionError):
            raise cause from error
        if isinstance(cause, PDFPasswordIncorrect):
            raise UnreadableMinutes(
                f"{name}: it is protected by a password; save it without one"
            ) from error
        raise _damaged(name) from error
    except Exception as error:  # a damaged PDF makes the library fail in ever new ways
        raise _damaged(name) from error


def _damaged(name: str) -> UnreadableMinutes:
    return UnreadableMinutes(f"{name}: the PDF is damaged; open it and print it to a new PDF")


def _page(page: Any) -> Page:
    page = page.filter(_drawn_once())
    found = page.extract_words(x_tolerance_ratio=GAP, return_chars=True)
    words = [_word(word) for word in found if word["upright"]]
    sideways = [word for word in found if not word["upright"]]
    tables = [table for table in page.find_tables() if len(table.rows) > 1]
    boxes = [box for table in tables for box in table.cells]
    flowing = [word for word in words if not any(word.within(box) for box in boxes)]
    return Page(
        page.page_number,
        float(page.width),
        float(page.height),
        tuple(_lines(flowing, page.page_number)),
        tuple(_table(table, words, page.page_number) for table in tables),
        tuple(_links(page.hyperlinks, words)),
        _sideways(sideways),
        _drawn(page),
    )


def _drawn(page: Any) -> float:
    shapes = [*page.images, *page.curves]
    if not shapes:
        return 0.0
    width = max(shape["x1"] for shape in shapes) - min(shape["x0"] for shape in shapes)
    height = max(shape["bottom"] for shape in shapes) - min(shape["top"] for shape in shapes)
    return float(width * height / (page.width * page.height))


def _drawn_once() -> Callable[[dict[str, Any]], bool]:
    """A test that fails for letters which are drawn again, hardly apart, to look bold."""
    drawn: set[tuple[str, int, int]] = set()

    def is_first(shape: dict[str, Any]) -> bool:
        if shape["object_type"] != "char" or not shape["size"]:
            return True
        near = DOUBLED * shape["size"]
        column, row = round(shape["x0"] / near), round(shape["top"] / near)
        around = ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
        again = any((shape["text"], *place) in drawn for place in around)
        drawn.add((shape["text"], column, row))
        return not again

    return is_first


def _sideways(found: Sequence[dict[str, Any]]) -> str:
    """Text that runs down the page or, its letters found in reverse, up."""
    text = " ".join(word["text"] for word in found)
    return text[::-1] if found and found[0]["chars"][0]["matrix"][1] > 0 else text


def _word(found: dict[str, Any]) -> Word:
    bold = all(BOLD.search(char["fontname"]) for char in found["chars"])
    left, right, top, bottom = (float(found[side]) for side in ("x0", "x1", "top", "bottom"))
    return Word(found["text"], left, right, top, bottom, bold)


def _lines(words: Iterable[Word], page: int) -> Iterator[PrintedLine]:
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


def _table(table: Any, words: Sequence[Word], page: int) -> Table:
    rows = [tuple(_cell(box, words, page) for box in row.cells) for row in table.rows]
    columns = [column for column in zip(*rows, strict=True) if any(cell.lines for cell in column)]
    return Table(tuple(zip(*columns, strict=True)), float(table.bbox[1]))


def _cell(box: Box | None, words: Sequence[Word], page: int) -> Cell:
    """A cell; without a box it is one that another reaches into."""
    if box is None:
        return Cell((), 0)
    return Cell(tuple(_lines([word for word in words if word.within(box)], page)), box[2])


def _links(
    hyperlinks: Iterable[dict[str, Any]], words: Sequence[Word]
) -> Iterator[tuple[str, str]]:
    for link in hyperlinks:
        box = (link["x0"], link["top"], link["x1"], link["bottom"])
        label = " ".join(word.text for word in words if word.within(box))
        if url := link.get("uri"):
            yield label, str(url)
