"""The sort of thing a question asks for is told from its words."""

import pytest

from qa.asked_for import Sort, asked_for, counted, holds, mentions


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("How many drivers were caught?", Sort.NUMBER),
        ("What will the new station cost?", Sort.MONEY),
        ("When do they meet again?", Sort.TIME),
        ("Who presented the report?", Sort.PERSON),
        ("Where was the meeting held?", Sort.PLACE),
        ("Why did it take so long?", Sort.REASON),
        ("Tell me about knife crime", None),
    ],
)
def test_sort_is_told_from_the_question(question, sort):
    assert asked_for(question) is sort


@pytest.mark.parametrize(
    ("line", "sort", "expected"),
    [
        ("225 breath tests were conducted.", Sort.NUMBER, True),
        ("The campaign went well.", Sort.NUMBER, False),
        ("Repairs are put at £480,000.", Sort.MONEY, True),
        ("The campaign went well.", Sort.MONEY, False),
        ("It opens in March 2025.", Sort.TIME, True),
        ("It was owing to sickness.", Sort.REASON, True),
        ("Held at Kestrel House.", Sort.PLACE, True),
    ],
)
def test_line_is_seen_to_hold_a_sort(line, sort, expected):
    assert holds(line, sort) is expected


def test_things_of_a_sort_are_found_where_they_stand():
    line = "Of 225 tests, twelve were positive."
    assert [line[a:b] for a, b in mentions(line, Sort.NUMBER)] == ["225", "twelve"]


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("How many extra officers were asked for?", "officers were"),
        ("What was the number of burglaries?", "burglaries"),
        ("Who spoke?", ""),
    ],
)
def test_what_a_question_counts_is_told(question, thing):
    assert counted(question) == thing
