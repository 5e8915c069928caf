"""Tests of qa/differences.py."""

import pytest

from qa.differences import Change, Difference, compare


def test_words_left_out_and_put_in_are_told_apart():
    assert compare("The force made 80 arrests", "The force made 85 arrests.") == (
        Difference(Change.SAME, "The force made "),
        Difference(Change.LEFT_OUT, "80 "),
        Difference(Change.PUT_IN, "85 "),
        Difference(Change.SAME, "arrests"),
        Difference(Change.PUT_IN, "."),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("a b c", "c b a"), ("", "new words"), ("old", ""), ("It's  so", "It’s so — now"), ("", "")],
)
def test_what_is_the_same_or_put_in_makes_up_the_second_wording(first, second):
    differences = compare(first, second)
    kept = "".join(each.words for each in differences if each.change is not Change.LEFT_OUT)
    left = [each.words for each in differences if each.change is Change.LEFT_OUT]
    assert kept == second
    assert all(words in first for words in left)


def test_only_white_space_is_no_difference():
    assert {each.change for each in compare("a  b\nc", "a b c")} == {Change.SAME}
