"""What was shown in reply to a question, and the row that an evaluation keeps of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eval.matching import Found, Letters, letters_of, locate
from eval.questions import Evidence, Question

FIRST_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote as a reader sees it, context first; ``exact`` if all of it stands in the source.

    ``place`` names the stretch of ``meeting`` that it is, for one way to answer.
    """

    context: str
    text: str
    exact: bool
    score: float = 0.0
    meeting: str = ""
    place: str = ""

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

    @property
    def offered(self) -> tuple[ShownQuote, ...]:
        return self.quotes or self.nearest


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a question's evidence stands in a list of quotes.

    ``groups`` mirrors the question's alternatives; None marks a span that was not shown.
    """

    groups: tuple[tuple[Found | None, ...], ...]

    @property
    def best(self) -> tuple[Found | None, ...]:
        """The spans of the alternative of which least is missing, and which comes first."""
        return min(
            self.groups,
            key=lambda group: (group.count(None), max((f.rank for f in group if f), default=0)),
            default=(),
        )

    @property
    def rank(self) -> int | None:
        """The number of quotes after which one alternative is complete."""
        return self._least("rank")

    @property
    def words(self) -> int | None:
        """The number of words after which one alternative is complete."""
        return self._least("words")

    def share_within(self, words: int) -> float:
        """The share of all spans that stand within the first so many words."""
        spans = [found for group in self.groups for found in group]
        return sum(found is not None and found.words <= words for found in spans) / len(spans)

    def _least(self, field: str) -> int | None:
        complete = [group for group in self.groups if None not in group]
        return min(
            (max(getattr(found, field) for found in group) for group in complete), default=None
        )


@dataclass(frozen=True, slots=True)
class Row:
    """How one way to answer did on one question.

    ``placed`` is about what was shown as quotes; ``ranked`` takes what a refusal offered as
    nearest for quotes, so that ranking can be judged apart from refusing.
    """

    system: str
    question: Question
    shown: Shown
    placed: Placement
    ranked: Placement

    @property
    def refused(self) -> bool:
        return self.shown.refused

    @property
    def seconds(self) -> float:
        return self.shown.seconds

    @property
    def quotes(self) -> int:
        """How many quotes were shown, nearest ones included."""
        return len(self.shown.quotes) + len(self.shown.nearest)

    @property
    def inexact(self) -> int:
        """How many of them are not exact slices of their source."""
        return sum(not quote.exact for quote in (*self.shown.quotes, *self.shown.nearest))

    @property
    def score(self) -> float:
        """The best quote's score: how sure the way to answer was; 0 where it gives none."""
        return self.shown.offered[0].score if self.shown.offered else 0.0

    @property
    def first(self) -> str:
        """The beginning of the best quote."""
        offered = self.shown.offered
        return offered[0].reading.strip()[:FIRST_CHARACTERS] if offered else ""

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
            tuple(_find(span, quotes, shown) for span in group) for group in question.alternatives
        )
    )


def _find(span: Evidence, quotes: Sequence[ShownQuote], shown: Sequence[Letters]) -> Found | None:
    if span.quote:
        return locate(letters_of(span.quote), shown)
    ranks = (rank for rank, quote in enumerate(quotes, 1) if quote.meeting == span.meeting)
    rank = next(ranks, None)
    return Found(rank, sum(each.words for each in shown[:rank])) if rank else None


def row_of(system: str, question: Question, shown: Shown) -> Row:
    return Row(
        system, question, shown, place(question, shown.quotes), place(question, shown.offered)
    )
