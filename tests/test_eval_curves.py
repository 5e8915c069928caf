"""Tests of eval/curves.py: refusal, risk and calibration, worked out by hand."""

import pytest

from eval.curves import Bin, calibration, is_right, refusal_curve, trust
from eval.questions import Evidence, Question
from eval.rows import Row, Shown, ShownQuote, row_of

TEN = Question("q", "How many came?", ((Evidence("Ten people came."),),))
NO_ANSWER = Question("q", "What did it cost?")


def row(question: Question, score: float, *texts: str, refused: bool = False) -> Row:
    quotes = tuple(ShownQuote("", text, True, score) for text in texts or ("Nobody.",))
    shown = Shown((), True, 0.1, quotes) if refused else Shown(quotes, False, 0.1)
    return row_of("ours", question, shown)


ROWS = [
    row(TEN, 0.8, "Ten people came."),
    row(TEN, 0.4, "No.", "Nor now.", "Not here.", "Ten people came."),
    row(NO_ANSWER, 0.6),
    row(NO_ANSWER, 0.2, refused=True),
]


def test_refusals_and_risks_are_those_of_the_questions_on_each_side_of_a_threshold():
    points = {each.score: each for each in refusal_curve(ROWS)}
    everything, some = points[0.2], points[0.6]
    assert (everything.refusal_recall, everything.false_refusals) == (0, 0)
    assert (everything.coverage, everything.risk) == (1, 0.75)
    assert (some.refusal_recall, some.false_refusals) == (0.5, 0.5)
    assert (some.coverage, some.risk) == (0.5, 0.5)


def test_the_curve_ends_where_everything_is_refused():
    last = refusal_curve(ROWS)[-1]
    assert (last.refusal_recall, last.false_refusals, last.coverage, last.risk) == (1, 1, 0, 0)


def test_an_answer_is_right_when_it_stands_in_the_first_three_quotes():
    assert [is_right(each) for each in ROWS] == [True, False, False, False]


def test_bins_of_calibration_hold_like_scores_and_what_came_of_them():
    many = ROWS * 5
    bins = calibration(many)
    assert sum(each.questions for each in bins) == 20
    assert bins[0] == Bin(2, 0.2, 0, 0)
    assert bins[-1] == Bin(2, 0.8, 1, 1)
    assert [each.score for each in bins] == sorted(each.score for each in bins)


def test_trust_counts_pairs_in_the_right_order_and_errors_of_the_probability():
    found = trust(ROWS)
    assert found is not None
    assert found.auroc == 0.75
    assert found.brier == pytest.approx((0.04 + 0.36 + 0.36 + 0.04) / 4)
    assert found.error == pytest.approx((0.2 + 0.6 + 0.6 + 0.2) / 4)
    assert found.error_shown == pytest.approx((0.2 + 0.4 + 0.6 + 0.2) / 4)


def test_order_cannot_be_told_where_one_kind_of_question_is_missing():
    only = trust([row(TEN, 0.5)])
    assert only is not None
    assert only.auroc is None


def test_nothing_is_told_of_no_questions():
    assert (refusal_curve([]), calibration([]), trust([])) == ([], [], None)
