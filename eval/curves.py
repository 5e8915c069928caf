"""What the score of an answer tells: which questions to refuse, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import mannwhitneyu

from eval.rows import Row

STEPS, BINS = 50, 10
# An answer is right where the evidence stands in so many quotes.
RIGHT_WITHIN = 3

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Threshold:
    """What comes of refusing every question whose best quote scores less than ``score``.

    ``coverage`` is the share of questions answered and ``risk`` the share of these answered
    wrongly: without an answer, or with none in the first three quotes; 0 where none is answered.
    """

    score: float
    refusal_recall: float
    false_refusals: float
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions of like scores: the mean score, and the shares that have an answer and got it."""

    questions: int
    score: float
    answerable: float
    right: float


@dataclass(frozen=True, slots=True)
class Trust:
    """How well scores tell questions with an answer from those without; None where one is missing.

    ``auroc`` is the share of pairs in the right order, ``brier`` the mean squared error of the
    score as a probability, ``error`` how far bins are off on average (ECE); ``error_shown`` takes
    the score for the probability that the answer was shown, not only that there is one.
    """

    auroc: float | None
    brier: float
    error: float
    error_shown: float


def refusal_curve(rows: Sequence[Row]) -> list[Threshold]:
    """Thresholds from answering everything to refusing everything, at even shares of questions."""
    if not rows:
        return []
    scores, answerable, right = _columns(rows)
    least = np.unique(np.quantile(scores, np.linspace(0, 1, STEPS + 1), method="lower"))
    above = np.append(least, np.nextafter(scores.max(), np.inf))
    return [_threshold(float(score), scores, answerable, right) for score in above]


def _threshold(
    score: float, scores: NDArray[np.float64], answerable: Mask, right: Mask
) -> Threshold:
    answered = scores >= score
    return Threshold(
        score=round(score, 4),
        refusal_recall=_share(~answered[~answerable]),
        false_refusals=_share(~answered[answerable]),
        coverage=_share(answered),
        risk=_share(~right[answered]),
    )


def calibration(rows: Sequence[Row]) -> list[Bin]:
    """Tenths of the questions by score, or fewer where there are not enough questions."""
    if not rows:
        return []
    scores, answerable, right = _columns(rows)
    parts = np.array_split(np.argsort(scores, kind="stable"), min(BINS, len(rows)))
    return [
        Bin(
            len(part),
            round(float(scores[part].mean()), 4),
            _share(answerable[part]),
            _share(right[part]),
        )
        for part in parts
    ]


def trust(rows: Sequence[Row]) -> Trust | None:
    """How far the scores can be trusted; None without rows."""
    if not rows:
        return None
    scores, answerable, _ = _columns(rows)
    bins = calibration(rows)
    off = sum(each.questions * abs(each.score - each.answerable) for each in bins)
    off_shown = sum(each.questions * abs(each.score - each.right) for each in bins)
    return Trust(
        auroc=_auroc(scores[answerable], scores[~answerable]),
        brier=round(float(np.mean((scores - answerable) ** 2)), 4),
        error=round(off / len(rows), 4),
        error_shown=round(off_shown / len(rows), 4),
    )


def is_right(row: Row) -> bool:
    """Whether the first quotes offered hold the answer."""
    rank = row.ranked.rank
    return row.question.answerable and rank is not None and rank <= RIGHT_WITHIN


def _auroc(higher: NDArray[np.float64], lower: NDArray[np.float64]) -> float | None:
    if not len(higher) or not len(lower):
        return None
    return round(float(mannwhitneyu(higher, lower).statistic / (len(higher) * len(lower))), 4)


def _columns(rows: Sequence[Row]) -> tuple[NDArray[np.float64], Mask, Mask]:
    """The scores of rows, which have an answer, and which got it."""
    scores = np.array([row.score for row in rows])
    answerable = np.array([row.question.answerable for row in rows])
    return scores, answerable, np.array([is_right(row) for row in rows])


def _share(chosen: Mask) -> float:
    return round(float(chosen.mean()), 4) if len(chosen) else 0.0
