"""Judges candidates: how well each line answers, and whether the minutes answer at all.

Lines are scored by a weighted sum of ``qa.signals``; in verbatim reports, where a point is made
in many lines and many turns, with other weights. That there is an answer takes two things of
``qa.evidence``: a topic that the minutes have, and the fact that is asked for; its probability is
the product of the two. The weights are fitted by ``eval.fit``, for each encoder its own, and kept
in ``judge.json`` by the SHA-256 of the encoder's weights.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.evidence import fact_signals, mentions_all, topic_signals
from qa.particulars import Particulars
from qa.retrieve import Candidate
from qa.signals import table
from qa.sought import Sought

WEIGHTS_NAME = "judge.json"
# How sure an answer is where the minutes mention all that is asked: so it was for each of 25 such
# questions of the development sets, and none that nothing answers was such.
MENTIONED = 0.95
# How much better such a line scores: 16 times the odds. Otherwise lines that resemble the topic
# stand before those that name it.
MENTIONING = 4.0


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
    def of(cls, stored: Mapping[str, Any]) -> Linear:
        mean, scale, weight = (np.array(stored[key]) for key in ("mean", "scale", "weight"))
        return cls(mean, scale, weight, stored.get("bias", 0.0))


@dataclass(frozen=True, slots=True)
class Confidence:
    """The probability of an answer: of its topic times of its fact, then calibrated.

    ``slope`` and ``offset`` turn the log-odds of the product into those of what was seen on
    questions as they are asked.
    """

    topic: Linear
    fact: Linear
    slope: float = 1.0
    offset: float = 0.0

    def __call__(
        self, topic: NDArray[np.float64], fact: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        odds = log_odds(sigmoid(self.topic(topic)) * sigmoid(self.fact(fact)))
        return sigmoid(self.slope * odds + self.offset)


def sigmoid(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-values)))


def log_odds(share: NDArray[np.float64]) -> NDArray[np.float64]:
    kept = np.clip(share, 1e-9, 1 - 1e-9)
    return np.asarray(np.log(kept / (1 - kept)))


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


def as_recorded(candidates: Sequence[Candidate], particulars: Particulars) -> Verdict:
    """What answers a question that asks for no more than the record of a meeting or a person.

    It is the lines that tell the particulars asked for, if any do, and where none are asked for
    all, in the order given.
    """
    if not particulars.asked:
        every = tuple(Judged(each, (1.0,) * len(each.passage.lines)) for each in candidates)
        return Verdict(every, 1.0)
    telling = [Judged(each, _telling(each, particulars)) for each in candidates]
    shown = tuple(each for each in telling if each.score > -inf)
    return Verdict(shown, float(bool(shown)))


def _telling(candidate: Candidate, particulars: Particulars) -> tuple[float, ...]:
    meeting, passage = candidate.meeting, candidate.passage
    telling = (particulars.told_in(meeting, passage, line) for line in passage.lines)
    return tuple(1.0 if tells else -inf for tells in telling)


@dataclass(frozen=True, slots=True)
class Judge:
    """Fitted weights, and from which confidence on the minutes are taken to answer.

    ``lines`` score those of minutes, ``turns`` those of verbatim reports. The more is searched,
    the more comes close by chance: where several meetings are, it takes more confidence.
    """

    lines: Linear
    turns: Linear
    confidence: Confidence
    least_of_one: float
    least_of_several: float

    @classmethod
    def load(cls, encoder: str = "") -> Judge:
        """The judge fitted with an encoder, by its weights' SHA-256; the first one for others."""
        fitted = json.loads(files("qa").joinpath(WEIGHTS_NAME).read_text(encoding="utf-8"))
        stored = fitted.get(encoder) or next(iter(fitted.values()))
        topic, fact = Linear.of(stored["topic"]), Linear.of(stored["fact"])
        confidence = Confidence(topic, fact, stored["slope"], stored["offset"])
        lines, turns = Linear.of(stored["lines"]), Linear.of(stored["turns"])
        least = stored["thresholds"]
        return cls(lines, turns, confidence, least["one"], least["several"])

    def trusts(self, verdict: Verdict, meetings: int) -> bool:
        """Whether the minutes are taken to answer, so many meetings having been searched."""
        least = self.least_of_one if meetings == 1 else self.least_of_several
        return verdict.confidence >= least

    def judge(self, sought: Sought, candidates: Sequence[Candidate]) -> Verdict:
        """Score the lines of the candidates and put the best candidate first."""
        if not candidates:
            return Verdict((), 0.0)
        places, signals = table(sought, candidates)
        verbatim = [candidates[place].meeting.is_verbatim for place in places]
        as_minutes = self.lines(signals)
        mentioned = mentions_all(sought, signals)
        scores = np.where(verbatim, self.turns(signals), as_minutes) + MENTIONING * mentioned
        by_candidate: list[list[float]] = [[] for _ in candidates]
        for place, score in zip(places, scores.tolist(), strict=True):
            by_candidate[place].append(score)
        judged = [Judged(*each) for each in zip(candidates, map(tuple, by_candidate), strict=True)]
        judged.sort(key=lambda each: -each.score)
        # Fitted on minutes, and so on the scores that their weights give.
        confidence = self.confidence(
            topic_signals(signals, as_minutes),
            fact_signals(sought, candidates, places, signals, as_minutes),
        )
        least = MENTIONED if mentioned.any() else 0.0
        return Verdict(tuple(judged), max(least, float(confidence)))
