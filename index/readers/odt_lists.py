"""Counts the automatic lists of an OpenDocument text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from index.readers.counting import Counter, Level, whole
from index.readers.odt_styles import Styles


@dataclass(slots=True)
class OpenList:
    """A list that the walk is inside of; ``item`` is the item whose number is still to print."""

    style: str
    at: int
    counter: Counter
    item: Any = None


@dataclass(slots=True)
class Lists:
    """The lists of a document: one inside the other, and those that may be continued."""

    styles: Styles
    inside: list[OpenList] = field(default_factory=list)
    _by_style: dict[str, Counter] = field(default_factory=dict)
    _by_id: dict[str, Counter] = field(default_factory=dict)
    _outline: Counter = field(default_factory=Counter)

    def enter(self, element: Any) -> None:
        """Enter a list; one inside another is its next level and counts with it."""
        outer = self.inside[-1] if self.inside else None
        style = element.get("style-name") or (outer.style if outer else "")
        counter = outer.counter if outer and outer.style == style else self._counter(element, style)
        self._by_style[style] = counter
        if element.get("id"):
            self._by_id[element.get("id")] = counter
        self.inside.append(OpenList(style, outer.at + 1 if outer else 0, counter))

    def leave(self) -> None:
        self.inside.pop()

    def count(self, paragraph: Any) -> tuple[Level, str] | None:
        """Count a paragraph that is first in its list item: its level and what is printed."""
        if self.inside:
            return self._count_item(self.inside[-1], paragraph)
        numbered = paragraph.tag == "h" and paragraph.get("is-list-header") != "true"
        at = self.styles.level(paragraph) - 1
        if not numbered or self.styles.outline.get(at, Level("none", "")).style == "none":
            return None
        self._outline.advance(at, self.styles.outline)
        return self.styles.outline[at], self._outline.label(at, self.styles.outline)

    def _count_item(self, inside: OpenList, paragraph: Any) -> tuple[Level, str] | None:
        item, inside.item = inside.item, None
        if item is None:
            return None
        style = item.get("style-override") or inside.style or self.styles.list_of(paragraph)
        levels = self.styles.lists.get(style, {})
        if inside.at not in levels:
            return Level("bullet", ""), ""
        inside.counter.advance(inside.at, levels, whole(item.get("start-value")) or None)
        return levels[inside.at], inside.counter.label(inside.at, levels)

    def _counter(self, element: Any, style: str) -> Counter:
        continued = self._by_id.get(element.get("continue-list", ""))
        if continued is None and element.get("continue-numbering") == "true":
            continued = self._by_style.get(style)
        return continued or Counter()
