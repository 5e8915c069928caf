"""Tests of qa/alignment.py."""

from qa.alignment import align

TEXT = "First thing. The force made 85 arrests in December. Last thing."


def found(wording: str):
    aligned = align(wording, TEXT, 0, len(TEXT))
    assert aligned is not None
    return TEXT[aligned.start : aligned.end], aligned.likeness


def test_the_same_words_are_found_as_they_stand():
    assert found("the force made 85 ARRESTS") == ("The force made 85 arrests", 1.0)


def test_words_that_differ_have_those_in_their_place_taken_along():
    stretch, likeness = found("The police made 85 arrests in June")
    assert stretch == "The force made 85 arrests in December"
    assert 0.5 < likeness < 1


def test_words_that_are_spread_wide_are_less_like_than_words_together():
    assert found("first thing last thing")[1] < found("85 arrests in December")[1]


def test_nothing_is_found_where_no_word_is_shared():
    assert align("zebra", TEXT, 0, len(TEXT)) is None
    assert align("", TEXT, 0, len(TEXT)) is None
    assert align("arrests", TEXT, 0, 5) is None
