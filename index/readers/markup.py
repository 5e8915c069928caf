"""HTML pages and fragments -> blocks and rows."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html

from index.minutes import LeftOut
from index.readers.blocks import Block, BlockKind, Gathered, Published, Row, flat
from index.readers.counting import write
from index.readers.inline import collapse
from index.readers.lists import BEFORE_TITLE, split_run_together
from index.readers.web_page import said_around, take_off

TAG = re.compile(
    r"</?(?:p|ul|ol|li|table|tr|t[dh]|thead|tbody|div|section|article|main|br|hr|h[1-6]|"
    r"blockquote|dl|d[td]|pre|"
    r"b|i|u|em|strong|span|a|su[bp])(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {*HEADINGS, "p", "div", "section", "article", "main", "header", "footer", "blockquote"}
BLOCKS |= {"ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "br", "hr", "pre", "body", "html"}
NOT_TEXT = {"script", "style", "template", "noscript"}
BOLD = {"b", "strong"}
COUNTED = {"1", "a", "A", "i", "I"}
# Raised figures point to a note in "Finance<sup>2</sup>", and to none in "40 m<sup>2</sup>".
NOTE = re.compile(r"\d{1,3}")
NOTED = re.compile(r"[^\W\d_]{3,}$")
UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)


def has_markup(text: str) -> bool:
    """Whether a line holds HTML tags, rather than a stray "<"."""
    return TAG.search(text) is not None


def is_page(text: str) -> bool:
    """Whether a text is an HTML page, or a part of one: no words stand outside its elements."""
    if PAGE.search(text[:2000]):
        return True
    if not (text.lstrip().startswith("<") and text.rstrip().endswith(">") and has_markup(text)):
        return False
    part = lxml_html.fragment_fromstring(text.encode(), create_parent="div", parser=_parser())
    return not any(map(str.strip, part.xpath("text()")))


def read_page(text: str) -> Published:
    """Read an HTML page, or a part of one."""
    found = Gathered()
    parser = _parser()
    root = lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    _check_depth(parser)
    titles = list(filter(None, map(collapse, root.xpath("//head//title//text()"))))
    found.left_out += [LeftOut(title, "title of the web page", furniture=True) for title in titles]
    said = (*(("title", title) for title in titles[:1]), *said_around(root))
    if (body := root.find("body")) is not None:
        found.left_out.extend(take_off(body))
        _Walker(found).walk(body)
    return replace(found.published("text/html"), front_matter=said)


def read_fragment(text: str, found: Gathered) -> list[Block | Row]:
    """Read a stretch of HTML inside another format; its links go to ``found``."""
    inner = Gathered(links=found.links, left_out=found.left_out)
    parser = _parser()
    root = lxml_html.fragment_fromstring(text.encode("utf-8"), create_parent="div", parser=parser)
    _check_depth(parser)
    _Walker(inner).walk(root)
    return inner.content


def _parser() -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(encoding="utf-8", remove_comments=True)


def _check_depth(parser: lxml_html.HTMLParser) -> None:
    """Raise RecursionError where the parser has given up and dropped the rest of the page."""
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise RecursionError("elements are nested too deeply")


class _Walker:
    """Gathers the text of an element; a block-level tag ends the block before it."""

    def __init__(self, found: Gathered) -> None:
        self.found = found
        self.parts: list[str] = []
        self.bold: list[str] = []
        self.kind = BlockKind.PARAGRAPH
        self.level = 0
        self.label = ""
        self.counted: dict[lxml_html.HtmlElement, int] = {}

    def walk(self, element: lxml_html.HtmlElement) -> None:
        self._enter(element, bold=False)
        self._close()

    def _enter(self, element: lxml_html.HtmlElement, bold: bool) -> None:
        self._text(element.text, bold)
        for child in element:
            self._child(child, bold)
            self._text(child.tail, bold)

    def _child(self, child: lxml_html.HtmlElement, bold: bool) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in NOT_TEXT:
            return
        if tag == "a" and child.get("href"):
            self.found.links.append((collapse(child.text_content()), child.get("href")))
        if tag == "table":
            self._close()
            self._table(child)
        elif tag in BLOCKS:
            self._block(child, bold)
        else:
            if tag in BOLD and not bold and self._runs_on(child):
                self._close()
            if tag == "sup" and self._points_to_note(child):
                self.parts.append(" ")
            # Underlined lines may head parts; after a number, underlining sets off a title.
            titled = tag == "u" and BEFORE_TITLE.fullmatch("".join(self.parts)) is not None
            self._enter(child, bold or tag in BOLD or titled)

    def _points_to_note(self, child: lxml_html.HtmlElement) -> bool:
        """Whether raised figures that no space parts from a word belong to a note, not to it."""
        marked = NOTE.fullmatch(child.text_content().strip()) is not None
        return marked and bool(self.parts) and NOTED.search(self.parts[-1]) is not None

    def _runs_on(self, child: lxml_html.HtmlElement) -> bool:
        """Whether a heading is run on from the line before it: "in May<b>Any business</b></p>"."""
        before, strong = self.parts[-1][-1:] if self.parts else "", child.text_content()
        is_last = child.getnext() is None and not (child.tail or "").strip()
        glued = before.isalnum() and strong[:1].isupper() and self.bold != self.parts
        return glued and is_last

    def _block(self, element: lxml_html.HtmlElement, bold: bool) -> None:
        self._close()
        outer = self.kind, self.level
        if (tag := element.tag) in HEADINGS:
            self.kind, self.level = BlockKind.HEADING, HEADINGS[tag]
        elif tag == "li" and element.getparent().tag == "ol":
            self._count(element, element.getparent())
        elif tag in {"li", "ul", "ol"}:
            self.kind = BlockKind.BULLET
        elif tag == "p" and self.kind is BlockKind.BULLET and element.getparent().tag != "li":
            # A paragraph straight inside a list is no item: the list was never closed.
            self.kind = BlockKind.PARAGRAPH
        self._enter(element, bold)
        self._close()
        self.kind, self.level = outer

    def _count(self, item: lxml_html.HtmlElement, ordered: lxml_html.HtmlElement) -> None:
        """Set the number that a browser prints before a list item."""
        style = ordered.get("type", "1")
        following = self.counted.get(ordered, _whole(ordered.get("start"), 1) - 1) + 1
        self.counted[ordered] = _whole(item.get("value"), following)
        number = write(self.counted[ordered], style if style in COUNTED else "1")
        self.label = "" if UNNUMBERED.search(ordered.get("style", "")) else f"{number}. "
        # What counts in figures may be an agenda item or a point of running text.
        self.kind = BlockKind.BULLET if style in {"a", "i"} else BlockKind.PARAGRAPH

    def _table(self, table: lxml_html.HtmlElement) -> None:
        begins = True
        for row in table.iter("tr"):
            if next(row.iterancestors("table")) is not table:
                continue  # it is read with the cell that its own table stands in
            cells = []
            for cell in row:
                if cell.tag in {"td", "th"}:
                    inner = Gathered(links=self.found.links, left_out=self.found.left_out)
                    _Walker(inner).walk(cell)
                    cells.append(tuple(flat(inner.content)))
            if any(cells):
                self.found.content.append(Row(tuple(cells), begins))
                begins = False

    def _text(self, text: str | None, bold: bool) -> None:
        if not text or not (text.strip() or self.parts):
            return
        if bold and BEFORE_TITLE.fullmatch("".join(self.parts)):
            self.bold = list(self.parts)
        if (bold or text.isspace()) and self.bold == self.parts:
            self.bold.append(text)
        self.parts.append(text)

    def _close(self) -> None:
        text, strong = collapse("".join(self.parts)), collapse("".join(self.bold))
        self.parts, self.bold = [], []
        if not text:
            return
        label, self.label = self.label, ""
        if label and not text.startswith(label):
            text, strong = label + text, label + strong if strong else ""
        if self.kind is BlockKind.HEADING:
            self.found.content.append(Block(text, self.kind, len(text), self.level))
            return
        for bullet, piece in split_run_together(text):
            kind = BlockKind.BULLET if bullet else self.kind
            emphasis = len(strong) if strong and piece.startswith(strong) else 0
            self.found.content.append(Block(piece, kind, emphasis))


def _whole(text: str | None, otherwise: int) -> int:
    """A number as an attribute gives it."""
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else otherwise
