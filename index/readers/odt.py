"""OpenDocument texts (ODT) -> blocks and rows, tracked changes taken as accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from index.errors import UnreadableMinutes
from index.minutes import LeftOut
from index.readers.archive import Archive
from index.readers.blocks import BlockKind, Gathered, Published, Row
from index.readers.counting import whole
from index.readers.inline import collapse
from index.readers.odt_lists import Lists
from index.readers.odt_styles import Styles
from index.readers.writing import Writing, flat, furniture, marked

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
LEFT_OUT = {
    "tracked-changes": "deleted by a tracked change",
    "annotation": "comment on the text",
    "table-of-content": "table of contents",
    "desc": "description of a picture",
}
NOT_TEXT = {"binary-data", "forms", "sequence-decls", "variable-decls", "user-field-decls"}
STRUCTURES = {"p", "h", "list", "table"}
WITH_TEXT = {"p", "h", "span", "a"}
SIGNS = {"s", "tab", "line-break"}
MARGINS = {"header", "header-left", "header-first", "footer", "footer-left", "footer-first"}


def is_odt(archive: Archive) -> bool:
    return archive.read("mimetype").startswith(MEDIA_TYPE.encode())


def read_odt(archive: Archive) -> Published:
    """Read an OpenDocument text."""
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableMinutes(
            f"{archive.name}: it is protected by a password; save it without one"
        )
    content, shared = archive.xml("content.xml"), archive.xml("styles.xml")
    styles, found = Styles(shared, content), Gathered()
    for body in content.iterfind("body/text"):
        _Walker(styles, Lists(styles), found).walk(body)
    left_out = [left for page in shared.iter("master-page") for left in _margins(page)]
    found.left_out.extend(dict.fromkeys(left_out))
    return found.published(MEDIA_TYPE)


class _Walker:
    """Gathers the blocks of one stretch of a document: its body, a cell, a note, a text box."""

    def __init__(self, styles: Styles, lists: Lists, found: Gathered) -> None:
        self.styles = styles
        self.lists = lists
        self.found = found
        self.writing: Writing | None = None

    def walk(self, element: Any) -> None:
        for child in element:
            self._visit(child, bold=False)

    def _visit(self, element: Any, bold: bool) -> None:
        # A shape has a title as a picture has a description; elsewhere a title is the document's.
        shape = element.tag == "title" and element.getparent().tag not in WITH_TEXT
        tag = "desc" if shape else element.tag
        if tag in LEFT_OUT:
            self._leave_out(element, LEFT_OUT[tag])
        elif tag in STRUCTURES:
            self._structure(element)
        elif tag == "note":
            self._note(element, bold)
        elif tag in SIGNS:
            self._sign(tag, bold)
        elif tag not in NOT_TEXT:
            self._inline(element, bold)

    def _structure(self, element: Any) -> None:
        if self.writing is not None:
            self.writing.after.extend(self._inner([element]).content)
        elif element.tag == "list":
            self._list(element)
        elif element.tag == "table":
            self._table(element)
        else:
            self._paragraph(element)

    def _paragraph(self, paragraph: Any) -> None:
        level = self.styles.level(paragraph)
        listed = self.lists.count(paragraph)
        label = listed[1] + listed[0].gap if listed and listed[1].strip() else ""
        # What counts in figures may be an agenda item or a point of running text.
        counted = listed is None or listed[0].style == "1"
        kind = BlockKind.PARAGRAPH if counted else BlockKind.BULLET
        self.writing = Writing(BlockKind.HEADING if level else kind, level, label)
        self._inline(paragraph, bold=False)
        self.found.content.extend(self.writing.blocks())
        self.writing = None

    def _inline(self, element: Any, bold: bool) -> None:
        tag = element.tag
        if tag in WITH_TEXT:
            if self.styles.is_hidden(element):
                self._leave_out(element, "hidden text")
                return
            bold = self.styles.is_bold(element, bold)
        if tag == "a" and element.get("href"):
            self.found.links.append((words_of(element), element.get("href")))
        self._text(element.text, bold)
        for child in element:
            self._visit(child, bold)
            self._text(child.tail, bold)

    def _text(self, text: str | None, bold: bool) -> None:
        if text and self.writing is not None:
            self.writing.add(text, bold)

    def _sign(self, tag: str, bold: bool) -> None:
        if self.writing is not None and tag == "line-break":
            self.writing.end_line()
        else:
            self._text(" ", bold)

    def _note(self, note: Any, bold: bool) -> None:
        citation, body = note.find("note-citation"), note.find("note-body")
        mark = f"[{words_of(citation)}]" if citation is not None else ""
        self._text(mark, bold)
        inner = self._inner(body if body is not None else ())
        if self.writing is not None:
            self.writing.after.extend(marked(flat(inner.content), mark))

    def _list(self, element: Any) -> None:
        self.lists.enter(element)
        for item in element:
            self.lists.inside[-1].item = item if item.tag == "list-item" else None
            self.walk(item)
        self.lists.leave()

    def _table(self, table: Any) -> None:
        begins = True
        for row in _rows(table):
            cells = tuple(flat(self._inner(cell).content) for cell in _cells(row))
            if any(cells):
                self.found.content.append(Row(cells, begins))
                begins = False

    def _inner(self, element: Any) -> Gathered:
        inner = Gathered(links=self.found.links, left_out=self.found.left_out)
        outside, self.lists.inside = self.lists.inside, []
        _Walker(self.styles, self.lists, inner).walk(element)
        self.lists.inside = outside
        return inner

    def _leave_out(self, element: Any, reason: str) -> None:
        paragraphs = list(element.iter("p", "h")) or [element]
        if words := collapse(" ".join(map(words_of, paragraphs))):
            self.found.left_out.append(LeftOut(words, reason))


def words_of(element: Any) -> str:
    """The text of an element in one line."""
    return collapse("".join(_text_of(element)))


def _text_of(element: Any) -> Iterator[str]:
    yield " " if element.tag in {*SIGNS, "p", "h"} else ""
    yield element.text or ""
    for child in element:
        yield from _text_of(child)
        yield child.tail or ""


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, also those grouped as its heading."""
    for child in table:
        if child.tag == "table-row":
            yield child
        elif child.tag in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    """The cells of a row; one that a cell from above reaches into is empty."""
    covered = 0
    for cell in row.iterchildren("table-cell", "covered-table-cell"):
        if cell.tag == "table-cell":
            covered = whole(cell.get("number-columns-spanned")) - 1
            yield cell
        elif covered > 0:
            covered -= 1
        else:
            yield ()


def _margins(page: Any) -> Iterator[LeftOut]:
    for margin in page.iterchildren(*MARGINS):
        place = f"page {margin.tag.partition('-')[0]}"
        for paragraph in margin.iter("p", "h"):
            if next(paragraph.iterancestors("p", "h"), None) is None:
                yield from furniture(words_of(paragraph), place)
