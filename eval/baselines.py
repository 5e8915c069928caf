"""Simpler ways to answer from the same minutes. They quote what they find and refuse nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from eval.chunks import chunked
from eval.questions import Question
from eval.rows import Shown, ShownQuote
from eval.systems import System
from index.encode import QuestionEncoder
from index.generation import BuiltIndex
from index.minutes import Meeting
from index.store import MeetingEntry, Store
from index.vectors import Floats, Rows, Vectors, write_vectors
from index.views import View, ViewKind, views_of
from index.words import WORDS_NAME, Words, write_words
from qa.limits import Limits

LIMIT = 10
CHUNKS = ((1000, 200), (500, 100))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of one meeting's reading text, from ``start`` on, that a baseline shows whole."""

    meeting_id: str
    start: int
    text: str

    @property
    def place(self) -> str:
        return f"{self.meeting_id}:{self.start}-{self.start + len(self.text)}"


class WordsOnly:
    """BM25 over stretches, the rows of a lexical index."""

    def __init__(
        self, name: str, stretches: Sequence[Stretch], words: Words, built: BuiltIndex
    ) -> None:
        self.name = name
        self._stretches = stretches
        self._words = words
        self._store = built.store

    def __call__(self, question: Question) -> Shown:
        started = perf_counter()
        rows = rows_within(question.limits, self._store, self._stretches)
        hits = self._words.search(question.text, LIMIT, rows=rows)
        return shown([(self._stretches[row], score) for score, row in hits], started)


class VectorsOnly:
    """The nearest stretches by one vector each, searched with FAISS."""

    def __init__(
        self, name: str, stretches: Sequence[Stretch], vectors: Floats, built: BuiltIndex
    ) -> None:
        self.name = name
        self._stretches = stretches
        self._vectors = _searchable(stretches, vectors)
        self._encoder = built.encoder
        self._store = built.store

    def __call__(self, question: Question) -> Shown:
        started = perf_counter()
        rows = rows_within(question.limits, self._store, self._stretches)
        query = self._encoder.encode([question.text])[0]
        hits = self._vectors.search(query, LIMIT, rows)
        return shown([(self._stretches[hit.row], hit.similarity) for hit in hits], started)


def shown(found: Sequence[tuple[Stretch, float]], started: float) -> Shown:
    """Stretches with their scores, best first, as quotes; nothing is refused."""
    quotes = tuple(
        ShownQuote("", each.text, True, float(score), each.meeting_id, each.place)
        for each, score in found
    )
    return Shown(quotes, refused=False, seconds=perf_counter() - started)


def _searchable(stretches: Sequence[Stretch], vectors: Floats) -> Vectors:
    views = [View(ViewKind.PASSAGE, row, -1, stretch.text) for row, stretch in enumerate(stretches)]
    with TemporaryDirectory() as folder:
        write_vectors(Path(folder), vectors, views)
        return Vectors.read(Path(folder))


def passage_words(built: BuiltIndex) -> WordsOnly:
    """BM25 over our passages, all their fields."""
    return WordsOnly("words only", passages_of(meetings_of(built.store)), built.words, built)


def passage_vectors(built: BuiltIndex) -> VectorsOnly:
    """One vector a passage, of its title, question and lines: no vectors of single lines."""
    meetings = meetings_of(built.store)
    whole = [view.kind is ViewKind.PASSAGE for view in views_of(meetings)]
    vectors = np.ascontiguousarray(built.vectors.matrix[np.flatnonzero(whole)])
    return VectorsOnly("vectors only", passages_of(meetings), vectors, built)


def chunk_words(built: BuiltIndex, size: int, overlap: int) -> WordsOnly:
    """BM25 over fixed-size chunks of the reading text."""
    meetings = [chunked(each, size, overlap) for each in meetings_of(built.store)]
    with TemporaryDirectory() as folder:
        write_words(Path(folder) / WORDS_NAME, meetings)
        words = Words(Path(folder) / WORDS_NAME)
    return WordsOnly(f"chunks of {size}, words", passages_of(meetings), words, built)


def chunk_vectors(built: BuiltIndex, size: int, overlap: int) -> VectorsOnly:
    """Fixed-size chunks of the reading text with the same model, as tutorials build it."""
    chunks = passages_of(chunked(each, size, overlap) for each in meetings_of(built.store))
    return VectorsOnly(f"chunks of {size}", chunks, encoded(chunks, built.encoder), built)


def encoded(stretches: Sequence[Stretch], encoder: QuestionEncoder) -> Floats:
    return encoder.encode_documents([stretch.text for stretch in stretches])


def rows_within(limits: Limits, store: Store, stretches: Sequence[Stretch]) -> Rows | None:
    """The numbers of the stretches that a question's filters allow; None where it has none."""
    if limits == Limits():
        return None
    allowed = {entry.id for entry in store.meetings() if _is_within(limits, entry)}
    return np.array(
        [row for row, stretch in enumerate(stretches) if stretch.meeting_id in allowed], np.int64
    )


def _is_within(limits: Limits, entry: MeetingEntry) -> bool:
    if limits.from_date and not (entry.date and entry.date >= limits.from_date):
        return False
    if limits.to_date and not (entry.date and entry.date <= limits.to_date):
        return False
    body = limits.body.casefold()
    return limits.meeting in ("", entry.id) and body in entry.body.casefold()


def meetings_of(store: Store) -> list[Meeting]:
    """The meetings in the order of their passages' rows."""
    meetings = (store.meeting(entry.id) for entry in store.meetings())
    return [meeting for meeting in meetings if meeting]


def passages_of(meetings: Iterable[Meeting]) -> list[Stretch]:
    return [
        Stretch(meeting.id, passage.start, meeting.text[passage.start : passage.end])
        for meeting in meetings
        for passage in meeting.passages
    ]


def baselines(built: BuiltIndex) -> list[System]:
    """Everything that Minuted is measured against; embeds the chunks, which takes some seconds."""
    by_vectors = [chunk_vectors(built, *chunk) for chunk in CHUNKS]
    return [
        passage_words(built),
        passage_vectors(built),
        chunk_words(built, *CHUNKS[0]),
        *by_vectors,
    ]
