"""All dated mentions of a topic across the meetings, grouped by meeting and counted over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from index import BuiltIndex
from index.store import MeetingEntry
from qa.answer import Coverage
from qa.closest import closest
from qa.limits import Limits
from qa.paging import page_of
from qa.periods import PeriodCount, count_by_period
from qa.pipeline import Answerer
from qa.query import Query
from qa.search import Hit, Order, Searcher
from qa.within import coverage_of, meetings_within, newest_first

PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """A phrase in quotes, words, or a question (it ends with a question mark)."""

    text: str
    limits: Limits = Limits()
    order: Order = Order.OLDEST
    page: int = 1
    per_page: int = PER_PAGE


@dataclass(frozen=True, slots=True)
class MeetingMentions:
    """What one meeting says of the topic, as its minutes run."""

    meeting: MeetingEntry
    mentions: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of meetings with their mentions.

    ``total`` counts mentions, ``meetings`` the meetings that have any; ``periods`` run without a
    gap from the first dated meeting that was searched to the last. ``closest`` says that the
    mentions are the passages closest to a question instead of all that hold some words.
    """

    groups: tuple[MeetingMentions, ...]
    total: int
    meetings: int
    page: int
    pages: int
    periods: tuple[PeriodCount, ...]
    closest: bool
    every_word: bool
    coverage: Coverage
    generation: str


class Timelines:
    """Follows topics through one built index."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer
        self.built = answerer.built
        self.searcher = Searcher(answerer.built)

    def timeline(self, request: TimelineRequest) -> Timeline:
        """Follow any topic; an empty one is mentioned nowhere. A page too far is the last."""
        store = self.built.store
        query = Query.parse(request.text)
        asks = request.text.rstrip().endswith("?") and not query.phrases
        rows, every_word = self._rows(query, request.text, asks, request.limits)
        held = meetings_within(store, request.limits)
        by_meeting = _by_meeting(self.built, rows, request.order)
        page = page_of(by_meeting, request.page, request.per_page)
        return Timeline(
            groups=tuple(self._group(meeting, found, query) for meeting, found in page.items),
            total=len(rows),
            meetings=len(by_meeting),
            page=page.number,
            pages=page.pages,
            periods=count_by_period({each.id: len(found) for each, found in by_meeting}, held),
            closest=asks,
            every_word=every_word,
            coverage=coverage_of(store.meetings(), held),
            generation=self.built.id,
        )

    def _rows(self, query: Query, text: str, asks: bool, limits: Limits) -> tuple[list[int], bool]:
        if asks:
            return closest(self.answerer, text, limits), True
        return self.searcher.find(query, limits)

    def _group(self, meeting: MeetingEntry, rows: Sequence[int], query: Query) -> MeetingMentions:
        hits = (self.searcher.hit(row, query) for row in rows)
        return MeetingMentions(meeting, tuple(hit for hit in hits if hit))


def _by_meeting(
    built: BuiltIndex, rows: Sequence[int], order: Order
) -> list[tuple[MeetingEntry, list[int]]]:
    store = built.store
    entries, meetings = store.overview.passages, store.meetings()
    newest = order is Order.NEWEST
    ordered = sorted(rows, key=lambda row: newest_first(store, row) if newest else (0, row))
    grouped = groupby(ordered, key=lambda row: entries[row].meeting)
    return [(meetings[meeting], list(found)) for meeting, found in grouped]
