"""Questions with what the program finds for them: what its weights are fitted on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.baselines import meetings_of
from eval.held import Holdings, set_apart
from eval.matching import Letters, letters_of, words_until_found
from eval.questions import Question
from eval.sets import index_for, read_set
from index import BuiltIndex
from qa.pipeline import Answerer
from qa.retrieve import Candidate
from qa.signals import NAMES, table
from qa.sought import Sought

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Example:
    """One question: the signals of each candidate line and which of the lines answer.

    ``places`` are the numbers of the candidates that the lines are of, ``meetings`` how many
    were searched. ``as_written`` is false where they are others than it was written for.
    """

    question: Question
    sought: Sought
    candidates: Sequence[Candidate]
    places: Sequence[int]
    signals: Array
    answers: Mask
    meetings: int
    as_written: bool = True

    @property
    def document(self) -> str:
        return self.question.limits.meeting or self.question.id

    def signal(self, name: str) -> Array:
        """One signal of each line."""
        return np.asarray(self.signals[:, NAMES.index(name)])

    @property
    def of_one(self) -> bool:
        """Whether only one meeting was searched."""
        return self.meetings == 1

    def holding(self, spans: Sequence[str]) -> Mask:
        """Which of the lines hold any of some spans, or are held by one."""
        return _holding(self.candidates, [letters_of(span) for span in spans])


class Examples:
    """The questions of a set that an index holds the documents of; gathered when asked for."""

    def __init__(self, folder: Path, path: Path, *splits: str) -> None:
        """Take the questions in ``path`` that belong to one of the ``splits``, or to none."""
        asked = read_set(path)
        self.built = BuiltIndex.open(index_for(asked, folder))
        self._answerer = Answerer(self.built)
        usable, _ = set_apart(asked.questions, Holdings.of(meetings_of(self.built.store)))
        self.questions = [each for each in usable if each.split in ("", *splits)]

    def of(self, question: Question, *, as_written: bool = True) -> Example | None:
        """What the program has before it when it judges; None where it finds nothing."""
        scope = self._answerer.read(question.text, question.history, question.limits)
        sought, candidates = self._answerer.find(scope)
        if not candidates:
            return None
        places, signals = table(sought, candidates)
        answers = _holding(candidates, [letters_of(span.quote) for span in question.spans])
        searched = len(scope.meetings)
        return Example(question, sought, candidates, places, signals, answers, searched, as_written)

    def __iter__(self) -> Iterator[Example]:
        return (found for question in self.questions if (found := self.of(question)))


def _holding(candidates: Sequence[Candidate], spans: Sequence[Letters]) -> Mask:
    lines = (letters_of(line.text) for each in candidates for line in each.passage.lines)
    return np.array([_meet(line, spans) for line in lines], dtype=bool)


def _meet(line: Letters, spans: Sequence[Letters]) -> bool:
    return any(
        words_until_found(span, line) is not None
        or (line.text and words_until_found(line, span) is not None)
        for span in spans
    )
