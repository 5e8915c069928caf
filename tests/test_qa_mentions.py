"""A line is seen to mention things of the sorts that questions ask for."""

import pytest

from qa.asked_for import Sort
from qa.mentions import holds, mentions


@pytest.mark.parametrize(
    ("line", "sort", "expected"),
    [
        ("225 breath tests were conducted.", Sort.NUMBER, True),
        ("The campaign went well.", Sort.NUMBER, False),
        ("Repairs are put at £480,000.", Sort.MONEY, True),
        ("The campaign went well.", Sort.MONEY, False),
        ("It opens in March 2025.", Sort.TIME, True),
        ("It was re-opened on 9 December 2024.", Sort.NUMBER, False),
        ("Minute 077/21 was agreed.", Sort.NUMBER, False),
        ("8.8 per cent were charged.", Sort.SHARE, True),
        ("One in four was positive.", Sort.SHARE, True),
        ("225 were tested.", Sort.SHARE, False),
        ("The lease runs for two years.", Sort.DURATION, True),
        ("It opens in March 2025.", Sort.DURATION, False),
        ("It was owing to sickness.", Sort.REASON, True),
        ("The drop was put down to the weather.", Sort.REASON, True),
        ("Cars are shipped to Belgium.", Sort.NAME, True),
        ("Cars are shipped abroad.", Sort.NAME, False),
        ("Held at Kestrel House.", Sort.PLACE, True),
    ],
)
def test_line_is_seen_to_hold_a_sort(line, sort, expected):
    assert holds(line, sort) is expected


def test_things_of_a_sort_are_found_where_they_stand():
    line = "Of 225 tests, twelve were positive."
    assert [line[a:b] for a, b in mentions(line, Sort.NUMBER)] == ["225", "twelve"]
