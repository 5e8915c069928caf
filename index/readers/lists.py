"""Markers of list items and points, and lists that were run together in one stretch of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# Word processors leave private-use characters where a symbol font drew the bullet.
GLYPHS = "•·▪■●◦‣⁃➢\uf0b7\uf0a7\uf0d8\uf076"
BULLET = re.compile(rf"^(?:[{GLYPHS}]\s*|[-–—*+]\s+|o\s{{2,}})")
ENUMERATOR = re.compile(
    r"^(?:\(?(?:\d{1,3}|[ivxlc]{1,6}|[a-z])\)|(?:\d{1,3}|[IVXLC]{1,6}|[ivxlc]{1,6}|[a-z])\.)\s+",
)
COUNTER = re.compile(
    r"\(?(?:\d{1,3}|[IVXLC]{1,6}|[ivxlc]{1,6}|[A-Za-z])[.):]|\d{1,3}(?:\.\d{1,3})+[.):]?|"
    r"(?:\d{1,3}|[IVXLC]{1,6})\.?\s*[-–—]|(?:[A-Z]{1,4}/)?\d{1,4}/\d{1,4}[.):]?"
)
RUN_TOGETHER = re.compile(rf"\s+(?:[{GLYPHS}]|[IVX]{{1,5}}\.)(?=\s+\S)")
# A number of a list, which may be one within the list of the lines above.
COUNTED = re.compile(r"\s*(?P<number>\d{1,3})[.)]\s")
NUMERALS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# A number before a title that alone is set in bold or underlined.
BEFORE_TITLE = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,2})?|[IVX]{1,5})[.):]?\s+")


def strip_bullet(text: str) -> tuple[bool, str]:
    """Take a bullet sign off: it is mark-up. Numbers and letters are printed text and stay."""
    match = BULLET.match(text)
    return (True, text[match.end() :]) if match else (False, text)


def starts_point(text: str) -> bool:
    """Whether a line begins with a number or letter that counts points."""
    return ENUMERATOR.match(text) is not None


def is_counter(text: str) -> bool:
    """Whether a text is nothing but the number before a point or a title: "4.", "2.1", "23/4"."""
    return COUNTER.fullmatch(text.strip()) is not None


def within_lists(lines: Sequence[str]) -> Iterator[bool]:
    """Which lines are counted from 1 again under a line with a number that is less indented."""
    outer = inner = None
    for line in lines:
        counted, indent = COUNTED.match(line), len(line) - len(line.lstrip())
        begins = counted and counted["number"] == "1" and outer is not None and indent > outer + 1
        if counted and not begins and (inner is None or indent < inner):
            outer, inner = indent, None
        elif begins and inner is None:
            inner = indent
        yield counted is not None and inner is not None


def split_run_together(text: str) -> list[tuple[bool, str]]:
    """Cut a list whose items stand in one stretch of text.

    ``• one • two`` is cut at each sign, ``I. one. II. two.`` where the numerals count up from
    I. Returns (is a list item, text) pairs in order.
    """
    starts = [0, *_item_starts(text)]
    pieces = [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    marked = [strip_bullet(piece) for piece in pieces if piece]
    counted = len(marked) > 1
    return [(bullet or (counted and starts_point(piece)), piece) for bullet, piece in marked]


def roman(numeral: str) -> int:
    """The value of a roman numeral written in capitals."""
    values = [NUMERALS[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-v if v < w else v for v, w in zip(values, following, strict=True))


def _item_starts(text: str) -> Iterator[int]:
    expected = 2 if re.match(r"I\.\s", text) else None
    for match in RUN_TOGETHER.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        marker = match[0].strip()
        if marker in GLYPHS:
            yield start
        elif expected is not None and roman(marker.rstrip(".")) == expected:
            expected += 1
            yield start
