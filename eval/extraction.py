"""The plain text of a file as libraries extract it: nothing understood, nothing left out."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable

import pdfplumber
import pypdfium2
from lxml import etree
from lxml import html as lxml_html

from index.readers.archive import Archive
from index.readers.decode import decode
from index.readers.docx import main_part
from index.readers.markup import NOT_TEXT

Extraction = Callable[[bytes], str]
# What is printed in no paragraph: addresses of links, comments, what changes tracking took out.
ADDRESS = re.compile(r"\]\([^)\s]*\)|<https?://[^>]*>|\s(?:href|src)=\S+")


def pdf_by_pdfplumber(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data), password="") as document:
        return "\n".join(page.extract_text() for page in document.pages)


def pdf_by_pdfium(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def docx(data: bytes) -> str:
    archive = Archive("", data)
    root = archive.xml(main_part(archive))
    gaps = ("br", "cr", "tab")
    for gap in root.iter(*gaps):
        gap.text = " "
    return "\n".join("".join(t.text or "" for t in p.iter("t", *gaps)) for p in root.iter("p"))


def odt(data: bytes) -> str:
    root = Archive("", data).xml("content.xml")
    for gap in root.iter("s", "tab", "line-break"):
        gap.text = " "
    return "\n".join("".join(paragraph.itertext()) for paragraph in root.iter("p", "h"))


def page(data: bytes) -> str:
    root = lxml_html.document_fromstring(decode("", data).encode(), parser=_parser())
    etree.strip_elements(root, *NOT_TEXT, with_tail=False)
    return " ".join(root.itertext())


def text(data: bytes) -> str:
    return html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", " ", ADDRESS.sub(" ", decode("", data))))


def _parser() -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(encoding="utf-8", remove_comments=True)


# How a file of each media type is extracted by the library that reads it, and, to count words,
# by another one where there is one.
SAME_LIBRARY: dict[str, Extraction] = {
    "application/pdf": pdf_by_pdfplumber,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": docx,
    "application/vnd.oasis.opendocument.text": odt,
    "text/html": page,
    "text/plain": text,
}
ALL_WORDS = {**SAME_LIBRARY, "application/pdf": pdf_by_pdfium}
