"""What later meetings of the same body say of something again."""

from __future__ import annotations

from math import log

from index import BuiltIndex, search_terms, terms
from index.store import MeetingEntry
from qa.answer import Quote
from qa.quote import quote_lines

MOST = 3
SEARCHED = 30
# What a later line must share with the earlier one to be about the same: of its words, weighed
# by how rare they are in all minutes; chosen by eye on a real series.
LEAST_SHARED, LEAST_WORDS = 0.5, 3


def mentioned_later(built: BuiltIndex, row: int, text: str) -> tuple[Quote, ...]:
    """Quotes from meetings after that of a passage that share most of a text's telling words.

    The likest three, the earliest meeting first.
    """
    store = built.store
    meeting = store.meetings()[store.overview.passages[row].meeting]
    after = [each.id for each in store.meetings() if _follows(each, meeting)]
    weights = _weights(built, text)
    if not after or len(weights) < LEAST_WORDS:
        return ()
    hits = built.words.search(text, SEARCHED, rows=store.rows_of(after))
    found = []
    for _, later in hits:
        passage = store.passage(later)
        shares = [_shared(weights, line.text) for line in passage.lines]
        quote = quote_lines(store.meeting_of(later), passage, shares, built.id)
        if quote and max(shares) >= LEAST_SHARED:
            found.append((max(shares), later, quote))
    likest = sorted(found, key=lambda each: (-each[0], each[1]))[:MOST]
    return tuple(quote for _, _, quote in sorted(likest, key=lambda each: each[1]))


def _follows(later: MeetingEntry, meeting: MeetingEntry) -> bool:
    if not (meeting.body and meeting.date and later.date):
        return False
    return later.body == meeting.body and later.date > meeting.date


def _weights(built: BuiltIndex, text: str) -> dict[str, float]:
    """How much each term of a text tells: the rarer in all minutes, the more."""
    known, passages = built.store.vocabulary(), built.store.passage_count
    return {term: log((passages + 1) / (known.get(term, 0) + 1)) for term in search_terms(text)}


def _shared(weights: dict[str, float], line: str) -> float:
    """The share of the weight of a text's words that a line has too; 0 for only a few words."""
    shared = weights.keys() & set(terms(line))
    if len(shared) < LEAST_WORDS:
        return 0.0
    return sum(weights[term] for term in shared) / sum(weights.values())
