"""When a meeting began and ended is read at the top, or where the text says so."""

from datetime import time

import pytest

from index.hours import hours_of


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["21 December 2021 1000-1300 hrs"], time(10), time(13)),
        (["21 December 2021", "2pm to 4.30pm, tea at 1.30pm"], time(14), time(16, 30)),
        (["14.10.25, Weir Room, 10.30 am"], time(10, 30), None),
        (["12 March, 5.30 to 7.45 in the evening"], time(17, 30), time(19, 45)),
        (["Orlby Hall – 10.15 for 10.30"], time(10, 30), None),
        (["Mart cafe. Doors 6.45 pm, start 7.00 pm"], time(19), None),
        (["18 June, start 10.05, finish 12.50"], time(10, 5), time(12, 50)),
        (["21 December 2021"], None, None),
    ],
)
def test_hours_are_read_from_the_lines_at_the_top(lines, start, end):
    assert hours_of(lines, "\n".join(lines)) == (start, end)


@pytest.mark.parametrize(
    ("closing", "end"),
    [
        ("The meeting closed at 12.35 pm.", time(12, 35)),
        ("The meeting rose at 5.35 pm, having adjourned from 3.40 to 3.55 pm.", time(17, 35)),
        ("There being no further business the meeting concluded at 4.25pm.", time(16, 25)),
        ("Finished 12:35", time(12, 35)),
        ("12:31 CLOSE", time(12, 31)),
        ("The meeting closed at 9.15 am.", None),
        ("The Board noted the report.", None),
    ],
)
def test_the_end_is_read_from_the_closing_lines(closing, end):
    header = "21 December 2021 at 10.00 am"
    assert hours_of([header], f"{header}\nItems\n{closing}")[1] == end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The meeting began at 6 and ended at 9.25 p.m.", time(18), time(21, 25)),
        ("10:01 OPEN\nItems\n12:31 CLOSE", time(10, 1), time(12, 31)),
        ("7.02 pm - START\nItems\n9.20 - END", time(19, 2), time(21, 20)),
    ],
)
def test_a_text_may_say_both_where_the_top_says_neither(text, start, end):
    assert hours_of(["21 December 2021"], text) == (start, end)
