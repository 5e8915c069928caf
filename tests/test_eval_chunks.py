"""Tests of eval/chunks.py: fixed-size chunks."""

from itertools import pairwise

import pytest

from eval.chunks import chunked, cut
from index.check import wrong_offsets
from tests.conftest import small_meeting


def chunks_of(text, size, overlap):
    return [text[start:end] for start, end in cut(text, size, overlap)]


WORDS = " ".join(f"word{number}" for number in range(300))


@pytest.mark.parametrize(("size", "overlap"), [(1000, 200), (500, 100)])
def test_chunks_cover_the_text_in_order_within_their_size(size, overlap):
    chunks = chunks_of(WORDS, size, overlap)
    starts = [WORDS.index(chunk) for chunk in chunks]
    assert all(0 < len(chunk) <= size for chunk in chunks)
    assert (starts[0], starts[-1] + len(chunks[-1])) == (0, len(WORDS))
    assert starts == sorted(starts)


def test_neighbouring_chunks_overlap_and_words_stay_whole():
    chunks = chunks_of(WORDS, 500, 100)
    for before, after in pairwise(chunks):
        shared = WORDS.index(before) + len(before) - WORDS.index(after)
        assert 80 <= shared <= 100
    assert {word for chunk in chunks for word in chunk.split()} == set(WORDS.split())


def test_a_text_without_white_space_is_cut_all_the_same():
    assert chunks_of("a " + "x" * 12, 6, 2) == ["a xxxx", "xxxxxx", "xxxxxx"]


@pytest.mark.parametrize(("text", "chunks"), [("", []), (" \n ", []), ("Noted.", ["Noted."])])
def test_short_texts_are_one_chunk_or_none(text, chunks):
    assert chunks_of(text, 10, 2) == chunks


def test_chunks_without_overlap_share_nothing():
    spans = list(cut(WORDS, 500, 0))
    assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_a_chunked_meeting_has_its_whole_text_and_no_structure():
    meeting = chunked(small_meeting(), 60, 0)
    assert list(wrong_offsets(meeting)) == []
    assert [item.title for item in meeting.items] == [""]
    assert all(passage.context is None and not passage.asked_by for passage in meeting.passages)
    words = [word for each in meeting.passages for line in each.lines for word in line.text.split()]
    assert words == small_meeting().text.split()
