"""Vectors and words propose passages together."""

import numpy as np

from qa.everyday import word
from qa.retrieve import encode, fuse, retrieve


def test_fusion_prefers_what_both_rankings_propose():
    assert fuse([1, 2, 3], [3, 4]) == [3, 1, 2, 4]


def test_fusion_keeps_equal_scores_in_order_of_rows():
    assert fuse([7], [5]) == [5, 7]


def test_passage_with_the_answer_is_among_the_first_candidates(built):
    question = "How many breath tests did the traffic team conduct?"
    found = retrieve(built, word(question), encode(built, word(question)))
    texts = ["\n".join(line.text for line in each.passage.lines) for each in found[:3]]
    assert any("225 breath tests" in text for text in texts)


def test_search_stays_within_the_rows_given(built):
    rows = built.store.rows_of(["agb-2024-12-17"])
    found = retrieve(built, word("drink driving"), encode(built, word("drink driving")), rows)
    assert {each.meeting.id for each in found} == {"agb-2024-12-17"}


def test_no_rows_give_no_candidates(built):
    assert (
        retrieve(built, word("fraud"), encode(built, word("fraud")), np.array([], dtype=np.int64))
        == []
    )
