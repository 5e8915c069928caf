"""The people named in the minutes: what they asked, presented, said and undertook, and where."""

from __future__ import annotations

from dataclasses import dataclass

from index import BuiltIndex
from index.directory import DirectoryEntry, Part
from index.minutes import Attendance
from index.store import MeetingEntry
from qa.actions import Action, ActionRequest, list_actions
from qa.answer import Citation, Quote
from qa.limits import NO_LIMITS, Limits
from qa.paging import First
from qa.quote import cite, quote_lines
from qa.within import meetings_within, newest_first

# How much of each sort a person's record holds unless more is wanted.
MOST = 50


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
    """What the minutes record under a person's name, the newest meeting first.

    ``presented`` are the items of the agenda that they presented.
    """

    entry: PersonEntry
    attended: First[Attendee]
    asked: First[Quote]
    presented: First[Citation]
    said: First[Quote]
    actions: First[Action]
    generation: str


def list_people(built: BuiltIndex, limits: Limits = NO_LIMITS) -> tuple[PersonEntry, ...]:
    """Everyone named in meetings within the limits, by surname."""
    within = {entry.id for entry in meetings_within(built.store, limits)}
    entries = (_entry(built, each) for each in built.store.directory.people.values())
    held = [entry for entry, meetings in entries if within.intersection(meetings)]
    return tuple(sorted(held, key=lambda entry: (entry.key.rpartition("-")[2], entry.key)))


def person(built: BuiltIndex, key: str, most: int = MOST) -> PersonRecord | None:
    """What is recorded of one person, at most so much of each sort; None for an unknown name."""
    known = built.store.directory.people.get(key)
    if known is None:
        return None
    actions = list_actions(built, ActionRequest(owner_key=key, per_page=most))
    return PersonRecord(
        entry=_entry(built, known)[0],
        attended=_attended(built, known, most),
        asked=_quotes(built, known, Part.ASKED, most),
        presented=_items(built, known, most),
        said=_quotes(built, known, Part.SPOKE, most),
        actions=First(actions.actions, actions.total),
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


def _attended(built: BuiltIndex, known: DirectoryEntry, most: int) -> First[Attendee]:
    meetings = built.store.meetings()
    newest = known.attended[::-1][:most]
    return First(
        tuple(Attendee(meetings[each.meeting], each.role, each.attendance) for each in newest),
        len(known.attended),
    )


def _rows(built: BuiltIndex, known: DirectoryEntry, part: Part) -> list[int]:
    rows = {each.row for each in known.named if each.part is part}
    return sorted(rows, key=lambda row: newest_first(built.store, row))


def _quotes(built: BuiltIndex, known: DirectoryEntry, part: Part, most: int) -> First[Quote]:
    rows = _rows(built, known, part)
    quotes = (_quote(built, row) for row in rows[:most])
    return First(tuple(quote for quote in quotes if quote), len(rows))


def _quote(built: BuiltIndex, row: int) -> Quote | None:
    meeting, passage = built.store.meeting_of(row), built.store.passage(row)
    return quote_lines(meeting, passage, [1.0] * len(passage.lines), built.id)


def _items(built: BuiltIndex, known: DirectoryEntry, most: int) -> First[Citation]:
    """The items they presented, each cited by its first passage."""
    firsts: dict[tuple[str, int], int] = {}
    for row in _rows(built, known, Part.PRESENTED):
        passage = built.store.passage(row)
        firsts.setdefault((passage.meeting_id, passage.item_position), row)
    shown = list(firsts.values())[:most]
    cited = (cite(built.store.meeting_of(row), built.store.passage(row)) for row in shown)
    return First(tuple(cited), len(firsts))
