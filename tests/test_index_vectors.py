"""Tests of index/vectors.py."""

import faiss
import numpy as np
import pytest

from index.errors import BuiltIndexDamaged
from index.vectors import Hit, PassageSimilarities, Vectors, write_vectors
from index.views import View, ViewKind

VIEWS = [
    View(ViewKind.QUESTION, 0, -1, "question"),
    View(ViewKind.LINE, 0, 0, "line"),
    View(ViewKind.LINE, 0, 1, "other line"),
    View(ViewKind.PASSAGE, 0, -1, "passage"),
    View(ViewKind.LINE, 2, 0, "line"),
    View(ViewKind.PASSAGE, 2, -1, "whole"),
    View(ViewKind.LINE, 3, 0, "near under its heading"),
    View(ViewKind.LINE_ALONE, 3, 0, "far by itself"),
    View(ViewKind.LINE, 3, 1, "far under its heading"),
    View(ViewKind.LINE_ALONE, 3, 1, "near by itself"),
    View(ViewKind.PASSAGE, 3, -1, "passage with a heading"),
]
MATRIX = np.array(
    [[1, 0], [0, 1], [0.6, 0.8], [0.8, 0.6], [0, 1], [-1, 0]]
    + [[-0.6, 0.8], [-1, 0], [-0.8, -0.6], [-0.6, -0.8], [0, -1]],
    dtype=np.float32,
)
THREE_FIFTHS, FOUR_FIFTHS = map(float, MATRIX[2])
EAST, NORTH = np.eye(2, dtype=np.float32)


@pytest.fixture
def vectors(tmp_path):
    write_vectors(tmp_path, MATRIX, VIEWS)
    return Vectors.read(tmp_path)


def test_the_nearest_views_come_first(vectors):
    assert vectors.search(EAST, 3) == [
        Hit(1.0, 0, -1, ViewKind.QUESTION),
        Hit(FOUR_FIFTHS, 0, -1, ViewKind.PASSAGE),
        Hit(THREE_FIFTHS, 0, 1, ViewKind.LINE),
    ]


def test_equally_near_views_come_in_the_order_of_the_rows(vectors):
    assert [(hit.row, hit.line) for hit in vectors.search(NORTH, 2)] == [(0, 0), (2, 0)]


def test_rows_limit_the_search_itself(vectors):
    hits = vectors.search(EAST, 5, rows=np.array([2]))
    assert [(hit.similarity, hit.row, hit.kind) for hit in hits] == [
        (0.0, 2, ViewKind.LINE),
        (-1.0, 2, ViewKind.PASSAGE),
    ]


@pytest.mark.parametrize("rows", [[], [1], [99]])
def test_rows_without_views_find_nothing(vectors, rows):
    assert vectors.search(EAST, 5, rows=np.array(rows, dtype=np.int64)) == []


def test_a_limit_beyond_the_end_gives_all_and_one_of_zero_none(vectors):
    assert len(vectors.search(EAST, 100)) == len(VIEWS)
    assert vectors.search(EAST, 0) == []


def test_similarities_cover_every_view_of_the_passages_asked_for(vectors):
    second, first = vectors.similarities(EAST[None], [2, 0])
    assert second == PassageSimilarities(2, None, -1.0, (0.0,))
    assert first == PassageSimilarities(0, 1.0, FOUR_FIFTHS, (0.0, THREE_FIFTHS))


def test_of_the_views_of_a_line_the_nearer_counts(vectors):
    (found,) = vectors.similarities(EAST[None], [3])
    assert found.lines == pytest.approx((-0.6, -0.6))


def test_of_several_queries_the_nearer_counts_for_each_part(vectors):
    (found,) = vectors.similarities(np.array([EAST, NORTH]), [0])
    assert found == PassageSimilarities(0, 1.0, FOUR_FIFTHS, (1.0, FOUR_FIFTHS))


def test_what_was_written_is_what_is_read(vectors):
    assert np.array_equal(vectors.matrix, MATRIX)
    assert (len(vectors), vectors.dimension) == (11, 2)
    assert vectors.texts_of(2) == [VIEWS[4].digest, VIEWS[5].digest]


def test_a_vector_is_found_by_the_text_it_was_made_of(vectors):
    by_text = vectors.by_text()
    assert set(by_text) == {view.digest for view in VIEWS}
    assert np.array_equal(vectors.matrix[by_text[VIEWS[5].digest]], MATRIX[5])


def test_no_vectors_at_all_can_be_written_and_searched(tmp_path):
    write_vectors(tmp_path, np.zeros((0, 2), dtype=np.float32), [])
    vectors = Vectors.read(tmp_path)
    assert (len(vectors), vectors.search(EAST, 5), vectors.by_text()) == (0, [], {})


def test_a_file_that_does_not_hold_what_was_written_is_an_error(tmp_path, monkeypatch):
    def write_another(index, path):
        other = faiss.IndexFlatIP(index.d)
        other.add(np.zeros_like(MATRIX))
        write(other, path)

    write = faiss.write_index
    monkeypatch.setattr("index.vectors.faiss.write_index", write_another)
    with pytest.raises(OSError, match="is the disk full"):
        write_vectors(tmp_path, MATRIX, VIEWS)


def test_a_folder_that_cannot_be_written_to_is_an_error(tmp_path):
    with pytest.raises(OSError, match=r"vectors\.faiss could not be written"):
        write_vectors(tmp_path / "missing", MATRIX, VIEWS)


def test_vectors_that_do_not_fit_their_views_are_refused(tmp_path):
    write_vectors(tmp_path, MATRIX, VIEWS)
    np.save(tmp_path / "views.npy", np.load(tmp_path / "views.npy")[:4])
    with pytest.raises(BuiltIndexDamaged, match="holds 11 vectors where views.npy names 4"):
        Vectors.read(tmp_path)
