"""A first draft of a briefing: a file of questions, each with the best quotes that answer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.answer import Answer, AnswerStatus
from qa.asked import Asked, read_asked
from qa.briefing import Briefing, Entry, Reference, Searched
from qa.limits import Limits
from qa.messages import limits_in_words
from qa.pipeline import Answerer

MOST_QUOTES = 3


def read_questions(content: bytes, as_json: bool, limits: Limits) -> list[Asked]:
    """The questions of a file, one a line, or one JSON object a line.

    A line's own filters go before ``limits``. A ValueError says what cannot be read.
    """
    if as_json:
        asked = read_asked(content)
        return [replace(each, limits=_filled(each.limits, limits)) for each in asked]
    lines = content.decode("utf-8-sig").splitlines()
    return [Asked(line.strip(), limits=limits) for line in lines if line.strip()]


def draft(answerer: Answerer, title: str, questions: Sequence[Asked]) -> Iterator[Briefing]:
    """The briefing as it grows, question by question."""
    briefing = Briefing(title)
    for asked in questions:
        answer = answerer.answer(asked.question, asked.history, asked.limits)
        briefing = replace(
            briefing,
            entries=(*briefing.entries, *entries_of(answer)),
            searched=(*briefing.searched, searched_of(answer)),
        )
        yield briefing


def entries_of(answer: Answer) -> tuple[Entry, ...]:
    """The best quotes of an answer, the first under its question; none where it has none."""
    return tuple(
        Entry(Reference.of(quote), heading="" if at else answer.question.strip())
        for at, quote in enumerate(answer.quotes[:MOST_QUOTES])
    )


def searched_of(answer: Answer) -> Searched:
    """What a briefing keeps of a question."""
    limits = limits_in_words(answer.understood)
    answered = answer.status is AnswerStatus.ANSWERED
    return Searched(answer.question.strip(), limits, answer.message, answered)


def _filled(limits: Limits, usual: Limits) -> Limits:
    return replace(
        limits,
        body=limits.body or usual.body,
        from_date=limits.from_date or usual.from_date,
        to_date=limits.to_date or usual.to_date,
    )
