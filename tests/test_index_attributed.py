"""Those who are said to speak are kept where it is certain who is meant."""

import pytest

from index.attributed import with_speakers
from index.minutes import Attendance, Line, Passage, PassageKind, Person

PEOPLE = [
    Person("Simon Foster", "Chair", Attendance.PRESENT),
    Person("Jeni Tennison", "JTe", Attendance.PRESENT),
    Person("Ada Hull", "", Attendance.PRESENT),
    Person("Ann Hale", "", Attendance.PRESENT),
]


def attributed(text, kind=PassageKind.STATEMENT, **given):
    passage = Passage("tb", 1, 1, kind, None, (Line(text, 0, len(text)),), **given)
    (found,) = with_speakers([passage], PEOPLE)
    return found


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Cllr Jones asked whether it was safe.", ("Cllr Jones",)),
        ("Mr Petherwin introduced the report.", ("Mr Petherwin",)),
        ("Simon Foster said that it was.", ("Simon Foster",)),
        ("SF asked why.", ("Simon Foster",)),
        ("3.2 SF asked why.", ("Simon Foster",)),
        ("SF: it was late.", ("Simon Foster",)),
        ("Foster: it was late.", ("Foster",)),
        ("In response, Dr Shaw said that it was.", ("Dr Shaw",)),
        ("Cllr Jones: it was late.", ("Cllr Jones",)),
    ],
)
def test_a_name_before_a_verb_of_saying_speaks(text, speakers):
    assert attributed(text).speakers == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Public Health said that it was.",
        "The Board asked why.",
        "AH asked why.",
        "BBC reported it.",
        "Cost: £410 a child.",
        "It was reported that Cllr Jones asked why.",
    ],
)
def test_what_may_be_no_person_or_one_of_two_does_not(text):
    assert attributed(text).speakers == ()


def test_a_turn_keeps_its_speaker():
    assert attributed("SF asked why.", speakers=("The Chair",)).speakers == ("The Chair",)


def test_initials_of_who_asked_are_resolved():
    assert attributed("Why?", PassageKind.QUESTION, asked_by="SF").asked_by == "Simon Foster"


def test_the_letter_before_an_answer_is_no_initial():
    assert attributed("A. Foster: it was late.", PassageKind.QUESTION).speakers == ("Foster",)


def test_a_list_of_those_present_has_no_speakers():
    assert attributed("Cllr Jones said", PassageKind.ATTENDANCE).speakers == ()
