"""Tests of eval/compare.py: a run beside an earlier one."""

import json

import pytest

from eval.compare import Difference, Figures, Outcome, compare, read_figures, write_figures
from eval.errors import UnreadableFigures


def figures(outcomes=None, sha256="abc", **measures):
    return Figures(sha256, "g1", {"minuted": measures}, outcomes or {})


def found(rank, refused=False):
    return Outcome(True, rank, refused)


def test_only_measures_that_changed_are_named():
    before = figures(hit=0.5, mrr=0.6, refusals=None)
    now = figures(hit=0.75, mrr=0.6 + 1e-7, refusals=None)
    assert compare(before, now).differences == (Difference("minuted", "hit", 0.5, 0.75),)


def test_a_measure_that_only_one_run_could_take_is_a_difference():
    differences = compare(figures(hit=None), figures(hit=0.5, new=1.0)).differences
    assert [(change.measure, change.before) for change in differences] == [
        ("hit", None),
        ("new", None),
    ]


def test_questions_are_better_or_worse_by_rank_and_refusal():
    before = figures(
        {
            "closer": found(3),
            "further": found(1),
            "lost": found(2),
            "same": found(4),
            "rightly refused now": Outcome(False, None, refused=False),
            "wrongly answered now": Outcome(False, None, refused=True),
        }
    )
    now = figures(
        {
            "closer": found(1),
            "further": found(2),
            "lost": found(None, refused=True),
            "same": found(4),
            "rightly refused now": Outcome(False, None, refused=True),
            "wrongly answered now": Outcome(False, None, refused=False),
        }
    )
    comparison = compare(before, now)
    assert comparison.better == ("closer", "rightly refused now")
    assert comparison.worse == ("further", "lost", "wrongly answered now")


def test_questions_of_only_one_run_are_named_apart():
    comparison = compare(figures({"old": found(1)}, "a"), figures({"new": found(1)}, "b"))
    assert (comparison.added, comparison.removed) == (("new",), ("old",))
    assert not comparison.same_questions


def test_accepted_figures_are_read_back_as_they_were(tmp_path):
    accepted = figures({"q1": found(2), "q2": Outcome(False, None, True)}, hit=0.5, mrr=None)
    write_figures(accepted, tmp_path / "baseline.json")
    assert read_figures(tmp_path / "baseline.json") == accepted


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "cannot be read"),
        ("[]", "does not hold the figures"),
        ('{"measures": {}}', "does not hold the figures"),
        (json.dumps({**figures().to_json(), "outcomes": {"q": {"place": 1}}}), "does not hold"),
    ],
    ids=["not JSON", "a list", "keys missing", "other keys"],
)
def test_a_file_without_figures_is_named(tmp_path, text, message):
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(UnreadableFigures, match=message) as caught:
        read_figures(path)
    assert str(path) in str(caught.value)
