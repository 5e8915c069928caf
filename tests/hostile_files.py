"""Hostile files, made in code: each named after what it does to a careless reader."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{TYPES}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "'
    + "lol " * 10
    + '">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
HALF = '<!DOCTYPE x [<!ENTITY i "">]>'
QUADRATIC = f'<!DOCTYPE x [<!ENTITY i "{"spam " * 20_000}">]>'
PLAIN_DOCTYPE = "<!DOCTYPE x>"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return out.getvalue()


def docx(body: str, before: str = "", encoding: str = "utf-8") -> bytes:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    document = f"{declared}{before}<w:document {W}><w:body>{body}</w:body></w:document>"
    return zipped({"_rels/.rels": RELATIONS, "word/document.xml": document.encode(encoding)})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, before: str = "") -> bytes:
    names = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table"))
    content = (
        f"{before}<office:document-content {names}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": ODT_MEDIA_TYPE, "content.xml": content})


def nested(opening: str, closing: str, depth: int, inside: str = "Item 1") -> str:
    return opening * depth + inside + closing * depth


def pdf(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """Objects are numbered from 1; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(places) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
WORDS = b"BT /F1 12 Tf 72 700 Td (1. Road safety was discussed) Tj ET\n"


def page_pdf(contents: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    """One page; its contents are object 4, its font 5, ``more`` begins with 6."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> %s >> >>" % resources
    )
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, contents, FONT, *more])


def deflated(megabytes: int, unit: bytes) -> bytes:
    packer = zlib.compressobj(1)
    block = (unit * (2**20 // len(unit) + 1))[: 2**20]
    return b"".join([*(packer.compress(block) for _ in range(megabytes)), packer.flush()])


def flate_bomb(megabytes: int, unit: bytes = b"BT (a) Tj ET\n") -> bytes:
    return page_pdf(stream(deflated(megabytes, unit), b"/Filter /FlateDecode"))


def flate_twice() -> bytes:
    return page_pdf(
        stream(zlib.compress(deflated(500, b"\0")), b"/Filter [/FlateDecode /FlateDecode]")
    )


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 5 + count))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R "
        b"/Resources << /Font << /F1 4 0 R >> >> >>"
    )
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, stream(WORDS), FONT, *[page] * count])


def pages_in_pages(depth: int) -> bytes:
    nodes = [
        b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(depth)
    ]
    leaf = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] >>" % (depth + 1)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, leaf])


def forms_in_forms(levels: int, fan_out: int) -> bytes:
    forms = [
        stream(
            b"/X Do " * fan_out,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
            b"/Resources << /XObject << /X %d 0 R >> >>" % (7 + level),
        )
        for level in range(levels)
    ]
    last = stream(
        WORDS * fan_out,
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>",
    )
    return page_pdf(stream(b"/X Do"), *forms, last, resources=b"/XObject << /X 6 0 R >>")


def form_in_itself() -> bytes:
    form = stream(
        b"/X Do /X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
    )
    return page_pdf(stream(b"/X Do"), form, resources=b"/XObject << /X 6 0 R >>")


def png(side: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(2**20))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def lying_about_its_size() -> bytes:
    """A part that unpacks to more than the archive says."""
    data = bytearray(docx(paragraph("Item 1 " * 100_000)))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(signature, data.find(signature) + 1)
        struct.pack_into("<I", data, at + offset, 100)
    return bytes(data)


def flipped(data: bytes, at: float) -> bytes:
    middle = int(len(data) * at)
    return (
        data[:middle]
        + bytes(255 - byte for byte in data[middle : middle + 50])
        + data[middle + 50 :]
    )


def encrypted() -> bytes:
    data = bytearray(docx(paragraph("Item 1")))
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    return bytes(data)


REAL_DOCX = docx("".join(paragraph(f"{number}. Road safety") for number in range(1, 400)))
REAL_PDF = many_pages(3)
WORDS_OF_A_PAGE = "The Board noted the report and thanked the officers. " * 50

HOSTILE: dict[str, Callable[[], bytes]] = {
    # archives that unpack to far more than they weigh
    "zip-bomb.docx": lambda: docx(paragraph(" " * 2**20) * 70),
    "zip-bomb.odt": lambda: odt(("<text:p>" + "x" * 2**20 + "</text:p>") * 70),
    "million-paragraphs.docx": lambda: docx(paragraph("a") * 1_200_000),
    "bomb-in-styles.docx": lambda: zipped(
        {
            "_rels/.rels": RELATIONS,
            "word/document.xml": f"<w:document {W}><w:body>{paragraph('a')}</w:body></w:document>",
            "word/styles.xml": b"<a/>" + b" " * (210 * 2**20),
        }
    ),
    "says-it-is-small.docx": lying_about_its_size,
    "zip-in-zip.docx": lambda: zipped({"inner.zip": zipped({"x": b"0" * 10**7})}),
    "many-parts.docx": lambda: zipped({f"part{number}": "x" for number in range(70_000)}),
    "gzip-bomb.html.gz": lambda: gzip.compress(bytes(50 * 2**20)),
    # entities and document types
    "billion-laughs.docx": lambda: docx(paragraph("&i;"), BOMB),
    "quadratic-entities.docx": lambda: docx(paragraph("&i;" * 20_000), QUADRATIC),
    "outside-entity.docx": lambda: docx(paragraph("&i;"), EXTERNAL),
    "empty-entity.docx": lambda: docx(paragraph("1. Road &i;safety"), HALF),
    "doctype.docx": lambda: docx(paragraph("1. Road safety"), PLAIN_DOCTYPE),
    "doctype-utf16.docx": lambda: docx(paragraph("1. Road safety"), PLAIN_DOCTYPE, "utf-16"),
    "billion-laughs.odt": lambda: odt("<text:p>&i;</text:p>", BOMB),
    "outside-entity.odt": lambda: odt("<text:p>&i;</text:p>", EXTERNAL),
    "doctype.odt": lambda: odt("<text:p>1. Road safety</text:p>", PLAIN_DOCTYPE),
    # PDF: what is packed, loops, and what multiplies
    "flate-bomb.pdf": lambda: flate_bomb(200),
    "flate-bomb-of-zeros.pdf": lambda: flate_bomb(500, b"\0"),
    "flate-twice.pdf": flate_twice,
    "ten-thousand-pages.pdf": lambda: many_pages(10_000),
    "pages-in-pages.pdf": lambda: pages_in_pages(5_000),
    "pages-in-a-circle.pdf": lambda: pdf(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]
    ),
    "forms-multiply.pdf": lambda: forms_in_forms(8, 10),
    "form-in-itself.pdf": form_in_itself,
    "brackets.pdf": lambda: page_pdf(stream(b"[" * 200_000)),
    "brackets-in-object.pdf": lambda: pdf(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * 100_000 + b"]" * 100_000]
    ),
    "tables-in-a-circle.pdf": lambda: REAL_PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"),
    "only-a-beginning.pdf": lambda: b"%PDF-1.7\n",
    "zeros.pdf": lambda: b"%PDF-1.7\n" + bytes(2**20),
    "cut.pdf": lambda: REAL_PDF[:300],
    # nesting
    "nested-tables.docx": lambda: docx(
        nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 20_000, paragraph("a"))
    ),
    "nested-changes.docx": lambda: docx(
        f"<w:p>{nested('<w:ins>', '</w:ins>', 20_000, '<w:r><w:t>a</w:t></w:r>')}</w:p>"
    ),
    "nested-lists.odt": lambda: odt(
        nested("<text:list><text:list-item>", "</text:list-item></text:list>", 20_000, "a")
    ),
    "nested-divs.html": lambda: f"<html><body>{nested('<div>', '</div>', 50_000)}".encode(),
    "nested-lists.html": lambda: f"<html><body>{nested('<ul><li>', '</li></ul>', 50_000)}".encode(),
    "nested-tables.html": lambda: (
        f"<html><body>{nested('<table><tr><td>', '</td></tr></table>', 5_000)}".encode()
    ),
    "nested-quotes.md": lambda: (nested("<blockquote>", "</blockquote>", 50_000)).encode(),
    # sheer length
    "ten-thousand-pages.txt": lambda: ((WORDS_OF_A_PAGE + "\n\f") * 10_000).encode(),
    "ten-thousand-pages.html": lambda: (
        "<html><body>" + f"<p>{WORDS_OF_A_PAGE}</p>" * 10_000
    ).encode(),
    "ten-thousand-pages.docx": lambda: docx(paragraph(WORDS_OF_A_PAGE) * 10_000),
    "one-line.txt": lambda: b"a " * 3_000_000,
    # cut short, flipped, or no text at all
    "cut.docx": lambda: REAL_DOCX[: len(REAL_DOCX) // 2],
    "cut-at-the-end.docx": lambda: REAL_DOCX[:-30],
    "flipped.docx": lambda: flipped(REAL_DOCX, 0.5),
    "encrypted.docx": encrypted,
    "null-bytes.docx": lambda: docx(paragraph("Item\0 1")),
    "null-bytes.txt": lambda: b"1. Road safety\n" + bytes(1000) + b"2. Budget\n",
    "null-bytes.html": lambda: b"<html><body><p>1. Road\0safety</p>" + bytes(1000),
    "only-null-bytes.txt": lambda: bytes(10_000),
    "half-a-letter.txt": lambda: b"\xff\xfe" + "1. Road safety".encode("utf-16-le")[:-1],
    "picture-bomb.png": lambda: png(60_000),
    "picture-bomb.pdf": lambda: png(60_000),
}

# Files that ask for much but that are read for what they hold.
HARMLESS: dict[str, Callable[[], bytes]] = {
    "billion-spaces.odt": lambda: odt('<text:p>a<text:s text:c="4000000000"/>b</text:p>'),
    "billion-columns.odt": lambda: odt(
        "<table:table><table:table-row>"
        '<table:table-cell table:number-columns-repeated="1000000000"><text:p>a</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    ),
    "billion-rows.odt": lambda: odt(
        '<table:table><table:table-row table:number-rows-repeated="1000000000">'
        "<table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
    ),
}

WHAT_IS_SAID = {
    "zip-bomb.docx": "it unpacks to more than 64 MB",
    "million-paragraphs.docx": "takes more than 256 MB of memory",
    "doctype.docx": "its XML declares a document type",
    "empty-entity.docx": "its XML declares a document type",
    "doctype.odt": "its XML declares a document type",
    "flate-bomb-of-zeros.pdf": "takes more than 256 MB of memory",
    "flate-twice.pdf": "takes more than 256 MB of memory",
    "ten-thousand-pages.pdf": "it has 10,000 pages, more than the 2,000 that are read",
    "ten-thousand-pages.txt": "more than 5,000,000 characters",
    "nested-divs.html": "nested too deeply",
    "nested-tables.docx": "nested too deeply",
    "nested-lists.odt": "nested too deeply",
    "encrypted.docx": "protected by a password",
    "null-bytes.txt": "not text in a known encoding",
}
