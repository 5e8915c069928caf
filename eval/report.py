"""A finished evaluation: its settings, rows and measures, as JSON and on a console."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from rich.console import Console

from eval import tables
from eval.compare import Comparison, Figures, Outcome
from eval.curves import calibration, refusal_curve, trust
from eval.measures import Measures, grouped, measure, percentile
from eval.rows import Row
from eval.significance import Contrast, contrasts


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What a run was made with; ``date`` is an ISO date."""

    questions_file: str
    questions_sha256: str
    generation: str
    model: str
    program_version: str
    date: str


@dataclass(frozen=True)
class Evaluation:
    """Rows of every way to answer, ours first; ``problems`` are faults of the questions.

    ``names`` says what the set of questions calls a meeting, where that is not its id.
    """

    settings: RunSettings
    rows: tuple[Row, ...]
    problems: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    comparison: Comparison | None = None

    @property
    def by_system(self) -> dict[str, list[Row]]:
        return grouped(self.rows, lambda row: row.system)

    @property
    def ours(self) -> list[Row]:
        return next(iter(self.by_system.values()), [])

    @cached_property
    def contrasts(self) -> list[Contrast]:
        """Ours against each other way to answer."""
        (_, ours), *others = self.by_system.items() or [("", [])]
        return contrasts(ours, dict(others))

    @property
    def by_category(self) -> dict[str, list[Row]]:
        return grouped(self.ours, lambda row: row.question.category)

    @property
    def by_split(self) -> dict[str, list[Row]]:
        return grouped(self.ours, lambda row: row.question.split)

    @property
    def latencies(self) -> dict[str, dict[str, float]]:
        return {name: latency(rows) for name, rows in self.by_system.items()}

    @property
    def figures(self) -> Figures:
        return Figures(
            self.settings.questions_sha256,
            self.settings.generation,
            {system: measure(rows) for system, rows in self.by_system.items()},
            {
                row.question.id: Outcome(row.question.answerable, row.placed.rank, row.refused)
                for row in self.ours
            },
        )

    def to_json(self) -> dict[str, Any]:
        """Everything a later run or a reader may want; figures at the top as in a baseline."""
        return {
            "settings": asdict(self.settings),
            **self.figures.to_json(),
            "by_category": _measured(self.by_category),
            "by_split": _measured(self.by_split),
            "milliseconds": self.latencies,
            "contrasts": [contrast.to_json() for contrast in self.contrasts],
            "refusal_curve": [asdict(point) for point in refusal_curve(self.ours)],
            "calibration": [asdict(each) for each in calibration(self.ours)],
            "trust": asdict(found) if (found := trust(self.ours)) else None,
            "problems": list(self.problems),
            "comparison": self.comparison.to_json() if self.comparison else None,
            "rows": [row.to_json() for row in self.rows],
        }

    def render(self, console: Console) -> None:
        """Print the report that people read."""
        settings = self.settings
        asked = f"{len(self.ours)} questions of {settings.questions_file}"
        console.print(
            f"{asked}, generation {settings.generation}, model {settings.model}", markup=False
        )
        console.print(tables.systems(_measured(self.by_system), self.latencies))
        if self.contrasts:
            console.print(tables.contrasts(self.contrasts))
        console.print(tables.parts("category", self.by_category))
        console.print(tables.parts("split", self.by_split))
        console.print(tables.failures(self.ours))
        for problem in self.problems:
            console.print(problem, style="yellow", markup=False)
        if self.comparison:
            tables.print_comparison(console, self.comparison)


def latency(rows: Sequence[Row]) -> dict[str, float]:
    """Milliseconds a question took, at the median and at the 95th percentile."""
    seconds = [row.seconds for row in rows]
    return {
        name: round(1000 * percentile(share, seconds), 3)
        for name, share in (("p50", 0.5), ("p95", 0.95))
    }


def _measured(groups: dict[str, list[Row]]) -> dict[str, Measures]:
    return {name: measure(rows) for name, rows in groups.items()}


def save(evaluation: Evaluation, path: Path) -> None:
    text = json.dumps(evaluation.to_json(), indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
