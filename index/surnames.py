"""People who are listed by their surnames alone."""

from __future__ import annotations

import re

from index.attendee import SEVERAL
from index.minutes import Attendance, Person
from index.names import OTHER_WORDS, RANKS, UPPER, is_person

SURNAMES_END = re.compile(r"(?:[,;]|(?<![A-Z])\.)\s*(?:and\s+)?|\s+and\s+")
SURNAME = re.compile(
    rf"(?P<name>[{UPPER}][\w'’-]*[a-z](?: [{UPPER}]\b)?)(?:\s*\((?P<role>[^()]*)\))?"
)


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
    parts = list(filter(None, SURNAMES_END.split(SEVERAL.sub("", text))))
    for part in parts:
        rank = f"{part.strip()} "
        if RANKS.fullmatch(rank) and not SEVERAL.match(rank):
            return []
        match = SURNAME.fullmatch(part.strip())
        if match and match["name"].casefold() not in OTHER_WORDS:
            people.append(Person(match["name"], match["role"] or "", attendance))
        elif is_person(part.strip()):
            people.append(Person(part.strip(), "", attendance))
    if every:
        return people if len(people) == len(parts) > 1 else []
    return people if sum(" " not in person.name for person in people) > 2 else []
