"""Tests of the questions of `eval/` on the sample minutes: they fit what the minutes say."""

import json
from collections import Counter
from pathlib import Path

import pytest

from eval.matching import letters_of, words_until_found
from eval.questions import Question, read_questions
from index.minutes import Meeting
from index.reading import read_meeting

ROOT = Path(__file__).parent.parent
SETS = [ROOT / "eval" / name for name in ("questions.jsonl", "unseen.jsonl")]
INVENTED = [ROOT / "eval" / f"{name}-questions.jsonl" for name in ("fictional", "training")]
CATEGORIES = {
    "direct",
    "paraphrase",
    "staff",
    "metadata",
    "across",
    "action",
    "followup",
    "noisy",
    "absent",
    "offtopic",
}


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return tuple(question for path in SETS for question in read_questions(path))


@pytest.fixture(scope="module")
def invented() -> tuple[Question, ...]:
    return tuple(question for path in INVENTED for question in read_questions(path))


@pytest.fixture(scope="module")
def meetings() -> dict[str, Meeting]:
    paths = (path for path in (ROOT / "corpus").iterdir() if path.suffix != ".toml")
    read = [read_meeting(path.name, path.read_bytes()) for path in paths]
    return {meeting.id: meeting for meeting in read}


def test_every_piece_of_evidence_stands_verbatim_in_its_meeting(questions, meetings):
    unheld = [
        (question.id, span.quote)
        for question in questions
        for span in question.spans
        if " ".join(span.quote.split()) not in " ".join(meetings[span.meeting].text.split())
    ]
    assert unheld == []


def test_every_piece_of_evidence_is_found_by_the_measures(questions, meetings):
    letters = {name: letters_of(meeting.text) for name, meeting in meetings.items()}
    for question in questions:
        for span in question.spans:
            found = words_until_found(letters_of(span.quote), letters[span.meeting])
            assert found is not None, (question.id, span.quote)


def test_there_are_enough_questions_with_and_without_an_answer(questions):
    assert len(questions) >= 150
    assert sum(not question.answerable for question in questions) >= 35


def test_every_question_has_a_known_category_and_split(questions):
    assert {question.category for question in questions} == CATEGORIES
    assert {question.split for question in questions} == {"fit", "held", "unseen"}


def test_absent_questions_have_no_answer(questions):
    absent = {question.id for question in questions if question.category in ("absent", "offtopic")}
    assert absent <= {question.id for question in questions if not question.answerable}


def test_no_question_is_asked_twice(questions):
    asked = Counter(
        (question.history, question.text.casefold(), question.limits) for question in questions
    )
    assert [key for key, count in asked.items() if count > 1] == []


def test_every_line_names_its_id_itself():
    lines = [line for path in SETS for line in path.read_text(encoding="utf-8").splitlines()]
    ids = [json.loads(line)["id"] for line in lines]
    assert all(isinstance(each, str) for each in ids)
    assert len(ids) == len(set(ids))


def test_no_document_has_questions_for_the_encoder_and_for_the_judge(invented):
    encoder, judge = (
        {document for each in invented if each.split == split for document in each.documents}
        for split in ("encoder", "judge")
    )
    assert encoder.isdisjoint(judge)
    assert all(each.documents and each.split in ("encoder", "judge") for each in invented)


def test_no_question_that_is_held_is_among_those_fitted_on(questions, invented):
    fitted = [*(each for each in questions if each.split == "fit"), *invented]
    asked = {(each.history, " ".join(each.text.casefold().split())) for each in fitted}
    held = [each for each in questions if each.split in ("held", "unseen")]
    assert {each.split for each in held} == {"held", "unseen"}
    assert [
        each.id for each in held if (each.history, " ".join(each.text.casefold().split())) in asked
    ] == []
