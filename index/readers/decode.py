"""Bytes -> text, or a clear reason why they are none."""

from __future__ import annotations

import codecs
import re

from index.errors import UnreadableMinutes
from index.readers.extent import check_length

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
ADVICE = "save it as DOCX or PDF"
DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]*?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decode(name: str, data: bytes) -> str:
    """Return the text of a file; raises UnreadableMinutes for what is not text."""
    if not data.strip(b"\x00\t\n\v\f\r "):
        raise UnreadableMinutes(f"{name}: the file is empty; replace it with the published minutes")
    text = _decoded(data)
    if text is None or _looks_binary(text):
        raise UnreadableMinutes(
            f"{name}: this is not text in a known encoding; save it as UTF-8 text or HTML"
        )
    check_length(name, len(text))
    return text


def refused(name: str, kind: str) -> UnreadableMinutes:
    """The error for a file of a format that is not read."""
    return UnreadableMinutes(f"{name}: this is {kind}, which cannot be read; {ADVICE}")


def _decoded(data: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _try(data, encoding)
    # What is published in Britain and not in UTF-8 was written on Windows; guessing by letter
    # statistics turns "café – £5" into Baltic or Central European text.
    for encoding in (_wide(data), "utf-8", _declared(data), "cp1252"):
        if encoding and (text := _try(data, encoding)) is not None:
            return text
    return None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: in most languages every other byte is null."""
    most = len(data) * 0.4
    if data[1::2].count(0) > most:
        return "utf-16-le"
    return "utf-16-be" if data[::2].count(0) > most else ""


def _declared(data: bytes) -> str:
    """The encoding that a web page names in its head; empty where it names none that is known."""
    match = DECLARED.search(data[:2048])
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else ""
    except LookupError:
        return ""
    # What is declared as Latin-1 is Windows-1252 on the web.
    return "" if name in {"iso8859-1", "ascii"} else name


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):  # "hex" is a known encoding, but not of text
        return None


def _looks_binary(text: str) -> bool:
    # Text holds hardly any control characters besides white space; one in a hundred is generous.
    return "\x00" in text or len(CONTROL.findall(text)) * 100 > len(text)
