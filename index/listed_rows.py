"""A person and what is said of one, in the cells of a table of those who attended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.attendance import ABSENT, OVER_NAMES, attendance_label
from index.attendee import MODE, read_person
from index.bodies import ORGANISATION
from index.entries import COUNTED, begins_with_person
from index.minutes import Attendance, Person
from index.names import RANKS, is_initials
from index.offices import OFFICE

# What a column "Present?" holds beside a name.
MARK = re.compile(
    r"^(?:y(?:es)?|p|x|✓|✔|☑|●|n(?:o)?|a|present|in attendance)\b[\W\d]*", re.IGNORECASE
)
# What heads a column of a table of people.
COLUMN_TITLE = re.compile(
    r"^(?:name|role|title|post|organi[sz]ation|representing|category|position|initials|present\?|"
    r"capacity|ward|party|constituency)\b\W*$",
    re.IGNORECASE,
)
UNDER_NAME = re.compile(rf"(?:[A-Z][\w’'-]+[ -]){{0,2}}(?i:{OFFICE})")
# What the name of an organisation ends in that people of a list are from.
FROM = re.compile(rf"police|constabulary|force|service|{ORGANISATION.pattern}", re.IGNORECASE)
# A group of members and how many it has: "Parent governors (2)".
COUNTED_GROUP = re.compile(r"[A-Z][^,;]{2,40}?:?\s*\(\d{1,2}\)$")
# How many others there were; or what the person on the line above is, or stands in for.
AS_COUNTED = re.compile(
    rf"(?i:{COUNTED.pattern})|(?:[A-Z][\w’'-]+ ){{0,3}}(?i:{OFFICE})$|"
    r"(?i:substitut|deputis)\w+ for "
)
SEVERAL = 3  # So many entries show what each of a list holds.
NO = re.compile(r"^(?:no?|a|✗|✘)$", re.IGNORECASE)


def person_of_row(cells: Sequence[str], at: int, listed: Attendance | None) -> Person | None:
    """The person named in one cell of a row, with what the others say; else None.

    ``listed`` is as what the list names people, None where only a mark in the row can say so.
    """
    others = [cell for place, cell in enumerate(cells) if cell and place != at]
    marks = [cell for cell in others if MARK.match(cell) or ABSENT.match(cell)]
    if listed is None and not marks:
        return None
    person = read_person(cells[at], listed or Attendance.PRESENT)
    if person is None:
        return None
    for mark in marks:
        missed = ABSENT.search(mark) or NO.match(mark)
        person = replace(person, attendance=Attendance.APOLOGIES if missed else Attendance.PRESENT)
    short = next((cell for cell in others if is_initials(cell, person.name)), "")
    said = (
        cell for cell in others if cell not in (*marks, short) and re.search("[^\\W\\d_]", cell)
    )
    roles = [person.role, *said]
    if person.attendance is Attendance.PRESENT and any("observer" in role for role in roles):
        person = replace(person, attendance=Attendance.OBSERVER)
    return replace(person, role=_joined(roles), initials=person.initials or short)


def person_of_cell(texts: Sequence[str], listed: Attendance) -> Person | None:
    """The person of a cell of two paragraphs, of which the second says what the person is."""
    person = read_person(texts[0], listed)
    if person is None or len(texts) != 2 or _is_entry(texts[1]):
        return None
    return replace(person, role=_joined([person.role, texts[1] if texts[1][0].isalpha() else ""]))


def is_office_of(person: Person, above: str, text: str) -> bool:
    """Whether a line is the office alone of the person named on the line above it."""
    return (
        above.endswith(person.name) and not person.role and UNDER_NAME.fullmatch(text) is not None
    )


def _joined(roles: Iterable[str]) -> str:
    return ", ".join(role for role in roles if role)


def _is_entry(text: str) -> bool:
    person = read_person(text, Attendance.PRESENT)
    return person is not None and bool(person.initials or RANKS.match(text) or "(" in text)


def with_role_as_others(text: str, found: list[Person], listed: Sequence[Person]) -> list[Person]:
    """Of two names on a line the second is where the first is from, if all listed say as much."""
    each = len(listed) >= SEVERAL and all(person.role for person in listed)
    if not each or len(found) != 2 or any(person.role for person in found) or text.count(",") != 1:
        return found
    person = read_person(text, found[0].attendance)
    return [person] if person and person.role else found


def names_group(text: str) -> bool:
    """Whether a line in a list only says who is under it: "Orlby Police", "Parents (2)"."""
    words = text.split()
    plain = not re.search(r"[,;:()]", text) and all(
        word[:1].isupper() or word in {"and", "of", "the", "&"} for word in words
    )
    organisation = plain and 1 < len(words) < 7 and FROM.fullmatch(words[-1]) is not None
    return organisation or COUNTED_GROUP.match(text) is not None


def heads_column(before: str, cell: str) -> bool:
    """Whether a cell heads a column rather than says what the person before it is."""
    if OVER_NAMES.fullmatch(cell) and begins_with_person(before):
        return False
    return attendance_label(cell) is not None and not begins_with_person(cell)


def says_more(text: str) -> bool:
    """Whether a line in a list says how many others there were, or how the person above was."""
    return AS_COUNTED.match(text) is not None or (len(text) < 60 and MODE.match(text) is not None)
