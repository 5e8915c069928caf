"""A quote as pages show it: what was sought marked, its whole passage, where it can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.generation import BuiltIndex
from index.minutes import Meeting
from index.page_image import has_page_images
from index.passage_key import key_of_passage
from qa import Quote
from qa.answer import QuotedLine
from qa.briefing import Reference
from qa.check_quote import passage_at
from qa.search import Hit


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked throughout or not at all."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a quote can be read: its first line in the minutes, for ever, and on its page.

    ``page`` is empty where the published file shows no page.
    """

    line: str
    permanent: str
    page: str


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A line of the passage that a quote is taken from."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class MarkedQuote:
    """A quote with its context and its lines in pieces, and all lines of its passage.

    ``reference`` is what a briefing keeps of it.
    """

    quote: Quote
    context: tuple[Piece, ...]
    lines: tuple[tuple[Piece, ...], ...]
    passage: tuple[PassageLine, ...]
    addresses: Addresses
    reference: str

    @property
    def has_more(self) -> bool:
        """Whether the passage says more than the quote."""
        return not all(line.quoted for line in self.passage)


def marked_hit(built: BuiltIndex, hit: Hit) -> MarkedQuote:
    """What was found, with what was sought marked, leading to the first line that has it."""
    return _marked(built, hit.quote, hit.marks)


def marked_answer(built: BuiltIndex, quote: Quote) -> MarkedQuote:
    """A quote with the lines that answer marked, leading to the first of them."""
    return _marked(built, quote, [(line.start, line.end) for line in quote.lines if line.answers])


def marked_quote(built: BuiltIndex, quote: Quote) -> MarkedQuote:
    """A quote with nothing marked, leading to its first line."""
    return _marked(built, quote, ())


def pieces(text: str, start: int, marks: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """A text that stands at ``start`` cut where the marks begin and end."""
    at = start
    for first, last in marks:
        if start <= first and last <= start + len(text):
            if first > at:
                yield Piece(text[at - start : first - start], False)
            yield Piece(text[first - start : last - start], True)
            at = last
    if at < start + len(text):
        yield Piece(text[at - start :], False)


def addresses(meeting: Meeting, start: int, end: int) -> Addresses:
    """The addresses of a stretch of a meeting's reading text."""
    passage = passage_at(meeting, start)
    line = next((line for line in passage.lines if line.end > start), None)
    home = f"/meetings/{meeting.id}"
    anchor = f"l{line.start}" if line and start >= passage.lines[0].start else passage.anchor
    page = f"{home}/pages/{passage.page_from}?from={start}&to={end}"
    shown = passage.page_from is not None and has_page_images(meeting.source.media_type)
    return Addresses(
        line=f"{home}#{anchor}",
        permanent=f"{home}/passages/{key_of_passage(meeting, passage)}",
        page=page if shown else "",
    )


def addresses_of(built: BuiltIndex, quote: Quote) -> Addresses:
    """The addresses of a quote of the same built index."""
    return addresses(_meeting(built, quote), quote.lines[0].start, quote.lines[-1].end)


def _meeting(built: BuiltIndex, quote: Quote) -> Meeting:
    meeting = built.store.meeting(quote.citation.meeting)
    assert meeting is not None, "a quote is of a meeting that is held"
    return meeting


def _marked(built: BuiltIndex, quote: Quote, marks: Sequence[tuple[int, int]]) -> MarkedQuote:
    meeting = _meeting(built, quote)
    quoted = {line.start for line in quote.lines}
    passage = passage_at(meeting, quote.lines[0].start)
    return MarkedQuote(
        quote=quote,
        context=tuple(pieces(quote.context, quote.receipt.start, marks)),
        lines=tuple(tuple(pieces(line.text, line.start, marks)) for line in quote.lines),
        passage=tuple(PassageLine(line.text, line.start in quoted) for line in passage.lines),
        addresses=addresses(meeting, _first(quote.lines, marks).start, quote.lines[-1].end),
        reference=str(Reference.of(quote)),
    )


def _first(lines: Sequence[QuotedLine], marks: Sequence[tuple[int, int]]) -> QuotedLine:
    """The first line with a mark in it, or the first."""
    marked = (line for line in lines if any(line.start <= at < line.end for at, _ in marks))
    return next(marked, lines[0])
