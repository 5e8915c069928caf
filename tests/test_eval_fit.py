"""Weights of the judge are fitted on questions, and written where the judge reads them."""

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from eval import fit
from eval.examples import Examples
from eval.fitting import (
    FALSE_REFUSALS,
    OF_OTHERS,
    OF_SEVERAL,
    Told,
    calibrate,
    curve,
    fit_confidence,
    fit_lines,
    threshold,
)
from qa.evidence import FACT_SIGNS, TOPIC_SIGNS
from qa.judge import Linear, log_odds, sigmoid
from qa.limits import Limits

QUESTIONS = Path(fit.__file__).with_name("questions.jsonl")
JUDGED = json.loads(fit.OUTPUT.read_text(encoding="utf-8"))


def told(topic, fact, answerable):
    shapes = (len(answerable), len(TOPIC_SIGNS)), (len(answerable), len(FACT_SIGNS))
    topics, facts = (np.random.default_rng(at).normal(size=s) for at, s in enumerate(shapes))
    topics[:, 0], facts[:, -1] = topic, fact
    return Told(topics, facts, np.array(answerable), np.ones(len(answerable)))


def test_lines_are_weighted_by_what_tells_the_right_one():
    chance = np.random.default_rng(1)
    examples: list[Any] = []
    for _ in range(60):
        signals = chance.normal(size=(8, 2))
        examples.append(
            SimpleNamespace(signals=signals, answers=signals[:, 1] == signals[:, 1].max())
        )
    weights = fit_lines(examples).weight
    assert weights[1] > 5 * abs(weights[0])


def test_an_answer_takes_both_its_topic_and_its_fact():
    chance = np.random.default_rng(2)
    topic, fact = chance.normal(size=(2, 800))
    questions = told(topic, fact, (topic > 0) & (fact > 0))
    confident = fit_confidence(questions)(questions.topic, questions.fact) > 0.5
    assert (confident == questions.answerable).mean() > 0.9


def test_a_signal_never_gets_a_weight_against_its_sign():
    topic = np.random.default_rng(3).normal(size=400)
    questions = told(topic, np.zeros(400), topic < 0)
    confidence = fit_confidence(questions)
    assert confidence.topic.weight[0] == 0
    for part, signs in ((confidence.topic, TOPIC_SIGNS), (confidence.fact, FACT_SIGNS)):
        assert all(
            weight * sign >= 0 for weight, sign in zip(part.weight, signs.values(), strict=True)
        )


def test_the_threshold_refuses_a_little_less_than_may_be_refused():
    confidence = np.linspace(0, 1, 2001)
    answerable, low = confidence != 0.5, confidence < 0.4
    for among, sure in ((low, confidence[low]), (low & ~answerable, confidence)):
        refused = (sure < threshold(confidence, answerable, among)).mean()
        assert FALSE_REFUSALS - 0.01 < refused < FALSE_REFUSALS


def test_the_fewer_the_questions_the_less_the_threshold_refuses():
    confidence = np.linspace(0, 1, 2001)
    few, all_of_them = confidence % 0.05 < 0.0001, np.ones(2001, dtype=bool)
    assert 0 == threshold(confidence[:3], few[:3] | True, few[:3])
    assert threshold(confidence, all_of_them, few) < threshold(confidence, all_of_them, ~few)


def test_calibrated_confidence_is_the_share_that_was_seen():
    chance = np.random.default_rng(4)
    true = chance.uniform(0.05, 0.95, 4000)
    answerable = chance.uniform(size=4000) < true
    overdone = sigmoid(3 * log_odds(true) + 1)
    slope, offset = calibrate(overdone, answerable, np.ones(4000))
    assert np.abs(sigmoid(slope * log_odds(overdone) + offset) - true).mean() < 0.03


def test_refusing_more_of_the_answerable_refuses_more_of_the_others():
    chance = np.random.default_rng(5)
    confidence, answerable = chance.uniform(size=500), chance.uniform(size=500) < 0.7
    points = list(curve(confidence, answerable))
    for key in ("threshold", "false_refusals", "refusal_recall"):
        values = [point[key] for point in points]
        assert values == sorted(values)


@pytest.fixture
def asked(tmp_path):
    """Some of the questions that may be fitted on, and one of the others."""
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    fitted = [row for row in rows if row["split"] == "fit"][::8]
    held = next(row for row in rows if row["split"] == "held")
    path = tmp_path / "asked.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in (*fitted, held)), encoding="utf-8")
    return path, len(fitted)


def test_questions_on_other_bodies_are_asked_of_all_minutes_and_count_little(built_folder, asked):
    path, _ = asked
    examples = Examples(built_folder, path, "fit")
    question = examples.questions[0]
    limited = replace(question, limits=Limits(meeting="board-of-another-body"))
    (found,) = fit.asked_of_others(examples, [question, limited])
    assert not found.as_written
    assert not found.question.answerable
    assert found.meetings == 2
    assert len({each.meeting.id for each in found.candidates}) == 2
    lines = Linear.of(next(iter(JUDGED.values()))["lines"])
    written = next(iter(examples))
    weights = Told.of([written, found, replace(found, meetings=1)], lines).weight
    assert weights.tolist() == [OF_SEVERAL, OF_OTHERS, 1.0]


def test_command_writes_the_weights_beside_those_of_other_encoders(
    built, built_folder, asked, tmp_path, monkeypatch, capsys
):
    path, count = asked
    output = tmp_path / "judge.json"
    output.write_text('{"other": {"model": "another"}}', encoding="utf-8")
    monkeypatch.setattr(fit, "OUTPUT", output)
    monkeypatch.setattr("sys.argv", ["fit", str(built_folder), str(path)])
    fit.main()
    written = json.loads(output.read_text(encoding="utf-8"))
    assert written["other"] == {"model": "another"}
    stored = written[built.encoder.settings.weights_sha256]
    assert stored["fitted_on"]["questions"] == count
    assert len(Linear.of(stored["lines"]).weight) == len(stored["lines"]["names"])
    assert all(0 < least < 1 for least in stored["thresholds"].values())
    assert f"thresholds {stored['thresholds']}" in capsys.readouterr().out
