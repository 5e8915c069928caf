from datetime import date, time

import pytest

from qa.wording import (
    count_of,
    date_in_words,
    list_in_words,
    period_in_words,
    time_in_words,
)


@pytest.mark.parametrize(
    ("day", "words"),
    [("2024-12-17", "17 December 2024"), (date(2021, 1, 5), "5 January 2021"), (None, "undated")],
)
def test_dates_are_said_in_words(day, words):
    assert date_in_words(day) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [(time(10), "10am"), (time(13, 5), "1.05pm"), (time(0, 30), "12.30am"), (time(12), "12pm")],
)
def test_times_are_said_in_words(moment, words):
    assert time_in_words(moment) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021-01-01", "2021-12-31", "2021"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-12-17", "2024-12-17", "17 December 2024"),
        ("2021-12-21", "2024-12-17", "21 December 2021 to 17 December 2024"),
        ("2021-01-01", "2022-12-31", "1 January 2021 to 31 December 2022"),
        ("2022-05-01", None, "from 1 May 2022"),
        (None, "2022-05-01", "up to 1 May 2022"),
        (None, None, ""),
    ],
)
def test_periods_are_said_as_shortly_as_they_can_be(start, end, words):
    assert period_in_words(start, end) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 meetings"), (1, "1 meeting"), (1204, "1,204 meetings")]
)
def test_numbers_agree_with_what_they_count(number, words):
    assert count_of(number, "meeting") == words


@pytest.mark.parametrize(
    ("names", "words"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (tuple("ABC"), "A, B and C")],
)
def test_names_are_listed_in_words(names, words):
    assert list_in_words(names) == words
