"""Tests of qa/within.py."""

from datetime import date

import pytest

from index.store import Store
from index.tables import StoredFile, write_store
from qa.limits import Limits
from qa.within import coverage_of, meetings_within, newest_first, rows_within
from tests.conftest import small_meeting
from tests.test_index_store import OVERRIDES

MEETINGS = [
    small_meeting("a", date(2021, 1, 5)),
    small_meeting("b", date(2022, 2, 6)),
    small_meeting("c", None),
]


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "minutes.sqlite"
    write_store(path, MEETINGS, [StoredFile("a", OVERRIDES)] * 3, {})
    return Store(path)


@pytest.mark.parametrize(
    ("limits", "ids"),
    [
        (Limits(), ["a", "b", "c"]),
        (Limits(from_date=date(2022, 1, 1)), ["b"]),
        (Limits(to_date=date(2021, 1, 5)), ["a"]),
        (Limits(body="hb"), ["a", "b", "c"]),
        (Limits(body="HIGHWAYS BOARD", meeting="c"), ["c"]),
        (Limits(body="Other"), []),
        (Limits(from_date=date(2023, 1, 1), to_date=date(2022, 1, 1)), []),
    ],
)
def test_meetings_fit_body_and_dates_and_undated_ones_no_date(store, limits, ids):
    assert [entry.id for entry in meetings_within(store, limits)] == ids


def test_rows_are_those_of_the_meetings_or_none_for_all(store):
    assert rows_within(store, store.meetings()) is None
    second, none = rows_within(store, store.meetings()[1:2]), rows_within(store, ())
    assert second is not None
    assert none is not None
    assert (second.tolist(), none.tolist()) == ([3, 4, 5], [])


def test_the_newest_meeting_comes_first_and_the_undated_last(store):
    assert sorted(range(9), key=lambda row: newest_first(store, row)) == [3, 4, 5, 0, 1, 2, 6, 7, 8]


def test_what_was_searched_is_said_or_what_is_held_where_nothing_was(store):
    held = store.meetings()
    assert coverage_of(held, held[:1]).to_date == "2021-01-05"
    assert coverage_of(held, ()).to_date == "2022-02-06"
    assert coverage_of(held, ()).searched == 0
