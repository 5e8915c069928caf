"""Questions about the record of a meeting find the lines that tell it."""

from dataclasses import replace

import pytest

from index.minutes import Attendance, Person
from qa.particulars import Particulars
from tests.conftest import small_meeting


def told(question, meeting):
    """The texts of all lines that tell what a question asks of the record."""
    particulars = Particulars.of(question)
    return {
        line.text
        for passage in meeting.passages
        for line in passage.lines
        if particulars.told_in(meeting, passage, line)
    }


def corpus_line(built, question, meeting_id):
    return " ".join(told(question, built.store.meeting(meeting_id)))


@pytest.mark.parametrize(
    ("question", "meeting", "line"),
    [
        ("Who chaired the meeting?", "spcb-2021-12-21", "Simon FOSTER"),
        ("which member sent apologies", "spcb-2021-12-21", "Charmaine BURTON"),
        ("who was the chief constable then?", "spcb-2021-12-21", "David THOMPSON"),
        ("Who was Chief Constable at each of the two meetings?", "agb-2024-12-17", "Guildford"),
        ("What is Evan Jones's job?", "spcb-2021-12-21", "Evan JONES"),
        ("Confirm the finance officer in attendance.", "spcb-2021-12-21", "KENYON"),
        ("when do they meet next", "agb-2024-12-17", "28 January 2025"),
        ("When is the next meeting?", "spcb-2021-12-21", "25th January 2022"),
        ("what time did the meeting start?", "spcb-2021-12-21", "1000-1300"),
        ("was the meeting held online or in person", "spcb-2021-12-21", "Zoom"),
        ("where can I watch the meeting", "spcb-2021-12-21", "youtube"),
        ("list the actions", "agb-2024-12-17", "ACTION"),
        ("Who gave the update on fraud?", "agb-2024-12-17", "presented by Scott Green"),
    ],
)
def test_line_tells_what_is_asked_of_the_record(built, question, meeting, line):
    assert line in corpus_line(built, question, meeting)


@pytest.mark.parametrize(
    "question",
    ["How many drivers were stopped?", "Why were burglaries down?", "What about the chair lift?"],
)
def test_other_questions_ask_nothing_of_the_record(built, question):
    assert not corpus_line(built, question, "spcb-2021-12-21")


def test_absent_people_are_told_apart_from_those_present():
    person = Person("Ada Lovelace", "Chair", Attendance.APOLOGIES)
    meeting = replace(small_meeting(), people=(person,))
    assert told("who was absent?", meeting) == {"Ada Lovelace, Chair"}
    assert told("who attended?", meeting) == set()
