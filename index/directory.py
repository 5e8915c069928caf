"""Who is named in all minutes, and as what: one entry per name, whatever the rank before it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from index.minutes import Attendance, Person
from index.names import RANK
from index.offices import OFFICE
from index.overview import PassageEntry

RANKS = re.compile(rf"^(?:{RANK}\.?\s+)+")
# What a single person is called by; the name of an organisation is nobody's in particular.
POST = re.compile(rf"\b(?:{OFFICE}|chief|head|lead|pcc|dpcc|dcc|acc|cfo|ceo)\b")


class Part(StrEnum):
    """What somebody did in a meeting, as far as the minutes name them."""

    ASKED = "asked"
    PRESENTED = "presented"
    SPOKE = "spoke"


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody named in an attendance list; ``meeting`` is its place among all meetings."""

    meeting: int
    role: str
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class Named:
    """A passage, by its row, in which somebody has a part."""

    row: int
    part: Part


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """A name, without rank, and all places where it stands, oldest first.

    ``key`` is the name as part of an address: ``simon-foster``.
    """

    key: str
    name: str
    attended: tuple[Attended, ...]
    named: tuple[Named, ...]


def key_of(name: str) -> str:
    """A name without rank, case, accents and full stops, its words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", RANKS.sub("", name).casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", letters).strip("-")


def is_full_name(key: str) -> bool:
    """Whether a name has at least two words: a surname alone may be anybody's."""
    return "-" in key


class Roll:
    """Finds who of one meeting's attendance list is meant by a name or by a post."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = [(key_of(person.name), person.role.casefold()) for person in people]

    def key_of(self, named: str) -> str:
        """The key of whoever is meant: a full name's own, or that of the only one it fits."""
        key = key_of(named)
        fitting = {theirs for theirs, role in self._people if _fits(key, named, theirs, role)}
        if key in fitting or len(fitting) != 1:
            return key
        return fitting.pop()


class Directory:
    """Everyone named with at least two words, by key."""

    def __init__(
        self, people: Sequence[tuple[int, Person]], passages: Sequence[PassageEntry]
    ) -> None:
        self._rolls = {
            meeting: Roll(person for _, person in group)
            for meeting, group in groupby(people, key=itemgetter(0))
        }
        attended: dict[str, list[Attended]] = {}
        named: dict[str, list[Named]] = {}
        names: dict[str, str] = {}
        for meeting, person in people:
            key = key_of(person.name)
            names[key] = RANKS.sub("", person.name)
            attended.setdefault(key, []).append(Attended(meeting, person.role, person.attendance))
        for entry in passages:
            for name, part in _parts(entry):
                key = self.key_of(entry.meeting, name)
                names.setdefault(key, RANKS.sub("", name))
                named.setdefault(key, []).append(Named(entry.row, part))
        self.people = {
            key: DirectoryEntry(key, name, tuple(attended.get(key, ())), tuple(named.get(key, ())))
            for key, name in sorted(names.items())
            if is_full_name(key)
        }

    def key_of(self, meeting: int, named: str) -> str:
        """The key of whoever the minutes of a meeting, given by its place, call so."""
        roll = self._rolls.get(meeting)
        return roll.key_of(named) if roll else key_of(named)


def _parts(entry: PassageEntry) -> Iterator[tuple[str, Part]]:
    if entry.asked_by:
        yield entry.asked_by, Part.ASKED
    yield from ((name, Part.PRESENTED) for name in entry.presenters)
    yield from ((name, Part.SPOKE) for name in entry.speakers)


def _fits(key: str, named: str, theirs: str, role: str) -> bool:
    """Whether a name as printed may be theirs: it is, or its surname, or names their post."""
    first, _, last = key.rpartition("-")
    if key == theirs:
        return True
    if theirs.endswith(f"-{last}"):
        return not first or (len(first) == 1 and theirs.startswith(first))
    post = named.casefold().removeprefix("the ").strip(" .")
    return bool(POST.search(post)) and post in re.split(r"\s*[,;/()]\s*", role)
