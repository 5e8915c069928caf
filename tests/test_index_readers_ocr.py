"""Scanned pages are read where Tesseract is installed, and said to be; else they are named."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF

from index.errors import UnreadableMinutes
from index.layout import open_tables
from index.minutes import Source
from index.overrides import Overrides
from index.readers import read
from index.readers.blocks import Block
from index.reading import read_meeting
from index.store import Store
from index.tables import STORE_NAME, StoredFile, write_store
from qa.quote import cite
from tests.conftest import small_meeting

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)
FONTS = sorted(Path("/usr/share/fonts").rglob("LiberationSans-Regular.ttf"))
PARAGRAPH = (
    "The Chair welcomed everyone and noted that the report on road repairs had been sent out "
    "late, so that members had not been able to read all of it before the meeting began."
)
LINES = ["Highways Board", "Minutes of 10 May 2024", "1. Road safety", PARAGRAPH, "2. Bridges"]


def typed(lines):
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", size=12)
    for line in lines:
        document.multi_cell(0, 7, line, new_x="LMARGIN", new_y="NEXT", align="L")
        document.ln(4)
    return bytes(document.output())


def scanned(lines, stamp="", before=()):
    """The same page as a picture, with a stamp in letters over it and typed pages before it."""
    picture = pypdfium2.PdfDocument(typed(lines))[0].render(scale=200 / 72, grayscale=True)
    document = FPDF()
    document.set_font("Helvetica", size=12)
    for line in before:
        document.add_page()
        document.multi_cell(0, 7, line)
    document.add_page()
    document.image(picture.to_pil(), x=0, y=0, w=document.w)
    if stamp:
        document.text(150, 280, stamp)
    return bytes(document.output())


def words(text):
    return re.findall(r"\w+", text.lower())


@needs_tesseract
def test_scanned_page_is_read_with_its_words_in_order():
    meeting = read_meeting("may.pdf", scanned(LINES))
    assert words(meeting.text) == words(" ".join(LINES))
    assert meeting.source.ocr_pages == (1,)
    assert any("read by OCR" in warning for warning in meeting.warnings)


@needs_tesseract
def test_only_the_pages_without_text_are_recognised():
    published = read("may.pdf", scanned(LINES, before=[PARAGRAPH]))
    assert published.ocr_pages == (2,)
    assert {block.page for block in published.content if isinstance(block, Block)} == {1, 2}


@needs_tesseract
def test_a_stamp_on_a_scan_does_not_pass_for_its_text():
    published = read("may.pdf", scanned(LINES, stamp="RECEIVED"))
    assert published.ocr_pages == (1,)
    assert any("report on road repairs" in str(block) for block in published.content)


@needs_tesseract
@pytest.mark.skipif(not FONTS, reason="no font to set a page with")
def test_page_whose_font_does_not_tell_its_letters_is_read_as_a_picture():
    document = FPDF()
    document.add_page()
    document.add_font("Untold", fname=FONTS[0])
    document.set_font("Untold", size=12)
    document.multi_cell(0, 7, PARAGRAPH)
    untold = re.sub(
        rb"/ToUnicode \d+ 0 R", lambda match: b" " * len(match[0]), bytes(document.output())
    )
    published = read("may.pdf", untold)
    assert published.ocr_pages == (1,)
    assert [words(block.text) for block in open_tables(published.content)] == [words(PARAGRAPH)]


@needs_tesseract
def test_citation_says_that_a_passage_was_read_by_ocr(tmp_path):
    meeting = read_meeting("may.pdf", scanned(LINES))
    file = StoredFile("sources/may.pdf", Overrides())
    write_store(tmp_path / STORE_NAME, [meeting], [file], {})
    stored = Store(tmp_path / STORE_NAME).meeting(meeting.id)
    assert stored == meeting
    citations = [cite(meeting, passage) for passage in meeting.passages]
    assert {(each.page, each.ocr) for each in citations} == {(1, True)}
    assert {each.label.endswith("page 1, read by OCR") for each in citations} == {True}


def test_citation_of_a_typed_page_names_the_page_alone():
    meeting = read_meeting("may.pdf", typed(LINES))
    citations = [cite(meeting, passage) for passage in meeting.passages]
    assert {(each.page, each.ocr) for each in citations} == {(1, False)}
    assert {each.label.endswith("page 1") for each in citations} == {True}


@needs_tesseract
def test_picture_without_text_is_named():
    published = read("may.pdf", scanned([], before=[PARAGRAPH]))
    assert [(left.text, left.reason) for left in published.left_out] == [
        ("Page 2", "a picture without a text layer")
    ]


def test_without_tesseract_a_scan_is_refused_by_page_with_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableMinutes, match=r"page 1 has no text layer.*install Tesseract"):
        read("may.pdf", scanned(LINES))


def test_without_tesseract_a_scanned_page_among_others_is_named(monkeypatch):
    monkeypatch.setenv("PATH", "")
    published = read("may.pdf", scanned(LINES, before=[PARAGRAPH]))
    assert [(left.text, left.reason) for left in published.left_out] == [
        ("Page 2", "a picture without a text layer")
    ]
    assert published.ocr_pages == ()


@pytest.mark.parametrize(("pages", "expected"), [((), False), ((2,), True), ((3,), False)])
def test_passage_is_by_ocr_where_it_reaches_a_recognised_page(pages, expected):
    source = Source("a.pdf", "0" * 64, "application/pdf", 3, pages)
    scan = replace(small_meeting(), source=source)
    assert scan.by_ocr(scan.passages[1]) is expected
    assert scan.by_ocr(scan.passages[0]) is False
