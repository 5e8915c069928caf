"""Fits the judge's weights and threshold, and writes ``qa/judge.json``.

Run by ``make fit``: ``python -m eval.fit INDEX QUESTIONS [INDEX QUESTIONS ...]``. Questions of
the split "held" are left out. Lines are ranked by a softmax over all lines of a question's
candidates (ListNet with one relevant class: Cao et al., ICML 2007). Whether there is an answer
is a logistic regression whose weights may only have the sign that makes sense: people who write
unanswerable questions borrow the words of the minutes, and a free fit would learn to refuse
questions for matching them. Every question that is limited to one document is also asked of
another, which does not answer it. The threshold and its curve come from questions of documents
that the weights were not fitted on (five folds by document).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from eval.baselines import meetings_of
from eval.held import Holdings, set_apart
from eval.matching import Letters, letters_of, words_until_found
from eval.questions import Question, read_questions
from index import BuiltIndex
from qa.clean import read_question
from qa.judge import WEIGHTS_NAME, Linear
from qa.retrieve import encode, retrieve
from qa.signals import CONFIDENCE_NAMES, CONFIDENCE_SIGNS, NAMES, confidence_signals, table
from qa.sought import seek
from qa.spelling import Speller
from qa.understand import understand

OUTPUT = Path(__file__).parent.parent / "qa" / WEIGHTS_NAME
FOLDS = 5
# How many answerable questions may be refused: the aim of design.md.
FALSE_REFUSALS = 0.08
PENALTY = 1e-3

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Example:
    """One question: the signals of each candidate line and which of the lines answer."""

    answerable: bool
    signals: Array
    answers: Mask
    document: str


def main() -> None:
    """Fit on the pairs of index and questions that the command line names."""
    pairs = list(zip(sys.argv[1::2], sys.argv[2::2], strict=True))
    examples = [e for folder, path in pairs for e in examples_of(Path(folder), Path(path))]
    folds = _folds(examples)
    held_out = np.empty(len(examples))
    for fold in range(FOLDS):
        fitted = Fitted.on([e for e, f in zip(examples, folds, strict=True) if f != fold])
        for at in np.flatnonzero(folds == fold):
            held_out[at] = fitted.confidence(examples[at])
    answerable = np.array([example.answerable for example in examples])
    threshold = float(np.quantile(held_out[answerable], FALSE_REFUSALS))
    stored = Fitted.on(examples).to_json()
    stored["threshold"] = round(threshold, 4)
    stored["fitted_on"] = _provenance([Path(path) for _, path in pairs], examples)
    stored["curve"] = list(curve(held_out, answerable))
    OUTPUT.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples)} questions, threshold {threshold:.3f}, written to {OUTPUT}")


def examples_of(folder: Path, path: Path) -> Iterator[Example]:
    """Gather the candidates of every question that may be fitted on, as the program does."""
    built = BuiltIndex.open(folder)
    questions, _ = set_apart(read_questions(path), Holdings.of(meetings_of(built.store)))
    documents = [entry.id for entry in built.store.meetings()]
    speller = Speller.of(built)
    for question in questions:
        if question.split != "held":
            yield from _example(built, speller, question)
            if question.limits.meeting:
                yield from _example(built, speller, _asked_of_another(question, documents))


def _asked_of_another(question: Question, documents: Sequence[str]) -> Question:
    """The question limited to a document half the list away, which does not answer it."""
    at = documents.index(question.limits.meeting)
    other = documents[(at + len(documents) // 2) % len(documents)]
    return replace(question, alternatives=(), limits=replace(question.limits, meeting=other))


def _example(built: BuiltIndex, speller: Speller, question: Question) -> Iterator[Example]:
    text = read_question(question.text, question.history, speller)
    scope = understand(built, text, question.limits)
    sought = seek(built, scope.text or text)
    candidates = retrieve(built, sought.wording, encode(built, sought.wording), scope.rows)
    if not candidates:
        return
    _, signals = table(sought, candidates)
    spans = [letters_of(span.quote) for span in question.spans]
    answers = [
        _answers(letters_of(line.text), spans)
        for candidate in candidates
        for line in candidate.passage.lines
    ]
    document = question.limits.meeting or question.id
    yield Example(question.answerable, signals, np.array(answers), document)


def _answers(line: Letters, spans: Sequence[Letters]) -> bool:
    """Whether a line holds a span, or a span holds the line."""
    return any(
        words_until_found(span, line) is not None
        or (line.text and words_until_found(line, span) is not None)
        for span in spans
    )


@dataclass(frozen=True)
class Fitted:
    """Both parts of the judge, fitted on some examples."""

    lines: Linear
    answers: Linear

    @classmethod
    def on(cls, examples: Sequence[Example]) -> Fitted:
        lines = fit_lines([example for example in examples if example.answers.any()])
        told = np.array([_told(example, lines) for example in examples])
        answerable = np.array([example.answerable for example in examples])
        return cls(lines, fit_answers(told, answerable))

    def confidence(self, example: Example) -> float:
        return float(1 / (1 + np.exp(-self.answers(_told(example, self.lines)))))

    def to_json(self) -> dict[str, Any]:
        return {
            "lines": _to_json(self.lines, NAMES),
            "answers": {**_to_json(self.answers, CONFIDENCE_NAMES), "bias": self.answers.bias},
        }


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


def fit_answers(told: Array, answerable: Mask) -> Linear:
    """Weights, each with its sign, for the log-odds that there is an answer."""
    mean, scale = _standard(told)
    signals = np.hstack([(told - mean) / scale, np.ones((len(told), 1))])
    signs = [*CONFIDENCE_SIGNS.values(), 0]
    bounds = [(0.0 if sign > 0 else None, 0.0 if sign < 0 else None) for sign in signs]

    def loss(weight: Array) -> tuple[float, Array]:
        odds = signals @ weight
        wrong = 1 / (1 + np.exp(-odds)) - answerable
        value = np.logaddexp(0, odds).mean() - odds[answerable].sum() / len(odds)
        return value + PENALTY * weight @ weight, signals.T @ wrong / len(
            odds
        ) + 2 * PENALTY * weight

    found = minimize(loss, np.zeros(len(signs)), jac=True, bounds=bounds, method="L-BFGS-B").x
    return Linear(mean, scale, found[:-1], float(found[-1]))


def curve(confidence: Array, answerable: Mask) -> Iterator[dict[str, float]]:
    """Refusal recall and false refusals at thresholds over the whole range."""
    for share in np.linspace(0.0, 0.3, 16):
        threshold = float(np.quantile(confidence[answerable], share))
        yield {
            "threshold": round(threshold, 4),
            "false_refusals": round(float((confidence[answerable] < threshold).mean()), 4),
            "refusal_recall": round(float((confidence[~answerable] < threshold).mean()), 4),
        }


def _told(example: Example, lines: Linear) -> Array:
    return confidence_signals(example.signals, lines(example.signals))


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
    return {"names": list(names), **rounded}


def _provenance(paths: Sequence[Path], examples: Sequence[Example]) -> dict[str, Any]:
    return {
        "questions": len(examples),
        "files": {path.name: sha256(path.read_bytes()).hexdigest() for path in paths},
    }


if __name__ == "__main__":
    main()
