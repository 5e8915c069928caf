"""The people named in the minutes: what they asked, presented, said and undertook, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index import BuiltIndex
from index.directory import DirectoryEntry, Part
from index.minutes import Attendance
from index.store import MeetingEntry
from qa.actions import Action, ActionRequest, list_actions
from qa.answer import Citation, Quote
from qa.limits import NO_LIMITS, Limits
from qa.quote import cite, quote_lines
from qa.within import meetings_within


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person in a list of people; what is counted are meetings and passages."""

    key: str
    name: str
    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    meetings: int
    passages: int


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody's place in the attendance list of a meeting."""

    meeting: MeetingEntry
    role: str
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """All that the minutes record under a person's name, the newest meeting first.

    ``presented`` are the items of the agenda that they presented.
    """

    entry: PersonEntry
    attended: tuple[Attendee, ...]
    asked: tuple[Quote, ...]
    presented: tuple[Citation, ...]
    said: tuple[Quote, ...]
    actions: tuple[Action, ...]
    generation: str


def list_people(built: BuiltIndex, limits: Limits = NO_LIMITS) -> tuple[PersonEntry, ...]:
    """Everyone named in meetings within the limits, by surname."""
    within = {entry.id for entry in meetings_within(built.store, limits)}
    entries = (_entry(built, each) for each in built.store.directory.people.values())
    held = [entry for entry, meetings in entries if within.intersection(meetings)]
    return tuple(sorted(held, key=lambda entry: (entry.key.rpartition("-")[2], entry.key)))


def person(built: BuiltIndex, key: str) -> PersonRecord | None:
    """What is recorded of one person, or None where nobody of that name is."""
    known = built.store.directory.people.get(key)
    if known is None:
        return None
    entry, _ = _entry(built, known)
    meetings = built.store.meetings()
    return PersonRecord(
        entry=entry,
        attended=tuple(
            Attendee(meetings[each.meeting], each.role, each.attendance)
            for each in reversed(known.attended)
        ),
        asked=tuple(_quotes(built, known, Part.ASKED)),
        presented=tuple(_items(built, known)),
        said=tuple(_quotes(built, known, Part.SPOKE)),
        actions=list_actions(built, ActionRequest(owner_key=key)).actions,
        generation=built.id,
    )


def _entry(built: BuiltIndex, known: DirectoryEntry) -> tuple[PersonEntry, list[str]]:
    """The person in a list, and the ids of the meetings that name them."""
    store = built.store
    places = [each.meeting for each in known.attended]
    places += [store.overview.passages[each.row].meeting for each in known.named]
    meetings = [store.meetings()[place] for place in sorted(set(places), reverse=True)]
    roles = dict.fromkeys(each.role for each in reversed(known.attended) if each.role)
    entry = PersonEntry(
        key=known.key,
        name=known.name,
        roles=tuple(roles),
        bodies=tuple(dict.fromkeys(meeting.body for meeting in meetings if meeting.body)),
        meetings=len(meetings),
        passages=len({each.row for each in known.named}),
    )
    return entry, [meeting.id for meeting in meetings]


def _rows(known: DirectoryEntry, part: Part) -> list[int]:
    return sorted({each.row for each in known.named if each.part is part}, reverse=True)


def _quotes(built: BuiltIndex, known: DirectoryEntry, part: Part) -> Iterator[Quote]:
    for row in _rows(known, part):
        passage = built.store.passage(row)
        even = [1.0] * len(passage.lines)
        if quote := quote_lines(built.store.meeting_of(row), passage, even, built.id):
            yield quote


def _items(built: BuiltIndex, known: DirectoryEntry) -> Iterator[Citation]:
    """The first passage of each item, whose citation is the item's."""
    first: dict[tuple[str, int], int] = {}
    for row in _rows(known, Part.PRESENTED):
        passage = built.store.passage(row)
        first[passage.meeting_id, passage.item_position] = row
    for row in first.values():
        yield cite(built.store.meeting_of(row), built.store.passage(row))
