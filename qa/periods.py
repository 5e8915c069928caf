"""Counts by year, quarter or month: whichever makes a chart that can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.store import MeetingEntry

MOST = 24
# Months in a period, the finest first.
LENGTHS = (1, 3, 12)


@dataclass(frozen=True, slots=True)
class PeriodCount:
    """How often a topic is mentioned in a period, and of how many meetings minutes are held."""

    name: str
    mentions: int
    meetings: int


def count_by_period(
    mentions: Mapping[str, int], meetings: Sequence[MeetingEntry]
) -> tuple[PeriodCount, ...]:
    """Count the mentions of each meeting, given by its id, over the dated meetings.

    The periods run without a gap from the first meeting to the last and are months, quarters or
    years: the finest of which there are not too many.
    """
    dated = [(entry.date, entry.id) for entry in meetings if entry.date]
    if not dated:
        return ()
    first, last = min(dated)[0], max(dated)[0]
    months = _fitting(first, last)
    held, said = Counter[int](), Counter[int]()
    for day, meeting in dated:
        period = _month(day) // months
        held[period] += 1
        said[period] += mentions.get(meeting, 0)
    periods = range(_month(first) // months, _month(last) // months + 1)
    return tuple(PeriodCount(_name(at, months), said[at], held[at]) for at in periods)


def _fitting(first: date, last: date) -> int:
    span = _month(last) - _month(first) + 1
    return next((months for months in LENGTHS if span / months <= MOST), LENGTHS[-1])


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _name(period: int, months: int) -> str:
    """ "March 2021", "January to March 2021" or "2021"."""
    year, month = divmod(period * months, 12)
    if months == 12:
        return str(year)
    first, last = date(year, month + 1, 1), date(year, month + months, 1)
    return f"{first:%B %Y}" if months == 1 else f"{first:%B} to {last:%B %Y}"
