"""The parts of a Word document that its text refers to: styles, lists, notes, margins."""

from __future__ import annotations

from typing import Any

from index.minutes import LeftOut
from index.readers.archive import Archive
from index.readers.docx_styles import Lists, Styles, value
from index.readers.inline import collapse
from index.readers.writing import furniture


def reason_to_leave_out(element: Any) -> str:
    """Why an element is no part of the reading text; empty where it is one."""
    if element.tag in {"del", "moveFrom"}:
        return "deleted by a tracked change"
    if element.tag != "sdt":
        return ""
    contents = value(element, "sdtPr/docPartObj/docPartGallery") == "Table of Contents"
    return "table of contents" if contents else ""


class Parts:
    """A document's main part and what belongs to it; ``left_out`` grows as it is read."""

    def __init__(self, archive: Archive, path: str) -> None:
        self._archive = archive
        self.root = archive.xml(path)
        self.relations = archive.relations(path)
        self.styles = Styles(self._part("styles"))
        self.lists = Lists(self._part("numbering"), self.styles)
        self.left_out: list[LeftOut] = []
        self._notes = {kind: self._part(kind) for kind in ("footnotes", "endnotes")}
        self._cited: list[str] = []

    def leave_out(self, element: Any, reason: str) -> None:
        words = words_of(element)
        if words:
            self.left_out.append(LeftOut(words, reason))

    def note(self, reference: Any) -> tuple[str, Any]:
        """The mark of a note and its content."""
        kind, identity = f"{reference.tag.removesuffix('Reference')}s", reference.get("id", "")
        cited = f"{kind}/{identity}"
        if cited not in self._cited:
            self._cited.append(cited)
        notes = (note for note in self._notes[kind] if note.get("id") == identity)
        return f"[{self._cited.index(cited) + 1}]", next(notes, ())

    def leave_out_margins(self) -> None:
        """Leave out headers, footers and comments."""
        references = self.root.iter("headerReference", "footerReference")
        related = [self.relations.get(each.get("id", ""), ("", "")) for each in references]
        margins = [
            left
            for kind, path in dict.fromkeys(related)
            for paragraph in self._archive.xml(path).iter("p")
            if next(paragraph.iterancestors("p"), None) is None
            for left in furniture(words_of(paragraph), f"page {kind}")
        ]
        self.left_out.extend(dict.fromkeys(margins))
        for comment in self._part("comments").iter("comment"):
            self.leave_out(comment, "comment on the text")

    def _part(self, kind: str) -> Any:
        paths = (target for each, target in self.relations.values() if each == kind)
        return self._archive.xml(next(paths, ""))


def words_of(element: Any) -> str:
    """The text of an element in one line, deleted words with the others."""
    parts = []
    for each in element.iter("t", "delText", "tab", "br", "p"):
        if next(each.iterancestors("Fallback"), None) is None:
            parts.append(each.text or "" if each.tag in {"t", "delText"} else " ")
    return collapse("".join(parts))
