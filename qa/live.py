"""Answers from whatever generation is live, switching between two questions."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from index import BuiltIndex, BuiltIndexMissing, MinutesError, live_id
from qa.accuracy import Accuracy, read_accuracy
from qa.answer import Answer, AnswerStatus, Coverage, Understood
from qa.limits import NO_LIMITS, Limits
from qa.messages import NO_INDEX
from qa.pipeline import Answerer

log = logging.getLogger(__name__)


class LiveAnswerer:
    """An Answerer over an index folder that may be rebuilt while it is in use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._answerer: Answerer | None = None
        self._refused = ""

    @property
    def built(self) -> BuiltIndex:
        """The live generation, opened if need be; raises MinutesError where that fails."""
        return self._current().built

    @property
    def answerer(self) -> Answerer:
        """The answerer of the live generation; raises MinutesError where there is none."""
        return self._current()

    @property
    def accuracy(self) -> Accuracy | None:
        """What was last published of how good the answers are, of whatever generation."""
        return read_accuracy(self._folder)

    def answer(
        self, question: str, history: Sequence[str] = (), limits: Limits = NO_LIMITS
    ) -> Answer:
        """Answer as Answerer does; without a built index the status says so."""
        try:
            answerer = self._current()
        except BuiltIndexMissing:
            return Answer(
                AnswerStatus.NO_INDEX, NO_INDEX, question, Understood(""), coverage=Coverage(0, 0)
            )
        return answerer.answer(question, history, limits)

    def _current(self) -> Answerer:
        """The answerer of the live generation; the one in use stays where a new one fails."""
        with self._lock:
            if self._answerer is None:
                self._answerer = Answerer(BuiltIndex.open(self._folder))
            else:
                self._switch(self._answerer.built.id)
            return self._answerer

    def _switch(self, in_use: str) -> None:
        try:
            live = live_id(self._folder)
            if live not in {in_use, self._refused}:
                self._refused = live
                self._answerer = Answerer(BuiltIndex.open(self._folder))
        except MinutesError as error:
            log.error("The generation %s stays in use: %s", in_use, error)
