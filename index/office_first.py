"""The office before the name of whoever holds it: "Treasurer Ada Hull", "the rector, Ben Marsh"."""

from __future__ import annotations

import re
from functools import lru_cache

from index.names import OTHER_WORDS, RANK, RANKS, clean_length, is_person, names_post
from index.offices import OFFICE

# "The Town Clerk (Mrs A Hull)".
OFFICE_HELD = re.compile(
    rf"(?:[Tt]he )?(?P<office>(?!\S+ on )[A-Z][^()]{{2,80}}?(?:\s*\([^()]*\))?)\s*"
    rf"\((?P<name>{RANK}\.?\s[^(),]+)\)"
)
# The same of a full name without a rank, alone: "Acting Chief Planner (Ada Hull)".
OFFICE_OF = re.compile(
    r"(?:[Tt]he )?(?P<office>(?!\S+ on )[A-Z][^(),.:;]{2,80}?)\s*\((?P<name>[^(),]+)\)"
)
OFFICE_FIRST = re.compile(
    r"(?P<office>(?:(?:Vice|Deputy)[ -])?(?:Chair(?:man|woman|person)?|Clerk|Treasurer|RFO|"
    r"(?:[A-Z][A-Za-z]+ )?Secretary|Convener))\s+(?=[A-Z])"
)
# The same in a sentence: "the rector, Ada Hull", "vestry members Ben Marsh", "clerk C. Finch".
SMALL_OFFICE = re.compile(
    rf"(?:and )?(?:the |our )?(?P<office>(?:[a-z]+ ){{0,4}}"
    rf"(?:{OFFICE}|supervisor|guest|member|rector|vicar|warden|captain)s?),? (?=[A-Z])"
)
# The words of a longer office: "Deputy Clerk to the Board", "Commissioner of Police".
WORDS = re.compile(
    r"(?:(?!(?:IN|In|On|AT|At)\b)[A-Z][\w/&'’.-]*|of|for|to|the|and|&)(?P<after>,? )"
)
# Offices that are surnames as well.
FURTHER = frozenset({"captain", "forester", "lieutenant", "marshal", "superintendent"})
ACRONYM = re.compile(r"[A-Z]{2,}")
LONGEST = 8
HOLDS = re.compile(rf"\b(?i:{OFFICE}|executive|attorney)\b")


@lru_cache(512)
def office_length(text: str) -> int:
    """How many characters at the start are an office, before the full name of who holds it."""
    end, found = 0, 0
    for _ in range(LONGEST):
        word = WORDS.match(text, end)
        if word is None:
            break
        end, last = word.end(), re.split(r"[/ -]", word[0].strip(", "))[-1]
        if last.casefold() in OTHER_WORDS and _is_held(text[:end], text[end:]):
            found = end
        if "," in word["after"]:
            break
    return found


def _is_held(office: str, rest: str) -> bool:
    """Whether words name an office, and a full name alone in its entry follows."""
    length = clean_length(rest)
    name = rest[:length]
    words = RANKS.sub("", name).split()
    full = len(words) > 1 or RANKS.match(name) is not None
    if any(ACRONYM.fullmatch(word) for word in words):
        return False
    ends = length > 0 and re.match(r"\s*(?:$|[,;.(]|and\b|&)", rest[length:])
    return bool(
        full and ends and HOLDS.search(office) and not RANKS.fullmatch(f"{office.strip()} ")
    )


def without_office(entry: str) -> str:
    """An entry without the office that begins it."""
    for pattern in (OFFICE_FIRST, SMALL_OFFICE):
        found = pattern.match(entry)
        if found and clean_length(entry[found.end() :]):
            return entry[found.end() :]
    return entry[office_length(entry) :]


def with_office_last(entry: str) -> str:
    """An entry with the office after the name: "Treasurer Ada Hull" is "Ada Hull, Treasurer"."""
    held = OFFICE_HELD.fullmatch(entry.rstrip(" .")) or _alone(entry)
    if held and is_person(held["name"]) and not clean_length(held["office"]):
        return f"{held['name']}, {held['office']}"
    for pattern in (OFFICE_FIRST, SMALL_OFFICE):
        found = pattern.match(entry)
        if found and clean_length(holder := entry[found.end() :]) == len(holder):
            several = pattern is SMALL_OFFICE and found["office"].endswith("s")
            return holder if several else f"{holder}, {found['office']}"
    if length := office_length(entry):
        office, holder = entry[:length].rstrip(" ,"), entry[length:]
        name = clean_length(holder)
        return f"{holder[:name]}, {office}{_set_off(holder[name:])}"
    return entry


def is_holder(entry: str) -> bool:
    """Whether a text is an office with the name of its holder in brackets, and no more."""
    return _alone(entry) is not None and with_office_last(entry) != entry


def _alone(entry: str) -> re.Match[str] | None:
    held = OFFICE_OF.fullmatch(entry)
    if held is None or len(held["office"].split()) > LONGEST:
        return None
    ranked = RANKS.match(held["name"]) and names_post(held["office"])
    return held if ranked or HOLDS.search(held["office"]) else None


def _set_off(said: str) -> str:
    """What is said of a person after the name, as the second part of a role."""
    inside = re.fullmatch(r"\s*\((?P<said>[^()]*)\)\.?", said)
    return f", {inside['said']}" if inside else said


def names_holder(text: str) -> bool:
    """Whether an office begins a text, and the name of whoever holds it: "Clerk Ada Hull"."""
    office = OFFICE_FIRST.match(text)
    return office is not None and clean_length(text[office.end() :]) > 0


def holds_office(text: str) -> bool:
    """Whether an office begins a text, however long, and no comma before its holder's name."""
    small = SMALL_OFFICE.match(text)
    length = small.end() if small and clean_length(text[small.end() :]) else office_length(text)
    return length > 0 and "," not in text[:length]


def lists_holders(text: str) -> bool:
    """Whether a list begins with an office and its holder: "Mayor Ada Hull, Clerk Ben Marsh"."""
    length = office_length(text)
    return length > 0 and "," not in text[:length] and re.search("[,;]", text[length:]) is not None


def surname_place(text: str) -> int:
    """Where a surname alone stands after an office, "City Clerk Hull"; 0 where none does."""
    words = text.split(" ")
    office = words[-2].casefold() if len(words) > 1 else ""
    surname = words[-1].istitle() and words[-1].casefold() not in OTHER_WORDS
    held = HOLDS.search(text) is not None or office in FURTHER
    ranked = RANKS.fullmatch(text[: len(text) - len(words[-1])]) is not None
    if ranked or not (surname and held and (office in OTHER_WORDS or office in FURTHER)):
        return 0
    return len(text) - len(words[-1]) if text[:1].isupper() else 0
