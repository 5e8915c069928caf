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


def test_words_that_were_put_in_do_not_cut_the_stretch_short():
    text = "Between the 1st and the 14th 85 arrests have been made for drug and drink driving."
    wording = "between the 1st and the 14th 95 arrests were made for drink driving"
    aligned = align(wording, text, 0, len(text))
    assert aligned is not None
    assert text[aligned.start : aligned.end].endswith("for drug and drink driving")


def test_words_that_are_spread_wide_are_less_like_than_words_together():
    assert found("first thing last thing")[1] < found("85 arrests in December")[1]


def test_nothing_is_found_where_no_word_is_shared():
    assert align("zebra", TEXT, 0, len(TEXT)) is None
    assert align("", TEXT, 0, len(TEXT)) is None
    assert align("arrests", TEXT, 0, 5) is None
