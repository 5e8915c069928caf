"""The meetings within the limits of a search, and how to say which were searched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.bodies import initials
from index.store import MeetingEntry, Store
from qa.answer import Coverage
from qa.limits import Limits


def meetings_within(store: Store, limits: Limits) -> tuple[MeetingEntry, ...]:
    """The meetings that fit, oldest first; an undated one fits only where no date is set."""
    first, last = limits.from_date or date.min, limits.to_date or date.max
    undated = not (limits.from_date or limits.to_date)
    return tuple(
        entry
        for entry in store.meetings()
        if is_meeting(entry, limits)
        if (first <= entry.date <= last if entry.date else undated)
    )


def is_meeting(entry: MeetingEntry, limits: Limits) -> bool:
    """Whether a meeting is the one, or of the body, that the limits name; dates apart."""
    named = limits.body.casefold() in {"", entry.body.casefold(), initials(entry.body).casefold()}
    return named and limits.meeting in {"", entry.id}


def rows_within(store: Store, meetings: Sequence[MeetingEntry]) -> NDArray[np.int64] | None:
    """The rows of all passages of some meetings, or None for those of all."""
    if len(meetings) == len(store.meetings()):
        return None
    return store.rows_of([entry.id for entry in meetings])


def newest_first(store: Store, row: int) -> tuple[int, int]:
    """What to sort rows by: the newest meeting first, as the minutes run, the undated last."""
    held = store.meetings()[store.overview.passages[row].meeting].date
    return (-held.toordinal() if held else 0), row


def coverage_of(held: Sequence[MeetingEntry], searched: Sequence[MeetingEntry]) -> Coverage:
    """What was searched; the dates are those of all meetings held where none was."""
    dates = [entry.date.isoformat() for entry in searched or held if entry.date]
    return Coverage(len(held), len(searched), min(dates, default=None), max(dates, default=None))
