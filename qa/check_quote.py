"""Checks a quote: whether and where the minutes say exactly that, or what comes nearest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index import BuiltIndex, Meeting, Passage, terms
from qa.alignment import align
from qa.answer import Citation, Coverage, Receipt
from qa.clean import clean
from qa.differences import Difference, compare
from qa.limits import NO_LIMITS, Limits
from qa.quote import cite
from qa.verbatim import WORD, exactly, same_words, words_of
from qa.within import coverage_of, meetings_within, rows_within

LONGEST = 1000
MOST_PLACES, MOST_NEAREST = 10, 3
# Words that run over the end of a passage are found by their parts: of a quote that runs over
# fewer than five ends, one of five parts stands whole in one passage.
PARTS = 5
MOST_READ = 2000
NEAREST_WORDS, NEAREST_VIEWS = 40, 60
# Wordings that share fewer of their words than this only share everyday ones; chosen by eye.
LEAST_LIKE = 0.5
AROUND = " \"'“”„‘’«»…"


class Verdict(StrEnum):
    """What became of a quote."""

    EXACT = "exact"
    SAME_WORDS = "same_words"
    NEAREST = "nearest"
    NOT_FOUND = "not_found"
    EMPTY = "empty"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the minutes and where they stand; ``differences`` lead there from the quote."""

    text: str
    differences: tuple[Difference, ...]
    citation: Citation
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class CheckedQuote:
    """A quote as it was checked, and where it stands (oldest first) or nearly does (best first).

    ``total`` counts all places; the first ten are given.
    """

    text: str
    verdict: Verdict
    places: tuple[Place, ...]
    total: int
    coverage: Coverage
    generation: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a meeting's reading text."""

    meeting: Meeting
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.meeting.text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        same = self.meeting.id == other.meeting.id
        return same and self.start < other.end and other.start < self.end


class QuoteChecker:
    """Checks quotes against the meetings of one built index that fit some limits."""

    def __init__(self, built: BuiltIndex, limits: Limits = NO_LIMITS) -> None:
        self.built = built
        self.meetings = meetings_within(built.store, limits)
        self.rows = rows_within(built.store, self.meetings)

    def check(self, quote: str) -> CheckedQuote:
        """Check any text; white space and quote marks around it do not count."""
        text = clean(quote).strip(AROUND)
        if len(text) > LONGEST:
            return self._checked(text, Verdict.TOO_LONG)
        if not words_of(text):
            return self._checked(text, Verdict.EMPTY)
        standing = list(self._standing(text))
        if exact := [span for span in standing if exactly(text).fullmatch(span.text)]:
            return self._checked(text, Verdict.EXACT, exact)
        if standing:
            return self._checked(text, Verdict.SAME_WORDS, standing)
        nearest = self._nearest(text)
        return self._checked(text, Verdict.NEAREST if nearest else Verdict.NOT_FOUND, nearest)

    def _checked(self, text: str, verdict: Verdict, spans: Sequence[Span] = ()) -> CheckedQuote:
        store = self.built.store
        return CheckedQuote(
            text=text,
            verdict=verdict,
            places=tuple(self._place(text, span) for span in spans[:MOST_PLACES]),
            total=len(spans),
            coverage=coverage_of(store.meetings(), self.meetings),
            generation=self.built.id,
        )

    def _place(self, text: str, span: Span) -> Place:
        meeting = span.meeting
        return Place(
            text=span.text,
            differences=compare(text, span.text),
            citation=cite(meeting, passage_at(meeting, span.start)),
            receipt=Receipt(meeting.source.sha256, self.built.id, span.start, span.end),
        )

    def _standing(self, text: str) -> Iterator[Span]:
        """Where the same words stand in the same order, through the meetings by date."""
        pattern, exact = same_words(text), exactly(text)
        before = next(WORD.finditer(text)).start()
        for meeting in self._that_may_say(text):
            for match in pattern.finditer(meeting.text):
                if whole := exact.match(meeting.text, max(0, match.start() - before)):
                    yield Span(meeting, *whole.span())
                else:
                    yield Span(meeting, *_to_spaces(meeting.text, *match.span()))

    def _that_may_say(self, text: str) -> list[Meeting]:
        """The meetings where the whole quote stands in one passage, or else a part of it."""
        sought = terms(text)
        hits = self.built.words.find([sought], rows=self.rows)
        if not hits:
            parts = min(PARTS, len(sought) // 2) or 1
            bounds = [len(sought) * at // parts for at in range(parts + 1)]
            pieces = [sought[bounds[at] : bounds[at + 1]] for at in range(parts)]
            hits = self.built.words.find(pieces, every=False, rows=self.rows)
        store = self.built.store
        rows = sorted(row for _, row in hits[:MOST_READ])
        return list({each.id: each for each in map(store.meeting_of, rows)}.values())

    def _nearest(self, text: str) -> list[Span]:
        """The likest stretches of the passages that words or vectors propose."""
        built = self.built
        vector = built.encoder.encode([text])[0]
        near = [hit.row for hit in built.vectors.search(vector, NEAREST_VIEWS, self.rows)]
        near += [row for _, row in built.words.search(text, NEAREST_WORDS, rows=self.rows)]
        found = [aligned for row in dict.fromkeys(near) if (aligned := self._aligned(text, row))]
        found.sort(key=lambda pair: -pair[0])
        apart: list[Span] = []
        for _, span in found:
            if not any(span.overlaps(other) for other in apart):
                apart.append(span)
        return apart[:MOST_NEAREST]

    def _aligned(self, text: str, row: int) -> tuple[float, Span] | None:
        """The likest stretch in and around a passage, with how like it is."""
        meeting, passage = self.built.store.meeting_of(row), self.built.store.passage(row)
        start, end = max(0, passage.start - len(text)), passage.end + len(text)
        aligned = align(text, meeting.text, start, end)
        if aligned is None or aligned.likeness < LEAST_LIKE:
            return None
        whole = _to_spaces(meeting.text, aligned.start, aligned.end)
        return aligned.likeness, Span(meeting, *whole)


def passage_at(meeting: Meeting, position: int) -> Passage:
    """The passage in which a position of the reading text stands, or the next one."""
    following = (passage for passage in meeting.passages if passage.end > position)
    return next(following, meeting.passages[-1])


def _to_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to white space, so that it takes its punctuation along."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
