"""Tests of index/store.py, with what index/tables.py writes."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from index.overrides import Overrides
from index.store import MeetingEntry, Store
from index.tables import StoredFile, write_store
from tests.conftest import CORPUS, small_meeting

MEETINGS = [
    small_meeting("a"),
    replace(small_meeting("empty"), passages=(), people=(), links=(), left_out=(), warnings=()),
    small_meeting("b", None),
]
OVERRIDES = Overrides(body="Highways Board", date=date(2021, 12, 21))
FILES = [StoredFile(f"sources/{meeting.id}.txt", OVERRIDES) for meeting in MEETINGS]


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "min?utes #1.sqlite"
    write_store(path, MEETINGS, FILES, {"driver": 2, "arrest": 1})
    return Store(path)


def test_records_come_back_exactly_as_they_were_written(store):
    assert [store.meeting(meeting.id) for meeting in MEETINGS] == MEETINGS


def test_a_real_meeting_comes_back_exactly(built):
    from index.reading import read_meeting

    for path in CORPUS.iterdir():
        meeting = read_meeting(path.name, path.read_bytes())
        assert built.store.meeting(meeting.id) == meeting


def test_the_list_of_meetings_keeps_their_order(store):
    assert [entry.id for entry in store.meetings()] == ["a", "empty", "b"]
    assert store.meetings()[2] == MeetingEntry(
        id="b",
        body="Highways Board",
        title="Minutes of the Highways Board",
        date=None,
        status="draft",
        file_name="b.txt",
        sha256="0" * 64,
        first_row=3,
        items=2,
        passages=3,
        lines=4,
    )


def test_passages_are_found_by_their_row(store):
    assert store.passage_count == 6
    passages = [passage for meeting in MEETINGS for passage in meeting.passages]
    assert [store.passage(row) for row in range(6)] == passages
    assert [store.row_of(passage) for passage in passages] == list(range(6))
    assert store.meeting_of(3).id == "b"


@pytest.mark.parametrize("row", [-1, 6])
def test_a_row_that_does_not_exist_is_a_mistake_of_the_caller(store, row):
    with pytest.raises(ValueError, match=f"no passage {row}: there are 6"):
        store.passage(row)


def test_rows_of_meetings_leave_out_what_is_not_held(store):
    assert store.rows_of(["b", "a", "a"]).tolist() == list(range(6))
    assert store.rows_of(["b", "nowhere"]).tolist() == [3, 4, 5]
    assert store.rows_of(["empty"]).tolist() == store.rows_of([]).tolist() == []
    assert store.rows_of([]).dtype == store.rows_of(["b"]).dtype == np.int64


def test_an_unknown_meeting_is_none(store):
    assert store.meeting("nowhere") is None
    assert store.file("nowhere") is None


def test_the_file_is_kept_with_what_was_set_for_it(store):
    assert store.file("b") == StoredFile("sources/b.txt", OVERRIDES)


def test_the_vocabulary_comes_back_in_order(store):
    assert list(store.vocabulary().items()) == [("arrest", 1), ("driver", 2)]


def test_many_threads_read_at_once(store):
    with ThreadPoolExecutor(8) as pool:
        passages = list(pool.map(lambda number: store.passage(number % 6), range(300)))
    assert passages == [store.passage(number % 6) for number in range(300)]


def test_nothing_can_be_written_through_a_store(store):
    with store._open() as database, pytest.raises(sqlite3.OperationalError, match="readonly"):
        database.execute("DELETE FROM meetings")
