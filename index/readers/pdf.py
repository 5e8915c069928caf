"""PDF -> blocks and rows, with the page that each begins on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.errors import UnreadableMinutes
from index.minutes import LeftOut
from index.readers import ocr
from index.readers.blocks import Block, Gathered, Published, Row
from index.readers.pdf_columns import with_columns
from index.readers.pdf_margins import without_margins
from index.readers.pdf_newspaper import with_newspaper_columns
from index.readers.pdf_pages import read_pages
from index.readers.pdf_paragraphs import Setting, blocks_of, columns_of, rows_of, setting_of
from index.readers.printed import Page
from index.readers.wrapping import words_of

MEDIA_TYPE = "application/pdf"
# The share of words in which letters may be missing.
UNTOLD = 0.2
# A page with hardly a word and a picture all over it is a scan that was stamped.
FEW_WORDS = 25
MOST_OF_THE_PAGE = 0.6
# Fewer lines outside of tables may all be short; then tables show how wide the text is.
FEW_LINES = 20
# Lines that end before this share of the page's width are never full.
NARROW = 0.6


def is_pdf(data: bytes) -> bool:
    return data[:1024].lstrip(b"\xef\xbb\xbf\x00\t\r\n ").startswith(b"%PDF-")


def read_pdf(name: str, data: bytes) -> Published:
    """Read a PDF; pages that are pictures of their text need text recognition installed."""
    pages = [_recognised(page, data) for page in read_pages(name, data)]
    _check_for_text(name, pages)
    kept, margins = without_margins(pages)
    kept = [with_columns(with_newspaper_columns(page)) for page in kept]
    setting = _setting(kept, pages)
    found = Gathered(left_out=[*margins, *_not_read(pages)])
    for page in kept:
        found.links.extend(page.links)
        found.content.extend(_content(page, setting))
    by_ocr = tuple(page.number for page in pages if page.recognised)
    return replace(found.published(MEDIA_TYPE, len(pages)), ocr_pages=by_ocr)


def _recognised(page: Page, data: bytes) -> Page:
    """The page with the lines read from its picture, where its own text is not what it shows."""
    if not _is_picture(page) or not ocr.is_installed():
        return page
    lines = ocr.recognise(data, page.number)
    return replace(page, lines=lines, tables=(), recognised=True) if lines else page


def _is_picture(page: Page) -> bool:
    words = _words(page)
    if not words:
        return page.drawn > 0
    stamped = len(words) < FEW_WORDS and page.drawn > MOST_OF_THE_PAGE
    return stamped or _is_untold(words)


def _words(page: Page) -> list[str]:
    return [word.text for line in page.every_line for word in line.words]


def _is_untold(words: Sequence[str]) -> bool:
    """Whether the fonts do not tell which letters they draw."""
    return sum("(cid:" in word for word in words) > UNTOLD * len(words)


def _check_for_text(name: str, pages: Sequence[Page]) -> None:
    words = [word for page in pages for word in _words(page)]
    if not words:
        numbers = "page 1 has" if len(pages) == 1 else f"pages 1 to {len(pages)} have"
        raise UnreadableMinutes(f"{name}: {numbers} no text layer, only pictures; {_advice()}")
    if _is_untold(words):
        raise UnreadableMinutes(
            f"{name}: its fonts do not tell which letters they draw; {_advice()}"
        )


def _advice() -> str:
    if ocr.is_installed():
        return "Tesseract recognises no text in it; publish it as DOCX"
    return "install Tesseract (apt install tesseract-ocr) to read it, or publish it as DOCX"


def _setting(kept: Sequence[Page], pages: Sequence[Page]) -> Setting:
    """Measured on the running text where there is any."""
    flowing = [line for page in kept for line in page.flowing]
    every = [line for page in pages for line in page.every_line]
    vocabulary = words_of("\n".join(line.text for line in every))
    least = NARROW * max(page.width for page in pages)
    if len(flowing) < FEW_LINES:
        rows = (row for page in kept for table in page.tables for row in table.rows)
        least = max([least, *(row[-1].right for row in rows)])
    return setting_of(flowing or every, least, vocabulary)


def _not_read(pages: Sequence[Page]) -> Iterator[LeftOut]:
    for page in pages:
        if page.sideways:
            yield LeftOut(page.sideways, "text set sideways")
        if _is_picture(page) and not page.recognised:
            yield LeftOut(f"Page {page.number}", "a picture without a text layer")


def _content(page: Page, setting: Setting) -> Iterator[Block | Row]:
    """The text of a page from top to bottom, with its tables where they stand."""
    lines = list(page.lines)
    for at, table in enumerate(page.tables):
        above = [line for line in lines if line.bottom <= table.top]
        yield from blocks_of(above, setting)
        if table.flowing:
            yield from columns_of(table, setting)
        else:
            # The first table of a page may go on from the page before.
            rows = enumerate(rows_of(table, setting))
            yield from (replace(row, begins=at > 0 and not place) for place, row in rows)
        lines = lines[len(above) :]
    yield from blocks_of(lines, setting)
