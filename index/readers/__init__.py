"""Readers: one module a format, bytes -> what was published, as blocks and rows."""

from __future__ import annotations

from index.readers.blocks import Published
from index.readers.decode import decode
from index.readers.markup import is_page, read_page
from index.readers.plain import read_text


def read(name: str, data: bytes) -> Published:
    """Read a published file; its format is told from its content, not from its name."""
    text = decode(name, data)
    return read_page(text) if is_page(text) else read_text(text)
