"""The next meetings that minutes announce."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index import BuiltIndex, Meeting
from qa.limits import NO_LIMITS, Limits
from qa.within import meetings_within


@dataclass(frozen=True, slots=True)
class Announced:
    """A meeting of a body on a day, as the minutes of its latest meeting announce it."""

    body: str
    date: date
    announced_in: Meeting


def next_meetings(built: BuiltIndex, limits: Limits = NO_LIMITS) -> tuple[Announced, ...]:
    """The next meeting of each body after the latest of which minutes are held, by date."""
    latest = {entry.body: entry for entry in meetings_within(built.store, limits) if entry.date}
    found = []
    for body, entry in latest.items():
        meeting = built.store.meeting(entry.id)
        if body and meeting and meeting.date and meeting.next_meeting:
            if meeting.next_meeting > meeting.date:
                found.append(Announced(body, meeting.next_meeting, meeting))
    return tuple(sorted(found, key=lambda each: (each.date, each.body)))
