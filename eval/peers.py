"""What people build today with others' libraries, on the same minutes with the same model.

LangChain's splitter with FAISS, and txtai's hybrid of vectors and words over the same chunks. The
libraries come with the dependency group "peers" (``make bench-quality``).
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from eval.baselines import (
    CHUNKS,
    LIMIT,
    Stretch,
    VectorsOnly,
    encoded,
    meetings_of,
    rows_within,
    shown,
)
from eval.questions import Question
from eval.rows import Shown
from eval.systems import System
from index.encode import QuestionEncoder
from index.errors import MinutesError
from index.generation import BuiltIndex
from index.vectors import Floats

try:
    from langchain_text_splitters import RecursiveCharacterTextSplitter
    from txtai import Embeddings
except ModuleNotFoundError as error:
    raise MinutesError(
        f"{error.name} is not installed. Run make bench-quality, or pip install --group peers"
    ) from error


def peers(built: BuiltIndex) -> list[System]:
    """Each with chunks of 1,000 characters, 200 of which overlap; encodes them once."""
    stretches = split(built, *CHUNKS[0])
    vectors = encoded(stretches, built.encoder)
    return [
        VectorsOnly("LangChain and FAISS", stretches, vectors, built),
        TxtaiHybrid(stretches, vectors, built),
    ]


def split(built: BuiltIndex, size: int, overlap: int) -> list[Stretch]:
    """The chunks that LangChain cuts the reading texts into."""
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=size, chunk_overlap=overlap, add_start_index=True
    )
    return [
        Stretch(meeting.id, chunk.metadata["start_index"], chunk.page_content)
        for meeting in meetings_of(built.store)
        for chunk in splitter.create_documents([meeting.text])
    ]


class TxtaiHybrid:
    """txtai's hybrid search as it comes: both kinds of score, half and half."""

    name = "txtai hybrid"

    def __init__(self, stretches: Sequence[Stretch], vectors: Floats, built: BuiltIndex) -> None:
        self._stretches = stretches
        self._store = built.store
        known = {stretch.text: vector for stretch, vector in zip(stretches, vectors, strict=True)}
        self._embeddings = Embeddings(
            hybrid=True,
            method="external",
            transform=lambda texts: _vectors(texts, known, built.encoder),
        )
        self._embeddings.index([(row, each.text, None) for row, each in enumerate(stretches)])

    def __call__(self, question: Question) -> Shown:
        started = perf_counter()
        rows = rows_within(question.limits, self._store, self._stretches)
        # It knows no filter without a database of its own, so all are ranked and the rest left out.
        limit = LIMIT if rows is None else len(self._stretches)
        allowed = None if rows is None else set(rows.tolist())
        hits = [
            (self._stretches[row], score)
            for row, score in self._embeddings.search(question.text, limit)
            if allowed is None or row in allowed
        ]
        return shown(hits[:LIMIT], started)


def _vectors(
    texts: Sequence[str], known: dict[str, Floats], encoder: QuestionEncoder
) -> list[Floats]:
    return [known[text] if text in known else encoder.encode([text])[0] for text in texts]
