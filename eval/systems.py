"""Ways to answer a question: Minuted itself, and what it is measured against."""

from __future__ import annotations

from time import perf_counter
from typing import Protocol

from eval.questions import Question
from eval.rows import Shown, ShownQuote
from index.minutes import Meeting
from qa import Answerer, AnswerStatus, Quote

OURS = "minuted"


class System(Protocol):
    """A way to answer; ``name`` heads its column in the report."""

    name: str

    def __call__(self, question: Question) -> Shown: ...


class Minuted:
    """This program's own answers, with every quote checked against the reading text."""

    def __init__(self, answerer: Answerer, name: str = OURS) -> None:
        self.name = name
        self._answerer = answerer
        self._store = answerer.built.store

    def __call__(self, question: Question) -> Shown:
        started = perf_counter()
        answer = self._answerer.answer(question.text, question.history, question.limits)
        seconds = perf_counter() - started
        return Shown(
            quotes=tuple(map(self._shown, answer.quotes)),
            refused=answer.status is not AnswerStatus.ANSWERED,
            seconds=seconds,
            nearest=tuple(map(self._shown, answer.nearest)),
        )

    def _shown(self, quote: Quote) -> ShownQuote:
        exact = is_exact(quote, self._store.meeting(quote.citation.meeting))
        meeting, receipt = quote.citation.meeting, quote.receipt
        place = f"{meeting}:{receipt.start}-{receipt.end}"
        return ShownQuote(quote.context, quote.text, exact, quote.score, meeting, place)


def is_exact(quote: Quote, meeting: Meeting | None) -> bool:
    """Whether every line is the slice that its offsets name, and the context stands there too."""
    if meeting is None:
        return False
    lines = all(meeting.text[line.start : line.end] == line.text for line in quote.lines)
    return lines and quote.context in meeting.text
