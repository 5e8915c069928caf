"""PDF -> blocks and rows, with the page that each begins on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.errors import UnreadableMinutes
from index.minutes import LeftOut
from index.readers.blocks import Block, Gathered, Published, Row
from index.readers.pdf_margins import without_margins
from index.readers.pdf_pages import Page, PrintedLine, read_pages
from index.readers.pdf_paragraphs import Setting, blocks_of, rows_of, setting_of
from index.readers.wrapping import words_of

MEDIA_TYPE = "application/pdf"
# The share of words in which letters may be missing.
UNTOLD = 0.2


def is_pdf(data: bytes) -> bool:
    return data[:1024].lstrip(b"\xef\xbb\xbf\x00\t\r\n ").startswith(b"%PDF-")


def read_pdf(name: str, data: bytes) -> Published:
    """Read a PDF that has its text, not only pictures of it."""
    pages = read_pages(name, data)
    _check_for_text(name, pages)
    kept, margins = without_margins(pages)
    setting = _setting(kept, pages)
    found = Gathered(left_out=[*margins, *_not_read(pages)])
    for page in kept:
        found.links.extend(page.links)
        found.content.extend(_content(page, setting))
    return found.published(MEDIA_TYPE, len(pages))


def _check_for_text(name: str, pages: Sequence[Page]) -> None:
    words = [word.text for page in pages for line in _lines(page) for word in line.words]
    if not words:
        numbers = "page 1 has" if len(pages) == 1 else f"pages 1 to {len(pages)} have"
        raise UnreadableMinutes(
            f"{name}: {numbers} no text layer, only pictures of the text; "
            "run text recognition (OCR) over the file or publish it as DOCX"
        )
    if sum("(cid:" in word for word in words) > UNTOLD * len(words):
        raise UnreadableMinutes(
            f"{name}: its fonts do not tell which letters they draw; publish it as DOCX"
        )


def _setting(kept: Sequence[Page], pages: Sequence[Page]) -> Setting:
    """Measured on the running text where there is any."""
    flowing = [line for page in kept for line in page.lines]
    every = [line for page in pages for line in _lines(page)]
    vocabulary = words_of("\n".join(line.text for line in every))
    return setting_of(flowing or every, max(page.width for page in pages), vocabulary)


def _lines(page: Page) -> list[PrintedLine]:
    cells = (cell for table in page.tables for row in table.rows for cell in row)
    return [*page.lines, *(line for cell in cells for line in cell.lines)]


def _not_read(pages: Sequence[Page]) -> Iterator[LeftOut]:
    for page in pages:
        if page.sideways:
            yield LeftOut(page.sideways, "text set sideways")
        if page.pictures and not _lines(page):
            yield LeftOut(f"Page {page.number}", "a picture without a text layer")


def _content(page: Page, setting: Setting) -> Iterator[Block | Row]:
    """The text of a page from top to bottom, with its tables where they stand."""
    lines = list(page.lines)
    for table in page.tables:
        above = [line for line in lines if line.bottom <= table.top]
        yield from blocks_of(above, setting)
        yield from rows_of(table, setting)
        lines = lines[len(above) :]
    yield from blocks_of(lines, setting)
