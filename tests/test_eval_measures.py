"""Tests of eval/measures.py against cases worked out by hand."""

from math import log2

import pytest

from eval.measures import (
    exactness,
    measure,
    of_rank,
    percentile,
    values_of,
    within,
)
from eval.questions import Evidence, Question
from eval.rows import Row, Shown, ShownQuote, row_of
from eval.trec import mean_ndcg, shown_ranking

TEN = Question("q", "How many came?", ((Evidence("Ten people came."),),))
TEN_AND_TWO = Question("q", "How many?", ((Evidence("Ten came."), Evidence("Two left.")),))
NO_ANSWER = Question("q", "What did it cost?")


def quotes(*texts, score=0.0):
    return tuple(ShownQuote("", text, exact=True, score=score) for text in texts)


def answered(question, *texts, score=0.0) -> Row:
    return row_of("ours", question, Shown(quotes(*texts, score=score), False, 0.1))


def refused(question, *nearest, score=0.0) -> Row:
    return row_of("ours", question, Shown((), True, 0.1, quotes(*nearest, score=score)))


def ndcg(*ranked: tuple[Question, tuple[str, ...]]) -> float | None:
    return mean_ndcg(shown_ranking(answered(question, *texts)) for question, texts in ranked)


def test_a_place_within_the_limit_counts_and_a_missing_one_never_does():
    assert [within(3, at) for at in (1, 3, 4, None)] == [1, 1, 0, 0]


def test_what_a_rank_gives_is_whether_it_is_early_enough_and_one_over_it():
    assert of_rank(4) == {"hit@1": 0, "hit@3": 0, "hit@5": 1, "MRR": 0.25}
    assert set(of_rank(None).values()) == {0}


def test_ndcg_discounts_by_the_logarithm_of_the_rank():
    # One relevant quote in place 3: (1 / log2(4)) / (1 / log2(2)).
    assert ndcg((TEN, ("No.", "Nor here.", "Ten people came."))) == pytest.approx(0.5)


def test_ndcg_of_evidence_in_parts_counts_the_part_not_shown():
    ideal = 1 + 1 / log2(3)
    assert ndcg((TEN_AND_TWO, ("Ten came.",))) == pytest.approx(1 / ideal)
    both = ("Ten came.", "No.", "Two left.")
    assert ndcg((TEN_AND_TWO, both)) == pytest.approx((1 + 0.5) / ideal)


def test_ndcg_of_two_spans_in_the_first_quote_is_perfect():
    assert ndcg((TEN_AND_TWO, ("Ten came. Two left.",))) == pytest.approx(1)


def test_ndcg_takes_the_best_alternative_and_averages_over_questions():
    either = Question("q", "How many?", ((Evidence("Nine came."),), (Evidence("Ten came."),)))
    assert ndcg((either, ("Ten came.",)), (TEN, ())) == pytest.approx(0.5)
    assert ndcg() is None


def test_ndcg_sees_nothing_beyond_ten_quotes():
    assert ndcg((TEN, (*"abcdefghij", "Ten people came."))) == 0


def test_ndcg_of_judged_documents_weighs_their_grades_and_counts_each_once():
    question = Question("q", "Who?", ((Evidence("", "a", relevance=2),), (Evidence("", "b"),)))
    shown = tuple(ShownQuote("", "x", True, meeting=name) for name in ("c", "c", "b", "a"))
    row = row_of("ours", question, Shown(shown, False, 0.1))
    expected = (1 / log2(3) + 2 / log2(4)) / (2 + 1 / log2(3))
    assert shown_ranking(row).documents == ("c", "b", "a")
    assert mean_ndcg([shown_ranking(row)]) == pytest.approx(expected)
    assert row.placed.rank == 3


def test_the_share_of_spans_is_of_all_alternatives_within_the_words():
    question = Question("q", "?", tuple((Evidence(each),) for each in ("one.", "two.", "ten.")))
    row = answered(question, "one. " + "word " * 298, "two. ten.")
    assert values_of(row)["cov300w"] == pytest.approx(2 / 3)


def test_rank_and_words_are_those_at_which_the_first_alternative_is_complete():
    row = answered(TEN_AND_TWO, "Nobody spoke.", "Ten came.", "It rained. Two left. Late.")
    assert (row.placed.rank, row.placed.words) == (3, 8)
    assert answered(TEN_AND_TWO, "Ten came.").placed.rank is None


def test_evidence_counts_when_it_begins_in_the_context_of_its_quote():
    shown = Shown((ShownQuote("Ten people", "came.", exact=True),), False, 0.1)
    assert row_of("ours", TEN, shown).placed.rank == 1


def test_refused_question_scores_nothing_but_its_nearest_quotes_count_for_ranking():
    measures = measure([refused(TEN, "Nobody.", "Ten people came.")])
    assert (measures["hit@3"], measures["false refusals"]) == (0, 1)
    assert (measures["hit@3 (ranking)"], measures["MRR (ranking)"]) == (1, 0.5)


def test_questions_without_answer_count_in_the_measures_of_refusal_only():
    rows = [answered(TEN, "Ten people came."), answered(NO_ANSWER, "No."), refused(NO_ANSWER)]
    measures = measure(rows)
    assert (measures["hit@1"], measures["false refusals"]) == (1, 0)
    assert measures["refusal recall"] == 0.5


def test_measures_of_no_answerable_question_are_none_rather_than_nought():
    measures = measure([refused(NO_ANSWER)])
    assert (measures["hit@1"], measures["nDCG@10"], measures["false refusals"]) == (None,) * 3
    assert measure([])["refusal recall"] is None


def test_long_quotes_gain_nothing_in_the_words_measures():
    row = answered(TEN, "word " * 120 + "Ten people came.")
    measures = measure([row])
    assert row.placed.words == 123
    assert (measures["in100w"], measures["in150w"], measures["in300w"]) == (0, 1, 1)


def test_exactness_is_the_share_of_quotes_and_nearest_that_are_slices():
    bad = ShownQuote("", "Made up.", exact=False)
    shown = Shown((*quotes("a", "b"), bad), False, 0.1, nearest=quotes("c"))
    assert exactness([row_of("ours", TEN, shown)]) == 0.75
    assert exactness([refused(TEN)]) is None


@pytest.mark.parametrize(("share", "expected"), [(0.5, 2), (0.95, 4), (0.25, 1), (0, 1)])
def test_percentile_is_the_smallest_value_that_covers_the_share(share, expected):
    assert percentile(share, [4, 1, 3, 2]) == expected
