"""List markers, and lists that were run together in one stretch of text."""

import pytest

from index.readers.lists import roman, split_run_together, starts_point, strip_bullet


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• one", (True, "one")),
        ("•one", (True, "one")),
        ("- one", (True, "one")),
        ("-one", (False, "-one")),
        ("1. one", (False, "1. one")),
        ("o   one", (True, "one")),
        ("o one", (False, "o one")),
    ],
)
def test_only_bullet_signs_are_taken_off(text, expected):
    assert strip_bullet(text) == expected


@pytest.mark.parametrize("text", ["1. one", "(a) one", "iv) one", "IV. one", "12) one", "b. one"])
def test_numbers_and_letters_count_points(text):
    assert starts_point(text)


@pytest.mark.parametrize("text", ["2021 was", "A meeting", "1.5 metres", "I said", "Ms) x"])
def test_other_openings_count_no_points(text):
    assert not starts_point(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text", [(False, "plain text")]),
        ("Noted: • a • b", [(False, "Noted:"), (True, "a"), (True, "b")]),
        ("I. a. II. b. III. c.", [(True, "I. a."), (True, "II. b."), (True, "III. c.")]),
        ("I. a. III. c.", [(False, "I. a. III. c.")]),
        ("see annex II. Then", [(False, "see annex II. Then")]),
    ],
    ids=["no list", "signs", "numerals", "numerals that skip", "a numeral in a sentence"],
)
def test_lists_run_together_are_cut(text, expected):
    assert split_run_together(text) == expected


@pytest.mark.parametrize(("numeral", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14)])
def test_roman_numerals_have_values(numeral, value):
    assert roman(numeral) == value
