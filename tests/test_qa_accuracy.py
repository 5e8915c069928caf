"""Tests of qa/accuracy.py and eval/summary.py: figures published with an index, for its readers."""

import json
from dataclasses import replace

import pytest

from eval.questions import Evidence, Question
from eval.report import Evaluation, RunSettings
from eval.rows import Shown, ShownQuote, row_of
from eval.summary import accuracy_of, publish_summary
from index.errors import MinutesError
from index.generation import live_id
from qa.accuracy import ACCURACY_NAME, Accuracy, publish_accuracy, read_accuracy

FOUND = Accuracy("g1", "2026-01-31", 10, 6, 8, 7, 1, 4, 3, True)
TEN = ((Evidence("Ten came."),),)


def quoted(*texts, exact=True):
    return tuple(ShownQuote("", text, exact) for text in texts)


def evaluation(generation="g1", exact=True) -> Evaluation:
    shown = [
        (TEN, Shown(quoted("Ten came."), False, 0.1)),
        (TEN, Shown(quoted("No.", "Nor here.", "word " * 100 + "Ten came."), False, 0.1)),
        (TEN, Shown((), True, 0.1, quoted("Ten came."))),
        ((), Shown((), True, 0.1)),
        ((), Shown(quoted("No.", exact=exact), False, 0.1)),
    ]
    rows = tuple(
        row_of("minuted", Question(str(at), "?", answers), each)
        for at, (answers, each) in enumerate(shown)
    )
    settings = RunSettings("q.jsonl", "abc", generation, "small", "0.1.0", "2026-01-31")
    return Evaluation(settings, (*rows, row_of("words only", rows[0].question, shown[1][1])))


def test_what_came_of_the_questions_is_counted_as_a_reader_sees_it():
    assert accuracy_of(evaluation()) == Accuracy("g1", "2026-01-31", 3, 1, 2, 1, 1, 2, 1, True)
    assert not accuracy_of(evaluation(exact=False)).exact


def test_what_is_published_is_read_again(tmp_path):
    publish_accuracy(tmp_path, replace(FOUND, first=5))
    publish_accuracy(tmp_path, FOUND)
    assert read_accuracy(tmp_path) == FOUND
    assert [path.name for path in tmp_path.iterdir()] == [ACCURACY_NAME]


def test_nothing_is_published_of_another_index_than_was_asked(own_folder):
    with pytest.raises(MinutesError, match="asked of the generation g1"):
        publish_summary(evaluation(), own_folder)
    assert read_accuracy(own_folder) is None
    publish_summary(evaluation(live_id(own_folder)), own_folder)
    published = read_accuracy(own_folder)
    assert published is not None
    assert published.generation == live_id(own_folder)


@pytest.mark.parametrize(
    "content",
    ["{", "[]", "{}", json.dumps({"generation": "g1"}), b"\xff"],
    ids=["no JSON", "a list", "empty", "half", "no text"],
)
def test_what_cannot_be_read_counts_as_nothing_and_is_logged(tmp_path, content, caplog):
    path = tmp_path / ACCURACY_NAME
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert read_accuracy(tmp_path) is None
    assert "cannot be read" in caplog.text


@pytest.mark.parametrize("change", [{"first": 11}, {"refused": 5}, {"wrongly_refused": -1}])
def test_more_than_all_questions_cannot_be(change):
    with pytest.raises(ValueError, match="cannot be"):
        replace(FOUND, **change)
