"""Judges candidates: how well each line answers, and whether the minutes answer at all.

Both are linear in the signals of ``qa.signals``; the weights are fitted by ``eval.fit`` and kept
in ``judge.json``. A model that reads question and line together belongs here, as one more signal.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from qa.retrieve import Candidate
from qa.signals import confidence_signals, table
from qa.sought import Sought

WEIGHTS_NAME = "judge.json"


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum of standardised signals."""

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weight: NDArray[np.float64]
    bias: float

    def __call__(self, signals: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray((signals - self.mean) / self.scale @ self.weight + self.bias)

    @classmethod
    def of(cls, stored: Mapping[str, list[float]], bias: float = 0.0) -> Linear:
        mean, scale, weight = (np.array(stored[key]) for key in ("mean", "scale", "weight"))
        return cls(mean, scale, weight, bias)


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with the score of each of its lines; higher answers better, no fixed range."""

    candidate: Candidate
    lines: tuple[float, ...]

    @property
    def score(self) -> float:
        return max(self.lines)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The candidates, best first, and the probability that the minutes answer the question."""

    judged: tuple[Judged, ...]
    confidence: float


def in_document_order(verdict: Verdict) -> Verdict:
    """All candidates as equally good answers, as they stand in the minutes."""
    candidates = sorted(
        (judged.candidate for judged in verdict.judged),
        key=lambda candidate: candidate.similarities.row,
    )
    judged = (Judged(each, (1.0,) * len(each.passage.lines)) for each in candidates)
    return Verdict(tuple(judged), 1.0)


@dataclass(frozen=True, slots=True)
class Judge:
    """Fitted weights; below ``threshold`` the minutes are taken not to answer."""

    lines: Linear
    answers: Linear
    threshold: float

    @classmethod
    def load(cls) -> Judge:
        stored = json.loads(files("qa").joinpath(WEIGHTS_NAME).read_text(encoding="utf-8"))
        return cls(
            Linear.of(stored["lines"]),
            Linear.of(stored["answers"], stored["answers"]["bias"]),
            stored["threshold"],
        )

    def judge(self, sought: Sought, candidates: Sequence[Candidate]) -> Verdict:
        """Score the lines of the candidates and put the best candidate first."""
        if not candidates:
            return Verdict((), 0.0)
        places, signals = table(sought, candidates)
        scores = self.lines(signals)
        by_candidate: list[list[float]] = [[] for _ in candidates]
        for place, score in zip(places, scores.tolist(), strict=True):
            by_candidate[place].append(score)
        judged = [Judged(*each) for each in zip(candidates, map(tuple, by_candidate), strict=True)]
        judged.sort(key=lambda each: -each.score)
        told = confidence_signals(signals, scores)
        return Verdict(tuple(judged), float(1 / (1 + np.exp(-self.answers(told)))))
