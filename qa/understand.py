"""What limits a search: dates, a body or a person named in the question, or set by the asker."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from index import BuiltIndex
from index.dates import MONTH, MONTHS, days_in
from index.store import MeetingEntry
from qa.answer import Understood
from qa.limits import BODIES, DATES, PEOPLE, Limits

YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b(?!\s*/\s*\d)")
MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})\.?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
SPAN = re.compile(
    r"\b(?:between|from)\s+(?P<first>(?:19|20)\d\d)\s+(?:and|to|until|-|–)\s+(?P<last>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
SINCE = re.compile(r"\b(?:since|after)\s+(?:\w+\s+){0,3}?$", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:before|prior to|until|up to)\s+(?:\w+\s+){0,3}?$", re.IGNORECASE)
LATEST = re.compile(
    r"\b(?:latest|most recent|last|newest)\s+(?:\w+\s+){0,3}?(?:meeting|minutes)\b", re.I
)
EARLIEST = re.compile(r"\b(?:first|earliest|oldest)\s+(?:\w+\s+){0,3}?(?:meeting|minutes)\b", re.I)
# "Opening in 2025" dates what is told; it does not say which meeting told it.
TOLD = re.compile(
    r"\b(?:open(?:s|ed|ing)?|clos\w+|start\w*|launch\w*|begin\w*|end(?:s|ed|ing)?|finish\w*|due|by|"
    r"plan(?:s|ned)?|expected|complet\w+|built|ready|deliver\w*)\s+(?:in|by|on|from|until)?\s*$",
    re.IGNORECASE,
)
OF_NOTES = re.compile(r"\b(?:minutes|notes|record)\s+(?:of|from)\s+(?:the\s+)?$", re.IGNORECASE)
PUT_BY = (
    r"\b(?:ask(?:ed|s|ing)?|put|rais(?:ed?|es)|present(?:ed|s)?|question(?:ed|s)?|quer(?:y|ied))\b"
)
MENTIONS = 500
SMALL = frozenset("a an and at by for from in into of on or the to with".split())


@dataclass(frozen=True, slots=True)
class Scope:
    """What is searched: ``rows`` are passages (None for all), ``meetings`` those they are in.

    ``period`` says in words which dates were asked for where no meeting held fits them.
    """

    understood: Understood
    meetings: tuple[MeetingEntry, ...]
    rows: NDArray[np.int64] | None
    period: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included, and the words that named them."""

    first: date
    last: date
    words: str


def understand(built: BuiltIndex, text: str, limits: Limits) -> Scope:
    """Find what limits the search for a question and apply it."""
    held = built.store.meetings()
    within = [entry for entry in held if _is_meeting(entry, limits)]
    bodies = _bodies(text, within, limits)
    within = [entry for entry in within if not bodies or entry.body in bodies]
    period = _period(built, text, within, limits)
    if period:
        within = [e for e in within if e.date and period.first <= e.date <= period.last]
    rows = built.store.rows_of([entry.id for entry in within])
    people, rows = _people(built, text, rows, limits)
    understood = Understood(
        text,
        period.first.isoformat() if period and period.first > date.min else None,
        period.last.isoformat() if period and period.last < date.max else None,
        bodies,
        people,
    )
    everything = len(rows) == built.store.passage_count
    words = period.words if period and not within else ""
    return Scope(understood, tuple(within), None if everything else rows, words)


def initials(body: str) -> str:
    """What a body's name is cut down to: "Strategic Policing and Crime Board" is SPCB."""
    return "".join(
        word[0] for word in re.findall(r"\w+", body) if word.lower() not in SMALL
    ).upper()


def _is_meeting(entry: MeetingEntry, limits: Limits) -> bool:
    named = limits.body.casefold() in {"", entry.body.casefold(), initials(entry.body).casefold()}
    return named and limits.meeting in {"", entry.id}


def _bodies(text: str, held: Sequence[MeetingEntry], limits: Limits) -> tuple[str, ...]:
    """Bodies named in the question; none where all meetings held are of one body."""
    every = sorted({entry.body for entry in held if entry.body})
    if limits.body:
        return tuple(every)
    if len(every) < 2 or BODIES in limits.ignore:
        return ()
    named = [body for body in every if _names_body(text, body)]
    longer = [body for body in named if not any(body != o and body in o for o in named)]
    return tuple(longer)


