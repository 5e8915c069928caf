"""A finished evaluation -> the figures that are published with the index, for its readers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from eval.measures import within
from eval.report import Evaluation
from eval.rows import Row
from index.errors import MinutesError
from index.generation import live_id
from qa.accuracy import Accuracy, publish_accuracy


def publish_summary(evaluation: Evaluation, folder: Path) -> None:
    """Publish with the index in a folder; MinutesError where another one was asked."""
    live = live_id(folder)
    if evaluation.settings.generation != live:
        raise MinutesError(
            f"{evaluation.settings.questions_file} was asked of the generation "
            f"{evaluation.settings.generation}, not of {live}, which is live in {folder}"
        )
    publish_accuracy(folder, accuracy_of(evaluation))


def accuracy_of(evaluation: Evaluation) -> Accuracy:
    """What came of the questions as they were answered, refusals counted as such."""
    answerable = [row for row in evaluation.ours if row.question.answerable]
    unanswerable = [row for row in evaluation.ours if not row.question.answerable]

    def count(holds: Callable[[Row], float]) -> int:
        return sum(bool(holds(row)) for row in answerable)

    return Accuracy(
        generation=evaluation.settings.generation,
        date=evaluation.settings.date,
        answerable=len(answerable),
        first=count(lambda row: within(1, row.placed.rank)),
        first_three=count(lambda row: within(3, row.placed.rank)),
        hundred_words=count(lambda row: within(100, row.placed.words)),
        wrongly_refused=count(lambda row: row.refused),
        unanswerable=len(unanswerable),
        refused=sum(row.refused for row in unanswerable),
        exact=not any(row.inexact for row in evaluation.ours),
    )
