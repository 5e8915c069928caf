"""What a document says of its meeting: date, times, venue, status, next meeting, links."""

from datetime import date, time

import pytest

from index.facts import next_meeting, read_facts, read_links, said_of_next
from index.minutes import Link, LinkKind


def facts(*header, text=""):
    return read_facts(header, text or "\n".join(header))


def test_the_date_is_the_first_that_is_the_meetings_own():
    found = facts(
        "Published 3 January 2022", "Transport Board", "Created: 4/1/2022", "21 December 2021"
    )
    assert found.date == date(2021, 12, 21)


def test_a_document_without_a_date_has_none():
    found = facts("Transport Board", "Minutes")
    assert (found.date, found.start_time, found.end_time) == (None, None, None)


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        (["21 December 2021 1000-1300 hrs"], time(10), time(13)),
        (["21 December 2021", "2pm to 4.30pm, tea at 1.30pm"], time(14), time(16, 30)),
        (["14.10.25, Weir Room, 10.30 am"], time(10, 30), None),
        (["21 December 2021"], None, None),
    ],
)
def test_times_are_read_beside_the_date_or_elsewhere_at_the_top(header, start, end):
    found = facts(*header)
    assert (found.start_time, found.end_time) == (start, end)


@pytest.mark.parametrize(
    ("closing", "end"),
    [
        ("The meeting closed at 12.35 pm.", time(12, 35)),
        ("Finished 12:35", time(12, 35)),
        ("The meeting closed at 9.15 am.", None),
        ("The Board noted the report.", None),
    ],
)
def test_the_end_is_read_from_the_closing_lines(closing, end):
    header = "21 December 2021 at 10.00 am"
    assert facts(header, text=f"{header}\nItems\n{closing}").end_time == end


@pytest.mark.parametrize(
    ("header", "venue"),
    [
        (["Venue: Town Hall, Orlby"], "Town Hall, Orlby"),
        (["Where Ferrier Hall"], "Ferrier Hall"),
        (["Minutes of a meeting held in the Corn Loft, Sheep Street, on Monday 22 September 2025"],
         "Corn Loft, Sheep Street"),
        (["Remote Access Meeting (using Zoom Technology)"], "remote"),
        (["Hybrid: Town Hall and online"], ""),
        (["21 December 2021"], ""),
    ],
)  # fmt: skip
def test_the_venue_is_read_where_it_is_said(header, venue):
    assert facts(*header).venue == venue


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("DRAFT MINUTES", "draft"),
        ("Unapproved minutes", "draft"),
        ("Minutes (approved)", "approved"),
        ("Confirmed minutes", "approved"),
        ("Minutes", ""),
    ],
)
def test_the_status_is_read_where_printed(line, status):
    assert facts(line).status == status


def test_the_title_is_the_line_that_says_what_the_document_is():
    assert facts("Transport Board", "Minutes of the meeting").title == "Minutes of the meeting"
    assert facts("Transport Board").title == ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tuesday 25th January 2022", date(2022, 1, 25)),
        ("25 January at 10.00", date(2022, 1, 25)),
        ("not 1 December 2021 but 25 January 2022", date(2022, 1, 25)),
        ("to be arranged", None),
    ],
)
def test_the_next_meeting_is_after_this_one(line, expected):
    assert next_meeting([line], date(2021, 12, 21)) == expected


def test_without_a_date_of_its_own_only_a_complete_date_is_the_next():
    assert next_meeting(["25 January", "25 January 2022"], None) == date(2022, 1, 25)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was late. The next meeting is on 25 January.", "next meeting is on 25 January."),
        ("Next Board: 25 January", "Next Board: 25 January"),
        ("The next step is a review.", ""),
    ],
)
def test_what_is_said_of_the_next_meeting_begins_where_it_is_named(text, said):
    assert said_of_next(text) == said


def test_links_are_told_apart_by_the_words_around_them():
    lines = [
        "The meeting was recorded: https://example.org/w?v=1&t=7s.",
        "The reports are here https://example.org/a/",
        "See https://example.org/cookies",
    ]
    linked = [("Agenda", "https://example.org/b.pdf"), ("Watch again", "/relative")]
    assert read_links(lines, linked) == (
        Link(LinkKind.RECORDING, "https://example.org/w?v=1&t=7s"),
        Link(LinkKind.PAPERS, "https://example.org/a/"),
        Link(LinkKind.PAPERS, "https://example.org/b.pdf"),
    )


def test_an_address_printed_twice_is_one_link():
    lines = ["recording https://example.org/v", "papers https://example.org/v"]
    assert read_links(lines, []) == (Link(LinkKind.RECORDING, "https://example.org/v"),)
