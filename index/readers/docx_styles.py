"""What the styles and lists of a Word document give to its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from index.readers.counting import Counter, Level, whole

HEADING = re.compile(r"^heading (?P<level>[1-9])$|^title$", re.IGNORECASE)
NUMBER_STYLES = {
    "bullet": "bullet",
    "none": "none",
    "decimalZero": "01",
    "ordinal": "1st",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
OFF = {"0", "false", "off"}


def value(element: Any, path: str) -> str:
    """The ``val`` of the element at a path below another."""
    found = element.find(path) if element is not None else None
    return "" if found is None else found.get("val", "")


def switch(properties: Any, name: str) -> bool | None:
    """Whether a property such as bold is on, off, or not set."""
    found = properties.find(name) if properties is not None else None
    return None if found is None else found.get("val", "1").lower() not in OFF


class Styles:
    """The styles of a document, each with those it is based on."""

    def __init__(self, root: Any) -> None:
        styles = list(root.iter("style"))
        self._by_id = {style.get("styleId"): style for style in styles}
        self._chains: dict[str, tuple[Any, ...]] = {}
        self._default = next(
            (
                style.get("styleId")
                for style in styles
                if style.get("type") == "paragraph" and style.get("default") in {"1", "true"}
            ),
            "",
        )

    def chain(self, style_id: str) -> tuple[Any, ...]:
        """A style and what it is based on, the closest first."""
        if style_id not in self._chains:
            self._chains[style_id] = tuple(self._follow(style_id))
        return self._chains[style_id]

    def _follow(self, style_id: str) -> Iterator[Any]:
        seen = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            yield self._by_id[style_id]
            style_id = value(self._by_id[style_id], "basedOn")

    def of_paragraph(self, paragraph: Any) -> list[Any]:
        """What holds a paragraph's properties: itself, then its styles."""
        named = value(paragraph, "pPr/pStyle") or self._default
        return [paragraph, *self.chain(named)]

    def level(self, paragraph: Any) -> int:
        """The level of a heading, 0 for other paragraphs."""
        for holder in self.of_paragraph(paragraph):
            if match := HEADING.match(value(holder, "name")):
                return int(match["level"] or 1)
            if outline := value(holder, "pPr/outlineLvl"):
                return whole(outline) + 1 if whole(outline) < 9 else 0
        return 0

    def is_on(self, name: str, run: Any, paragraph: Any) -> bool:
        """Whether a run has a property, by itself or by its style or its paragraph's."""
        character = self.chain(value(run, "rPr/rStyle"))
        for holder in [run, *character, *self.of_paragraph(paragraph)[1:]]:
            state = switch(holder.find("rPr"), name)
            if state is not None:
                return state
        return False


@dataclass(slots=True)
class Lists:
    """Counts the automatic lists of a document.

    Several lists (num) may share one definition (abstractNum) and then count on together.
    """

    root: Any
    styles: Styles
    _counters: dict[str, Counter] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)
    _defined: dict[str, tuple[str, Mapping[int, Level]]] = field(default_factory=dict)

    def count(self, paragraph: Any) -> tuple[Level, str] | None:
        """Count a paragraph of a list: its level and what is printed before its text."""
        number, at = self._place(paragraph)
        definition, levels = self._levels(number)
        if at not in levels:
            return None
        counter = self._counters.setdefault(definition, Counter())
        counter.advance(at, levels, self._override(number, at))
        label = counter.label(at, levels)
        return levels[at], "" if levels[at].style == "bullet" else label

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and level of a paragraph, set for itself or by its style."""
        number = level = ""
        for holder in self.styles.of_paragraph(paragraph):
            listed = holder.find("pPr/numPr")
            if listed is not None:
                number = number or value(listed, "numId")
                level = level or value(listed, "ilvl") or self._level_of_style(number, holder)
        return number, whole(level)

    def _level_of_style(self, number: str, style: Any) -> str:
        for level in self._definition(number)[1]:
            if style.get("styleId") and value(level, "pStyle") == style.get("styleId"):
                return str(level.get("ilvl"))
        return ""

    def _num(self, number: str) -> Any:
        return self.root.find(f"num[@numId='{number}']") if number.isdigit() else None

    def _definition(self, number: str, linked: bool = False) -> tuple[str, list[Any]]:
        definition = value(self._num(number), "abstractNumId")
        found = self.root.find(f"abstractNum[@abstractNumId='{definition}']")
        link = value(found, "numStyleLink")
        if link and not linked:
            style = next(iter(self.styles.chain(link)), None)
            return self._definition(value(style, "pPr/numPr/numId"), linked=True)
        return definition, [] if found is None else found.findall("lvl")

    def _levels(self, number: str) -> tuple[str, Mapping[int, Level]]:
        if number not in self._defined:
            definition, elements = self._definition(number)
            num = self._num(number)
            replaced = [] if num is None else num.findall("lvlOverride/lvl")
            levels = {whole(each.get("ilvl")): _level(each) for each in elements + replaced}
            self._defined[number] = definition, levels
        return self._defined[number]

    def _override(self, number: str, at: int) -> int | None:
        """The number to start with where a list is used for the first time at a level."""
        key = f"{number}/{at}"
        first = key not in self._begun
        self._begun.add(key)
        start = value(self._num(number), f"lvlOverride[@ilvl='{at}']/startOverride")
        return whole(start) if first and start else None


def _level(element: Any) -> Level:
    restarts = value(element, "lvlRestart")
    return Level(
        style=NUMBER_STYLES.get(value(element, "numFmt"), "1"),
        shown=value(element, "lvlText"),
        start=whole(value(element, "start")),
        restarts=whole(restarts) if restarts else None,
        plain=bool(switch(element, "isLgl")),
        gap="" if value(element, "suff") == "nothing" else " ",
    )
