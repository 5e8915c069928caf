"""The period that a question names: a day, a month, a year, a span, the latest meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.dates import MONTH, MONTHS, days_in

YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b(?!\s*/\s*\d)")
MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})\.?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
SPAN = re.compile(
    r"\b(?:between|from)\s+(?P<first>(?:19|20)\d\d)\s+(?:and|to|until|-|–)\s+"
    r"(?P<last>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
SINCE = re.compile(r"\b(?:since|after)\s+(?:the\s+)?$", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:before|prior to|until|up to)\s+(?:the\s+)?$", re.IGNORECASE)
MEETING = (
    r"\b(?:the\s+)?(?:{which})\s+(?:(?!(?:of|in|and|the)\b)\w+\s+){{0,3}}?(?:meeting|minutes)\b"
)
LATEST = re.compile(MEETING.format(which="latest|most recent|last|newest"), re.IGNORECASE)
EARLIEST = re.compile(MEETING.format(which="first|earliest|oldest"), re.IGNORECASE)
# "Last December", "the December board"; a month alone may only date what is told.
MONTH_OF_MEETING = re.compile(
    rf"\b(?:last|this past|back in)\s+(?P<last>{MONTH})\b|\b(?P<month>{MONTH})(?:['’]s)?\s+"
    rf"(?:\w+\s+){{0,2}}?(?:meeting|minutes|board|committee|panel|session)\b",
    re.IGNORECASE,
)
# "The notes of the last meeting" are an item of every agenda.
OF_NOTES = re.compile(r"\b(?:minutes|notes|record)\s+(?:of|from)\s+(?:the\s+)?$", re.IGNORECASE)
# "Opening in 2025" dates what is told; it does not say which meeting told it.
TOLD = re.compile(
    r"\b(?:open(?:s|ed|ing)?|clos\w+|start\w*|launch\w*|begin\w*|end(?:s|ed|ing)?|finish\w*|due|by|"
    r"plan(?:s|ned)?|expected|complet\w+|built|ready|deliver\w*)\s+(?:in|by|on|from|until)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included; ``text[start:end]`` of the question names
    them, ``words`` say them in a sentence."""

    first: date
    last: date
    words: str
    start: int = 0
    end: int = 0

    def holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last


def named_periods(text: str) -> tuple[Period, ...]:
    """The periods a question names, in its order, less those that only date what is told."""
    found: list[Period] = []
    left = text
    while period := _span(left) or _day(left) or _month(left) or _year(left):
        before = text[: period.start]
        if not TOLD.search(before):
            found.append(_open_ended(period, before))
        left = left[: period.start] + " " * (period.end - period.start) + left[period.end :]
    return tuple(sorted(found, key=lambda period: period.start))


def named_meeting(text: str, held: Sequence[date]) -> Period | None:
    """When "the latest meeting", "the first" or "the May board" was, where several are held."""
    if len(held) < 2:
        return None
    for pattern, day in ((LATEST, max(held)), (EARLIEST, min(held))):
        match = pattern.search(text)
        if match and not OF_NOTES.search(text[: match.start()]):
            return Period(day, day, match[0], *match.span())
    return _month_of_meeting(text, sorted(held))


def _month_of_meeting(text: str, held: Sequence[date]) -> Period | None:
    """The month in which the latest such meeting was held, or the latest such month."""
    match = MONTH_OF_MEETING.search(text)
    if match is None:
        return None
    month = MONTHS[(match["last"] or match["month"]).lower()]
    latest = held[-1].year - (month > held[-1].month)
    year = max((day.year for day in held if day.month == month), default=latest)
    return _whole_month(year, month, match[0], *match.span())


def _open_ended(period: Period, before: str) -> Period:
    if SINCE.search(before):
        return replace(period, last=date.max)
    if BEFORE.search(before):
        return replace(period, first=date.min, last=period.first - timedelta(days=1))
    return period


def _span(text: str) -> Period | None:
    match = SPAN.search(text)
    if match is None:
        return None
    first, last = sorted((int(match["first"]), int(match["last"])))
    return Period(date(first, 1, 1), date(last, 12, 31), match[0], *match.span())


def _day(text: str) -> Period | None:
    for day in days_in(text):
        if day.year is not None:
            on = date(day.year, day.month, day.day)
            return Period(on, on, f"{day.day} {on:%B %Y}", day.start, day.end)
    return None


def _month(text: str) -> Period | None:
    match = MONTH_YEAR.search(text)
    if match is None:
        return None
    month = MONTHS[match["month"].lower()]
    return _whole_month(int(match["year"]), month, "", *match.span())


def _whole_month(year: int, month: int, words: str, start: int, end: int) -> Period:
    first = date(year, month, 1)
    following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return Period(first, following - timedelta(days=1), words or f"{first:%B %Y}", start, end)


def _year(text: str) -> Period | None:
    match = YEAR.search(text)
    if match is None:
        return None
    year = int(match["year"])
    return Period(date(year, 1, 1), date(year, 12, 31), match[0], *match.span())
