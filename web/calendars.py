"""Announced meetings as iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from icalendar import Calendar, Event

from qa.coming import Announced
from qa.wording import date_in_words

MEDIA_TYPE = "text/calendar; charset=utf-8"


def calendar(
    name: str, announced: Sequence[Announced], built_at: datetime, site_address: str
) -> bytes:
    """Each meeting as an event of a whole day: minutes announce no end, and seldom a time."""
    made = Calendar.new(name=name, prodid="-//Minuted//minutes//EN")
    for each in announced:
        made.add_component(_event(each, built_at, site_address))
    return bytes(made.to_ical())


def _event(each: Announced, built_at: datetime, site_address: str) -> Event:
    said = date_in_words(each.announced_in.date)
    return Event.new(
        uid=f"{each.announced_in.id}-next@minuted",
        stamp=built_at,
        start=each.date,
        summary=each.body,
        description=f"As the minutes of {said} announce it; it may have been moved since.",
        url=f"{site_address}/meetings/{each.announced_in.id}",
    )
