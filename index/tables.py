"""Writes the records of a built index into one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.columns import columns_of, row_of
from index.minutes import AgendaItem, LeftOut, Line, Link, Meeting, Passage, Person, Source
from index.overrides import Overrides

STORE_NAME = "minutes.sqlite"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where a meeting's file is kept in the generation, and what was set for it.

    ``path`` is relative to the generation's folder.
    """

    path: str
    overrides: Overrides


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what comes before the record's own columns, and the record.

    The first key column is the meeting's number and the second the order within the table; the
    position of a passage, and of the context it stands under, is its row in the built index.
    """

    name: str
    record: type
    keys: tuple[str, ...] = ("meeting", "place")

    @property
    def columns(self) -> str:
        return ", ".join(f'"{column.name}"' for column in columns_of(self.record))

    @property
    def schema(self) -> str:
        keys = [f'"{key}" INTEGER NOT NULL' for key in self.keys]
        own = [f'"{column.name}" {column.sql_type}' for column in columns_of(self.record)]
        primary = ", ".join(self.keys[:2])
        return f"CREATE TABLE {self.name} ({', '.join(keys + own)}, PRIMARY KEY ({primary}))"


MEETINGS = Table("meetings", Meeting, ("meeting", "first_row"))
SOURCES = Table("sources", Source)
PEOPLE = Table("people", Person)
LINKS = Table("links", Link)
LEFT_OUT = Table("left_out", LeftOut)
ITEMS = Table("items", AgendaItem)
PASSAGES = Table("passages", Passage)
CONTEXTS = Table("contexts", Line)
LINES = Table("lines", Line, ("meeting", "place", "passage"))
FILES = Table("files", StoredFile)
OVERRIDES = Table("overrides", Overrides)
TABLES = (
    MEETINGS,
    SOURCES,
    PEOPLE,
    LINKS,
    LEFT_OUT,
    ITEMS,
    PASSAGES,
    CONTEXTS,
    LINES,
    FILES,
    OVERRIDES,
)

Row = tuple[Any, ...]


def write_store(
    path: Path,
    meetings: Sequence[Meeting],
    files: Sequence[StoredFile],
    vocabulary: Mapping[str, int],
) -> None:
    """Write the meetings (numbered in the order given), their files and the vocabulary."""
    with closing(sqlite3.connect(path)) as database, database:
        for table in TABLES:
            database.execute(table.schema)
        first_row = 0
        for number, (meeting, file) in enumerate(zip(meetings, files, strict=True)):
            for table, rows in _rows(meeting, file, number, first_row):
                _insert(database, table, rows)
            first_row += len(meeting.passages)
        database.execute("CREATE TABLE vocabulary (term TEXT PRIMARY KEY, passages INTEGER)")
        database.executemany("INSERT INTO vocabulary VALUES (?, ?)", sorted(vocabulary.items()))


def _rows(
    meeting: Meeting, file: StoredFile, number: int, first_row: int
) -> Iterator[tuple[Table, Iterable[Row]]]:
    yield MEETINGS, [(number, first_row, *row_of(meeting))]
    for table, records in (
        (SOURCES, [meeting.source]),
        (PEOPLE, meeting.people),
        (LINKS, meeting.links),
        (LEFT_OUT, meeting.left_out),
        (ITEMS, meeting.items),
        (FILES, [file]),
        (OVERRIDES, [file.overrides]),
    ):
        yield table, ((number, at, *row_of(record)) for at, record in enumerate(records))
    yield from _passage_rows(meeting, number, first_row)


def _passage_rows(
    meeting: Meeting, number: int, first_row: int
) -> Iterator[tuple[Table, Iterable[Row]]]:
    passages = list(enumerate(meeting.passages, first_row))
    yield PASSAGES, ((number, row, *row_of(passage)) for row, passage in passages)
    yield (
        CONTEXTS,
        ((number, row, *row_of(each.context)) for row, each in passages if each.context),
    )
    lines = ((row, line) for row, passage in passages for line in passage.lines)
    yield LINES, ((number, at, row, *row_of(line)) for at, (row, line) in enumerate(lines))


def _insert(database: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    marks = ", ".join("?" * (len(table.keys) + len(columns_of(table.record))))
    database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)
