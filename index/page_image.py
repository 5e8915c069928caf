"""A page of a PDF as an image, with the words of a quote marked on it."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

MEDIA_TYPE = "image/webp"
PDF = "application/pdf"
# In dots; a page of any shape is drawn within these, which takes 16 MB of memory at most.
WIDTH, LONGEST_SIDE, MOST_DOTS = 1000, 4000, 4_000_000
MARK = (255, 243, 160)
WORD = re.compile(r"[^\W_]+")
# PDFium must not be called from two threads at once.
ONE_AT_A_TIME = threading.Lock()
LONGEST_WAIT = 10.0


class PageNotDrawn(Exception):
    """The page cannot be drawn now: others are being drawn, or its file is damaged."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


def has_page_images(media_type: str) -> bool:
    """Whether the pages of a published file can be drawn."""
    return media_type == PDF


def draw_page(path: Path, page: int, quote: str = "") -> bytes | None:
    """The page, counted from 1, as a WebP image; None where the file has no such page.

    Raises PageNotDrawn where that takes too long or the file cannot be read.
    ``quote`` is marked where its words stand on the page one after the other.
    """
    with _open(path) as document:
        if not 1 <= page <= len(document):
            return None
        opened = document[page - 1]
        width, height = opened.get_size()
        scale = min(WIDTH / width, LONGEST_SIDE / height, (MOST_DOTS / (width * height)) ** 0.5)
        image = opened.render(scale=scale).to_pil().convert("RGB")
        _mark(image, list(_boxes(opened, quote)), scale)
        drawn = io.BytesIO()
        image.save(drawn, "WEBP", quality=80)
        return drawn.getvalue()


@contextmanager
def _open(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    if not ONE_AT_A_TIME.acquire(timeout=LONGEST_WAIT):
        raise PageNotDrawn("other pages are being drawn")
    try:
        with pypdfium2.PdfDocument(path) as document:
            yield document
    except pypdfium2.PdfiumError as error:
        raise PageNotDrawn(str(error)) from error
    finally:
        ONE_AT_A_TIME.release()


def _boxes(page: pypdfium2.PdfPage, quote: str) -> Iterator[Box]:
    """Where the words of a quote stand: as a whole, or else as much of each line as does."""
    text = page.get_textpage()
    printed = text.get_text_range()
    for start, end in find_words(printed, quote):
        for at in range(text.count_rects(start, end - start)):
            yield Box(*text.get_rect(at))


def find_words(printed: str, quote: str) -> list[tuple[int, int]]:
    """Where the words of a quote stand in the text of a page.

    A quote that stands there only in part, as it goes on on another page, is found line by line.
    """
    if found := _find(printed, quote):
        return [found]
    lines = (_find(printed, line) for line in quote.splitlines())
    return [line for line in lines if line]


def _find(printed: str, quote: str) -> tuple[int, int] | None:
    words = WORD.findall(quote)
    if not words:
        return None
    # A hyphen and a line break inside a word were undone when the text was read.
    letters = [r"(?:[-\u00ad\ufffe\x02]?\s*)".join(map(re.escape, word)) for word in words]
    match = re.search(r"[\W_]*".join(letters), printed, re.IGNORECASE)
    return match.span() if match else None


def _mark(image: Image.Image, boxes: list[Box], scale: float) -> None:
    """Tint the boxes as a marker pen would, so that what is printed stays as dark."""
    layer = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(layer)
    for box in boxes:
        top, bottom = image.height - box.top * scale - 2, image.height - box.bottom * scale + 2
        draw.rectangle((box.left * scale - 2, top, box.right * scale + 2, bottom), fill=MARK)
    image.paste(ImageChops.multiply(image, layer))
