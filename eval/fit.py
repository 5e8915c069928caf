"""Fits the judge's weights and threshold for one encoder, and writes them to ``qa/judge.json``.

Run by ``make fit``: ``python -m eval.fit INDEX QUESTIONS [INDEX QUESTIONS ...]``; the first index
says which encoder. Questions of the split "held" are left out, and those of "encoder", which the
encoder was itself fitted on. Lines are ranked by a softmax over all lines of a question's
candidates (ListNet with one relevant class: Cao et al., ICML 2007). Lines of verbatim reports have
weights of their own; without questions about any they stay as they were. The reports are searched
with a model that has not learnt from these questions, or its similarities would be trusted too
much. Whether there is an answer is the product of two logistic regressions, of the topic and of
the fact, whose weights may only have the sign that makes sense: people who write unanswerable
questions borrow the words of the minutes, and a free fit would learn to refuse questions for
matching them. Every second question that is limited to one document is also asked of another,
which does not answer it. The threshold, its curve and the calibration come from questions of
documents that the weights were not fitted on (five folds by document).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from eval.examples import Array, Example, Examples, Mask
from eval.questions import Question
from eval.sets import read_set
from index import BuiltIndex
from qa.evidence import FACT_SIGNS, TOPIC_SIGNS, fact_signals, topic_signals
from qa.judge import WEIGHTS_NAME, Confidence, Linear, log_odds, sigmoid
from qa.signals import NAMES

OUTPUT = Path(__file__).parent.parent / "qa" / WEIGHTS_NAME
SPLITS = ("fit", "judge")
FOLDS = 5
# How many answerable questions may be refused: the aim of design.md.
FALSE_REFUSALS = 0.05
PENALTY = 1e-3
# Of each index and set of questions, what was found.
Asked = Mapping[tuple[Path, Path], Sequence[Example]]
# How much a question that is asked of all minutes counts: they are few, and what people ask.
OF_ALL = 4.0


@dataclass(frozen=True)
class Told:
    """What is told of each of some questions: signals, the truth and how much it counts."""

    topic: Array
    fact: Array
    answerable: Mask
    weight: Array

    @classmethod
    def of(cls, examples: Sequence[Example], lines: Linear) -> Told:
        topic, fact = [], []
        for each in examples:
            scores = lines(each.signals)
            topic.append(topic_signals(each.signals, scores))
            fact.append(
                fact_signals(each.sought, each.candidates, each.places, each.signals, scores)
            )
        answerable = np.array([each.question.answerable for each in examples])
        weight = np.array([_weight(each) for each in examples])
        return cls(np.array(topic), np.array(fact), answerable, weight)

    def only(self, chosen: Mask) -> Told:
        return Told(*(values[chosen] for values in astuple(self)))


def main() -> None:
    """Fit on the pairs of index and questions that the command line names."""
    pairs = [(Path(a), Path(b)) for a, b in zip(sys.argv[1::2], sys.argv[2::2], strict=True)]
    encoder = BuiltIndex.open(pairs[0][0]).encoder.settings
    asked = {pair: list(examples_of(*pair)) for pair in pairs}
    reports = {pair: found for pair, found in asked.items() if _are_of_reports(found)}
    minutes = {pair: found for pair, found in asked.items() if pair not in reports}
    fitted = json.loads(OUTPUT.read_text(encoding="utf-8")) if OUTPUT.exists() else {}
    stored = {"model": encoder.model, **fit(_all(minutes)), "fitted_on": _provenance(minutes)}
    before = fitted.get(encoder.weights_sha256, stored)
    stored["turns"] = fit_turns(reports) if reports else before.get("turns", stored["lines"])
    fitted[encoder.weights_sha256] = stored
    OUTPUT.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    questions = sum(map(len, asked.values()))
    print(f"{questions} questions, threshold {stored['threshold']:.3f}, written to {OUTPUT}")


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """Everything that is stored of a fit but where it comes from."""
    lines = fit_lines([example for example in examples if example.answers.any()])
    told = Told.of(examples, lines)
    folds, held_out = _folds(examples), np.empty(len(examples))
    for fold in range(FOLDS):
        unseen = folds == fold
        held_out[unseen] = fit_confidence(told.only(~unseen))(told.topic[unseen], told.fact[unseen])
    confidence = fit_confidence(told)
    asked = np.array([example.as_written for example in examples])
    slope, offset = calibrate(held_out[asked], told.answerable[asked], told.weight[asked])
    calibrated = sigmoid(slope * log_odds(held_out) + offset)
    return {
        "lines": _to_json(lines, NAMES),
        "topic": _to_json(confidence.topic, tuple(TOPIC_SIGNS)),
        "fact": _to_json(confidence.fact, tuple(FACT_SIGNS)),
        "slope": round(slope, 4),
        "offset": round(offset, 4),
        "threshold": round(_threshold(calibrated, told), 4),
        "curve": list(curve(calibrated, told.answerable)),
        "calibration": list(calibration(calibrated[asked], told.answerable[asked])),
    }


def fit_turns(reports: Asked) -> dict[str, Any]:
    """The weights for lines of verbatim reports, and where they come from."""
    answered = {pair: [e for e in found if e.answers.any()] for pair, found in reports.items()}
    return {**_to_json(fit_lines(_all(answered)), NAMES), "fitted_on": _provenance(answered)}


def examples_of(folder: Path, path: Path) -> Iterator[Example]:
    """Gather what every question that may be fitted on finds."""
    examples = Examples(folder, path, *SPLITS)
    documents = [entry.id for entry in examples.built.store.meetings()]
    for number, question in enumerate(examples.questions):
        as_written = examples.of(question)
        if as_written:
            yield as_written
        if question.limits.meeting and number % 2:
            elsewhere = examples.of(_asked_of_another(question, documents), as_written=False)
            if elsewhere:
                yield elsewhere


def _asked_of_another(question: Question, documents: Sequence[str]) -> Question:
    """The question limited to a document half the list away, which does not answer it."""
    at = documents.index(question.limits.meeting)
    other = documents[(at + len(documents) // 2) % len(documents)]
    return replace(question, alternatives=(), limits=replace(question.limits, meeting=other))


def _weight(example: Example) -> float:
    return 1.0 if example.question.limits.meeting else OF_ALL


def fit_lines(examples: Sequence[Example]) -> Linear:
    """Weights under which the lines that answer take the largest share of the softmax."""
    mean, scale = _standard(np.vstack([example.signals for example in examples]))
    standard = [((e.signals - mean) / scale, e.answers) for e in examples]

    def loss(weight: Array) -> tuple[float, Array]:
        value, slope = PENALTY * float(weight @ weight), 2 * PENALTY * weight
        for signals, answers in standard:
            scores = signals @ weight
            odds = np.exp(scores - scores.max())
            share, right = odds / odds.sum(), odds[answers] / odds[answers].sum()
            value -= float(np.log(share[answers].sum())) / len(standard)
            slope = slope + (signals.T @ share - signals[answers].T @ right) / len(standard)
        return value, slope

    found = minimize(loss, np.zeros(len(mean)), jac=True, method="L-BFGS-B")
    return Linear(mean, scale, found.x, 0.0)


def fit_confidence(told: Told) -> Confidence:
    """Weights, each with its sign, for the product of two probabilities: of topic and of fact."""
    topic, fact = _with_bias(told.topic), _with_bias(told.fact)
    signs = [*TOPIC_SIGNS.values(), 0, *FACT_SIGNS.values(), 0]
    bounds = [(0.0 if sign > 0 else None, 0.0 if sign < 0 else None) for sign in signs]
    share = told.weight / told.weight.sum()

    def loss(weight: Array) -> tuple[float, Array]:
        on_topic = sigmoid(topic @ weight[: topic.shape[1]])
        has_fact = sigmoid(fact @ weight[topic.shape[1] :])
        both = np.clip(on_topic * has_fact, 1e-9, 1 - 1e-9)
        right = np.where(told.answerable, both, 1 - both)
        slope = -share * np.where(told.answerable, 1.0, -both / (1 - both))
        value = -float(share @ np.log(right)) + PENALTY * float(weight @ weight)
        slopes = [topic.T @ (slope * (1 - on_topic)), fact.T @ (slope * (1 - has_fact))]
        return value, np.concatenate(slopes) + 2 * PENALTY * weight

    start = np.array([0.1 * sign if sign else 1.0 for sign in signs])
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return Confidence(
        _linear(told.topic, found[: topic.shape[1]]), _linear(told.fact, found[topic.shape[1] :])
    )


def _threshold(confidence: Array, told: Told) -> float:
    """Below this stands the weighted share FALSE_REFUSALS of the questions that have an answer."""
    answered = told.answerable
    return float(
        np.quantile(
            confidence[answered],
            FALSE_REFUSALS,
            weights=told.weight[answered],
            method="inverted_cdf",
        )
    )


def calibrate(confidence: Array, answerable: Mask, weight: Array) -> tuple[float, float]:
    """Slope and offset of the log-odds under which the confidence is a probability (Platt)."""
    odds, share = log_odds(confidence), weight / weight.sum()

    def loss(line: Array) -> float:
        values = line[0] * odds + line[1]
        return float(share @ (np.logaddexp(0, values) - np.where(answerable, values, 0)))

    slope, offset = minimize(loss, np.array([1.0, 0.0]), method="L-BFGS-B").x
    return float(slope), float(offset)


def calibration(confidence: Array, answerable: Mask) -> Iterator[dict[str, float]]:
    """For each tenth of the questions, the mean confidence and the share that has an answer."""
    for tenth in np.array_split(np.argsort(confidence, kind="stable"), 10):
        yield {
            "confidence": round(float(confidence[tenth].mean()), 3),
            "answerable": round(float(answerable[tenth].mean()), 3),
        }


def curve(confidence: Array, answerable: Mask) -> Iterator[dict[str, float]]:
    """Refusal recall and false refusals at thresholds over the whole range."""
    for share in np.linspace(0.0, 0.3, 16):
        threshold = float(np.quantile(confidence[answerable], share))
        yield {
            "threshold": round(threshold, 4),
            "false_refusals": round(float((confidence[answerable] < threshold).mean()), 4),
            "refusal_recall": round(float((confidence[~answerable] < threshold).mean()), 4),
        }


def _with_bias(signals: Array) -> Array:
    mean, scale = _standard(signals)
    return np.hstack([(signals - mean) / scale, np.ones((len(signals), 1))])


def _linear(signals: Array, weight: Array) -> Linear:
    return Linear(*_standard(signals), weight[:-1], float(weight[-1]))


def _standard(signals: Array) -> tuple[Array, Array]:
    spread = signals.std(axis=0)
    return signals.mean(axis=0), np.where(spread > 0, spread, 1.0)


def _folds(examples: Sequence[Example]) -> NDArray[np.int64]:
    """A fold for each example; those of one document stay together."""
    digests = [sha256(example.document.encode()).digest()[0] for example in examples]
    return np.array(digests, dtype=np.int64) % FOLDS


def _to_json(linear: Linear, names: Sequence[str]) -> dict[str, Any]:
    rounded = {
        key: [round(float(value), 6) for value in getattr(linear, key)]
        for key in ("mean", "scale", "weight")
    }
    return {"names": list(names), **rounded, "bias": round(linear.bias, 6)}


def _are_of_reports(examples: Sequence[Example]) -> bool:
    return all(found.meeting.is_verbatim for each in examples for found in each.candidates)


def _all(asked: Asked) -> list[Example]:
    return [example for found in asked.values() for example in found]


def _provenance(asked: Asked) -> dict[str, Any]:
    return {
        "questions": len(_all(asked)),
        "files": {path.name: read_set(path).sha256 for _, path in asked},
    }


if __name__ == "__main__":
    main()
