"""Automatic numbers of lists: how a word processor counts them and what it prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.readers.lists import NUMERALS

ROMAN = {**NUMERALS, "D": 500, "M": 1000}
PAIRS = {"IV": 4, "IX": 9, "XL": 40, "XC": 90, "CD": 400, "CM": 900}
BY_VALUE = sorted((ROMAN | PAIRS).items(), key=lambda pair: -pair[1])


def whole(text: str | None) -> int:
    """A number as the file writes it; 0 where that is none."""
    return int(text) if text and re.fullmatch(r"\d{1,9}", text) else 0


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``shown`` is what is printed, "%1" standing for level 1's number.

    ``style`` is "bullet", "none", or how the number is written: 1, 01, 1st, a, A, i, I.
    ``restarts`` is the level (from 1) whose next number starts this one anew; 0 for none.
    ``gap`` stands between the number and the text.
    """

    style: str
    shown: str
    start: int = 1
    restarts: int | None = None
    plain: bool = False
    gap: str = " "


@dataclass(slots=True)
class Counter:
    """Counts one list through a document; levels count from 0."""

    values: dict[int, int] = field(default_factory=dict)

    def advance(self, at: int, levels: Mapping[int, Level], value: int | None = None) -> None:
        """Count the next item of a level, or give it the number ``value``."""
        following = self.values[at] + 1 if at in self.values else levels[at].start
        self.values[at] = following if value is None else value
        for deeper in [level for level in self.values if level > at]:
            restarts = levels[deeper].restarts if deeper in levels else None
            if restarts is None or restarts > at:
                del self.values[deeper]

    def label(self, at: int, levels: Mapping[int, Level]) -> str:
        """The number of the last item of a level as it is printed."""
        plain = levels[at].plain

        def written(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            level = levels.get(other, levels[at])
            return write(self.values.get(other, level.start), "1" if plain else level.style)

        return re.sub(r"%(\d)", written, levels[at].shown)


def write(number: int, style: str) -> str:
    """Write a number in a style named by its first: 1, 01, 1st, a, A, i, I."""
    if style in {"a", "A"} and number > 0:
        letter = chr(ord(style) + (number - 1) % 26)
        return letter * (1 + (number - 1) // 26)
    if style in {"i", "I"} and number > 0:
        return _roman(number) if style == "I" else _roman(number).lower()
    if style == "1st":
        return f"{number}{_ordinal_ending(number)}"
    if style in {"none", "bullet"}:
        return ""
    return f"{number:02}" if style == "01" else str(number)


def _roman(number: int) -> str:
    written = ""
    for numeral, value in BY_VALUE:
        count, number = divmod(number, value)
        written += numeral * count
    return written


def _ordinal_ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
