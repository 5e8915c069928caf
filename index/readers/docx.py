"""Word documents (DOCX) -> blocks and rows, tracked changes taken as accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from index.readers.archive import Archive
from index.readers.blocks import BlockKind, Gathered, Published, Row
from index.readers.docx_parts import Parts, reason_to_leave_out, words_of
from index.readers.docx_styles import switch
from index.readers.inline import collapse
from index.readers.writing import Writing, flat, marked

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Properties and field codes hold no text; a fallback repeats what stands beside it.
NOT_TEXT = {"pPr", "rPr", "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblGrid", "Fallback"}
NOT_TEXT |= {"posOffset", "pctWidth", "pctHeight", "align", "annotationRef"}
LINE_BREAKS = {"br", "cr"}
SIGNS = {"tab": " ", "noBreakHyphen": "\u2011", "softHyphen": "", "sym": ""}
FIELD_PARTS = {"fldChar", "instrText"}
LINK_FIELD = re.compile(r'\bHYPERLINK\s+"(?P<url>[^"]+)"')


def main_part(archive: Archive) -> str:
    """The path of the part that holds the text; empty where the archive is no Word document."""
    related = archive.relations("").values()
    path = next((target for kind, target in related if kind == "officeDocument"), "")
    return path if path.startswith("word/") else ""


def read_docx(archive: Archive) -> Published:
    """Read a Word document."""
    parts = Parts(archive, main_part(archive))
    found = Gathered(left_out=parts.left_out)
    _Walker(parts, found).walk(parts.root)
    parts.leave_out_margins()
    return found.published(MEDIA_TYPE)


@dataclass(slots=True)
class _Field:
    """A field such as a link, from its code to the end of what it prints."""

    code: str = ""
    printed: list[str] = field(default_factory=list)


class _Walker:
    """Gathers the blocks of one stretch of a document: its body, a cell, a note, a text box."""

    def __init__(self, parts: Parts, found: Gathered) -> None:
        self.parts = parts
        self.found = found
        self.writing: Writing | None = None
        self.fields: list[_Field] = []
        self.paragraph: Any = None

    def walk(self, element: Any) -> None:
        for child in element:
            self._visit(child, bold=False)
        self._close()

    def _visit(self, element: Any, bold: bool) -> None:
        tag = element.tag
        if reason := reason_to_leave_out(element):
            self.parts.leave_out(element, reason)
        elif tag == "p":
            self._paragraph(element)
        elif tag == "tbl":
            self._close()
            self._table(element)
        elif tag == "r":
            self._run(element)
        elif tag == "txbxContent":
            self._apart(element, "")
        elif tag not in NOT_TEXT:
            self._inline(element, bold)

    def _inline(self, element: Any, bold: bool) -> None:
        tag = element.tag
        if tag in {"footnoteReference", "endnoteReference"}:
            mark, note = self.parts.note(element)
            self._text(mark, bold)
            self._apart(note, mark)
        elif tag in FIELD_PARTS:
            self._field(element)
        elif tag == "t":
            self._text(element.text or "", bold)
        elif tag in LINE_BREAKS and self.writing is not None:
            self.writing.end_line()
        elif tag in SIGNS:
            self._text(SIGNS[tag] or _symbol(element), bold)
        else:
            self._link(element)
            for child in element:
                self._visit(child, bold)

    def _paragraph(self, paragraph: Any) -> None:
        outer, self.paragraph = self.paragraph, paragraph
        if self.writing is None:
            self.writing = self._begin(paragraph)
        for child in paragraph:
            self._visit(child, bold=False)
        self.paragraph = outer
        if not _runs_on(paragraph):
            self._close()

    def _begin(self, paragraph: Any) -> Writing:
        level = self.parts.styles.level(paragraph)
        listed = None if _runs_on(paragraph) else self.parts.lists.count(paragraph)
        label = listed[1] + listed[0].gap if listed and listed[1].strip() else ""
        if level:
            return Writing(BlockKind.HEADING, level, label)
        # What counts in figures may be an agenda item or a point of running text.
        counted = listed is None or listed[0].style in {"1", "01", "none"}
        return Writing(BlockKind.PARAGRAPH if counted else BlockKind.BULLET, label=label)

    def _run(self, run: Any) -> None:
        properties = run.find("rPr")
        if switch(properties, "vanish"):
            self.parts.leave_out(run, "hidden text")
            return
        bold = self.parts.styles.is_on("b", run, self.paragraph)
        for child in run:
            self._visit(child, bold)

    def _text(self, text: str, bold: bool) -> None:
        if self.writing is None:
            self.writing = Writing()
        self.writing.add(text, bold)
        for each in self.fields:
            each.printed.append(text)

    def _link(self, element: Any) -> None:
        if element.tag == "hyperlink":
            _, url = self.parts.relations.get(element.get("id", ""), ("", ""))
            if url:
                self.found.links.append((words_of(element), url))

    def _field(self, element: Any) -> None:
        step = element.get("fldCharType")
        if step == "begin":
            self.fields.append(_Field())
        elif self.fields and element.tag == "instrText":
            self.fields[-1].code += element.text or ""
        elif self.fields and step == "end":
            ended = self.fields.pop()
            if match := LINK_FIELD.search(ended.code):
                self.found.links.append((collapse("".join(ended.printed)), match["url"]))

    def _apart(self, element: Any, mark: str) -> None:
        """Gather a note or text box, to stand after the paragraph that it is anchored in."""
        inner = self._inner(element)
        if self.writing is None:
            self.writing = Writing()
        self.writing.after.extend(marked(flat(inner.content), mark) if mark else inner.content)

    def _inner(self, element: Any) -> Gathered:
        inner = Gathered(links=self.found.links, left_out=self.found.left_out)
        _Walker(self.parts, inner).walk(element)
        return inner

    def _table(self, table: Any) -> None:
        begins = True
        for row in _within(table, "tr"):
            if row.find("trPr/del") is not None:
                self.parts.leave_out(row, "deleted by a tracked change")
                continue
            cells = tuple(flat(self._inner(cell).content) for cell in _within(row, "tc"))
            if any(cells):
                self.found.content.append(Row(cells, begins))
                begins = False

    def _close(self) -> None:
        if self.writing is not None:
            self.found.content.extend(self.writing.blocks())
        self.writing = None


def _within(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, also those wrapped in a content control."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _within(child, tag)


def _runs_on(paragraph: Any) -> bool:
    """Whether the end of a paragraph was deleted by a tracked change."""
    return paragraph.find("pPr/rPr/del") is not None


def _symbol(element: Any) -> str:
    """A sign from a symbol font."""
    code = element.get("char", "")
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{2,4}", code) else ""
