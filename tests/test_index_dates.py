"""Dates and times of day as British minutes write them."""

from datetime import date, time

import pytest

from index.dates import dates_in, days_in, time_range, times_in
from index.meeting_dates import puts_month_first


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday 21st December 2021",
        "21 December 2021",
        "21 Dec. 2021",
        "21st of December, 2021",
        "21 DEC 21",
        "21-Dec-2021",
        "December 21, 2021",
        "December 21st 2021",
        "December 21 and 22, 2021",
        "21/12/2021",
        "21.12.21",
        "21-12-2021",
        "2021-12-21",
        "the twenty-first day of December 2021",
        "held on 21 December 2021at the Town Hall",
        "HELD ON TUESDAY 21stDECEMBER 2021",
        "at 4.00pm21 December 2021",
        "Was Held on Tuesday21stDecember2021",
    ],
)
def test_a_date_is_read_however_it_is_written(text):
    (found,) = dates_in(text)
    assert found.on_or_after(date.min) == date(2021, 12, 21)


@pytest.mark.parametrize(
    "text", ["31 February 2021", "32/12/2021", "12/13/2021", "version 1.2.3.4", "21 Decembers 2021"]
)
def test_what_is_no_day_is_no_date(text):
    assert dates_in(text) == []


def test_dates_come_in_the_order_of_the_text():
    found = dates_in("from 2022-01-25 back to 21 December 2021")
    assert [day.year for day in found] == [2022, 2021]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25 January at 10.00", date(2022, 1, 25)),
        ("21 December", date(2021, 12, 21)),
        ("January 25th", date(2022, 1, 25)),
        ("25 January 2019", date(2019, 1, 25)),
        ("29 February", None),
    ],
)
def test_a_day_without_a_year_is_the_next_one(text, expected):
    (day,) = days_in(text)
    assert day.on_or_after(date(2021, 12, 21)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.00 to 12.20", (time(10), time(12, 20))),
        ("1000-1300 hrs", (time(10), time(13))),
        ("2-4pm", (time(14), time(16))),
        ("11am – 1.30pm", (time(11), time(13, 30))),
        ("10.30 am until 12.55 pm", (time(10, 30), time(12, 55))),
        ("13:30 to 15:40", (time(13, 30), time(15, 40))),
        ("16.00 to 15.00", (time(16), None)),
        ("at 2.00 pm", (time(14), None)),
        ("at 12 a.m.", (time(0), None)),
        ("items 4 to 6", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_range_of_times_has_a_start_and_an_end_where_written(text, expected):
    assert time_range(text) == expected


def test_times_come_in_the_order_of_the_text():
    assert times_in("left at 11:40, back by 1.15pm, closed 1415 hrs") == [
        time(11, 40),
        time(13, 15),
        time(14, 15),
    ]


@pytest.mark.parametrize("text", ["£4.20", "8.5%", "12.50%", "3.1.2", "25:70"])
def test_amounts_and_numbers_are_no_times(text):
    assert times_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at half past six", time(6, 30)),
        ("quarter to seven in the evening", time(18, 45)),
        ("at 7 o'clock p.m.", time(19)),
        ("at 12 noon", time(12)),
        ("19.30", time(19, 30)),
        ("7 p.m.", time(19)),
        ("Closed 20:10.", time(20, 10)),
    ],
)
def test_a_time_is_read_in_words_and_figures(text, expected):
    assert times_in(text) == [expected]


def test_a_document_that_writes_a_day_above_twelve_second_puts_the_month_first():
    assert puts_month_first("on 12/21/2021")
    assert not puts_month_first("on 21/12/2021 and 3/4/2021")
    assert puts_month_first("Minutes - 02/06/2007\nTuesday, February 6, 2007")
    assert not puts_month_first("Minutes - 02/06/2007\n2 June 2007, after that of 6 February")
    (found,) = dates_in("3/4/2021", month_first=True)
    assert (found.day, found.month) == (4, 3)


@pytest.mark.parametrize("text", ['20™" JULY, 2016', "6'\" September, 2016", '27" January, 2014'])
def test_a_scan_takes_raised_letters_for_signs(text):
    [found] = dates_in(text)
    assert found.year in {2014, 2016}
