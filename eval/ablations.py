"""Minuted with one part taken out at a time, to see what each part is worth.

The weights of the judge stay those that were fitted with every part in place: measured is what
is lost where a part is missing, not the best that could be fitted without it.
"""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from eval.baselines import meetings_of
from eval.chunks import chunked
from eval.systems import Minuted, System
from index.fields import FIELDS
from index.generation import BuiltIndex
from index.overrides import Overrides
from index.store import Store
from index.tables import STORE_NAME, StoredFile, write_store
from index.vectors import Hit, Vectors, write_vectors
from index.views import views_of
from index.words import WORDS_NAME, Words, count_terms, write_words
from qa import Answerer, Limits
from qa.everyday import Wording
from qa.judge import Judge, Judged, Verdict
from qa.limits import BODIES, DATES, PEOPLE
from qa.retrieve import Candidate, retrieve
from qa.sought import Sought
from qa.understand import Scope, understand

CHUNK = 1000
DEPTHS = (5, 10, 20, 40)
EVEN_ODDS = 0.5
TEXT = "text"

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
AnyJudge = TypeVar("AnyJudge", bound=Judge)


def ablations(built: BuiltIndex) -> list[System]:
    """A way to answer for each part that is taken out; encodes the minutes anew for the first."""
    judge = Answerer(built).judge
    one_field = replace(built, words=TextOnly(built.folder / WORDS_NAME))
    by_vectors = replace(built, words=NoWords(built.folder / WORDS_NAME))
    by_words = replace(built, vectors=NoVectors.read(built.folder))
    return [
        Minuted(Answerer(without_structure(built)), "no structure"),
        Minuted(Answerer(one_field), "no fields"),
        Minuted(OneProposer(built, by_vectors), "no fusion, vectors"),
        Minuted(OneProposer(built, by_words), "no fusion, words"),
        Minuted(Answerer(built, _as(InOrder, judge)), "no judge"),
        Minuted(AsTyped(built), "no understanding"),
        Minuted(Answerer(built, uncalibrated(judge)), "no calibration"),
    ]


def depths(built: BuiltIndex) -> list[System]:
    """Fewer candidates judged: what each step brings, and what it costs in time."""
    judge = Answerer(built).judge
    return [
        Minuted(Answerer(built, _as(Shallow, judge, depth)), f"{depth} judged") for depth in DEPTHS
    ]


def without_structure(built: BuiltIndex) -> BuiltIndex:
    """The same minutes cut every 1,000 characters: no items, titles, questions or speakers."""
    meetings = [chunked(each, CHUNK, 0) for each in meetings_of(built.store)]
    files = [StoredFile("", Overrides()) for _ in meetings]
    views = list(views_of(meetings))
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    write_store(folder / STORE_NAME, meetings, files, count_terms(meetings))
    write_vectors(folder, built.encoder.encode_documents([view.text for view in views]), views)
    write_words(folder / WORDS_NAME, meetings)
    return replace(
        built,
        store=Store(folder / STORE_NAME),
        vectors=Vectors.read(folder),
        words=Words(folder / WORDS_NAME),
    )


class TextOnly(Words):
    """Searches the text of passages, not their titles, questions, people or references."""

    def search(
        self,
        text: str,
        limit: int,
        boosts: Mapping[str, float] | None = None,
        rows: Rows | None = None,
    ) -> list[tuple[float, int]]:
        return super().search(text, limit, {TEXT: 1.0}, rows)

    def field_scores(self, text: str, rows: Sequence[int] | Rows) -> dict[str, Floats]:
        nothing = np.zeros(len(rows), dtype=np.float32)
        scores = super().field_scores(text, rows)
        return {name: scores[name] if name == TEXT else nothing for name in FIELDS}


class NoWords(Words):
    """Proposes nothing."""

    def search(self, *_: Any, **__: Any) -> list[tuple[float, int]]:
        return []


class NoVectors(Vectors):
    """Proposes nothing."""

    def search(self, *_: Any, **__: Any) -> list[Hit]:
        return []


class OneProposer(Answerer):
    """Only vectors or only words propose passages; both judge them."""

    def __init__(self, built: BuiltIndex, proposing: BuiltIndex) -> None:
        super().__init__(built)
        self._proposing = proposing

    def retrieve(self, wording: Wording, vectors: Floats, rows: Rows | None) -> list[Candidate]:
        return retrieve(self._proposing, wording, vectors, rows)


class AsTyped(Answerer):
    """Takes a question as it was typed: no spelling, follow-ups or limits found in it."""

    def read(self, text: str, history: Sequence[str], limits: Limits) -> Scope:
        ignored = frozenset({BODIES, DATES, PEOPLE})
        return understand(self.built, text, replace(limits, ignore=ignored))


class InOrder(Judge):
    """Judges nothing: passages stay in the order they were found, and every question is answered.

    The line that is most similar to the question is quoted; the best lines of all tie.
    """

    def judge(self, sought: Sought, candidates: Sequence[Candidate]) -> Verdict:
        return Verdict(tuple(_behind_the_best(each) for each in candidates), 1.0)


def _behind_the_best(candidate: Candidate) -> Judged:
    similar = candidate.similarities.lines
    return Judged(candidate, tuple(line - max(similar) for line in similar))


@dataclass(frozen=True)
class Shallow(Judge):
    """Judges only the first so many candidates."""

    depth: int = 0

    def judge(self, sought: Sought, candidates: Sequence[Candidate]) -> Verdict:
        return super().judge(sought, candidates[: self.depth])


def uncalibrated(judge: Judge) -> Judge:
    """The product of both probabilities as it comes, and refusals at even odds."""
    confidence = replace(judge.confidence, slope=1.0, offset=0.0)
    return replace(judge, confidence=confidence, least_of_one=EVEN_ODDS, least_of_several=EVEN_ODDS)


def _as(kind: type[AnyJudge], judge: Judge, *more: Any) -> AnyJudge:
    return kind(*(getattr(judge, field.name) for field in fields(judge)), *more)
