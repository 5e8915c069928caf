"""Tests of qa/timeline.py and qa/closest.py, on the index of a small series."""

from datetime import date

import pytest

from qa.limits import Limits
from qa.pipeline import Answerer
from qa.search import Order
from qa.timeline import TimelineRequest, Timelines


@pytest.fixture(scope="module")
def follow(series):
    timelines = Timelines(Answerer(series))
    return lambda text, **fields: timelines.timeline(TimelineRequest(text, **fields))


def dates(timeline) -> list[str]:
    return [group.meeting.date.isoformat() for group in timeline.groups]


def test_all_mentions_of_a_phrase_are_grouped_by_meeting_oldest_first(follow):
    timeline = follow('"north channel"')
    assert dates(timeline) == ["2024-03-04", "2024-06-03", "2024-09-02"]
    assert timeline.total == sum(len(group.mentions) for group in timeline.groups)
    assert timeline.meetings == 3
    for group in timeline.groups:
        assert {hit.quote.citation.meeting for hit in group.mentions} == {group.meeting.id}


def test_newest_first_where_that_is_wanted(follow):
    assert dates(follow("channel", order=Order.NEWEST)) == [
        "2024-09-02",
        "2024-06-03",
        "2024-03-04",
    ]


def test_mentions_are_counted_over_time_months_without_meetings_too(follow):
    periods = follow("moorings").periods
    assert [period.name for period in periods][:2] == ["March 2024", "April 2024"]
    assert [period.meetings for period in periods] == [1, 0, 0, 1, 0, 0, 1]
    assert [period.mentions > 0 for period in periods] == [True, *[False] * 2, True, *[False] * 3]


def test_a_question_finds_what_comes_closest_though_it_shares_no_word(follow):
    timeline = follow("What is the price of putting up a boat?")
    assert timeline.closest
    said = [hit.quote.text for group in timeline.groups for hit in group.mentions]
    assert any("£24 a night" in text for text in said)


def test_dates_limit_the_timeline(follow):
    timeline = follow("channel", limits=Limits(to_date=date(2024, 5, 1)))
    assert dates(timeline) == ["2024-03-04"]
    assert timeline.coverage.searched == 1


def test_meetings_are_shown_page_by_page(follow):
    pages = [follow("channel", per_page=2, page=page) for page in (1, 2, 3)]
    assert [dates(page) for page in pages] == [
        ["2024-03-04", "2024-06-03"],
        ["2024-09-02"],
        ["2024-09-02"],
    ]
    assert {page.total for page in pages} == {follow("channel").total}


@pytest.mark.parametrize("text", ["", "?", "…?", "zebra", '"zebra crossing"'])
def test_a_topic_that_nothing_mentions_has_no_groups_or_is_a_question(follow, text):
    timeline = follow(text)
    assert timeline.groups == () or timeline.closest
