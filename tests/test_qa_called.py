"""People are found under whatever the minutes of a meeting call them."""

from dataclasses import replace

import pytest

from index import BuiltIndex
from index.build import Options, build
from index.minutes import Attendance, Person
from qa.called import People
from qa.retrieve import encode, retrieve
from qa.signals import NAMES, table
from qa.sought import seek
from tests.conftest import small_meeting

PEOPLE = (
    Person("Dr Ada Lovelace", "Chair, Police and Crime Commissioner", Attendance.PRESENT, "AL"),
    Person("Bea Hull", "Deputy Chief Constable", Attendance.PRESENT),
    Person("Cy Green", "Chief Constable", Attendance.PRESENT),
    Person("Di Marsh", "Board Member", Attendance.PRESENT),
    Person("Ed Stone", "Parent governor", Attendance.PRESENT),
    Person("Flo Pike", "Parent governor", Attendance.PRESENT),
)


@pytest.fixture
def meeting():
    return replace(small_meeting(), people=PEOPLE)


@pytest.mark.parametrize(
    ("question", "text", "asked"),
    [
        ("What did the chief constable say?", "Cy Green said no.", "chief constable"),
        ("What did Cy Green say?", "The Chief Constable said no.", "Cy Green"),
        ("what did cy green say?", "The Chief Constable said no.", "cy green"),
        ("What did Mr Green say?", "The Chief Constable said no.", "Green"),
        ("What did the PCC want?", "AL asked for more.", "PCC"),
        ("What did the PCC want?", "The Chair asked for more.", "PCC"),
        ("Did Ada Lovelace agree?", "The Police and Crime Commissioner agreed.", "Ada Lovelace"),
        ("What of the deputy chief constable?", "Ms Hull was ill.", "deputy chief constable"),
    ],
)
def test_somebody_called_otherwise_is_meant(meeting, question, text, asked):
    first, _, meant = People(question).put(meeting, text).partition("\n")
    assert first == text
    assert asked in meant


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What did the deputy chief constable say?", "Cy Green said no."),
        ("What did Cy Green say?", "The Deputy Chief Constable said no."),
        ("Are there green spaces?", "The Chief Constable said no."),
        ("What did the parent governor say?", "Ed Stone said no."),
        ("What did the board member say?", "Di Marsh said no."),
        ("What did the chief constable say?", "Nobody spoke."),
    ],
)
def test_nobody_else_is_meant(meeting, question, text):
    assert People(question).put(meeting, text) == text


def test_who_held_an_office_is_told_by_each_meeting(meeting):
    later = replace(
        meeting, id="later", people=(Person("Gus Orr", "Chief Constable", Attendance.PRESENT),)
    )
    people = People("What did the chief constable say?")
    assert people.put(meeting, "Cy Green said no.") != "Cy Green said no."
    assert people.put(later, "Cy Green said no.") == "Cy Green said no."
    assert people.put(later, "Gus Orr said no.") != "Gus Orr said no."


MINUTES = """Harbour Board

Minutes of the meeting held on 4 May 2021

Present:
Cy Green, Chief Constable
Bea Hull, Clerk

1. Drones
Bea Hull said that drones are dear.
Cy Green said that drones find people at sea.
"""


def test_line_about_the_holder_of_an_office_covers_a_question_that_names_the_office(
    tiny_encoder, tmp_path
):
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    build([tmp_path / "minutes.txt"], tmp_path / "index", Options(model=str(tiny_encoder)))
    built = BuiltIndex.open(tmp_path / "index")
    sought = seek(built, "What did the chief constable say about drones?")
    found = retrieve(built, sought.wording, encode(built, sought.wording))
    _, signals = table(sought, found)
    lines = [line.text for each in found for line in each.passage.lines]
    covered = dict(zip(lines, signals[:, NAMES.index("line coverage")], strict=True))
    assert covered["Cy Green said that drones find people at sea."] == 1.0
    assert covered["Bea Hull said that drones are dear."] < 0.5