def _names_body(text: str, body: str) -> bool:
    short = initials(body)
    if len(short) > 2 and re.search(rf"\b{re.escape(short)}\b", text, re.IGNORECASE):
        return True
    return len(body.split()) > 1 and body.casefold() in text.casefold()


def _period(
    built: BuiltIndex, text: str, held: Sequence[MeetingEntry], limits: Limits
) -> Period | None:
    """The period that the asker set or the question names."""
    if limits.from_date or limits.to_date:
        return Period(
            limits.from_date or date.min, limits.to_date or date.max, "the dates you chose"
        )
    if DATES in limits.ignore:
        return None
    found = _named_period(text) or _named_meeting(text, held)
    if found is None or any(e.date and found.first <= e.date <= found.last for e in held):
        return found
    # The minutes themselves name the date: the question is about it, not about a meeting then.
    return None if _stands_in_minutes(built, found.words) else found


def _stands_in_minutes(built: BuiltIndex, words: str) -> bool:
    hits = built.words.search(f'"{words}"', 20, {"text": 1.0, "question": 1.0})
    wanted = words.casefold()
    return any(
        wanted in "\n".join(line.text for line in built.store.passage(row).lines).casefold()
        for _, row in hits
    )


def _named_period(text: str) -> Period | None:
    if match := SPAN.search(text):
        return Period(date(int(match["first"]), 1, 1), date(int(match["last"]), 12, 31), match[0])
    for find in (_day, _month, _year):
        if period := find(text):
            start = text.casefold().find(period.words.casefold())
            return None if TOLD.search(text[:start]) else _open_ended(period, text[:start])
    return None


def _open_ended(period: Period, before: str) -> Period:
    if SINCE.search(before):
        return Period(period.first, date.max, period.words)
    if BEFORE.search(before):
        return Period(date.min, period.first - timedelta(days=1), period.words)
    return period


def _day(text: str) -> Period | None:
    for day in days_in(text):
        if day.year is not None:
            on = date(day.year, day.month, day.day)
            return Period(on, on, f"{day.day} {on:%B %Y}")
    return None


def _month(text: str) -> Period | None:
    match = MONTH_YEAR.search(text)
    if match is None:
        return None
    first = date(int(match["year"]), MONTHS[match["month"].lower()], 1)
    following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return Period(first, following - timedelta(days=1), match[0])


def _year(text: str) -> Period | None:
    match = YEAR.search(text)
    if match is None:
        return None
    year = int(match["year"])
    return Period(date(year, 1, 1), date(year, 12, 31), match[0])


def _named_meeting(text: str, held: Sequence[MeetingEntry]) -> Period | None:
    """The latest or the first meeting, where several are held; notes "of the last" are none."""
    dates = sorted(entry.date for entry in held if entry.date)
    which: list[tuple[re.Pattern[str], Callable[[Sequence[date]], date]]] = [
        (LATEST, max),
        (EARLIEST, min),
    ]
    for pattern, pick in which:
        match = pattern.search(text)
        if match and len(dates) > 1 and not OF_NOTES.search(text[: match.start()]):
            on = pick(dates)
            return Period(on, on, match[0])
    return None


def _people(
    built: BuiltIndex, text: str, rows: NDArray[np.int64], limits: Limits
) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """Somebody said to have put or presented something limits the search to what they put.

    Other mentions of a name only weigh in the ranking: minutes often record what a person said
    under the person's office.
    """
    if PEOPLE in limits.ignore or not re.search(PUT_BY, text, re.IGNORECASE):
        return (), rows
    put: dict[str, list[int]] = {}
    for _, row in built.words.search(text, MENTIONS, {"people": 1.0}, rows):
        meeting, passage = built.store.meeting_of(row), built.store.passage(row)
        for name in (passage.asked_by, *passage.speakers, *meeting.item(passage).presenters):
            if name and _names_person(text, name):
                put.setdefault(name, []).append(row)
    if not put:
        return (), rows
    return tuple(sorted(put)), np.array(sorted({row for found in put.values() for row in found}))


def _names_person(text: str, name: str) -> bool:
    """Whether a question names a person by first and last name, whatever the rank before it."""
    words = [word for word in name.split() if not word.isupper()]
    return len(words) > 1 and " ".join(words[-2:]).casefold() in text.casefold()
