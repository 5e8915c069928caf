"""A question -> the passages that may answer it, from vectors and from words, fused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index import BuiltIndex, Meeting, Passage
from index.vectors import PassageSimilarities
from qa.everyday import Wording

# Views and passages that each way of searching proposes. Nothing that answered stood lower on
# the development questions.
NEAREST_VIEWS, NEAREST_WORDS = 300, 60
CANDIDATES = 60
# Passages of a record that are looked through: those of three long meetings.
MOST_LISTED = 1000
# The constant of reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009.
FUSION = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer, and how it was found.

    ``words`` are BM25 scores by field.
    """

    meeting: Meeting
    passage: Passage
    similarities: PassageSimilarities
    words: dict[str, float]


def encode(built: BuiltIndex, wording: Wording) -> NDArray[np.float32]:
    """The vectors of a question's different wordings, one a row, of unit length."""
    return built.encoder.encode(list(dict.fromkeys([wording.asked, wording.official])))


def retrieve(
    built: BuiltIndex,
    wording: Wording,
    vectors: NDArray[np.float32],
    rows: NDArray[np.int64] | None = None,
) -> list[Candidate]:
    """Return the passages that vectors or words propose, the likelier first.

    ``vectors`` are those of the wordings; ``rows`` limits the search to those passages.
    """
    near = built.vectors.search(vectors.mean(axis=0), NEAREST_VIEWS, rows)
    by_vector = list(dict.fromkeys(hit.row for hit in near))
    by_words = [row for _, row in built.words.search(wording.both, NEAREST_WORDS, rows=rows)]
    fused = fuse(by_vector, by_words)[:CANDIDATES]
    similarities = built.vectors.similarities(vectors, fused)
    scores = built.words.field_scores(wording.both, fused) if fused else {}
    return [
        Candidate(
            built.store.meeting_of(row),
            built.store.passage(row),
            similarities[place],
            {field: float(values[place]) for field, values in scores.items()},
        )
        for place, row in enumerate(fused)
    ]


def listed(built: BuiltIndex, rows: NDArray[np.int64] | None = None) -> list[Candidate]:
    """Return passages as they stand in the minutes, for a question with nothing to search for."""
    every = np.arange(built.store.passage_count) if rows is None else rows
    return [
        Candidate(
            built.store.meeting_of(row),
            passage,
            PassageSimilarities(row, None, 0.0, (0.0,) * len(passage.lines)),
            {},
        )
        for row in every[:MOST_LISTED].tolist()
        for passage in [built.store.passage(row)]
    ]


def fuse(*rankings: Sequence[int]) -> list[int]:
    """Fuse rankings by reciprocal rank; equal scores stay in the order of rows."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for place, row in enumerate(ranking, start=1):
            scores[row] = scores.get(row, 0.0) + 1 / (FUSION + place)
    return sorted(scores, key=lambda row: (-scores[row], row))
