"""Fits the judge's weights and threshold for one encoder, and writes them to ``qa/judge.json``.

Run by ``make fit``: ``python -m eval.fit INDEX QUESTIONS [INDEX QUESTIONS ...]``; the first index
says which encoder. Questions of the split "held" are left out, and those of "encoder", which the
encoder was itself fitted on. Lines of verbatim reports have weights of their own; without questions
about any they stay as they were. The reports are searched with a model that has not learnt from
these questions, or its similarities would be trusted too much. Every second question that is
limited to the minutes of one meeting is also asked of another's, which do not answer it, and of
all those of the first index. The thresholds, the curve and the calibration come from questions of
documents that the weights were not fitted on (five folds by document).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.examples import Example, Examples
from eval.fitting import (
    Told,
    calibrate,
    calibration,
    curve,
    fit_confidence,
    fit_lines,
    threshold,
)
from eval.questions import Question
from eval.sets import read_set
from qa.evidence import FACT_SIGNS, TOPIC_SIGNS
from qa.judge import WEIGHTS_NAME, Linear, log_odds, sigmoid
from qa.limits import NO_LIMITS
from qa.signals import NAMES

OUTPUT = Path(__file__).parent.parent / "qa" / WEIGHTS_NAME
SPLITS = ("fit", "judge")
FOLDS = 5
# Of each index and set of questions, what was found.
Asked = Mapping[tuple[Path, Path], Sequence[Example]]


def main() -> None:
    """Fit on the pairs of index and questions that the command line names."""
    pairs = [(Path(a), Path(b)) for a, b in zip(sys.argv[1::2], sys.argv[2::2], strict=True)]
    sets = {pair: Examples(*pair, *SPLITS) for pair in pairs}
    asked = {pair: list(examples_of(each)) for pair, each in sets.items()}
    reports = {pair: found for pair, found in asked.items() if _are_of_reports(found)}
    minutes = {pair: found for pair, found in asked.items() if pair not in reports}
    first, *others = (sets[pair] for pair in minutes)
    strange = [found for each in others for found in asked_of_others(first, each.questions)]
    encoder = first.built.encoder.settings
    fitted = json.loads(OUTPUT.read_text(encoding="utf-8")) if OUTPUT.exists() else {}
    weights = fit([*_all(minutes), *strange])
    stored = {"model": encoder.model, **weights, "fitted_on": _provenance(minutes)}
    before = fitted.get(encoder.weights_sha256, stored)
    stored["turns"] = fit_turns(reports) if reports else before.get("turns", stored["lines"])
    fitted[encoder.weights_sha256] = stored
    OUTPUT.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    questions = sum(map(len, asked.values()))
    print(f"{questions} questions, thresholds {stored['thresholds']}, written to {OUTPUT}")


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
    of_one = np.array([example.of_one for example in examples])
    return {
        "lines": _to_json(lines, NAMES),
        "topic": _to_json(confidence.topic, tuple(TOPIC_SIGNS)),
        "fact": _to_json(confidence.fact, tuple(FACT_SIGNS)),
        "slope": round(slope, 4),
        "offset": round(offset, 4),
        "thresholds": {
            "one": threshold(calibrated, told.answerable, of_one),
            "several": threshold(calibrated, told.answerable, ~of_one),
        },
        "curve": list(curve(calibrated[asked], told.answerable[asked])),
        "calibration": list(calibration(calibrated[asked], told.answerable[asked])),
    }


def fit_turns(reports: Asked) -> dict[str, Any]:
    """The weights for lines of verbatim reports, and where they come from."""
    answered = {pair: [e for e in found if e.answers.any()] for pair, found in reports.items()}
    return {**_to_json(fit_lines(_all(answered)), NAMES), "fitted_on": _provenance(answered)}


def examples_of(examples: Examples) -> Iterator[Example]:
    """Gather what every question that may be fitted on finds."""
    documents = [entry.id for entry in examples.built.store.meetings()]
    for number, question in enumerate(examples.questions):
        as_written = examples.of(question)
        if as_written:
            yield as_written
        is_of_report = as_written is not None and _are_of_reports([as_written])
        if question.limits.meeting and number % 2 and not is_of_report:
            elsewhere = examples.of(_asked_of_another(question, documents), as_written=False)
            if elsewhere:
                yield elsewhere


def asked_of_others(examples: Examples, questions: Sequence[Question]) -> Iterator[Example]:
    """Every second of some questions on the meetings of other bodies, which none here answers."""
    for question in [each for each in questions if each.limits.meeting][::2]:
        unlimited = replace(question, alternatives=(), limits=NO_LIMITS)
        if found := examples.of(unlimited, as_written=False):
            yield found


def _asked_of_another(question: Question, documents: Sequence[str]) -> Question:
    """The question limited to a document half the list away, which does not answer it."""
    at = documents.index(question.limits.meeting)
    other = documents[(at + len(documents) // 2) % len(documents)]
    return replace(question, alternatives=(), limits=replace(question.limits, meeting=other))


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
