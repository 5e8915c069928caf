"""Questions that lean on the one before are completed, others are left alone."""

import pytest

from qa.followup import complete, leans

FIRST = "What is being done about drink driving?"


@pytest.mark.parametrize(
    "question",
    [
        "and how many were positive?",
        "What about Coventry?",
        "why?",
        "Did they say when?",
        "cost?",
        "and what did the traffic team find across the force in December?",
    ],
)
def test_leaning_question_is_put_after_the_one_it_leans_on(question):
    assert complete(question, [FIRST]) == f"{FIRST} {question}"


@pytest.mark.parametrize(
    "question",
    [
        "What was said about knife crime in schools this year?",
        "How is the force recruiting more officers from ethnic minorities?",
    ],
)
def test_question_of_its_own_is_not_mixed_with_the_one_before(question):
    assert not leans(question)
    assert complete(question, [FIRST]) == question


def test_chain_of_leaning_questions_reaches_back_to_the_topic():
    history = [FIRST, "and how many were positive?"]
    assert complete("and arrested?", history) == (
        f"{FIRST} and how many were positive? and arrested?"
    )


def test_first_question_is_left_as_it_is():
    assert complete("and how many?", []) == "and how many?"
