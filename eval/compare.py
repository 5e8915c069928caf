"""Figures of an earlier run, kept in a file, and how a new run differs from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import UnreadableFigures
from eval.measures import FALSE, RECALL, Measures, of_rank
from eval.significance import Contrast, paired

EARLIER = "the earlier run"
NOT_SHOWN = 1000.0
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question: the rank of the evidence shown, and whether it was refused."""

    answerable: bool
    rank: int | None
    refused: bool

    @property
    def values(self) -> dict[str, float]:
        """What the question gives for the measures that a rank and a refusal tell."""
        if not self.answerable:
            return {RECALL: float(self.refused)}
        return {**of_rank(self.rank), FALSE: float(self.refused)}

    @property
    def loss(self) -> float:
        """How far from the best outcome: smaller is better, and only the order means anything."""
        if not self.answerable:
            return float(not self.refused)
        return NOT_SHOWN if self.rank is None else float(self.rank)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run found, as far as it does not depend on the machine.

    ``questions_sha256`` tells whether two runs were asked the same; ``outcomes`` are by
    question id and of this program's own answers.
    """

    questions_sha256: str
    generation: str
    measures: Mapping[str, Measures]
    outcomes: Mapping[str, Outcome]

    def to_json(self) -> dict[str, Any]:
        return {
            "questions_sha256": self.questions_sha256,
            "generation": self.generation,
            "measures": {
                system: {name: _rounded(value) for name, value in measures.items()}
                for system, measures in self.measures.items()
            },
            "outcomes": {
                question: {
                    "answerable": outcome.answerable,
                    "rank": outcome.rank,
                    "refused": outcome.refused,
                }
                for question, outcome in self.outcomes.items()
            },
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure before and now; None where a run did not have it."""

    system: str
    measure: str
    before: float | None
    now: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a run differs from an earlier one; questions are named by id."""

    same_questions: bool
    differences: tuple[Difference, ...]
    contrasts: tuple[Contrast, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "same_questions": self.same_questions,
            "differences": [
                {
                    "system": difference.system,
                    "measure": difference.measure,
                    "before": _rounded(difference.before),
                    "now": _rounded(difference.now),
                }
                for difference in self.differences
            ],
            "contrasts": [contrast.to_json() for contrast in self.contrasts],
            "better": list(self.better),
            "worse": list(self.worse),
            "added": list(self.added),
            "removed": list(self.removed),
        }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def read_figures(path: Path) -> Figures:
    """Read the figures of a saved evaluation or of an accepted baseline."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return Figures(
            values["questions_sha256"],
            values["generation"],
            values["measures"],
            {question: Outcome(**outcome) for question, outcome in values["outcomes"].items()},
        )
    except (OSError, ValueError) as error:
        raise UnreadableFigures(f"{path} cannot be read: {error}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableFigures(f"{path} does not hold the figures of an evaluation") from error


def write_figures(figures: Figures, path: Path) -> None:
    """Write the file that later runs are compared with."""
    path.write_text(json.dumps(figures.to_json(), indent=1) + "\n", encoding="utf-8")


def compare(before: Figures, now: Figures) -> Comparison:
    """Say what changed in the measures and for the questions that both runs were asked."""
    both = [question for question in now.outcomes if question in before.outcomes]
    change = {
        question: now.outcomes[question].loss - before.outcomes[question].loss
        for question in both
        if now.outcomes[question] != before.outcomes[question]
    }
    return Comparison(
        same_questions=before.questions_sha256 == now.questions_sha256,
        differences=_differences(before.measures, now.measures),
        contrasts=tuple(paired(EARLIER, _values(now), _values(before))),
        better=tuple(question for question, loss in change.items() if loss < 0),
        worse=tuple(question for question, loss in change.items() if loss > 0),
        added=tuple(question for question in now.outcomes if question not in before.outcomes),
        removed=tuple(question for question in before.outcomes if question not in now.outcomes),
    )


def _values(figures: Figures) -> dict[str, dict[str, float]]:
    return {question: outcome.values for question, outcome in figures.outcomes.items()}


def _differences(
    before: Mapping[str, Measures], now: Mapping[str, Measures]
) -> tuple[Difference, ...]:
    pairs = (
        Difference(system, measure, before[system].get(measure), value)
        for system, measures in now.items()
        if system in before
        for measure, value in measures.items()
    )
    return tuple(pair for pair in pairs if not _same(pair))


def _same(pair: Difference) -> bool:
    if pair.before is None or pair.now is None:
        return pair.before is pair.now
    return abs(pair.before - pair.now) < ROUNDING
