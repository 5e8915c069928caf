"""Tests of eval/baselines.py: fixed-size chunks and filters."""

from itertools import pairwise

import pytest

from eval.baselines import cut

WORDS = " ".join(f"word{number}" for number in range(300))


@pytest.mark.parametrize(("size", "overlap"), [(1000, 200), (500, 100)])
def test_chunks_cover_the_text_in_order_within_their_size(size, overlap):
    chunks = list(cut(WORDS, size, overlap))
    starts = [WORDS.index(chunk) for chunk in chunks]
    assert all(0 < len(chunk) <= size for chunk in chunks)
    assert (starts[0], starts[-1] + len(chunks[-1])) == (0, len(WORDS))
    assert starts == sorted(starts)


def test_neighbouring_chunks_overlap_and_words_stay_whole():
    chunks = list(cut(WORDS, 500, 100))
    for before, after in pairwise(chunks):
        shared = WORDS.index(before) + len(before) - WORDS.index(after)
        assert 80 <= shared <= 100
    assert {word for chunk in chunks for word in chunk.split()} == set(WORDS.split())


def test_a_text_without_white_space_is_cut_all_the_same():
    assert list(cut("a " + "x" * 12, 6, 2)) == ["a xxxx", "xxxxxx", "xxxxxx"]


@pytest.mark.parametrize(("text", "chunks"), [("", []), (" \n ", []), ("Noted.", ["Noted."])])
def test_short_texts_are_one_chunk_or_none(text, chunks):
    assert list(cut(text, 10, 2)) == chunks
