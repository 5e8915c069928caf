"""Where a title ends that the same line goes on after: with names, "none", or a sentence."""

from __future__ import annotations

import re

from index.entries import is_roll
from index.names import OTHER_WORDS, UPPER

# "Apologies from Ada Hull and Ben Marsh", "Present Ada Hull (Chair), Ben Marsh".
ATTENDED = re.compile(
    r"(?P<title>(?:apologies(?: (?:for|of) (?:non-?\s?)?(?:absence|attendance))?|"
    r"(?:(?:also|those|members) )?present|(?:in )?attendance))(?:\s*:|\s[–—-])?\s+"
    r"(?P<told>(?:(?:were|was|have been|had been) )?(?:received |noted |accepted |sent )?"
    r"(?:from|by) )?(?P<names>.+)",
    re.IGNORECASE,
)
# "Declarations of interest none".
NONE = re.compile(
    r"(?<=[^\W\d])\W{0,2}?(?P<title>)\s(?:none|nil)"
    r"(?: (?:declared|received|reported|recorded|given|made))?\W*$",
    re.IGNORECASE,
)
# "Orchard Items the list was put off": nothing sets off the sentence but how it is written.
SENTENCE = re.compile(
    r"(?P<title>[A-Z][\w'’]*(?:\s+[A-Z][\w'’]*){1,5})\s+"
    r"(?:an?|the|these|this|there|no|it)\s(?:[\w'’]+\s){0,4}?(?:was|were|is|are|had|has|have)\b"
)
JOINED = re.compile(r"\s*(?:[,;]|\b(?:and|&)(?=\s))\s*")
BRACKETS = re.compile(r"\([^()]*\)")
FIRST_NAME = re.compile(rf"[{UPPER}][\w'’.-]*(?: [{UPPER}][\w'’.-]*){{0,3}}")


def title_end(title: str) -> int:
    """How many characters of a heading's line are its title: all where nothing goes on after."""
    found = (SENTENCE.match(title), NONE.search(title), _attended(title))
    return min((match.end("title") for match in found if match), default=len(title))


def _attended(title: str) -> re.Match[str] | None:
    match = ATTENDED.fullmatch(title)
    named = match and (is_roll(match["names"]) or _are_names(match["names"], bool(match["told"])))
    return match if named else None


def _are_names(text: str, told: bool) -> bool:
    """Whether a text lists people, if only by their first names; two at least if not told of."""
    names = [name for name in JOINED.split(BRACKETS.sub("", text).strip(" .")) if name]
    plain = all(FIRST_NAME.fullmatch(name.strip()) for name in names)
    words = {word.casefold() for name in names for word in name.split()}
    return plain and words.isdisjoint(OTHER_WORDS) and len(names) > (0 if told else 1)
