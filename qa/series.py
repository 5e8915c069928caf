"""The meetings of one body, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from index.store import MeetingEntry, Store


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The meetings of the same body before and after one; None where there is none."""

    previous: MeetingEntry | None
    following: MeetingEntry | None


def neighbours(store: Store, meeting_id: str) -> Neighbours:
    """By date; a meeting without date or body has none."""
    this = next((entry for entry in store.meetings() if entry.id == meeting_id), None)
    if this is None or not this.body or this.date is None:
        return Neighbours(None, None)
    series = [entry for entry in store.meetings() if entry.body == this.body and entry.date]
    at = series.index(this)
    following = series[at + 1] if at + 1 < len(series) else None
    return Neighbours(series[at - 1] if at else None, following)
