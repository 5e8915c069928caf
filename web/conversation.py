"""A conversation that is kept nowhere: each page carries its earlier questions in its forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from qa import Answer, Answerer, Limits
from web.limits import pack, unpack

# Each page answers its earlier turns again, which takes as long as asking them did.
MAX_EARLIER = 10


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and the limits it was asked with."""

    question: str
    limits: Limits

    @property
    def packed(self) -> str:
        return pack(self.limits)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A turn and the answer to it."""

    turn: Turn
    answer: Answer


def read_turns(questions: Sequence[str], packed: Sequence[str]) -> tuple[Turn, ...]:
    """The last earlier questions, oldest first; those without limits have none."""
    pairs = zip_longest(questions, packed[: len(questions)], fillvalue="")
    turns = [Turn(question, unpack(limits)) for question, limits in pairs if question.strip()]
    return tuple(turns[-MAX_EARLIER:])


def answer_turns(answerer: Answerer, turns: Sequence[Turn]) -> tuple[Exchange, ...]:
    """Answer each question as it was asked: with its own limits, after those before it."""
    questions = [turn.question for turn in turns]
    return tuple(
        Exchange(turn, answerer.answer(turn.question, questions[:position], turn.limits))
        for position, turn in enumerate(turns)
    )
