"""Bytes become text, or a reason that says what to do."""

import codecs

import pytest

from index.errors import UnreadableMinutes
from index.readers.decode import decode

TEXT = "Café – £5 for each of the Board’s members.\n" * 3


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=[
        "utf-8",
        "utf-8 with mark",
        "utf-16",
        "utf-16 big-endian",
        "utf-32",
        "utf-16 without mark",
        "utf-16 big-endian without mark",
        "cp1252",
    ],
)
def test_text_is_the_same_in_every_encoding(data):
    assert decode("minutes.txt", data) == TEXT


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"", "empty.*replace it"),
        (b" \r\n\t\x00", "empty.*replace it"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not text.*save it as UTF-8"),
        (b"abc\x00def\x00" * 20, "not text.*save it as UTF-8"),
        (TEXT.encode() * 100 + b"\x00", "not text.*save it as UTF-8"),
        (b"\xff\xfeab\xd8", "not text.*save it as UTF-8"),
    ],
    ids=[
        "nothing",
        "blanks",
        "image",
        "binary",
        "one null",
        "broken utf-16",
    ],
)
def test_what_is_no_text_is_refused_by_name_with_what_to_do(data, advice):
    with pytest.raises(UnreadableMinutes, match=f"^march.txt: .*{advice}"):
        decode("march.txt", data)


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="iso-8859-15">', "iso-8859-15"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ('<?xml version="1.0" encoding="windows-1250"?>', "cp1250"),
        ('<meta charset="unheard-of">', "cp1252"),
        ('<meta charset="hex">', "cp1252"),
    ],
)
def test_web_page_is_read_in_the_encoding_that_it_declares(declaration, encoding):
    page = f"{declaration}<p>Bryngwyn café, 5 €</p>"
    assert decode("minutes.html", page.encode(encoding)) == page
