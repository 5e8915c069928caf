"""The lines at the top of minutes that may name the body, a name over two lines put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.body_words import KIND_OF_DOCUMENT

# Labels of what is no name of a body, and how a web page's own lines begin.
LABEL = re.compile(
    r"(?:[\d.]+\s+)?(?:(?:meeting )?venue|where|place|location|held (?:at|in)|present|"
    r"in attendance|apologies|contact)\s*:|home\s*[>»]|posts tagged\b",
    re.IGNORECASE,
)
# The part of a name that says only what kind of body it is, on a line of its own.
BARE = re.compile(r"(?:PARISH |TOWN |COMMUNITY |COUNTY |DISTRICT |CITY |BOROUGH )+COUNCIL\W*")
# A line that stops within a name: "Minutes of the meeting of the", "MUNICIPAL DISTRICT OF".
HANGING = re.compile(r"\b(?:of|and|the|for) *$", re.IGNORECASE)
# A line that goes on with the name of the one above: "Board of Commissioners", "of Orlby County".
GOES_ON = re.compile(r"(?:of|for|and|&) (?:the )?[A-Z]", re.IGNORECASE)
MINUTES_OF = re.compile(r"(?:draft |confirmed )?(?:minutes|notes) of\b", re.IGNORECASE)
# An organisation that says where it is registered: "Orlby Hall (Registered Charity No. 12345)".
REGISTERED = re.compile(
    r"^(?P<name>[A-Z][^,:;(]{2,80}?),?\s*[(–—-]?\s*(?:a |an )?"
    r"(?i:registered (?:charity|company)|(?:charity|company) (?:no\b|number|reg))"
)
FEW = 7  # Words that a name over two lines has on the second, but for one.
# After what a line says where and when the meeting was.
HELD = re.compile(r"\bheld\b", re.IGNORECASE)


def says_it_was_held(line: str) -> bool:
    """Whether a line says of whose meeting these are the minutes, and that it was held."""
    return MINUTES_OF.match(line) is not None and HELD.search(line) is not None


def registered_name(line: str) -> str:
    """The organisation that a line says is a registered charity or company; empty for others."""
    match = REGISTERED.match(line)
    return match["name"].strip() if match else ""


def naming_lines(header: Sequence[str]) -> Iterator[str]:
    """The lines that may name the body: none with another label, or under one."""
    for above, line in pairwise(["", *_unbroken(header)]):
        under = LABEL.fullmatch(above.strip())
        if not (under or LABEL.match(line)):
            yield from (f"{above} {line}", line) if _is_cut(above, line) else (line,)


def _unbroken(header: Sequence[str]) -> Iterator[str]:
    """The lines, one that stops within a name joined to the next: "Minutes of the"."""
    begun = ""
    for line, below in pairwise([*header, ""]):
        line = f"{begun} {line}".lstrip()
        begun = line if _stops_within(line, below) else ""
        if not begun:
            yield line


def _stops_within(line: str, below: str) -> bool:
    """Whether a line stops within a name, or a title before it says when the meeting was held.

    Or the one below goes on with "of" and what the name is of.
    """
    held = HELD.search(below)
    title = MINUTES_OF.match(line) and not HELD.search(line)
    goes_on = title and held and 0 < len(below[: held.start()].split()) < FEW
    short = len(line.split()) < FEW and line[-1:].isalpha()
    if GOES_ON.match(below):
        return short
    return below[:1].isupper() and bool(HANGING.search(line) or goes_on)


def _is_cut(above: str, line: str) -> bool:
    """Whether a name in capitals goes over two lines: "MARKET ORLBY", "PARISH COUNCIL"."""
    name = above.isupper() and not re.search(r"[\d:]", above) and not KIND_OF_DOCUMENT.search(above)
    return name and len(above.split()) < 5 and BARE.fullmatch(line) is not None
