"""Tests of qa/verbatim.py."""

import pytest

from qa.verbatim import exactly, same_words


@pytest.mark.parametrize("text", ["85 arrests", "85\n arrests", "  85   arrests "])
def test_white_space_may_run_as_it_likes(text):
    assert exactly(text).search("There were 85\tarrests.")


@pytest.mark.parametrize("text", ["85 Arrests", "85 arrest", "5 arrests", "85, arrests"])
def test_nothing_else_may_differ(text):
    assert not exactly(text).search("There were 85 arrests.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the force’s plan", "The force's plan"),
        ("“KNIFE CRIME”", "knife-crime"),
        ("Yes, sir!", "yes sir"),
    ],
)
def test_the_same_words_are_found_whatever_case_and_punctuation(text, said):
    assert same_words(text).search(said)


@pytest.mark.parametrize("text", ["crime knife", "knife crimes", "knife and crime", "kni fe"])
def test_other_words_or_another_order_are_not_the_same(text):
    assert not same_words(text).search("knife crime")


@pytest.mark.parametrize("text", ["", "…", "(.*)", "  ", "_"])
def test_no_words_are_found_nowhere(text):
    assert not same_words(text).search("Anything at all")
