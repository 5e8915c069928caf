"""Who was at a meeting: the people of its attendance lists, however these are laid out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from index.attendance import says_chair
from index.listing import Listing
from index.minutes import Attendance, Person
from index.names import QUALIFICATIONS, RANKS
from index.readers.blocks import Block
from index.role_lines import with_roles
from index.told import is_transcript, speakers

# The first initial and the surname, as names are compared.
INITIALLED = re.compile(r"(?P<first>\w)[. ]+(?:\w[. ]+)*(?P<surname>[\w'’-]{2,})")


@dataclass(frozen=True, slots=True)
class Roll:
    """The people in the order of the document, and who chaired, as printed or empty."""

    people: tuple[Person, ...]
    chair: str


def read_roll(blocks: Sequence[Block]) -> Roll:
    """Read the lists at the opening, under headings about attendance, and where one is labelled.

    A transcript without such lists names its speakers, and others listed by surname alone.
    """
    texts = [block.text for block in blocks]
    listing = Listing(transcript=is_transcript(texts))
    for row, group in groupby(with_roles(blocks), key=lambda block: block.cell and block.cell[0]):
        if row is not None:
            listing.roster.opened_row(list(group))
        else:
            for block in group:
                listing.block(block)
    people = listing.roster.people
    chairs = listing.roster.chairs
    if all(each.attendance is Attendance.APOLOGIES or each.name in chairs for each in people):
        people += speakers(texts)
    else:
        people = _in_full(people, speakers(texts))
    merged = _merged(people)
    return Roll(merged, _chair(merged, chairs))


def _in_full(people: Iterable[Person], spoken: Iterable[Person]) -> list[Person]:
    """Those listed by surname alone with the full name of the one speaker who has that surname."""
    named: dict[str, dict[str, Person]] = defaultdict(dict)
    for speaker in spoken:
        words = RANKS.sub("", f"{speaker.name} ").split()
        if len(words) > 1 and (speaker.role or RANKS.match(speaker.name)):
            named[words[-1].casefold()][_without_rank(speaker.name)] = speaker
    found = []
    for person in people:
        *first, surname = RANKS.sub("", f"{person.name} ").split() or [""]
        same = [] if first else list(named[surname.casefold()].values())
        if len(same) == 1:
            person = replace(person, name=same[0].name, role=person.role or same[0].role)
        found.append(person)
    return found


def _merged(people: Iterable[Person]) -> tuple[Person, ...]:
    """Keep a name that comes again once; a surname alone is the fuller name's."""
    kept: dict[str, Person] = {}
    for person in people:
        key = _same_person(person, kept) or _without_rank(person.name)
        earlier = kept.get(key)
        if earlier is None:
            kept[key] = person
        else:
            kept[key] = _with_what_is_new(earlier, person)
    return tuple(kept.values())


def _without_rank(name: str) -> str:
    """A name to compare by; a surname alone keeps its rank."""
    words = RANKS.sub("", name).split()
    while len(words) > 2 and words[-1] in QUALIFICATIONS:
        words.pop()
    plain = " ".join(words)
    return (plain if " " in plain else name).casefold()


def _same_person(person: Person, kept: dict[str, Person]) -> str | None:
    """The key of the one person listed before whom a surname, or initials with it, stand for."""
    plain = _without_rank(person.name)
    if short := INITIALLED.fullmatch(plain):
        begun = re.compile(rf"{short['first']}\w+ (?:.* )?{re.escape(short['surname'])}")
        same = [key for key in kept if begun.fullmatch(key)]
        return same[0] if len(same) == 1 else None
    if len(RANKS.sub("", person.name + " ").split()) != 1:
        return None
    surname = person.name.split()[-1].casefold()
    same = [key for key in kept if key.split()[-1] == surname]
    return same[0] if len(same) == 1 else None


def _with_what_is_new(earlier: Person, later: Person) -> Person:
    missing = later.attendance is Attendance.APOLOGIES and later.name != earlier.name
    attendance = later.attendance if missing else earlier.attendance
    role = earlier.role or ("" if missing else later.role)
    return replace(earlier, role=role, attendance=attendance)


def _chair(people: Sequence[Person], labelled: Sequence[str]) -> str:
    """Who is labelled as chair, or whose role says so."""
    by_role = (
        person.name
        for person in people
        if person.attendance is not Attendance.APOLOGIES and says_chair(person.role)
    )
    return next(iter(labelled), "") or next(by_role, "")
