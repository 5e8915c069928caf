"""The sort of thing a question asks for is told from its words."""

import pytest

from qa.asked_for import Sort, asked_for, counted


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("How many drivers were caught?", Sort.NUMBER),
        ("What will the new station cost?", Sort.MONEY),
        ("When do they meet again?", Sort.TIME),
        ("Who presented the report?", Sort.PERSON),
        ("Where was the meeting held?", Sort.PLACE),
        ("Why did it take so long?", Sort.REASON),
        ("What is the contract worth?", Sort.MONEY),
        ("What is the hourly rate?", Sort.NUMBER),
        ("What share of the drivers passed?", Sort.SHARE),
        ("How many years has she been chair?", Sort.DURATION),
        ("How long did it last?", Sort.DURATION),
        ("Which firm built the app?", Sort.NAME),
        ("What is the name of the new lead?", Sort.NAME),
        ("What is the programme for young drivers called?", Sort.NAME),
        ("Which venue is it to be in?", Sort.PLACE),
        ("What was the panel's annual budget at the time?", Sort.MONEY),
        ("Do we know what the consultants were paid?", Sort.MONEY),
        ("What does a camera set the force back?", Sort.MONEY),
        ("What will they shell out on advice?", Sort.MONEY),
        ("What is the budget consultation about?", None),
        ("Which countries are the cars sent to?", Sort.NAME),
        ("Which types of fraud are there?", None),
        ("Which matters will be raised with suppliers?", None),
        ("What becomes of the people who were caught when it closed?", None),
        ("Is it fine to park there?", None),
        ("The number of burglaries in Marsh Lane", Sort.NUMBER),
        ("Will the number of officers rise?", None),
        ("Tell me about knife crime", None),
    ],
)
def test_sort_is_told_from_the_question(question, sort):
    assert asked_for(question) is sort


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("How many extra officers were asked for?", "officers were"),
        ("What was the number of burglaries?", "burglaries"),
        ("Will the number of officers rise?", ""),
        ("Who spoke?", ""),
    ],
)
def test_what_a_question_counts_is_told(question, thing):
    assert counted(question) == thing
