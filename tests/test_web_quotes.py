from types import SimpleNamespace
from typing import Any

import pytest

from qa.answer import Citation, Quote, QuotedLine, Receipt
from tests.conftest import small_meeting
from web.quotes import view_quotes


def built_with(*meetings) -> Any:
    """What looks up meetings as a built index does."""
    held = {meeting.id: meeting for meeting in meetings}
    return SimpleNamespace(store=SimpleNamespace(meeting=held.get))


@pytest.fixture
def meeting():
    return small_meeting()


def quote_of(meeting, passage, lines):
    cited = Citation(
        meeting.body, meeting.id, None, "", "", "", "", (), None, "Label", "/meetings/x#p2", "", ""
    )
    quoted = tuple(QuotedLine(line.text, line.start, line.end, True) for line in lines)
    context = passage.context.text if passage.context else ""
    return Quote(context, quoted, 1.0, cited, Receipt("", "", quoted[0].start, quoted[-1].end))


def test_a_quote_comes_with_the_whole_of_its_passage(meeting):
    passage = meeting.passages[1]
    (view,) = view_quotes(built_with(meeting), [quote_of(meeting, passage, passage.lines[1:])], "")
    assert [line.text for line in view.passage] == [line.text for line in passage.lines]
    assert [line.quoted for line in view.passage] == [False, True]
    assert view.has_more


def test_a_quote_of_a_whole_passage_has_no_more_to_show(meeting):
    passage = meeting.passages[2]
    (view,) = view_quotes(built_with(meeting), [quote_of(meeting, passage, passage.lines)], "")
    assert not view.has_more


def test_a_quote_is_copied_with_its_question_and_where_it_stands(meeting):
    passage = meeting.passages[1]
    quote = quote_of(meeting, passage, passage.lines[:1])
    (view,) = view_quotes(built_with(meeting), [quote], "https://minutes.example.org")
    assert view.to_copy == (
        "How many drivers were stopped?\n"
        "In December 1,225 drivers were stopped.\n\n"
        "Label\nhttps://minutes.example.org/meetings/x#p2"
    )


def test_a_quote_of_a_meeting_that_has_gone_is_shown_without_more(meeting):
    passage = meeting.passages[1]
    (view,) = view_quotes(built_with(), [quote_of(meeting, passage, passage.lines)], "")
    assert (view.passage, view.has_more) == ((), False)
