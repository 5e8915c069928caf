"""Tests of index/words.py."""

import numpy as np
import pytest

from index.words import Words, count_terms, write_words
from tests.conftest import small_meeting

ODD = [
    "",
    " ",
    '"',
    '""',
    '"unclosed phrase',
    "title:drivers AND (text:[a TO b] OR ^~*?/x/ \\",
    "+++ --- && || ! { } [ ] ( )",
    "🚓🚨 \x00 \ud800 \udfff",
    '"\ud800 \udfff"',
    "中文 عربى",
    "the of and",
    "x" * 100_000,
    "word " * 5_000,
    '"' + "word " * 5_000 + '"',
]


@pytest.fixture
def words(tmp_path):
    write_words(tmp_path / "words", [small_meeting("a"), small_meeting("b")])
    return Words(tmp_path / "words")


def test_the_passage_with_the_rarest_words_comes_first(words):
    (best, second, *_) = words.search("how many drivers were stopped", 5)
    assert [best[1], second[1]] == [1, 4]
    assert best[0] == pytest.approx(second[0])


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("1225", 1),
        ("1,225", 1),
        ("8.5%", 1),
        ("l.31", 1),
        ("077/21", 1),
        ("Cafe", 2),
        ("Bea Hull", 1),
        ("okafor", 1),
        ("Lovelace", 0),
    ],
)
def test_figures_references_and_names_are_found(words, text, row):
    assert words.search(text, 5, rows=np.arange(3))[0][1] == row


def test_rows_limit_the_search_itself(words):
    assert [row for _, row in words.search("drivers", 1, rows=np.array([4, 5]))] == [4]
    assert words.search("drivers", 1, rows=np.array([], dtype=np.int64)) == []


def test_boosts_say_which_fields_count(words):
    assert words.search("Okafor", 5, boosts={"text": 1.0}) == []
    (once, *_), (twice, *_) = (words.search("Okafor", 5, {"people": w}) for w in (1.0, 2.0))
    assert twice[0] == pytest.approx(2 * once[0])


def test_a_phrase_in_quotes_counts_on_top_of_its_words(words):
    plain = words.search("noted board", 1, rows=np.array([2]))[0][0]
    assert words.search('"noted board"', 1, rows=np.array([2]))[0][0] == pytest.approx(plain)
    assert words.search("“board noted”", 1, rows=np.array([2]))[0][0] > plain


def test_field_scores_come_in_the_order_of_the_rows_asked_for(words):
    scores = words.field_scores("drivers fewer", [2, 1, 4])
    assert scores["question"][0] == scores["text"][0] == 0
    assert scores["question"][1] == pytest.approx(scores["question"][2])
    assert scores["text"][1] > scores["question"][1] > 0
    assert not scores["people"].any()


def test_field_scores_of_no_passages_are_empty(words):
    assert all(len(scores) == 0 for scores in words.field_scores("drivers", []).values())


@pytest.mark.parametrize("text", ODD, ids=[ascii(text[:12]) for text in ODD])
def test_no_text_is_too_odd_to_search_for(words, text):
    assert len(words.search(text, 5)) <= 5
    assert set(words.field_scores(text, [0, 1])) == {
        "title",
        "question",
        "text",
        "people",
        "reference",
    }


def test_the_vocabulary_counts_passages_not_occurrences():
    counts = count_terms([small_meeting()])
    assert (counts["driver"], counts["road"], counts["lovelac"]) == (1, 2, 1)


def test_the_same_minutes_give_the_same_files(tmp_path):
    for name in ("one", "two"):
        write_words(tmp_path / name, [small_meeting()])
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "two")
    )
    assert one == two
    assert len(one) > 2


def test_reading_writes_nothing(tmp_path):
    write_words(tmp_path / "words", [small_meeting()])
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "words").iterdir()}
    assert len(Words(tmp_path / "words")) == 3
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "words").iterdir()} == before


@pytest.mark.parametrize(
    ("sought", "every", "rows"),
    [
        ([["driver"]], True, [1, 4]),
        ([["driver", "were"]], True, [1, 4]),
        ([["were", "driver"]], True, []),
        ([["driver"], ["cafe"]], True, []),
        ([["driver"], ["cafe"]], False, [1, 2, 4, 5]),
        ([["bea", "hull"]], True, [1, 4]),
        ([[]], True, []),
        ([], True, []),
    ],
)
def test_all_passages_that_hold_terms_and_phrases_are_found(words, sought, every, rows):
    assert sorted(row for _, row in words.find(sought, every)) == rows


def test_only_given_rows_are_found(words):
    assert [row for _, row in words.find([["driver"]], rows=np.array([4, 5]))] == [4]
