"""The fact that a question asks for is seen to be there, or to be missing."""

import numpy as np
import pytest

from qa.everyday import word
from qa.evidence import FACT_SIGNS, TOPIC_SIGNS, fact_signals, mentions_all, topic_signals
from qa.retrieve import encode, retrieve
from qa.signals import NAMES, table
from qa.sought import seek

FAR_IN_MANY_FORMS = "asked time or reason far from the question's words"


def told(built, question, row_of):
    """The signals of the fact, with the line that holds some words taken for the best."""
    candidates = retrieve(built, word(question), encode(built, word(question)))
    sought = seek(built, question)
    places, signals = table(sought, candidates)
    lines = [line.text for each in candidates for line in each.passage.lines]
    scores = signals[:, 0].copy()
    scores[next(at for at, text in enumerate(lines) if row_of in text)] = 9.0
    values = fact_signals(sought, candidates, places, signals, scores)
    return dict(zip(FACT_SIGNS, values.tolist(), strict=True))


def test_number_beside_what_is_counted_is_there(built):
    signals = told(built, "How many breath tests were conducted?", "225 breath tests")
    assert signals["asked sort missing from line"] == 0
    assert signals["counted thing missing from line"] < 0.2


def test_number_of_something_else_is_not_the_one_asked_for(built):
    there = told(built, "How many breath tests were conducted?", "225 breath tests")
    missing = told(built, "How many lighthouses were conducted?", "225 breath tests")
    name = "counted thing missing from line"
    assert missing[name] > there[name] + 0.3


def test_what_the_question_names_itself_is_no_answer(built):
    signals = told(built, "How many other than 225 and 23 were there?", "225 breath tests")
    assert signals["asked sort missing from line"] == 1


def test_question_without_a_sort_lacks_nothing(built):
    signals = told(built, "Tell me about breath tests", "225 breath tests")
    assert signals["asked sort missing from line"] == 0
    assert signals["asked sort far from the question's words"] == 0
    assert signals[FAR_IN_MANY_FORMS] == 0


def test_reason_that_is_not_seen_tells_apart_from_a_number_that_is_not(built):
    reason = told(built, "Why were breath tests conducted in lighthouses?", "225 breath tests")
    number = told(built, "How many lighthouses are there?", "225 breath tests")
    names = ("asked sort far from the question's words", FAR_IN_MANY_FORMS)
    assert [reason[name] > 0 for name in names] == [False, True]
    assert [number[name] > 0 for name in names] == [True, False]


def test_name_that_no_passage_has_is_missed(built):
    signals = told(built, "What was said about Operation Zebedee?", "225 breath tests")
    assert signals["names missing from the best passages"] > 0.3


@pytest.mark.parametrize("question", ["burglary", "?!", "who"])
def test_signals_are_numbers_whatever_is_asked(built, question):
    candidates = retrieve(built, word(question), encode(built, word(question)))
    sought = seek(built, question)
    places, signals = table(sought, candidates)
    scores = signals[:, NAMES.index("line similarity")]
    assert np.isfinite(fact_signals(sought, candidates, places, signals, scores)).all()
    assert len(topic_signals(signals, scores)) == len(TOPIC_SIGNS)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("mental health", ["mental health"]),
        ("Was anything said about stop and search?", ["stop", "search"]),
        ("mental health in Mongolia", None),
        ("How many breath tests?", None),
        ("who attended", None),
        ("what was said?", None),
    ],
)
def test_lines_that_mention_a_topic_have_all_of_its_words(built, question, words):
    sought = seek(built, question)
    candidates = retrieve(built, word(question), encode(built, word(question)))
    mentioned = mentions_all(sought, table(sought, candidates)[1])
    lines = [line.text.lower() for each in candidates for line in each.passage.lines]
    expected = [words is not None and all(each in line for each in words) for line in lines]
    assert mentioned.tolist() == expected
    assert any(expected) is (words is not None)
