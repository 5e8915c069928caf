from datetime import date

from qa import Limits
from web.conversation import MAX_EARLIER, Turn, read_turns
from web.limits import pack


def test_each_earlier_question_keeps_the_limits_it_was_asked_with():
    limits = Limits(from_date=date(2021, 1, 1))
    assert read_turns(["first", "second"], [pack(limits), ""]) == (
        Turn("first", limits),
        Turn("second", Limits()),
    )


def test_earlier_questions_without_limits_have_none():
    assert read_turns(["first", "second"], []) == (
        Turn("first", Limits()),
        Turn("second", Limits()),
    )


def test_limits_without_a_question_are_dropped():
    assert read_turns([], ["from=2021-01-01"]) == ()


def test_blank_earlier_questions_are_dropped():
    assert [turn.question for turn in read_turns(["a", " ", "b"], [])] == ["a", "b"]


def test_only_the_last_earlier_questions_are_kept():
    turns = read_turns([str(number) for number in range(30)], [])
    assert [turn.question for turn in turns] == [str(number) for number in range(20, 30)]
    assert len(turns) == MAX_EARLIER
