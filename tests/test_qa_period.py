"""Periods that questions name."""

from datetime import date

import pytest

from qa.period import named_meeting, named_periods

HELD = [date(2021, 12, 21), date(2024, 12, 17)]


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("drink driving in 2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("what was said in February 2024?", date(2024, 2, 1), date(2024, 2, 29)),
        ("the board of 17th December 2024", date(2024, 12, 17), date(2024, 12, 17)),
        ("burglary between 2021 and 2023", date(2021, 1, 1), date(2023, 12, 31)),
        ("burglary since 2022", date(2022, 1, 1), date.max),
        ("burglary before March 2022", date.min, date(2022, 2, 28)),
    ],
)
def test_period_is_read_from_the_question(question, first, last):
    (period,) = named_periods(question)
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "question",
    ["What is opening in 2025?", "Is it due by March 2026?", "the 2023/24 budget", "how many?"],
)
def test_date_of_what_is_told_is_no_period(question):
    assert named_periods(question) == ()


def test_period_knows_the_words_that_named_it():
    question = "what was said in December 2024 about fraud"
    (period,) = named_periods(question)
    assert question[period.start : period.end] == "December 2024"


def test_every_period_of_a_comparison_is_found():
    question = "who was chair in December 2021 and who is it in 2024?"
    words = [question[period.start : period.end] for period in named_periods(question)]
    assert words == ["December 2021", "2024"]


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("who was at the last meeting?", date(2024, 12, 17)),
        ("what did the first meeting decide", date(2021, 12, 21)),
        ("the most recent board meeting", date(2024, 12, 17)),
    ],
)
def test_last_and_first_meeting_are_found(question, day):
    period = named_meeting(question, HELD)
    assert period is not None
    assert (period.first, period.last) == (day, day)


def test_notes_of_the_last_meeting_are_an_agenda_item_not_a_limit():
    assert named_meeting("were the notes of the last meeting approved?", HELD) is None


def test_with_one_meeting_held_there_is_no_last_one():
    assert named_meeting("who was at the last meeting?", HELD[:1]) is None


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("what was said last December?", date(2024, 12, 1), date(2024, 12, 31)),
        ("who chaired the December board", date(2024, 12, 1), date(2024, 12, 31)),
        ("what did they say last March", date(2024, 3, 1), date(2024, 3, 31)),
    ],
)
def test_month_of_a_meeting_is_the_latest_such_month(question, first, last):
    period = named_meeting(question, HELD)
    assert period is not None
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize("question", ["how many drivers in December?", "may we go?"])
def test_month_alone_is_no_limit(question):
    assert named_meeting(question, HELD) is None
