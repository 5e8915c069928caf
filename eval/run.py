"""Runs an evaluation: every question through every way to answer, one row each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from eval.baselines import baselines as simpler_systems
from eval.baselines import meetings_of
from eval.compare import compare, read_figures
from eval.held import Holdings, set_apart
from eval.questions import Question, read_questions
from eval.report import Evaluation, RunSettings
from eval.rows import Row, row_of
from eval.systems import Minuted, System
from index.generation import BuiltIndex
from index.manifest import program_version

Progress = Callable[[int, int], None]


def evaluate(
    questions_path: Path,
    folder: Path,
    *,
    against: Path | None = None,
    baselines: bool = True,
    progress: Progress | None = None,
) -> Evaluation:
    """Ask the questions of the index in a folder; ``progress`` gets (asked, to ask)."""
    questions = read_questions(questions_path)
    before = read_figures(against) if against else None
    built = BuiltIndex.open(folder)
    usable, problems = set_apart(questions, Holdings.of(meetings_of(built.store)))
    systems: list[System] = [Minuted(built), *(simpler_systems(built) if baselines else [])]
    rows = tuple(ask_all(systems, usable, progress))
    evaluation = Evaluation(_settings(questions_path, built), rows, problems)
    if before is None:
        return evaluation
    return replace(evaluation, comparison=compare(before, evaluation.figures))


def ask_all(
    systems: Sequence[System], questions: Sequence[Question], progress: Progress | None = None
) -> Iterator[Row]:
    total = len(systems) * len(questions)
    asked = 0
    for system in systems:
        for question in questions:
            yield row_of(system.name, question, system(question))
            asked += 1
            if progress:
                progress(asked, total)


def _settings(questions_path: Path, built: BuiltIndex) -> RunSettings:
    return RunSettings(
        questions_file=questions_path.name,
        questions_sha256=sha256(questions_path.read_bytes()).hexdigest(),
        generation=built.id,
        model=built.manifest.model.name,
        program_version=program_version(),
        date=date.today().isoformat(),
    )
