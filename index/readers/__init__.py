"""Readers: one module a format, bytes -> what was published, as blocks and rows."""

from __future__ import annotations

from dataclasses import replace

from index.minutes import LeftOut
from index.readers.archive import Archive
from index.readers.blocks import Published
from index.readers.converted import is_convertible, read_converted
from index.readers.decode import decode, refused
from index.readers.docx import main_part, read_docx
from index.readers.front_matter import split_front_matter
from index.readers.markup import is_page, read_page
from index.readers.odt import is_odt, read_odt
from index.readers.pdf import is_pdf, read_pdf
from index.readers.plain import read_text


def read(name: str, data: bytes) -> Published:
    """Read a published file; its format is told from its content, not from its name."""
    if data.startswith(b"PK\x03\x04"):
        return _read_zipped(Archive(name, data))
    if is_pdf(data):
        return read_pdf(name, data)
    if is_convertible(data):
        return read_converted(name, data)
    return _read_written(decode(name, data))


def _read_written(text: str) -> Published:
    front_matter, metadata, text = split_front_matter(text)
    published = read_page(text) if is_page(text) else read_text(text)
    left_out = published.left_out
    if metadata:
        left_out = (LeftOut(metadata, "front matter", furniture=True), *left_out)
    front_matter = (*front_matter, *published.front_matter)
    return replace(published, front_matter=front_matter, left_out=left_out)


def _read_zipped(archive: Archive) -> Published:
    if main_part(archive):
        return read_docx(archive)
    if is_odt(archive):
        return read_odt(archive)
    raise refused(archive.name, "a zipped file, but no Word or OpenDocument text")
