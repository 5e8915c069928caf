"""Tests of qa/actions.py and qa/later.py, on the index of a small series."""

from datetime import date

import pytest

from qa.actions import ActionRequest, list_actions, owner_of
from qa.limits import Limits


@pytest.fixture(scope="module")
def actions(series):
    return {action.quote.text: action for action in list_actions(series).actions}


def named(actions, words: str):
    return next(action for text, action in actions.items() if words in text)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Action 25/08: DCC to complete the dip sample.", "DCC"),
        ("► ACTION: visit log for all wards to members (CV, no date)", "CV"),
        ("Action Point: Dennis Skinner to arrange a visit.", "Dennis Skinner"),
        ("The Chief Executive agreed to write to him.", "The Chief Executive"),
        (
            "Iain Bell and Simon Denison to ensure that ministers know.",
            "Iain Bell and Simon Denison",
        ),
        ("It will be reported back in June.", ""),
        ("Happy to go away and provide the numbers.", ""),
        ("Action: publish the figures.", ""),
        ("", ""),
    ],
)
def test_whoever_an_action_falls_to_is_read_from_its_line(line, owner):
    assert owner_of(line) == owner


def test_every_action_is_listed_newest_first_word_for_word(series):
    listed = list_actions(series)
    dates = [action.quote.citation.date for action in listed.actions]
    assert (listed.total, dates) == (3, ["2024-06-03", "2024-03-04", "2024-03-04"])
    for action in listed.actions:
        text = series.store.meeting(action.quote.citation.meeting).text
        assert text[action.quote.lines[0].start : action.quote.lines[0].end] == action.quote.text


def test_an_owner_is_known_by_name_or_by_post(actions):
    assert named(actions, "three tenders").owner_keys == ("cleo-finch",)
    assert named(actions, "write to the ferry").owner_keys == ("ada-marsh",)


def test_later_meetings_that_speak_of_it_again_are_quoted(actions):
    later = named(actions, "three tenders").later
    assert [quote.citation.date for quote in later] == ["2024-06-03"]
    assert "Three tenders for dredging the north channel had been obtained" in later[0].text


def test_an_action_of_the_last_meeting_has_nothing_later(actions):
    assert named(actions, "income from moorings").later == ()


def test_dates_and_owners_narrow_the_list(series):
    june = Limits(from_date=date(2024, 6, 1))
    assert list_actions(series, ActionRequest(june)).total == 1
    assert list_actions(series, ActionRequest(owner_key="dan-pike")).total == 1
    assert list_actions(series, ActionRequest(owner_key="nobody")).total == 0


@pytest.mark.parametrize("page", [0, 2, 99])
def test_a_page_that_is_not_there_is_the_nearest_that_is(series, page):
    listed = list_actions(series, ActionRequest(page=page, per_page=2))
    assert listed.pages == 2
    assert listed.actions
