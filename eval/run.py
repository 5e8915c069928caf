"""Runs an evaluation: every question through every way to answer, one row each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

from eval.baselines import meetings_of
from eval.beside import Beside, systems_beside
from eval.collection import Collection
from eval.compare import compare, read_figures
from eval.held import Holdings, set_apart
from eval.questions import Question
from eval.report import Evaluation, RunSettings
from eval.rows import Row, row_of
from eval.sets import index_for, read_set
from eval.systems import Minuted, System
from index.generation import BuiltIndex
from index.manifest import program_version
from qa import Answerer

Progress = Callable[[str, int, int], None]
ASKING = "Asking"


def evaluate(
    questions_path: Path,
    folder: Path,
    *,
    against: Path | None = None,
    beside: Iterable[Beside] = (Beside.BASELINES,),
    progress: Progress | None = None,
) -> Evaluation:
    """Ask a set of questions; those without documents are asked of the index in ``folder``.

    Sets with documents get an index of their own beside it. ``progress`` gets (step, done, to do).
    """
    asked = read_set(questions_path)
    before = read_figures(against) if against else None
    built = BuiltIndex.open(index_for(asked, folder, progress))
    usable, unheld = set_apart(asked.questions, Holdings.of(meetings_of(built.store)))
    systems: list[System] = [Minuted(Answerer(built)), *systems_beside(beside, built)]
    rows = tuple(ask_all(systems, usable, progress))
    evaluation = Evaluation(_settings(asked, built), rows, (*asked.faults, *unheld), asked.names)
    if before is None:
        return evaluation
    return replace(evaluation, comparison=compare(before, evaluation.figures))


def ask_all(
    systems: Sequence[System], questions: Sequence[Question], progress: Progress | None = None
) -> Iterator[Row]:
    """Ask every question of every way; they take turns, so that a busy machine is busy for all."""
    turns = list(product(questions, systems))
    for asked, (question, system) in enumerate(turns, 1):
        yield row_of(system.name, question, system(question))
        if progress:
            progress(ASKING, asked, len(turns))


def _settings(asked: Collection, built: BuiltIndex) -> RunSettings:
    return RunSettings(
        questions_file=asked.name,
        questions_sha256=asked.sha256,
        generation=built.id,
        model=built.manifest.model.name,
        program_version=program_version(),
        date=date.today().isoformat(),
    )
