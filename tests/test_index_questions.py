"""Questions put in a meeting, who asked them, and where their answers begin."""

import pytest

from index.outline import Placed
from index.questions import asked_by, is_question, separate_answers
from index.readers.blocks import Block, BlockKind


def placed(text, kind=BlockKind.PARAGRAPH, start=50):
    return Placed(Block(text, kind), start)


BULLET = placed("It fell.", BlockKind.BULLET)


@pytest.mark.parametrize(
    "text",
    [
        "What is done about burglary?",
        "The app is new. How will it manage offenders?",
        "“Why is this so?”",
        "Give an update on burglary. (Asked by Bea Hull)",
        "Question 1: Night Time Economy",
        "2. What is done about burglary?",
    ],
)
def test_a_block_that_asks_is_a_question(text):
    assert is_question(placed(text), None)


def test_a_request_is_a_question_when_bullets_answer_it():
    assert is_question(placed("Provide details of the pilot."), BULLET)
    assert not is_question(placed("Provide details of the pilot."), placed("It was noted."))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The report was noted.", BlockKind.PARAGRAPH),
        ("Was it safe? The Board thought so.", BlockKind.PARAGRAPH),
        ("Is it safe?", BlockKind.BULLET),
        ("Is it safe?", BlockKind.ROW),
        ("word " * 130 + "?", BlockKind.PARAGRAPH),
        ("Question 1: " + "word " * 30, BlockKind.PARAGRAPH),
    ],
    ids=["statement", "answered", "bullet", "row", "too long", "label with long text"],
)
def test_other_blocks_are_no_questions(text, kind):
    assert not is_question(placed(text, kind), None)


def test_a_lead_in_over_bullets_is_no_question():
    assert not is_question(placed("Has been done so far:"), BULLET)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Question 1: Crime (Asked by DPCC Wasim Ali)", "DPCC Wasim Ali"),
        ("Why? (asked by: Bea Hull).", "Bea Hull"),
        ("Why? (Submitted by Mr O'Hara)", "Mr O'Hara"),
        ("Why? (see page 4)", ""),
    ],
)
def test_who_asked_is_read_as_printed(text, name):
    assert asked_by(text) == name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "What is done? (Asked by Bea Hull) Burglary is a priority.",
            ["What is done? (Asked by Bea Hull)", "Burglary is a priority."],
        ),
        (
            "Retail crime is an outlier, why is this? It is linked to deprivation.",
            ["Retail crime is an outlier, why is this?", "It is linked to deprivation."],
        ),
        (
            "The app is new. How will it help? It shows where officers are.",
            ["The app is new. How will it help?", "It shows where officers are."],
        ),
        ("Will it end? No.", ["Will it end? No."]),
        ("It fell. Nobody asked.", ["It fell. Nobody asked."]),
        ("What is done? (Asked by Bea Hull)", ["What is done? (Asked by Bea Hull)"]),
    ],
    ids=[
        "asked by",
        "question first",
        "question second",
        "answer of a word",
        "no question",
        "no answer",
    ],
)
def test_an_answer_that_runs_on_is_cut_from_its_question(text, parts):
    separated = list(separate_answers([placed(text)]))
    assert [part.text for part in separated] == parts
    assert all(text[part.start - 50 : part.end - 50] == part.text for part in separated)
