"""Pages of a PDF that are pictures of their text -> printed lines, recognised by Tesseract."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from statistics import median
from typing import Any

import pypdfium2
from lxml import html as lxml_html

from index.readers.printed import PrintedLine, Word

# Tesseract is trained on 300 dots an inch; larger pages than A3 are drawn coarser.
DOTS_A_POINT = 300 / 72
MOST_DOTS = 5000
SECONDS = 120
COMMAND = ["tesseract", "stdin", "stdout", "-l", "eng", "--psm", "4"]
# Lines whose height differs by less than this share are set in one size.
LIKE = 0.15


def is_installed() -> bool:
    return shutil.which("tesseract") is not None


def recognise(data: bytes, number: int) -> tuple[PrintedLine, ...]:
    """The lines of a page of a PDF in reading order; none where nothing can be recognised."""
    picture, dots = _draw(data, number)
    try:
        ended = subprocess.run(
            [*COMMAND, "--dpi", str(round(72 * dots)), "hocr"],
            input=picture,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            # Several threads for one page take longer together than one alone.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.TimeoutExpired, OSError):
        return ()
    if ended.returncode or not ended.stdout.strip():
        return ()
    return tuple(_lines(ended.stdout, number, dots))


def _draw(data: bytes, number: int) -> tuple[bytes, float]:
    """A page as a PNG picture, and how many dots of it a point is."""
    document = pypdfium2.PdfDocument(data, password="")
    try:
        page = document[number - 1]
        dots = min(DOTS_A_POINT, MOST_DOTS / max(page.get_size()))
        drawn = io.BytesIO()
        page.render(scale=dots, grayscale=True).to_pil().save(drawn, "PNG", compress_level=1)
        return drawn.getvalue(), dots
    finally:
        document.close()


def _lines(hocr: bytes, number: int, dots: float) -> Iterator[PrintedLine]:
    root = lxml_html.document_fromstring(hocr)
    found = [
        line for line in root.iter("span") if line.find("span[@class='ocrx_word']") is not None
    ]
    sizes = [_measure(line, "x_size")[0] for line in found]
    usual = median(sizes) if sizes else 0
    for line, size in zip(found, sizes, strict=True):
        size = usual if abs(size - usual) < LIKE * usual else size
        bottom = _bottom(line)
        words = [_word(word, bottom - size, bottom, dots) for word in line.iter("span")]
        if kept := tuple(word for word in words if word is not None):
            yield PrintedLine(kept, number)


def _bottom(line: Any) -> float:
    """Where letters such as "p" end, whether the line holds one or not."""
    offset = _measure(line, "baseline")[-1]
    return _measure(line, "bbox")[3] + offset + _measure(line, "x_descenders")[0]


def _word(element: Any, top: float, bottom: float, dots: float) -> Word | None:
    text = " ".join(element.text_content().split())
    if element.get("class") != "ocrx_word" or not text:
        return None
    left, _, right, _ = _measure(element, "bbox")
    return Word(text, left / dots, right / dots, top / dots, bottom / dots, bold=False)


def _measure(element: Any, name: str) -> list[float]:
    """The numbers after a name in what Tesseract says of an element: "bbox 740 107 914 128"."""
    match = re.search(rf"\b{name}((?: -?[\d.]+)+)", element.get("title", ""))
    return [float(number) for number in match[1].split()] if match else [0.0]
