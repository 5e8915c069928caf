"""People who are listed by their surnames alone."""

from __future__ import annotations

import re

from index.attendee import MODE, SEVERAL
from index.minutes import Attendance, Person
from index.names import OTHER_WORDS, RANK, RANKS, UPPER, clean_length, is_person
from index.office_first import surname_place

SURNAMES_END = re.compile(r"(?:[,;]|(?<![A-Z])(?<!\bSt)\.)\s*(?:and\s+)?|\s+and\s+")
SURNAME = re.compile(
    rf"(?P<name>[{UPPER}][\w'’-]*[a-z](?: [{UPPER}]\b)?)(?:\s*\((?P<role>[^()]*)\))?"
)


# When somebody was there, said in brackets: "Hull (from 6.35pm and until 8pm)".
MODE_BRACKETED = re.compile(rf"\s*\((?:except |{MODE.pattern})[^()]*\)", re.IGNORECASE)
# "The Town Clerk (Mrs Hull)".
HELD = re.compile(rf"\s\((?P<name>{RANK}\.? [{UPPER}][\w'’-]+)\)$")
# How many they were: "Hull and Marsh, 2."
COUNT = re.compile(r",\s*\d{1,2}\.?\s*$")


def surname_alone(text: str, attendance: Attendance, last: bool) -> Person | None:
    """The person of "Hull," or "Hull and" in a list of surnames; of "Hull." where it ends one."""
    match = SURNAME.match(text)
    rest = text[match.end() :].strip() if match else ""
    if match is None or match["name"].casefold() in OTHER_WORDS:
        return None
    listed = rest in {",", ";", "and", ", and"} or (last and rest in {"", "."})
    return Person(match["name"], match["role"] or "", attendance) if listed else None


def surnames(text: str, attendance: Attendance, every: bool = False) -> list[Person]:
    """Three or more surnames alone: "Hull (Chair), Marsh and Finch"; or none but such names."""
    people = []
    parts = list(filter(None, SURNAMES_END.split(SEVERAL.sub("", _plain(text)))))
    for part in parts:
        rank = f"{part.strip()} "
        if RANKS.fullmatch(rank) and not SEVERAL.match(rank):
            return []
        part, office = _named_in(part.strip())
        match = SURNAME.fullmatch(part)
        if match and match["name"].casefold() not in OTHER_WORDS:
            people.append(Person(match["name"], match["role"] or office, attendance))
        elif is_person(part):
            length = clean_length(part)
            name, role = part[:length], part[length:].strip() or office
            people.append(Person(name, role, attendance))
    if every:
        return people if len(people) == len(parts) > 1 else []
    return people if sum(" " not in person.name for person in people) > 2 else []


def _named_in(part: str) -> tuple[str, str]:
    """Who is named in a part of a list, and the office before a surname alone."""
    held = HELD.search(part)
    if held:
        return held["name"], part[: held.start()].strip()
    part = SEVERAL.sub("", part)
    office = part[: surname_place(part)]
    return part[len(office) :], office.strip()


def _plain(text: str) -> str:
    """A list without what is said of when each was there, and of how many they were."""
    return COUNT.sub("", MODE_BRACKETED.sub("", text))
