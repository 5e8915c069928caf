"""Which differences between two ways to answer hold: paired bootstrap over the questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from scipy.stats import bootstrap

from eval.measures import values_of
from eval.rows import Row

CONFIDENCE, RESAMPLES, SEED, BATCH = 0.95, 10_000, 1, 1000
# What is compared; the other measures say much the same.
COMPARED = (
    *("hit@1", "hit@3", "hit@5", "MRR", "in100w", "in300w", "cov300w"),
    *("refusal recall", "false refusals", "hit@1 (ranking)", "hit@3 (ranking)"),
)

# For each question, by id, what it gives for the measures in which it counts.
Values = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Contrast:
    """One measure of ours and of another way (or an earlier run), on the same ``questions``.

    ``low`` and ``high`` bound the difference with 95 % confidence.
    """

    other: str
    measure: str
    ours: float
    theirs: float
    low: float
    high: float
    questions: int

    @property
    def difference(self) -> float:
        return self.ours - self.theirs

    @property
    def holds(self) -> bool:
        """Whether the interval leaves out that there is no difference."""
        return self.low > 0 or self.high < 0

    def to_json(self) -> dict[str, Any]:
        numbers = {k: round(v, 6) if isinstance(v, float) else v for k, v in asdict(self).items()}
        return {**numbers, "difference": round(self.difference, 6), "holds": self.holds}


def contrasts(ours: Sequence[Row], others: Mapping[str, Sequence[Row]]) -> list[Contrast]:
    """Our rows against those of every other way to answer, by measure."""
    values = values_by_question(ours)
    return [
        contrast
        for name, rows in others.items()
        for contrast in paired(name, values, values_by_question(rows))
    ]


def values_by_question(rows: Iterable[Row]) -> dict[str, dict[str, float]]:
    return {row.question.id: values_of(row) for row in rows}


def paired(other: str, ours: Values, theirs: Values) -> Iterator[Contrast]:
    """Compare the measures that both have, over the questions that count in both."""
    for measure in COMPARED:
        pairs = [
            (values[measure], theirs[question][measure])
            for question, values in ours.items()
            if measure in values and measure in theirs.get(question, {})
        ]
        if pairs:
            our, their = np.array(pairs).T
            low, high = interval(our - their)
            yield Contrast(
                other, measure, float(our.mean()), float(their.mean()), low, high, len(pairs)
            )


def interval(differences: np.ndarray[Any, np.dtype[np.float64]]) -> tuple[float, float]:
    """Between what the mean difference lies, by resampling the questions with a fixed seed."""
    if np.ptp(differences) == 0:
        return float(differences[0]), float(differences[0])
    found = bootstrap(
        (differences,),
        np.mean,
        n_resamples=RESAMPLES,
        batch=BATCH,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    return float(found.low), float(found.high)
