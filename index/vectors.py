"""Nearest vectors: a FAISS index of all views, and which part of which passage each vector is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import BuiltIndexDamaged
from index.views import View, ViewKind

VECTORS_NAME = "vectors.faiss"
VIEWS_NAME = "views.npy"

KINDS = tuple(ViewKind)
VIEW_COLUMNS = np.dtype([("row", "<u4"), ("line", "<i4"), ("kind", "u1"), ("text", "V32")])

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


class Hit(NamedTuple):
    """One view that is near the query; ``line`` is -1 where it is no line's."""

    similarity: float
    row: int
    line: int
    kind: ViewKind


@dataclass(frozen=True, slots=True)
class PassageSimilarities:
    """How similar the nearest of some queries is to each part of one passage.

    ``lines`` are in the passage's order; of a line's views the one counts that comes closer.
    """

    row: int
    question: float | None
    passage: float
    lines: tuple[float, ...]


class Vectors:
    """Exact search by inner product over the views of all passages."""

    def __init__(self, index: Any, views: NDArray[np.void]) -> None:
        if index.ntotal != len(views):
            raise BuiltIndexDamaged(
                f"{VECTORS_NAME} holds {index.ntotal} vectors where {VIEWS_NAME} names "
                f"{len(views)}. Run minuted build again."
            )
        self._index = index
        self._views = views
        self._rows = views["row"].astype(np.int64)

    @classmethod
    def read(cls, folder: Path) -> Vectors:
        views = np.load(folder / VIEWS_NAME, allow_pickle=False)
        return cls(faiss.read_index(str(folder / VECTORS_NAME)), views)

    @property
    def dimension(self) -> int:
        return int(self._index.d)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def matrix(self) -> Floats:
        """All vectors, one a row, in the order of the views; not a copy."""
        count = len(self) * self.dimension
        stored: Floats = faiss.rev_swig_ptr(self._index.get_xb(), count)
        return stored.reshape(len(self), self.dimension)

    def by_text(self) -> dict[bytes, int]:
        """Which vector belongs to a view's text, by the text's SHA-256."""
        return {text.tobytes(): number for number, text in enumerate(self._views["text"])}

    def texts_of(self, row: int) -> list[bytes]:
        """The SHA-256 of each text that was embedded of a passage."""
        start, end = np.searchsorted(self._rows, [row, row + 1])
        return [text.tobytes() for text in self._views["text"][start:end]]

    def search(self, query: Floats, limit: int, rows: Rows | None = None) -> list[Hit]:
        """The nearest views, best first; only those of the passages in ``rows`` if given."""
        among = self._numbers_of(rows)
        limit = min(limit, len(self) if among is None else len(among))
        if limit < 1:
            return []
        found, numbers = self._index.search(
            query.reshape(1, -1).astype(np.float32), limit, params=_only(among)
        )
        best = np.lexsort((numbers[0], -found[0]))
        views = self._views[numbers[0][best]]
        columns = (found[0][best], views["row"], views["line"], views["kind"])
        return [
            Hit(similarity, row, line, KINDS[kind])
            for similarity, row, line, kind in zip(
                *(each.tolist() for each in columns), strict=True
            )
        ]

    def similarities(
        self, queries: Floats, rows: Sequence[int] | Rows
    ) -> list[PassageSimilarities]:
        """How similar each part of the given passages is to the nearest of the queries.

        ``queries`` has one vector a row; the passages stay in the order given.
        """
        if not len(rows):
            return []
        starts = np.searchsorted(self._rows, rows, side="left")
        ends = np.searchsorted(self._rows, rows, side="right")
        numbers = np.concatenate([np.arange(*each) for each in zip(starts, ends, strict=True)])
        values = (self.matrix[numbers] @ queries.T).max(axis=1)
        of_each = np.split(values, np.cumsum(ends - starts)[:-1])
        return [
            self._passage(int(row), int(start), each)
            for row, start, each in zip(rows, starts, of_each, strict=True)
        ]

    def _passage(self, row: int, start: int, values: Floats) -> PassageSimilarities:
        views = self._views[start : start + len(values)]
        kinds, line = views["kind"], views["line"]
        question = values[kinds == KINDS.index(ViewKind.QUESTION)].tolist()
        (whole,) = values[kinds == KINDS.index(ViewKind.PASSAGE)].tolist()
        lines = np.full(line.max() + 1, -np.inf, dtype=np.float32)
        np.maximum.at(lines, line[line >= 0], values[line >= 0])
        return PassageSimilarities(
            row, question[0] if question else None, whole, tuple(lines.tolist())
        )

    def _numbers_of(self, rows: Rows | None) -> Rows | None:
        if rows is None:
            return None
        return np.flatnonzero(np.isin(self._rows, rows))


def _only(numbers: Rows | None) -> Any:
    if numbers is None:
        return None
    # The published types leave out what the constructor takes.
    return faiss.SearchParameters(sel=faiss.IDSelectorBatch(numbers))  # type: ignore[call-arg]


def write_vectors(folder: Path, vectors: Floats, views: Sequence[View]) -> None:
    """Write the vectors of the views (same order) and compare what a reader gets with them."""
    columns = np.array(
        [(view.row, view.line, KINDS.index(view.kind), view.digest) for view in views],
        dtype=VIEW_COLUMNS,
    )
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    try:
        faiss.write_index(index, str(folder / VECTORS_NAME))
        np.save(folder / VIEWS_NAME, columns, allow_pickle=False)
        written = Vectors.read(folder)
    except RuntimeError as error:
        raise OSError(f"{VECTORS_NAME} could not be written: {error}") from error
    # FAISS can write a small index to a full disk without an error.
    if not np.array_equal(written.matrix, vectors):
        raise OSError(f"{VECTORS_NAME} does not hold what was written to it: is the disk full?")
