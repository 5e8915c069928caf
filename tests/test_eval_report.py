"""Tests of eval/report.py and eval/tables.py: what a finished evaluation says."""

import json

import pytest
from rich.console import Console

from eval.accept import accept
from eval.compare import compare, read_figures
from eval.questions import Evidence, Question
from eval.report import Evaluation, RunSettings, latency, save
from eval.rows import Shown, ShownQuote, row_of

SETTINGS = RunSettings("questions.jsonl", "abc", "g1", "all-MiniLM-L6-v2", "0.1.0", "2026-01-31")
TEN = Question("ten", "How many?", ((Evidence("Ten came."),),), category="direct", split="fit")
TWO = Question("two", "Who left?", ((Evidence("Two left."),),), category="staff", split="held")
COST = Question("cost", "What did it cost [in total]?", category="absent", split="held")


def shown(*texts, seconds=0.001):
    return Shown(tuple(ShownQuote("", text, True, 0.5) for text in texts), not texts, seconds)


def evaluated(**changes) -> Evaluation:
    rows = (
        row_of("minuted", TEN, shown("Ten came.")),
        row_of("minuted", TWO, shown("[bold]Nobody left.", seconds=0.003)),
        row_of("minuted", COST, shown()),
        row_of("words only", TEN, shown("Nobody.", "Ten came.")),
        row_of("words only", TWO, shown("Two left.")),
        row_of("words only", COST, shown("Nobody.")),
    )
    return Evaluation(**{"settings": SETTINGS, "rows": rows, **changes})


def printed(evaluation) -> str:
    console = Console(width=160)
    with console.capture() as captured:
        evaluation.render(console)
    return captured.get()


def test_measures_are_given_for_each_way_to_answer():
    measures = evaluated().to_json()["measures"]
    assert (measures["minuted"]["hit@1"], measures["words only"]["hit@1"]) == (0.5, 0.5)
    assert (measures["minuted"]["MRR"], measures["words only"]["MRR"]) == (0.5, 0.75)
    assert measures["minuted"]["refusal recall"] == 1
    assert measures["words only"]["refusal recall"] == 0


def test_our_own_measures_are_given_by_category_and_split():
    values = evaluated().to_json()
    assert values["by_category"]["direct"]["hit@1"] == 1
    assert values["by_category"]["absent"]["hit@1"] is None
    assert values["by_split"]["held"]["hit@1"] == 0
    assert list(values["by_split"]) == ["fit", "held"]


def test_json_keeps_the_settings_and_a_row_for_each_question_and_way(tmp_path):
    save(evaluated(), tmp_path / "run.json")
    values = json.loads((tmp_path / "run.json").read_text())
    assert values["settings"]["questions_sha256"] == "abc"
    assert [(row["system"], row["id"], row["rank"]) for row in values["rows"]][3:5] == [
        ("words only", "ten", 2),
        ("words only", "two", 1),
    ]


def test_a_saved_run_and_an_accepted_baseline_can_both_be_compared_with(tmp_path):
    run, baseline = tmp_path / "run.json", tmp_path / "baseline.json"
    save(evaluated(), run)
    accept(run, baseline)
    for path in (run, baseline):
        comparison = compare(read_figures(path), evaluated().figures)
        assert comparison.same_questions
        assert comparison.differences == ()
        assert comparison.better == comparison.worse == ()


def test_a_baseline_keeps_no_rows_and_no_times(tmp_path):
    save(evaluated(), tmp_path / "run.json")
    accept(tmp_path / "run.json", tmp_path / "baseline.json")
    kept = json.loads((tmp_path / "baseline.json").read_text())
    assert kept.keys() == {"questions_sha256", "generation", "measures", "outcomes"}


def test_a_baseline_holds_nothing_that_depends_on_the_machine():
    slow, fast = (row_of("minuted", TEN, shown("Ten came.", seconds=each)) for each in (9, 1))
    slower, faster = evaluated(rows=(slow,)), evaluated(rows=(fast,))
    assert slower.figures.to_json() == faster.figures.to_json()


def test_latency_is_in_milliseconds():
    rows = [row_of("minuted", TEN, shown("x", seconds=second)) for second in (0.001, 0.004, 0.002)]
    assert latency(rows) == {"p50": 2, "p95": 4}


def test_report_lists_the_failures_with_what_came_first_and_what_was_expected():
    text = printed(evaluated())
    assert "1 missed, 0 answered without an answer" in " ".join(text.split())
    line = next(line for line in text.splitlines() if "Who left?" in line)
    assert "[bold]Nobody left." in line
    assert "Two left." in line


def test_report_names_faults_of_the_questions_and_what_changed():
    comparison = compare(evaluated(rows=evaluated().rows[:1]).figures, evaluated().figures)
    text = printed(evaluated(problems=("q9: evidence not in the index: x",), comparison=comparison))
    assert "q9: evidence not in the index: x" in text
    assert "added (2): two, cost" in text


@pytest.mark.parametrize("rows", [(), None], ids=["no rows", "only unanswerable"])
def test_report_can_be_made_of_next_to_nothing(rows):
    if rows is None:
        rows = (row_of("minuted", COST, shown()),)
    assert "questions of questions.jsonl" in printed(evaluated(rows=rows))
