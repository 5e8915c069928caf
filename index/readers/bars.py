"""Tables drawn with bars or tabs in plain text: the cells of their rows."""

from __future__ import annotations

import re

from index.readers.inline import collapse
from index.readers.markup import has_markup

BARS = re.compile(r"^\s*\|(?P<cells>.*)\|\s*$")
CELL = re.compile(r"(?<!\\)\|")
# Under the head of a table whose rows have no bar at their beginning.
BETWEEN = re.compile(r"^\s*:?-{2,}:?\s*\|[\s|:\-]*$")
SEPARATOR = re.compile(r"^[\s|:\-]+$")
# A cell on a line of its own, as some converters leave tables: what ends it is no more than a bar.
LONE_CELL = re.compile(r"(?P<cell>[^|]*)\|\s*$")
NUMBERED_CELL = re.compile(r"^\s*[A-Za-z]{0,4}[./ ]?\d{1,4}(?:[./]\d{1,4})*[.)]?$")


def cells_of(line: str, in_table: bool) -> list[str] | None:
    """The cells of a table row, or None for a line that is none."""
    if in_table and "|" in line and not BARS.match(line):
        line = f"|{line.rstrip().removesuffix('|')}|"
    if match := BARS.match(line):
        if SEPARATOR.match(line) and "-" in line:
            return []
        return [cell.replace("\\|", "|") for cell in CELL.split(match["cells"])]
    first, tab, rest = line.partition("\t")
    if tab and (NUMBERED_CELL.match(first) or (not first.strip() and has_markup(rest))):
        return [collapse(first), *rest.split("\t")]
    return None
