"""What limits a search: dates, a body or a person named in the question, or set by the asker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from index import BuiltIndex, terms
from index.analyzer import STOP_TERMS
from index.bodies import initials
from index.store import MeetingEntry
from qa.answer import Understood
from qa.asking import ASKING_TERMS
from qa.limits import BODIES, DATES, PEOPLE, Limits
from qa.particulars import PARTICULAR_TERMS, Particulars
from qa.period import Period, named_meeting, named_periods
from qa.within import is_meeting

PUT_BY = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|put|rais(?:ed?|es)|present(?:ed|s)?|questions?|questioned|"
    r"quer(?:y|ies|ied))\b",
    re.IGNORECASE,
)
NAMED = "{name}"
# "What did Ada Marsh think of …", "according to Ada Marsh", "Ada Marsh's view on …"
SAID_BY = r"\b(?:did|does|according to)\s+(?:[\w.]+\s+){{0,3}}?{name}\b|\b{name}\s?['’]"
# "What did Mr Marsh say": a surname may be any word, so that it needs to be said to speak.
SURNAME_SAID_BY = (
    r"\b(?:(?:did|does)|(?P<by>according to))\s+"
    r"(?:(?:mr|mrs|ms|miss|dr|cllr|minister)\.?\s+)?{name}"
    r"(?(by)\b|\s+(?:say|think|feel|mean|tell|ask|answer|reply|respond|comment|explain|argue|"
    r"suggest|believe|want|mention|elaborate|propose|agree|disagree|promise|claim|describe|"
    r"talk|speak|see|view|call)\b)"
)
LINK = r"(?:\b(?:in|on|for|from|of|at|by|since|before|after|during|until)\s+)?(?:\bthe\s+)?"
# Meetings in general: where to look, not what for.
EVERY_MEETING = re.compile(
    r"\b(?:at|in|of|across|for|between|during) (?:each|both|either|all|any|every)(?: of)?"
    r"(?: the(?:se)?)?(?: \w+)? (?:meeting|board|session|sitting)s?\b",
    re.IGNORECASE,
)
MENTIONS = 500
# Of how many meetings the records are listed, rather than searched.
FEW_MEETINGS = 3
# What is left of "what was said at …?" once the limits are taken out.
EMPTY_TERMS = STOP_TERMS | ASKING_TERMS | set(terms("board"))


@dataclass(frozen=True, slots=True)
class Scope:
    """What is searched for, and where.

    ``text`` is the question without the words that limit it; it is empty where they are all
    there is. ``rows`` are the passages to search, None for all; ``meetings`` are those they are
    in. ``period`` says in words which dates were asked for where no meeting held fits them.
    ``several`` says that the question names more than one date or body.
    """

    understood: Understood
    text: str
    meetings: tuple[MeetingEntry, ...]
    rows: NDArray[np.int64] | None
    period: str = ""
    several: bool = False


def understand(built: BuiltIndex, text: str, limits: Limits) -> Scope:
    """Find what limits the search for a question and apply it."""
    within = [entry for entry in built.store.meetings() if is_meeting(entry, limits)]
    bodies, named = _bodies(text, within, limits)
    within = [entry for entry in within if not bodies or entry.body in bodies]
    periods = _periods(built, text, within, limits)
    if periods:
        named.extend(text[period.start : period.end] for period in periods)
        within = [e for e in within if any(period.holds(e.date) for period in periods)]
    rows = built.store.rows_of([entry.id for entry in within])
    people, rows = _people(built, text, rows, limits)
    named.extend(name for person in people for name in _spoken(person))
    named.extend(match[0] for match in EVERY_MEETING.finditer(text))
    first = min((period.first for period in periods), default=date.min)
    last = max((period.last for period in periods), default=date.max)
    understood = Understood(
        text,
        first.isoformat() if first > date.min else None,
        last.isoformat() if last < date.max else None,
        bodies,
        people,
    )
    return Scope(
        understood,
        _without(text, named, bool(people), len(within)),
        tuple(within),
        None if len(rows) == built.store.passage_count else rows,
        "" if within else " and ".join(period.words for period in periods),
        max(len(periods), len(bodies)) > 1,
    )


def _bodies(
    text: str, held: Sequence[MeetingEntry], limits: Limits
) -> tuple[tuple[str, ...], list[str]]:
    """Bodies named in the question, and by which words; none where only one body is held."""
    every = sorted({entry.body for entry in held if entry.body})
    if limits.body or len(every) < 2 or BODIES in limits.ignore:
        return (tuple(every) if limits.body else ()), []
    named = {body: words for body in every if (words := _name_of(body, text))}
    longest = {b: w for b, w in named.items() if not any(b != o and b in o for o in named)}
    return tuple(longest), list(longest.values())


def _name_of(body: str, text: str) -> str:
    """The words of a question that name a body, by its name or initials."""
    names = [body] if len(body.split()) > 1 else []
    names += [initials(body)] if names and len(initials(body)) > 2 else []
    for name in names:
        if match := re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE):
            return match[0]
    return ""


def _periods(
    built: BuiltIndex, text: str, held: Sequence[MeetingEntry], limits: Limits
) -> tuple[Period, ...]:
    """The period that the asker set, or those that the question names."""
    if limits.from_date or limits.to_date:
        first, last = limits.from_date or date.min, limits.to_date or date.max
        return (Period(first, last, "the dates you chose"),)
    if DATES in limits.ignore:
        return ()
    latest = named_meeting(text, [entry.date for entry in held if entry.date])
    found = named_periods(text) or ((latest,) if latest else ())
    fitting = tuple(p for p in found if any(p.holds(entry.date) for entry in held))
    # Where the minutes themselves name the date, the question is about it, not a meeting then.
    return fitting or tuple(p for p in found if not _stands_in_minutes(built, p.words))


def _stands_in_minutes(built: BuiltIndex, words: str) -> bool:
    hits = built.words.search(f'"{words}"', 20, {"text": 1.0, "question": 1.0})
    wanted = re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE)
    return any(
        wanted.search(line.text) for _, row in hits for line in built.store.passage(row).lines
    )


def _people(
    built: BuiltIndex, text: str, rows: NDArray[np.int64], limits: Limits
) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """Somebody said to have put or presented something limits the search to what they put.

    So does a speaker of a verbatim report to what they said there. Other mentions of a name only
    weigh in the ranking: minutes often record what a person said under the person's office.
    """
    if PEOPLE in limits.ignore:
        return (), rows
    put_by = PUT_BY.search(text) is not None
    is_named = cache(partial(_is_named, text=text, put_by=put_by))
    put: dict[str, list[int]] = {}
    for _, row in built.words.search(text, MENTIONS, {"people": 1.0}, rows):
        meeting, passage = built.store.meeting_of(row), built.store.passage(row)
        put_it = (passage.asked_by, *meeting.item(passage).presenters) if put_by else ()
        for name in (*put_it, *passage.speakers):
            if is_named(name, verbatim=meeting.is_verbatim):
                put.setdefault(name, []).append(row)
    if not put:
        return (), rows
    return tuple(sorted(put)), np.array(sorted({row for found in put.values() for row in found}))


def _is_named(name: str, text: str, put_by: bool, verbatim: bool) -> bool:
    spoken = [re.escape(each) for each in _spoken(name)]
    ways = [NAMED] if put_by else [SAID_BY] if verbatim else []
    patterns = [way.format(name=each) for way in ways for each in spoken[:1]]
    patterns += [SURNAME_SAID_BY.format(name=each) for each in spoken[1:] if verbatim]
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def _spoken(name: str) -> list[str]:
    """A person's first and last name, whatever the rank before them, and the last; or none."""
    words = [word for word in name.split() if not word.isupper()]
    return [" ".join(words[-2:]), words[-1]] if len(words) > 1 else []


def _without(text: str, named: Sequence[str], put_by: bool, meetings: int) -> str:
    """The question without the words of its limits; empty where nothing tells more.

    Nor do the words that ask a few meetings' records for their particulars.
    """
    for words in named:
        if words:
            text = re.sub(rf"{LINK}{re.escape(words)}(?:['’]s?)?", " ", text, flags=re.IGNORECASE)
    telling = set(terms(PUT_BY.sub(" ", text) if put_by else text)) - EMPTY_TERMS
    if meetings <= FEW_MEETINGS and Particulars.of(text).asked:
        telling -= PARTICULAR_TERMS
    return " ".join(text.split()) if telling else ""
