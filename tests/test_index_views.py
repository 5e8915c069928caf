"""Tests of index/views.py."""

from dataclasses import replace

from index.views import CONTEXT_WORDS, View, ViewKind, passage_views, views_of
from tests.conftest import small_meeting

STOPPED = "How many drivers were stopped?"
COUNT = "In December 1,225 drivers were stopped."
FEWER = "That is 8.5% fewer than in 2020, see L.31."


def test_a_question_is_seen_alone_line_by_line_and_whole():
    passage = small_meeting().passages[1]
    assert list(passage_views(passage, "Road safety", 7)) == [
        View(ViewKind.QUESTION, 7, -1, f"Road safety\n{STOPPED}"),
        View(ViewKind.LINE, 7, 0, f"Road safety\n{STOPPED}\n{COUNT}"),
        View(ViewKind.LINE_ALONE, 7, 0, COUNT),
        View(ViewKind.LINE, 7, 1, f"Road safety\n{STOPPED}\n{FEWER}"),
        View(ViewKind.LINE_ALONE, 7, 1, FEWER),
        View(ViewKind.PASSAGE, 7, -1, f"Road safety\n{STOPPED}\n{COUNT}\n{FEWER}"),
    ]


def test_without_a_question_there_is_no_view_of_one():
    kinds = [view.kind for view in passage_views(small_meeting().passages[2], "Road safety", 0)]
    assert kinds == [ViewKind.LINE, ViewKind.LINE_ALONE, ViewKind.PASSAGE]


def test_a_line_under_nothing_has_one_view():
    texts = [view.text for view in passage_views(small_meeting().passages[2], "", 0)]
    assert texts == ["The Board noted the café report."] * 2


def test_rows_count_on_from_meeting_to_meeting():
    rows = {view.row for view in views_of([small_meeting("a"), small_meeting("b")])}
    assert rows == set(range(6))


def test_a_long_question_does_not_push_a_line_out_of_sight():
    passage = small_meeting().passages[1]
    text = "word " * 300 + "end"
    asked = replace(passage.context, text=text, start=0, end=len(text))
    views = list(passage_views(replace(passage, context=asked), "Title", 0))
    assert views[1].text == "Title\n" + "word " * (CONTEXT_WORDS - 1) + f"word\n{COUNT}"
    assert views[0].text == f"Title\n{text}"


def test_the_digest_tells_texts_apart_and_nothing_else():
    first, second = (View(ViewKind.LINE, row, row, "the same") for row in (1, 2))
    assert first.digest == second.digest != View(ViewKind.LINE, 1, 1, "another").digest
