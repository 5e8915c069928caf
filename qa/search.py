"""Searches the minutes by words and exact phrases: filtered, sorted, counted, in pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from index import BuiltIndex, PassageKind
from index.fields import fields_of
from index.overview import PassageEntry
from qa.answer import Coverage, Quote
from qa.limits import Limits
from qa.paging import page_of
from qa.query import Query
from qa.quote import quote_lines
from qa.within import coverage_of, meetings_within, newest_first, rows_within

PER_PAGE = 10


class Order(StrEnum):
    """In which order what was found is listed."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What to search for; without ``kinds`` passages of every kind. Pages count from 1."""

    text: str
    limits: Limits = Limits()
    kinds: frozenset[PassageKind] = frozenset()
    order: Order = Order.RELEVANCE
    page: int = 1
    per_page: int = PER_PAGE


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found; ``marks`` are where what was sought stands in the reading text."""

    quote: Quote
    kind: PassageKind
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of what was found.

    ``every_word`` is False where no passage holds all the words, so that those with some of them
    are listed. ``kinds`` counts what was found before it was narrowed to kinds.
    """

    query: Query
    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    every_word: bool
    kinds: dict[PassageKind, int]
    coverage: Coverage
    generation: str


class Searcher:
    """Searches one built index; the same request always gives the same results."""

    def __init__(self, built: BuiltIndex) -> None:
        self.built = built

    def search(self, request: SearchRequest) -> SearchResults:
        """Search for any text; an empty one finds nothing. A page too far is the last page."""
        query = Query.parse(request.text)
        store, entries = self.built.store, self.built.store.overview.passages
        found, every_word = self.find(query, request.limits)
        kinds = Counter(kind for row in found for kind in kinds_of(entries[row]))
        if request.kinds:
            found = [row for row in found if request.kinds & kinds_of(entries[row])]
        page = page_of(self._ordered(found, request.order), request.page, request.per_page)
        return SearchResults(
            query=query,
            hits=tuple(hit for row in page.items if (hit := self.hit(row, query))),
            total=len(found),
            page=page.number,
            pages=page.pages,
            every_word=every_word,
            kinds=dict(kinds),
            coverage=coverage_of(store.meetings(), meetings_within(store, request.limits)),
            generation=self.built.id,
        )

    def find(self, query: Query, limits: Limits) -> tuple[list[int], bool]:
        """The rows of what fits a query, best first, and whether every word stands in each."""
        store = self.built.store
        rows = rows_within(store, meetings_within(store, limits))
        for every in (True, False):
            hits = self.built.words.find(query.sought, every, rows)
            found = [row for _, row in hits if self._says(row, query)]
            if found:
                return found, every
        return [], True

    def hit(self, row: int, query: Query) -> Hit | None:
        """A passage quoted around the line that says most of a query; None if not verbatim."""
        meeting, passage = self.built.store.meeting_of(row), self.built.store.passage(row)
        marks = [tuple(query.marks(line.text)) for line in passage.lines]
        scores = [float(len(found)) for found in marks]
        quote = quote_lines(meeting, passage, scores, self.built.id)
        if quote is None:
            return None
        shown = [(line.start, line.text) for line in quote.lines]
        if passage.context:
            shown.insert(0, (passage.context.start, passage.context.text))
        placed = tuple(
            (start + first, start + last)
            for start, text in shown
            for first, last in query.marks(text)
        )
        return Hit(quote, passage.kind, placed)

    def _says(self, row: int, query: Query) -> bool:
        if not query.phrases:
            return True
        fields = fields_of(self.built.store.meeting_of(row), self.built.store.passage(row))
        return query.is_said_in("\n".join(fields.values()))

    def _ordered(self, rows: Sequence[int], order: Order) -> Sequence[int]:
        """Rows count through the meetings by date, the undated last, which they stay."""
        if order is Order.RELEVANCE:
            return rows
        if order is Order.OLDEST:
            return sorted(rows)
        return sorted(rows, key=lambda row: newest_first(self.built.store, row))


def kinds_of(entry: PassageEntry) -> frozenset[PassageKind]:
    """The kinds that a passage is found under: an action may stand in a passage of any kind."""
    return frozenset({entry.kind, PassageKind.ACTION} if entry.has_action else {entry.kind})
