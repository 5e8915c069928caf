"""Tests of eval/questions.py: reading questions from JSON lines."""

import json
from datetime import date

import pytest

from eval.errors import UnreadableQuestions
from eval.questions import Evidence, parse_question, read_questions
from qa.limits import Limits


def parsed(**values):
    return parse_question(json.dumps({"question": "How many?", **values}), "7")


def test_any_evidence_answers_unless_all_is_needed():
    evidence = [{"quote": "Ten."}, {"quote": "Twenty.", "meeting": "m1", "item": "4"}]
    ten, twenty = Evidence("Ten."), Evidence("Twenty.", "m1", "4")
    assert parsed(evidence=evidence).alternatives == ((ten,), (twenty,))
    assert parsed(evidence=evidence, need="all").alternatives == ((ten, twenty),)


def test_answers_are_alternatives_of_spans_and_kind_is_the_category():
    question = parsed(answers=[["Ten.", "Two."], ["Twelve."]], kind="staff", doc="pdf/a.pdf")
    assert question.alternatives == (
        (Evidence("Ten."), Evidence("Two.")),
        (Evidence("Twelve."),),
    )
    assert (question.category, question.documents) == ("staff", ("pdf/a.pdf",))


def test_several_documents_take_the_place_of_one():
    assert parsed(answers=[["Ten."]], doc="a", docs=["a", "b"]).documents == ("a", "b")


def test_a_question_without_evidence_has_no_answer():
    assert not parsed(answerable=False).answerable
    assert not parsed(answerable=False, answers=[]).answerable


def test_filters_become_limits():
    filters = {"meeting": "m1", "body": "SPCB", "from": "2021-01-01", "to": "2021-12-31"}
    assert parsed(answerable=False, filters=filters).limits == Limits(
        "m1", "SPCB", date(2021, 1, 1), date(2021, 12, 31)
    )


def test_spans_that_tempt_are_kept_beside_those_that_answer():
    question = parsed(answers=[["Ten."]], near=["Nine.", "Eleven."])
    assert question.near == ("Nine.", "Eleven.")
    assert parsed(answerable=False).near == ()
    with pytest.raises(ValueError, match="'near' must be a list of texts"):
        parsed(answerable=False, near=[1])


def test_unknown_keys_are_ignored_and_the_id_defaults_to_the_line():
    question = parsed(answerable=False, colour="blue")
    assert (question.id, question.history, question.split) == ("7", (), "")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"id": "a"}', "'question' must be a text"),
        ('{"question": "?", "answerable": true}', "needs evidence"),
        ('{"question": "?", "answerable": "no"}', "true or false"),
        ('{"question": "?", "evidence": [{"quote": "--"}]}', "evidence without words"),
        ('{"question": "?", "evidence": ["x"]}', "list of objects"),
        ('{"question": "?", "answers": ["x"]}', "list of lists"),
        ('{"question": "?", "evidence": [], "need": "some"}', "any, all, not 'some'"),
        ('{"question": "?", "filters": {"from": "soon"}}', "soon"),
        ('{"question": "?", "history": "before"}', "'history' must be a list"),
    ],
)
def test_a_bad_line_is_named_with_its_file_and_number(tmp_path, line, message):
    path = tmp_path / "questions.jsonl"
    path.write_text('{"question": "Fine?", "answerable": false}\n\n' + line + "\n")
    with pytest.raises(UnreadableQuestions, match=message) as caught:
        read_questions(path)
    assert str(caught.value).startswith(f"{path}, line 3: ")
    assert "\n" not in str(caught.value)


def test_an_id_used_twice_is_an_error(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text('{"id": "a", "question": "One?", "answerable": false}\n' * 2)
    with pytest.raises(UnreadableQuestions, match=r"line 2: the id 'a' is used twice"):
        read_questions(path)


def test_a_missing_or_empty_file_is_an_error(tmp_path):
    with pytest.raises(UnreadableQuestions, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl")
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(UnreadableQuestions, match="holds no questions"):
        read_questions(tmp_path / "empty.jsonl")
