"""From a question to a cited answer: the order of the steps, written once."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from index import BuiltIndex
from qa.answer import Answer, AnswerStatus, Quote, Understood
from qa.clean import LONGEST, clean, read_question
from qa.everyday import Wording
from qa.judge import Judge, Verdict, as_recorded
from qa.limits import NO_LIMITS, Limits
from qa.messages import message
from qa.particulars import Particulars
from qa.parts import in_parts
from qa.quote import make_quote
from qa.retrieve import Candidate, encode, listed, retrieve
from qa.several import asks_of_several, spread
from qa.sought import Sought, seek
from qa.spelling import Speller
from qa.understand import Scope, understand
from qa.within import coverage_of

MOST_QUOTES = 10
MOST_NEAREST = 3
# Quotes that score less than this share of the best one's score are left out. They add nothing to
# the first five for questions of one answer, but those of a topic ("burglary") have many.
LEAST_SHARE = 1 / 128

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Timings:
    """How long each step took, in milliseconds."""

    spent: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        started = perf_counter()
        yield
        self.spent[name] = round((perf_counter() - started) * 1000, 2)


class Answerer:
    """Answers questions from one built index; the same question always gets the same answer."""

    def __init__(self, built: BuiltIndex, judge: Judge | None = None) -> None:
        self.built = built
        self.judge = judge or Judge.load(built.encoder.settings.weights_sha256)
        self.speller = Speller.of(built)

    def answer(
        self, question: str, history: Sequence[str] = (), limits: Limits = NO_LIMITS
    ) -> Answer:
        """Answer any string; what cannot be answered has a status that says why."""
        timings = Timings()
        with timings.step("total"):
            answer = self._answer(question, history, limits, timings)
        return _timed(answer, timings)

    def read(self, text: str, history: Sequence[str], limits: Limits) -> Scope:
        """What a clean question asks, and where that is searched."""
        return understand(self.built, read_question(text, history, self.speller), limits)

    def find(self, scope: Scope, timings: Timings | None = None) -> tuple[Sought, list[Candidate]]:
        """What a question seeks, and the passages that may answer it, the likelier first."""
        timings = timings or Timings()
        with timings.step("encode"):
            sought = seek(self.built, scope.understood.text, scope.text)
            vectors = encode(self.built, sought.wording)
        with timings.step("retrieve"):
            return sought, self.retrieve(sought.wording, vectors, scope.rows)

    def retrieve(
        self, wording: Wording, vectors: NDArray[np.float32], rows: NDArray[np.int64] | None
    ) -> list[Candidate]:
        """The passages that may answer, the likelier first."""
        return retrieve(self.built, wording, vectors, rows)

    def _answer(
        self, question: str, history: Sequence[str], limits: Limits, timings: Timings
    ) -> Answer:
        text = clean(question)
        if len(text) > LONGEST:
            return self._unsearched(question, AnswerStatus.QUESTION_TOO_LONG)
        if not any(character.isalnum() for character in text):
            return self._unsearched(question, AnswerStatus.QUESTION_EMPTY)
        with timings.step("understand"):
            scope = self.read(text, history, limits)
        verdict = self._search(scope, timings) if scope.meetings else Verdict((), 0.0)
        with timings.step("quote"):
            return self._decide(question, scope, verdict)

    def _search(self, scope: Scope, timings: Timings) -> Verdict:
        if not scope.text:
            with timings.step("record"):
                record = listed(self.built, scope.rows)
                verdict = as_recorded(record, Particulars.of(scope.understood.text))
            if verdict.judged:
                return verdict
        sought, candidates = self.find(scope, timings)
        with timings.step("judge"):
            return self.judge.judge(sought, candidates)

    def _decide(self, question: str, scope: Scope, verdict: Verdict) -> Answer:
        answered = self.judge.trusts(verdict, len(scope.meetings))
        verdict = in_parts(verdict, LEAST_SHARE)
        verdict, leading = spread(verdict) if asks_of_several(scope) else (verdict, 1)
        quotes = self._quotes(verdict, leading, MOST_QUOTES if answered else MOST_NEAREST)
        status = AnswerStatus.ANSWERED if answered and quotes else AnswerStatus.NOT_IN_MINUTES
        coverage = coverage_of(self.built.store.meetings(), scope.meetings)
        return Answer(
            status=status,
            message=message(status, quotes, coverage, scope.period),
            question=question,
            understood=scope.understood,
            quotes=quotes if answered else (),
            nearest=() if answered else quotes,
            coverage=coverage,
            generation=self.built.id,
        )

    def _quotes(self, verdict: Verdict, leading: int, most: int) -> tuple[Quote, ...]:
        quotes = []
        for place, judged in enumerate(verdict.judged[:most]):
            # The best quote's score is the confidence; the others fall off as their odds do.
            share = 2.0 ** (judged.score - verdict.judged[0].score)
            if place >= leading and share < LEAST_SHARE:
                break
            quote = make_quote(judged, round(verdict.confidence * share, 4), self.built.id)
            if quote is None:
                log.error("A quote of %s was withheld: not verbatim", judged.candidate.passage.id)
            else:
                quotes.append(quote)
        return tuple(quotes)

    def _unsearched(self, question: str, status: AnswerStatus) -> Answer:
        coverage = coverage_of(self.built.store.meetings(), ())
        understood = Understood("")
        text = message(status, (), coverage)
        return Answer(
            status, text, question, understood, coverage=coverage, generation=self.built.id
        )


def _timed(answer: Answer, timings: Timings) -> Answer:
    answer.timings_ms.update(timings.spent)
    return answer
