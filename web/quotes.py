"""A quote as a page shows it: with the whole of its passage, and as text to copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.generation import BuiltIndex
from index.minutes import Passage
from qa import Quote
from qa.briefing import Reference


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A line of the passage that a quote is taken from."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote, its whole passage, and the quote with its citation as plain text.

    ``reference`` is what a briefing keeps of it.
    """

    quote: Quote
    passage: tuple[PassageLine, ...]
    to_copy: str
    reference: str

    @property
    def has_more(self) -> bool:
        """Whether the passage says more than the quote."""
        return not all(line.quoted for line in self.passage)


def view_quotes(
    built: BuiltIndex, quotes: Sequence[Quote], site_address: str
) -> tuple[QuoteView, ...]:
    """Each quote as a page shows it; ``site_address`` is where the service is, without a path."""
    return tuple(
        QuoteView(
            quote,
            _passage_lines(built, quote),
            _to_copy(quote, site_address),
            str(Reference.of(quote)),
        )
        for quote in quotes
    )


def _passage_lines(built: BuiltIndex, quote: Quote) -> tuple[PassageLine, ...]:
    passage = _passage_of(built, quote)
    quoted = {line.start for line in quote.lines}
    lines = passage.lines if passage else ()
    return tuple(PassageLine(line.text, line.start in quoted) for line in lines)


def _passage_of(built: BuiltIndex, quote: Quote) -> Passage | None:
    meeting = built.store.meeting(quote.citation.meeting)
    first = quote.lines[0].start
    # The index may have been built anew since the question was answered.
    passages = meeting.passages if meeting else ()
    return next((each for each in passages if each.start <= first < each.end), None)


def _to_copy(quote: Quote, site_address: str) -> str:
    words = "\n".join(part for part in (quote.context, quote.text) if part)
    return f"{words}\n\n{quote.citation.label}\n{site_address}{quote.citation.url}"
