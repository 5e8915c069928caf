"""How dates, periods and numbers are said in words."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, time


def date_in_words(day: date | str | None) -> str:
    """``2024-12-17`` as "17 December 2024"; what has no date is "undated"."""
    if not day:
        return "undated"
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return f"{day.day} {day:%B} {day.year}"


def time_in_words(moment: time) -> str:
    """``13:00`` as "1pm", ``13:05`` as "1.05pm"."""
    minutes = f".{moment:%M}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def period_in_words(start: str | None, end: str | None) -> str:
    """A period between two ISO dates, both inclusive: "2021", "December 2021", "from ..."."""
    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else None
    if first and last:
        return _whole_period(first, last) or f"{date_in_words(first)} to {date_in_words(last)}"
    if first:
        return f"from {date_in_words(first)}"
    return f"up to {date_in_words(last)}" if last else ""


def days_in_words(first: str, last: str) -> str:
    """From one ISO date to another, as days; one day is said once."""
    days = dict.fromkeys([date_in_words(first), date_in_words(last)])
    return " to ".join(days)


def _whole_period(first: date, last: date) -> str:
    if first == last:
        return date_in_words(first)
    if (first.year, first.month, first.day, last.month, last.day) == (last.year, 1, 1, 12, 31):
        return str(first.year)
    month_ends = monthrange(last.year, last.month)[1]
    if (first.year, first.month, first.day, last.day) == (last.year, last.month, 1, month_ends):
        return f"{first:%B} {first.year}"
    return ""


def count_of(number: int, thing: str) -> str:
    """ "1 meeting", "2 meetings", "1,204 meetings"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def list_in_words(names: tuple[str, ...]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
