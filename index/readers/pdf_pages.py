"""PDF -> the lines and tables of its pages, put together from where each letter stands."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from index.errors import UnreadableMinutes
from index.readers.extent import check_pages
from index.readers.printed import GAP, Box, Cell, Page, Table, Word, lines_of

# Letters closer than this share of their size are one, drawn twice; an "l" is thrice as wide.
DOUBLED = 0.07
BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
# What it warns of is how a PDF was made, which its reader can do nothing about.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


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
        tuple(lines_of(flowing, page.page_number)),
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
    drawn: set[tuple[str, float, int, int]] = set()

    def is_first(shape: dict[str, Any]) -> bool:
        if shape["object_type"] != "char" or not shape["size"]:
            return True
        near = DOUBLED * shape["size"]
        column, row = round(shape["x0"] / near), round(shape["top"] / near)
        around = ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
        # Places are counted in shares of the size, so that other sizes have other places.
        again = any((shape["text"], near, *place) in drawn for place in around)
        drawn.add((shape["text"], near, column, row))
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


def _table(table: Any, words: Sequence[Word], page: int) -> Table:
    rows = [tuple(_cell(box, words, page) for box in row.cells) for row in table.rows]
    columns = [column for column in zip(*rows, strict=True) if any(cell.lines for cell in column)]
    return Table(tuple(zip(*columns, strict=True)), float(table.bbox[1]))


def _cell(box: Box | None, words: Sequence[Word], page: int) -> Cell:
    """A cell; without a box it is one that another reaches into."""
    if box is None:
        return Cell((), 0)
    return Cell(tuple(lines_of([word for word in words if word.within(box)], page)), box[2])


def _links(
    hyperlinks: Iterable[dict[str, Any]], words: Sequence[Word]
) -> Iterator[tuple[str, str]]:
    for link in hyperlinks:
        box = (link["x0"], link["top"], link["x1"], link["bottom"])
        label = " ".join(word.text for word in words if word.within(box))
        if url := link.get("uri"):
            yield label, str(url)
