"""Misspelt words are put right; names and British spellings are left alone."""

import pytest

from qa.clean import read_question
from qa.spelling import Speller


@pytest.fixture(scope="module")
def speller(built):
    return Speller.of(built)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("burglry in birmingam", "burglary in birmingham"),
        ("mentl helth, more officrs??", "mental health, more officers??"),
        ("what did they purchse with cameras", "what did they purchase with cameras"),
        ("are they workin on it", "are they working on it"),
        ("the vangard operation", "the vanguard operation"),
    ],
)
def test_misspelt_words_are_put_right(speller, typed, meant):
    assert speller.correct(typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "What did they realise about organised jewellery theft and neighbourhood colour?",
        "Is Dr Featherstonehaugh's taser policy in force?",
        "Who asked about Skegnesse pier?",
        "who's paying for it, won't they say?",
        "REF 12ab34",
    ],
)
def test_words_that_may_be_right_are_left_alone(speller, question):
    assert speller.correct(question) == question


def test_minutes_own_words_are_known_whatever_english_says():
    speller = Speller(("cuckooing", "misper"), lambda word: 1)
    assert speller.correct("any misper or cuckooing cases") == "any misper or cuckooing cases"


def test_more_frequent_of_two_equally_close_words_is_meant():
    speller = Speller(("wardel", "warden"), {"wardel": 1, "warden": 9}.__getitem__)
    assert speller.correct("the wardez") == "the warden"


def test_every_question_of_a_conversation_is_read_alike(speller):
    read = read_question("and hw many?", ["wot was said abt burglry?"], speller)
    assert read == "what was said about burglary? and how many?"
