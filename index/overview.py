"""What is known of all meetings at once, read in a few queries and without their texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from index.columns import record_of
from index.minutes import Line, PassageKind, Person
from index.tables import LINES, PEOPLE

# The place of an item in its table is its position in the meeting.
PASSAGE_ENTRIES = """
SELECT passages.place, passages.meeting, kind, asked_by, speakers, presenters,
    passages.place IN (SELECT passage FROM lines WHERE "action")
FROM passages JOIN items ON items.meeting = passages.meeting AND items.place = item_position
ORDER BY passages.place
"""
ACTION_LINES = f'SELECT passage, {LINES.columns} FROM lines WHERE "action" ORDER BY meeting, place'
PEOPLE_ENTRIES = f"SELECT meeting, {PEOPLE.columns} FROM people ORDER BY meeting, place"


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """A passage without its text; ``row`` counts all passages of the built index from 0.

    ``meeting`` is the place of its meeting among all meetings; ``presenters`` are those of the
    item that it stands under.
    """

    row: int
    meeting: int
    kind: PassageKind
    asked_by: str
    speakers: tuple[str, ...]
    presenters: tuple[str, ...]
    has_action: bool


class Overview:
    """Lists over all meetings of one built index; each is read once."""

    def __init__(self, select: Callable[[str], list[tuple[Any, ...]]]) -> None:
        self._select = select

    @cached_property
    def passages(self) -> tuple[PassageEntry, ...]:
        """All passages, by row."""
        return tuple(record_of(PassageEntry, row) for row in self._select(PASSAGE_ENTRIES))

    @cached_property
    def people(self) -> tuple[tuple[int, Person], ...]:
        """Everyone in an attendance list, with the place of the meeting among all meetings."""
        entries = self._select(PEOPLE_ENTRIES)
        return tuple((meeting, record_of(Person, person)) for meeting, *person in entries)

    @cached_property
    def actions(self) -> tuple[tuple[int, Line], ...]:
        """Every line that asks or promises something, with the row of its passage."""
        lines = self._select(ACTION_LINES)
        return tuple((row, record_of(Line, line)) for row, *line in lines)
