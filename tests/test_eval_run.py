"""Tests of eval/run.py and eval/systems.py on the built index of the sample minutes."""

import json
from dataclasses import replace

import pytest

from eval.compare import write_figures
from eval.errors import UnreadableFigures, UnreadableQuestions
from eval.questions import Question
from eval.report import Evaluation
from eval.run import evaluate
from eval.systems import Minuted, is_exact
from qa import Answerer

ASKED = "Is there a specific operation for the Birmingham Christmas Market?"
CHUNKS = ["chunks of 1000, words", "chunks of 1000", "chunks of 500"]
EVIDENCE = "There is a specific operation in place for the Birmingham Christmas Market"
QUESTIONS = [
    {
        "id": "market",
        "question": ASKED,
        "evidence": [{"quote": EVIDENCE}],
        "category": "metadata",
        "split": "fit",
    },
    {
        "id": "in its document",
        "question": ASKED,
        "answers": [[EVIDENCE]],
        "doc": "txt/2021-12-21-strategic-policing-and-crime-board.txt",
        "kind": "metadata",
    },
    {
        "id": "in the other meeting",
        "question": "Who attended?",
        "answerable": False,
        "filters": {"from": "2024-01-01"},
    },
    {"id": "absent", "question": "How do I bake sourdough bread?", "answerable": False},
    {
        "id": "not held",
        "question": "How many observers were there?",
        "evidence": [{"quote": "Plus, two notetakers and 80 observers."}],
    },
]


def written(path, questions):
    path.write_text("".join(json.dumps(question) + "\n" for question in questions))
    return path


@pytest.fixture(scope="module")
def questions_path(tmp_path_factory):
    return written(tmp_path_factory.mktemp("questions") / "questions.jsonl", QUESTIONS)


@pytest.fixture(scope="module")
def evaluation(questions_path, built_folder) -> Evaluation:
    return evaluate(questions_path, built_folder)


def test_every_usable_question_goes_through_every_way_to_answer(evaluation):
    asked = {(row.system, row.question.id) for row in evaluation.rows}
    systems = ["minuted", "words only", "vectors only", *CHUNKS]
    usable = ["market", "in its document", "in the other meeting", "absent"]
    assert list(evaluation.by_system) == systems
    assert asked == {(system, question) for system in systems for question in usable}
    assert len(evaluation.rows) == len(asked)


def test_evidence_that_no_meeting_holds_is_reported(evaluation):
    assert evaluation.problems == (
        "not held: evidence not in the index: Plus, two notetakers and 80 observers.",
    )


def test_words_and_vectors_find_what_is_asked_in_the_words_of_the_minutes(evaluation):
    ranks = {row.system: row.placed.rank for row in evaluation.rows if row.question.id == "market"}
    assert all(rank is not None for rank in ranks.values()), ranks


def test_baselines_refuse_nothing_and_every_quote_is_exact(evaluation):
    measures = evaluation.figures.measures
    for name, values in measures.items():
        assert values["quote exactness"] == 1
        assert name == "minuted" or values["refusal recall"] == 0


def test_filters_limit_what_the_baselines_show(evaluation, built):
    text = built.store.meeting_of(built.store.passage_count - 1).text
    firsts = {
        row.system: row.first
        for row in evaluation.rows
        if row.question.id == "in the other meeting" and row.system != "minuted"
    }
    assert [name for name, first in firsts.items() if first[:60] not in text] == []


def test_settings_name_the_generation_and_the_questions(evaluation, built):
    assert evaluation.settings.generation == built.id
    assert evaluation.settings.model == "all-MiniLM-L6-v2"
    assert len(evaluation.settings.questions_sha256) == 64


def test_a_second_run_does_not_differ_from_the_first(
    evaluation, questions_path, built_folder, tmp_path
):
    write_figures(evaluation.figures, tmp_path / "baseline.json")
    again = evaluate(questions_path, built_folder, against=tmp_path / "baseline.json", beside=())
    assert again.comparison is not None
    assert again.comparison.differences == ()
    assert again.comparison.better == again.comparison.worse == ()


def test_progress_counts_up_to_all_questions(questions_path, built_folder):
    steps = []
    evaluate(
        questions_path,
        built_folder,
        beside=(),
        progress=lambda step, done, total: steps.append((done, total)),
    )
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_bad_files_are_reported_before_anything_is_asked(tmp_path, questions_path, built_folder):
    with pytest.raises(UnreadableFigures):
        evaluate(questions_path, built_folder, against=tmp_path / "none.json")
    with pytest.raises(UnreadableQuestions):
        evaluate(tmp_path / "none.jsonl", built_folder)


def test_a_quote_is_exact_only_as_a_slice_of_its_meeting(built):
    answer = Answerer(built).answer(ASKED)
    quote = (*answer.quotes, *answer.nearest)[0]
    meeting = built.store.meeting(quote.citation.meeting)
    line = quote.lines[0]
    moved = replace(line, start=line.start + 1, end=line.end + 1)
    assert is_exact(quote, meeting)
    assert not is_exact(replace(quote, lines=(moved,)), meeting)
    assert not is_exact(replace(quote, context="Never printed anywhere."), meeting)
    assert not is_exact(quote, None)


def test_an_empty_question_is_a_refusal(built):
    shown = Minuted(Answerer(built))(Question("empty", "  "))
    assert (shown.refused, shown.quotes) == (True, ())
