"""A verified briefing as a Word document, in styles that an office can change as a whole."""

from __future__ import annotations

import re
from datetime import datetime, time
from io import BytesIO

from docx import Document
from docx.document import Document as Page
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as Written

from qa.briefing import CheckedBriefing
from qa.briefing_parts import (
    NOTE,
    Heading,
    Labelled,
    Paragraph,
    Part,
    Points,
    Quotation,
    Source,
    parts,
)
from qa.briefing_wording import VERIFIED, Imprint
from qa.wording import date_in_words

LANGUAGE = "en-GB"
CONTEXT, CITATION, BRIEFING_NOTE, SOURCE = "Quote Context", "Citation", "Briefing Note", "Source"
NOT_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_docx(briefing: CheckedBriefing, imprint: Imprint) -> bytes:
    """The whole document; a character that XML cannot hold is shown as U+FFFD."""
    page = Document()
    _set_up(page)
    _describe(page, briefing.title, imprint)
    _add(page, briefing.title, "Title")
    _add(page, date_in_words(imprint.made_on), "Subtitle")
    for part in parts(briefing, imprint):
        _add_part(page, part)
    file = BytesIO()
    page.save(file)
    return file.getvalue()


def _add_part(page: Page, part: Part) -> None:
    match part:
        case Heading(text):
            _add(page, text, "Heading 1")
        case Quotation():
            _add_quotation(page, part)
        case Labelled(label, text):
            _add_labelled(page, label, text)
        case Paragraph(text):
            _add(page, text, "Normal")
        case Points(texts):
            for text in texts:
                _add(page, text, "List Bullet")
        case Source(number, text):
            _add(page, f"[{number}]\t{text}", SOURCE)


def _add_quotation(page: Page, quotation: Quotation) -> None:
    if quotation.context:
        _add(page, quotation.context, CONTEXT)
    _add(page, quotation.text, "Quote")
    _add(page, quotation.citation, CITATION)


def _add(page: Page, text: str, style: str) -> Written:
    return page.add_paragraph(NOT_XML.sub("\ufffd", text), style)


def _add_labelled(page: Page, label: str, text: str) -> None:
    paragraph = _add(page, "", BRIEFING_NOTE if label == NOTE else "Normal")
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(NOT_XML.sub("\ufffd", text))


def _describe(page: Page, title: str, imprint: Imprint) -> None:
    told = page.core_properties
    told.title = NOT_XML.sub("\ufffd", title)[:255]
    told.author = told.last_modified_by = NOT_XML.sub("\ufffd", imprint.author)[:255]
    told.comments = VERIFIED
    told.language = LANGUAGE
    told.created = told.modified = datetime.combine(imprint.made_on, time())


def _set_up(page: Page) -> None:
    """A4, British English, and the styles that Word has none for."""
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    for language in page.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    quote = _style(page, "Quote")
    context, citation = _new_style(page, CONTEXT), _new_style(page, CITATION)
    for style in (quote, context, citation):
        style.paragraph_format.left_indent = Cm(1)
    for style in (context, quote):
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = True
    context.font.bold = True
    citation.font.size = Pt(9)
    note = _new_style(page, BRIEFING_NOTE)
    shade = note.element.get_or_add_pPr().makeelement(
        qn("w:shd"), {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): "F1F4F8"}
    )
    note.element.get_or_add_pPr().append(shade)
    source = _new_style(page, SOURCE)
    source.paragraph_format.left_indent = Cm(1)
    source.paragraph_format.first_line_indent = Cm(-1)


def _style(page: Page, name: str) -> ParagraphStyle:
    style = page.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _new_style(page: Page, name: str) -> ParagraphStyle:
    style = page.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = _style(page, "Normal")
    style.quick_style = True
    return style
