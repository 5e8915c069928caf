"""Tests of qa/periods.py."""

from datetime import date

import pytest

from index.store import MeetingEntry
from qa.periods import MOST, PeriodCount, count_by_period


def entry(number: int, held: date | None) -> MeetingEntry:
    return MeetingEntry(str(number), "", "", held, "", "", "", 0, 0, 0, 0)


def test_months_without_a_meeting_are_counted_too():
    meetings = [entry(1, date(2023, 12, 5)), entry(2, date(2024, 2, 9)), entry(3, None)]
    assert count_by_period({"1": 4, "3": 9}, meetings) == (
        PeriodCount("December 2023", 4, 1),
        PeriodCount("January 2024", 0, 0),
        PeriodCount("February 2024", 0, 1),
    )


@pytest.mark.parametrize(
    ("last", "first_name", "periods"),
    [
        (date(2022, 12, 31), "January 2021", 24),
        (date(2023, 1, 1), "January to March 2021", 9),
        (date(2026, 12, 31), "January to March 2021", 24),
        (date(2027, 1, 1), "2021", 7),
    ],
)
def test_periods_are_as_fine_as_can_be_read(last, first_name, periods):
    counted = count_by_period({}, [entry(1, date(2021, 1, 1)), entry(2, last)])
    assert (counted[0].name, len(counted)) == (first_name, periods)
    assert len(counted) <= MOST


def test_nothing_dated_has_no_periods():
    assert count_by_period({}, [entry(1, None)]) == ()
    assert count_by_period({}, []) == ()


def test_every_mention_of_a_dated_meeting_is_in_one_period():
    meetings = [entry(day, date(2000 + day, 1 + day % 12, 1)) for day in range(40)]
    counted = count_by_period({str(day): day for day in range(40)}, meetings)
    assert sum(period.mentions for period in counted) == sum(range(40))
    assert sum(period.meetings for period in counted) == 40
