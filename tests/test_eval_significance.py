"""Tests of eval/significance.py: which differences between two ways to answer hold."""

import numpy as np
import pytest

from eval.compare import Figures, Outcome, compare
from eval.questions import Evidence, Question
from eval.rows import Shown, ShownQuote, row_of
from eval.significance import contrasts, interval


def question(number: int) -> Question:
    return Question(str(number), "How many?", ((Evidence("Ten came."),),))


def rows(*found: bool):
    texts = ["Ten came." if each else "Nobody." for each in found]
    return [
        row_of("any", question(number), Shown((ShownQuote("", text, True),), False, 0.1))
        for number, text in enumerate(texts)
    ]


def contrast(ours, theirs, measure="hit@1"):
    return next(each for each in contrasts(ours, {"other": theirs}) if each.measure == measure)


def test_a_difference_that_many_questions_share_holds():
    found = contrast(rows(*[True] * 40), rows(*[True, False] * 20))
    assert found.difference == 0.5
    assert 0.3 < found.low < 0.5 < found.high < 0.7
    assert found.holds


def test_a_difference_that_few_questions_make_does_not_hold():
    found = contrast(rows(*[True, True, False] * 10), rows(*[True, True, False] * 9, *[False] * 3))
    assert found.difference > 0
    assert not found.holds


def test_questions_are_paired_so_that_their_own_difficulty_does_not_count():
    hard = [True] * 20 + [False] * 80
    easier = [True] * 30 + [False] * 70
    assert contrast(rows(*easier), rows(*hard)).holds


def test_only_questions_that_both_were_asked_are_compared():
    found = contrast(rows(True, True, False), rows(True, False))
    assert (found.questions, found.ours, found.theirs) == (2, 1, 0.5)


def test_the_same_rows_differ_by_nothing():
    found = contrast(rows(True, False), rows(True, False))
    assert (found.low, found.high, found.holds) == (0, 0, False)


def test_intervals_are_the_same_each_time_and_like_the_textbook():
    differences = np.array([1.0] * 30 + [0.0] * 60 + [-1.0] * 10)
    low, high = interval(differences)
    error = differences.std() / 10
    assert (low, high) == interval(differences)
    assert (low, high) == pytest.approx((0.2 - 1.96 * error, 0.2 + 1.96 * error), abs=0.02)


def test_an_earlier_run_is_compared_question_by_question_too():
    def figures(rank):
        outcomes = {str(number): Outcome(True, rank, False) for number in range(9)}
        return Figures("abc", "g1", {}, outcomes)

    found = {each.measure: each for each in compare(figures(2), figures(1)).contrasts}
    assert (found["hit@1"].difference, found["hit@1"].holds) == (1, True)
    assert (found["MRR"].difference, found["hit@3"].holds) == (0.5, False)
