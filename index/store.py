"""Reads the records of a built index; safe to use from several threads at once."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns import record_of
from index.directory import Directory
from index.minutes import Line, Meeting, Passage
from index.overview import Overview
from index.tables import (
    CONTEXTS,
    FILES,
    ITEMS,
    LEFT_OUT,
    LINES,
    LINKS,
    MEETINGS,
    OVERRIDES,
    PASSAGES,
    PEOPLE,
    SOURCES,
    StoredFile,
    Table,
)

MEETINGS_IN_MEMORY = 256

ENTRIES = """
SELECT meetings.id, body, title, date, status, file_name, sha256, first_row,
    (SELECT count(*) FROM items WHERE items.meeting = meetings.meeting),
    (SELECT count(*) FROM passages WHERE passages.meeting = meetings.meeting),
    (SELECT count(*) FROM lines WHERE lines.meeting = meetings.meeting)
FROM meetings JOIN sources USING (meeting) ORDER BY meeting
"""


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting as it stands in a list of meetings, and its file's name and digest."""

    id: str
    body: str
    title: str
    date: date | None
    status: str
    file_name: str
    sha256: str
    first_row: int
    items: int
    passages: int
    lines: int


class Store:
    """The records of one built index. Nothing is ever written to the file again."""

    def __init__(self, path: Path) -> None:
        self._address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._entries = tuple(record_of(MeetingEntry, row) for row in self._select(ENTRIES))
        self._numbers = {entry.id: number for number, entry in enumerate(self._entries)}
        self._first_rows = [entry.first_row for entry in self._entries]
        self._load = lru_cache(MEETINGS_IN_MEMORY)(self._load_meeting)
        self.passage_count = sum(entry.passages for entry in self._entries)
        self.overview = Overview(self._select)

    def meetings(self) -> tuple[MeetingEntry, ...]:
        """All meetings by date, then id; undated ones last."""
        return self._entries

    def meeting(self, meeting_id: str) -> Meeting | None:
        """The whole record of a meeting, or None where there is no such meeting."""
        number = self._numbers.get(meeting_id)
        return None if number is None else self._load(number)

    def meeting_of(self, row: int) -> Meeting:
        """The meeting in which a passage stands."""
        if not 0 <= row < self.passage_count:
            raise ValueError(f"no passage {row}: there are {self.passage_count}")
        return self._load(bisect_right(self._first_rows, row) - 1)

    def passage(self, row: int) -> Passage:
        """A passage by its row in the built index, counted from 0."""
        meeting = self.meeting_of(row)
        return meeting.passages[row - self._first_rows[self._numbers[meeting.id]]]

    def rows_of(self, meeting_ids: Iterable[str]) -> NDArray[np.int64]:
        """The rows of all passages of some meetings, in order; unknown ids have none."""
        numbers = sorted({self._numbers[each] for each in meeting_ids if each in self._numbers})
        entries = [self._entries[number] for number in numbers]
        rows = [np.arange(each.first_row, each.first_row + each.passages) for each in entries]
        return np.concatenate(rows) if rows else np.array([], dtype=np.int64)

    def row_of(self, passage: Passage) -> int:
        """The row of a passage of this built index."""
        return self._first_rows[self._numbers[passage.meeting_id]] + passage.number - 1

    @cached_property
    def directory(self) -> Directory:
        """Everyone named in the minutes."""
        return Directory(self.overview.people, self.overview.passages)

    def vocabulary(self) -> dict[str, int]:
        """In how many passages each term stands; read once, not to be changed."""
        return self._vocabulary

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        return dict(self._select("SELECT term, passages FROM vocabulary ORDER BY term"))

    def file(self, meeting_id: str) -> StoredFile | None:
        """Where the meeting's file is kept, and what was set for it."""
        number = self._numbers.get(meeting_id)
        if number is None:
            return None
        with self._open() as database:
            (overrides,) = _records(database, OVERRIDES, number)
            (row,) = _rows(database, FILES, number)
            return record_of(StoredFile, row, overrides=overrides)

    def _open(self) -> closing[sqlite3.Connection]:
        return closing(sqlite3.connect(self._address, uri=True))

    def _select(self, sql: str) -> list[tuple[Any, ...]]:
        with self._open() as database:
            return database.execute(sql).fetchall()

    def _load_meeting(self, number: int) -> Meeting:
        with self._open() as database:
            (row,) = _rows(database, MEETINGS, number)
            (source,) = _records(database, SOURCES, number)
            return record_of(
                Meeting,
                row,
                source=source,
                people=_records(database, PEOPLE, number),
                links=_records(database, LINKS, number),
                left_out=_records(database, LEFT_OUT, number),
                items=_records(database, ITEMS, number),
                passages=_passages(database, number),
            )


def _passages(database: sqlite3.Connection, number: int) -> tuple[Passage, ...]:
    contexts = {
        position: record_of(Line, row)
        for position, *row in _rows(database, CONTEXTS, number, '"place", ')
    }
    with_passage = _rows(database, LINES, number, '"passage", ')
    lines = {
        passage: tuple(record_of(Line, row) for _, *row in rows)
        for passage, rows in groupby(with_passage, itemgetter(0))
    }
    return tuple(
        record_of(Passage, row, context=contexts.get(position), lines=lines.get(position, ()))
        for position, *row in _rows(database, PASSAGES, number, '"place", ')
    )


def _records(database: sqlite3.Connection, table: Table, number: int) -> tuple[Any, ...]:
    return tuple(record_of(table.record, row) for row in _rows(database, table, number))


def _rows(
    database: sqlite3.Connection, table: Table, number: int, before: str = ""
) -> list[tuple[Any, ...]]:
    """The rows of one meeting in their order; ``before`` names further columns to put first."""
    sql = f"SELECT {before}{table.columns} FROM {table.name} WHERE meeting = ?"
    return database.execute(f"{sql} ORDER BY {table.keys[1]}", (number,)).fetchall()
