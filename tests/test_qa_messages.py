"""Each status says its sentence."""

import pytest

from qa.answer import AnswerStatus, Coverage
from qa.messages import message
from qa.quote import quote_lines
from tests.conftest import small_meeting

HELD = Coverage(2, 2, "2021-12-21", "2024-12-17")


@pytest.fixture
def quote():
    meeting = small_meeting()
    return quote_lines(meeting, meeting.passages[2], [1.0], "")


@pytest.mark.parametrize("status", AnswerStatus)
def test_every_status_has_a_sentence(status):
    assert message(status, (), HELD).endswith((".", "?"))


def test_refusal_says_what_was_searched():
    assert message(AnswerStatus.NOT_IN_MINUTES, (), HELD) == (
        "These minutes do not seem to answer that. "
        "2 meetings searched, 21 December 2021 to 17 December 2024."
    )


def test_an_answer_says_how_many_passages_of_how_many_meetings_it_quotes(quote):
    told = message(AnswerStatus.ANSWERED, (quote, quote), HELD)
    assert told == "2 passages from 1 of 2 meetings."


def test_an_answer_from_the_only_meeting_searched_counts_it_once(quote):
    told = message(AnswerStatus.ANSWERED, (quote,), Coverage(2, 1, "2021-12-21", "2021-12-21"))
    assert told == "1 passage from 1 meeting."


def test_limits_that_nothing_fits_are_said_with_what_is_held():
    nothing = Coverage(2, 0, "2021-12-21", "2024-12-17")
    assert message(AnswerStatus.NOT_IN_MINUTES, (), nothing).startswith(
        "No minutes that are held fit these limits. Minutes are held of 2 meetings"
    )


def test_one_day_is_said_once():
    one = Coverage(1, 1, "2021-12-21", "2021-12-21")
    assert message(AnswerStatus.NOT_IN_MINUTES, (), one).endswith(
        "1 meeting searched, 21 December 2021."
    )
