"""What was shown in reply to a question, and the row that an evaluation keeps of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eval.matching import Found, letters_of, locate
from eval.questions import Question

FIRST_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote as a reader sees it, context first; ``exact`` if all of it stands in the source."""

    context: str
    text: str
    exact: bool
    score: float = 0.0

    @property
    def reading(self) -> str:
        return f"{self.context}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Shown:
    """What one way to answer showed, best quote first, and how long it took.

    ``nearest`` is what a refusal offers instead of quotes.
    """

    quotes: tuple[ShownQuote, ...]
    refused: bool
    seconds: float
    nearest: tuple[ShownQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a question's evidence stands in a list of quotes.

    ``groups`` mirrors the question's alternatives; None marks a span that was not shown.
    """

    groups: tuple[tuple[Found | None, ...], ...]

    @property
    def rank(self) -> int | None:
        """The number of quotes after which one alternative is complete."""
        return self._least("rank")

    @property
    def words(self) -> int | None:
        """The number of words after which one alternative is complete."""
        return self._least("words")

    def _least(self, field: str) -> int | None:
        complete = [group for group in self.groups if None not in group]
        return min(
            (max(getattr(found, field) for found in group) for group in complete), default=None
        )


@dataclass(frozen=True, slots=True)
class Row:
    """How one way to answer did on one question.

    ``placed`` is about what was shown as quotes; ``ranked`` takes what a refusal offered as
    nearest for quotes, so that ranking can be judged apart from refusing. ``quotes`` and
    ``inexact`` count both, and ``first`` is the beginning of the best.
    """

    system: str
    question: Question
    placed: Placement
    ranked: Placement
    refused: bool
    quotes: int
    inexact: int
    score: float
    first: str
    seconds: float

    def to_json(self) -> dict[str, Any]:
        return {
            "system": self.system,
            "id": self.question.id,
            "category": self.question.category,
            "split": self.question.split,
            "answerable": self.question.answerable,
            "refused": self.refused,
            "rank": self.placed.rank,
            "words": self.placed.words,
            "rank_if_not_refused": self.ranked.rank,
            "quotes": self.quotes,
            "inexact": self.inexact,
            "score": round(self.score, 4),
            "seconds": round(self.seconds, 5),
        }


def place(question: Question, quotes: Sequence[ShownQuote]) -> Placement:
    """Find every span of the question's evidence in the quotes."""
    shown = [letters_of(quote.reading) for quote in quotes]
    return Placement(
        tuple(
            tuple(locate(letters_of(span.quote), shown) for span in group)
            for group in question.alternatives
        )
    )


def row_of(system: str, question: Question, shown: Shown) -> Row:
    offered = shown.quotes or shown.nearest
    return Row(
        system=system,
        question=question,
        placed=place(question, shown.quotes),
        ranked=place(question, offered),
        refused=shown.refused,
        quotes=len(shown.quotes) + len(shown.nearest),
        inexact=sum(not quote.exact for quote in (*shown.quotes, *shown.nearest)),
        score=offered[0].score if offered else 0.0,
        first=offered[0].reading.strip()[:FIRST_CHARACTERS] if offered else "",
        seconds=shown.seconds,
    )
