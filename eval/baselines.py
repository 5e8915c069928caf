"""Simpler ways to answer from the same minutes. They quote what they find and refuse nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from eval.questions import Question
from eval.rows import Shown, ShownQuote
from eval.systems import System
from index.encode import QuestionEncoder
from index.generation import BuiltIndex
from index.minutes import Meeting
from index.store import MeetingEntry, Store
from index.vectors import Floats, Rows, Vectors, write_vectors
from index.views import View, ViewKind, views_of
from qa.limits import Limits

LIMIT = 10
BATCH = 32
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
    """BM25 over our passages."""

    name = "words only"

    def __init__(self, built: BuiltIndex) -> None:
        self._built = built
        self._stretches = passages_of(meetings_of(built.store))

    def __call__(self, question: Question) -> Shown:
        started = perf_counter()
        rows = rows_within(question.limits, self._built.store, self._stretches)
        hits = self._built.words.search(question.text, LIMIT, rows=rows)
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


def passage_vectors(built: BuiltIndex) -> VectorsOnly:
    """One vector a passage, of its title, question and lines: no vectors of single lines."""
    meetings = meetings_of(built.store)
    whole = [view.kind is ViewKind.PASSAGE for view in views_of(meetings)]
    vectors = np.ascontiguousarray(built.vectors.matrix[np.flatnonzero(whole)])
    return VectorsOnly("vectors only", passages_of(meetings), vectors, built)


def chunk_vectors(built: BuiltIndex, size: int, overlap: int) -> VectorsOnly:
    """Fixed-size chunks of the reading text with the same model, as tutorials build it."""
    chunks = [
        stretch
        for meeting in meetings_of(built.store)
        for stretch in in_order(meeting, cut(meeting.text, size, overlap))
    ]
    return VectorsOnly(f"chunks of {size}", chunks, encoded(chunks, built.encoder), built)


def in_order(meeting: Meeting, chunks: Iterable[str]) -> Iterator[Stretch]:
    """The stretches of a meeting's text that chunks of it are, which may overlap."""
    start = -1
    for chunk in chunks:
        start = meeting.text.index(chunk, start + 1)
        yield Stretch(meeting.id, start, chunk)


def encoded(stretches: Sequence[Stretch], encoder: QuestionEncoder) -> Floats:
    texts = [stretch.text for stretch in stretches]
    batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    return np.concatenate([encoder.encode(batch) for batch in batches])


def cut(text: str, size: int, overlap: int) -> Iterator[str]:
    """Cut a text into chunks of at most ``size`` characters, at white space where there is any."""
    start = 0
    while start < len(text):
        end = _end_of_word(text, start + overlap + 1, start + size)
        if text[start:end].strip():
            yield text[start:end].strip()
        if end >= len(text):
            return
        start = _start_of_word(text, end - overlap, end)


def _end_of_word(text: str, first: int, last: int) -> int:
    if last >= len(text):
        return len(text)
    space = max(text.rfind(mark, first, last + 1) for mark in " \n")
    return last if space < 0 else space


def _start_of_word(text: str, first: int, last: int) -> int:
    return next((at for at in range(first, last) if text[at - 1].isspace()), first)


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


def passages_of(meetings: Sequence[Meeting]) -> list[Stretch]:
    return [
        Stretch(meeting.id, passage.start, meeting.text[passage.start : passage.end])
        for meeting in meetings
        for passage in meeting.passages
    ]


def baselines(built: BuiltIndex) -> list[System]:
    """Everything that Minuted is measured against; embeds the chunks, which takes some seconds."""
    chunks = [chunk_vectors(built, size, overlap) for size, overlap in CHUNKS]
    return [WordsOnly(built), passage_vectors(built), *chunks]
