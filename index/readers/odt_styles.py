"""What the styles and lists of an OpenDocument text give to its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from index.readers.counting import Level, whole

HEADING = re.compile(r"^heading(?:_20_| )(?P<level>[1-9])$|^title$", re.IGNORECASE)
COUNTED = {"1", "a", "A", "i", "I"}


class Styles:
    """The styles of a document, each with those it is based on, and its list styles."""

    def __init__(self, *roots: Any) -> None:
        self._by_name = {
            (style.get("family"), style.get("name")): style
            for root in roots
            for style in root.iter("style")
        }
        lists = [style for root in roots for style in root.iter("list-style")]
        self.lists = {style.get("name", ""): read_levels(style) for style in lists}
        outlines = [style for root in roots for style in root.iter("outline-style")]
        self.outline = read_levels(outlines[0]) if outlines else {}

    def chain(self, family: str, name: str | None) -> Iterator[Any]:
        """A style and what it is based on, the closest first."""
        seen = set()
        while (style := self._by_name.get((family, name))) is not None and name not in seen:
            seen.add(name)
            yield style
            name = style.get("parent-style-name")

    def level(self, paragraph: Any) -> int:
        """The level of a heading, 0 for other paragraphs."""
        if paragraph.tag == "h":
            return whole(paragraph.get("outline-level")) or 1
        for style in self.chain("paragraph", paragraph.get("style-name")):
            if match := HEADING.match(style.get("name", "")):
                return int(match["level"] or 1)
        return 0

    def list_of(self, paragraph: Any) -> str:
        """The list style that a paragraph's own style names."""
        styles = self.chain("paragraph", paragraph.get("style-name"))
        return next((name for style in styles if (name := style.get("list-style-name"))), "")

    def is_bold(self, element: Any, inherited: bool) -> bool:
        weight = self._property(element, "font-weight")
        if not weight:
            return inherited
        return weight == "bold" or whole(weight) >= 600

    def is_hidden(self, element: Any) -> bool:
        return self._property(element, "display") == "none"

    def _property(self, element: Any, name: str) -> str:
        family = "text" if element.tag in {"span", "a"} else "paragraph"
        for style in self.chain(family, element.get("style-name")):
            for properties in style.iterchildren("text-properties"):
                if properties.get(name):
                    return str(properties.get(name))
        return ""


def read_levels(style: Any) -> dict[int, Level]:
    """The levels of a list style, counted from 0."""
    levels: dict[int, Level] = {}
    for element in style:
        at = whole(element.get("level")) - 1
        counted = element.tag in {"list-level-style-number", "outline-level-style"}
        written = element.get("num-format", "") if counted else "bullet"
        levels[at] = Level(
            style=written if written in {*COUNTED, "bullet"} else "1" if written else "none",
            shown="",
            start=whole(element.get("start-value")) or 1,
        )
        if counted and written:
            levels[at] = _with_shown(levels, at, element)
    return levels


def _with_shown(levels: dict[int, Level], at: int, element: Any) -> Level:
    """The level with what it prints: "2.1)" shows the numbers of two levels."""
    level = levels[at]
    alignment = element.find("list-level-properties/list-level-label-alignment")
    follows = "" if alignment is None else alignment.get("label-followed-by")
    shown = _format(element) or _prefixed(levels, at, element)
    return Level(level.style, shown, level.start, gap="" if follows == "nothing" else " ")


def _format(element: Any) -> str:
    """What newer files say is printed: "%1%.%2%)"; it may leave out a level between."""
    return re.sub(r"%(\d)%", r"%\1", element.get("num-list-format", ""))


def _prefixed(levels: dict[int, Level], at: int, element: Any) -> str:
    first = at + 1 - (whole(element.get("display-levels")) or 1)
    numbered = [level for level in range(max(first, 0), at + 1) if level in levels]
    numbers = ".".join(f"%{n + 1}" for n in numbered if levels[n].style not in {"none", "bullet"})
    return str(element.get("num-prefix", "") + numbers + element.get("num-suffix", ""))
