"""What a line of a meeting's record tells: who came, when, where, what next."""

from __future__ import annotations

import re
from collections.abc import Callable

from index import Meeting, Passage, PassageKind, terms
from index.dates import days_in, times_in
from index.minutes import Attendance, Line, LinkKind, Person
from qa.asked_for import Sort
from qa.mentions import holds
from qa.patterns import any_of

Tells = Callable[[Meeting, Passage, Line], bool]
SITTING = r"(?:meetings?|sessions?|boards?|panels?|committees?)"

ABSENCE = any_of(r"\b(?:apolog|absen|regrets)", r"\bunable to\b", r"\bdid not attend\b")
OBSERVING = any_of(r"\bobserv")
CHAIRING = any_of(r"\bchair(?:ed|ing|man|woman|person)?\b", r"\bpresid(?:ed|ing)\b")
NOTING = any_of(r"\b(?:minutes?|notes?|note[- ]?taker|secretar\w+|clerk|scribe)\b")
NEXT = any_of(
    rf"\b(?:next|future|forthcoming|further) (?:\w+ ){{0,3}}?(?:{SITTING}|dates?)\b",
    r"\bmeetings? dates?\b",
    r"\bnext\b.{0,40}\bmeet",
)
OPENING_OR_END = any_of(
    r"\b(?:closed|ended|concluded|rose|finished|adjourned|started|began|opened)\b"
)
HOW_HELD = any_of(
    r"\b(?:remote(?:ly)?|zoom|teams|online|virtual(?:ly)?|video ?conference|hybrid|in person)\b",
    r"\b(?:held (?:at|in)|venue|location|place)\b",
)

PRESENTING = any_of(
    r"\b(?:presented|introduced|outlined)\b",
    r"\b(?:gave|given|delivered|provided|led|took)\b.*\b(?:presentation|overview|talk|update|briefing|"
    r"report|item|through)\b",
)


def _has(line: Line, person: Person) -> bool:
    return person.name.casefold() in line.text.casefold()


def listed_as(attendance: Attendance) -> Tells:
    def tells(meeting: Meeting, passage: Passage, line: Line) -> bool:
        return passage.kind is PassageKind.ATTENDANCE and any(
            person.attendance is attendance and _has(line, person) for person in meeting.people
        )

    return tells


def said(words: re.Pattern[str], listed: Tells) -> Tells:
    return lambda meeting, passage, line: (
        words.search(line.text) is not None or listed(meeting, passage, line)
    )


def chairs(meeting: Meeting, passage: Passage, line: Line) -> bool:
    return CHAIRING.search(line.text) is not None and (
        passage.kind is PassageKind.ATTENDANCE
        or any(_has(line, person) for person in meeting.people)
    )


def takes_notes(meeting: Meeting, passage: Passage, line: Line) -> bool:
    return passage.kind is PassageKind.ATTENDANCE and NOTING.search(line.text) is not None


def presents(meeting: Meeting, passage: Passage, line: Line) -> bool:
    return PRESENTING.search(line.text) is not None and holds(line.text, Sort.PERSON)


def is_next(meeting: Meeting, passage: Passage, line: Line) -> bool:
    context = passage.context.text if passage.context else ""
    said = NEXT.search(f"{meeting.item(passage).title}\n{context}\n{line.text}")
    return said is not None and bool(days_in(line.text) or times_in(line.text))


def says_hours(meeting: Meeting, passage: Passage, line: Line) -> bool:
    told = passage.item_position == 0 or OPENING_OR_END.search(line.text) is not None
    return told and bool(times_in(line.text))


def says_where(meeting: Meeting, passage: Passage, line: Line) -> bool:
    named = bool(meeting.venue) and meeting.venue in line.text
    return passage.item_position == 0 and (named or HOW_HELD.search(line.text) is not None)


def leads_to(kind: LinkKind) -> Tells:
    return lambda meeting, passage, line: any(
        link.kind is kind and link.url in line.text for link in meeting.links
    )


def is_action(meeting: Meeting, passage: Passage, line: Line) -> bool:
    return line.action or passage.kind is PassageKind.ACTION


def is_decision(meeting: Meeting, passage: Passage, line: Line) -> bool:
    return passage.kind is PassageKind.DECISION


def holds_role(role: frozenset[str]) -> Tells:
    """Lines of the attendance list with somebody of a role, given by its terms."""
    return lambda meeting, passage, line: (
        bool(role)
        and any(role <= set(terms(person.role)) and _has(line, person) for person in meeting.people)
    )


def is_named(said: frozenset[str]) -> Tells:
    """Lines of the attendance list with somebody whose whole name is said, given by its terms."""
    return lambda meeting, passage, line: (
        passage.kind is PassageKind.ATTENDANCE
        and any(set(terms(person.name)) <= said and _has(line, person) for person in meeting.people)
    )
