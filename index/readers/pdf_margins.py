"""Tells the headers, footers and page numbers of a PDF from its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.minutes import LeftOut
from index.readers.printed import Page, PrintedLine
from index.readers.writing import PAGE_NUMBER, furniture

# Headers and footers take up to this many lines and this share of the page; a page number
# that stands alone is taken for one further out only.
DEPTH = 6
MARGIN, EDGE = 0.2, 0.1

Key = tuple[str, int]


def without_margins(pages: Sequence[Page]) -> tuple[list[Page], list[LeftOut]]:
    """Take off the lines that come again at the same place of several pages."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _outer(page)})
    repeated = {key for key, count in seen.items() if count > 1 and count * 3 >= len(pages)}
    kept, left_out = [], []
    for page in pages:
        head = list(_margin(page.lines[:DEPTH], page.height, 0, repeated))
        below = page.lines[len(head) :]
        foot = list(_margin(below[: -DEPTH - 1 : -1], page.height, page.height, repeated))
        lines = below[: len(below) - len(foot)]
        kept.append(replace(page, lines=lines))
        left_out += [left for line in head for left in furniture(line.text, "page header")]
        left_out += [left for line in foot[::-1] for left in furniture(line.text, "page footer")]
    return kept, list(dict.fromkeys(left_out))


def _outer(page: Page) -> Iterable[PrintedLine]:
    return {*page.lines[:DEPTH], *page.lines[-DEPTH:]}


def _margin(
    lines: Iterable[PrintedLine], height: float, edge: float, repeated: set[Key]
) -> Iterator[PrintedLine]:
    """The lines from an edge of the page inwards up to the first that is the page's own."""
    for line in lines:
        inside = abs(edge - line.bottom) / height
        again = inside < MARGIN and _key(line) in repeated
        if not again and not (inside < EDGE and PAGE_NUMBER.match(line.text)):
            return
        yield line


def _key(line: PrintedLine) -> Key:
    """What is the same on every page: the words without the numbers, and the height."""
    return re.sub(r"\d+", "0", line.text), round(line.bottom / 4)
