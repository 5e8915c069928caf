"""Attendance lists become people with their roles, whatever the list looks like."""

import pytest

from index.minutes import Attendance, Person
from index.people import (
    attendance_label,
    attendee_spans,
    is_attendance_title,
    names_in,
    people_in,
    read_people,
    read_person,
)

PRESENT, APOLOGIES, OBSERVER = (
    Attendance.PRESENT,
    Attendance.APOLOGIES,
    Attendance.OBSERVER,
)


def entries(text):
    return [text[start:end] for start, end in attendee_spans(text)]


def named(text):
    return [(person.name, person.role) for person in people_in(text, PRESENT)]


@pytest.mark.parametrize(
    ("text", "attendance"),
    [
        ("Present: Ada Hull", PRESENT),
        ("Cllrs present: Ada Hull", PRESENT),
        ("In attendance – Ada Hull", PRESENT),
        ("MEMBERS PRESENT ..... A. Hull", PRESENT),
        ("Attendees:", PRESENT),
        ("Who was there", PRESENT),
        ("Apologies: Ada Hull", APOLOGIES),
        ("APOLOGIES FOR ABSENCE", APOLOGIES),
        ("Not able to join: Ada Hull", APOLOGIES),
        ("Observers:", OBSERVER),
        ("Also present: Ada Hull", OBSERVER),
        ("Budget: it was agreed", None),
        ("The Board members were thanked for their long work.", None),
    ],
)
def test_a_label_says_as_what_people_are_named(text, attendance):
    assert attendance_label(text) is attendance


@pytest.mark.parametrize(
    "title", ["Attendance", "Apologies for absence", "Present", "Who was there"]
)
def test_items_about_who_was_there_are_told_by_their_title(title):
    assert is_attendance_title(title)


def test_an_item_about_something_else_is_no_attendance():
    assert not is_attendance_title("School attendance")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Hull (Chair) Bea Marsh (Clerk)", ["Ada Hull (Chair)", "Bea Marsh (Clerk)"]),
        ("A Hull (Chair, X); B Marsh (Y)", ["A Hull (Chair, X)", "B Marsh (Y)"]),
        ("A. Hull (Chair) / B. Marsh (DCC)", ["A. Hull (Chair)", "B. Marsh (DCC)"]),
        (
            "Ada Hull, Finance Officer (PCC) Bea Marsh, Director of People (Force)",
            ["Ada Hull, Finance Officer (PCC)", "Bea Marsh, Director of People (Force)"],
        ),
        (
            "Note taker: Ada Hull. Apologies: Bea Marsh, clerk",
            ["Note taker: Ada Hull", "Apologies: Bea Marsh, clerk"],
        ),
        ("Ada Hull (Head of Fraud; Crime)", ["Ada Hull (Head of Fraud; Crime)"]),
    ],
)
def test_an_attendance_list_that_runs_on_is_cut_into_entries(text, expected):
    assert entries(text) == expected


@pytest.mark.parametrize(
    ("entry", "name", "role"),
    [
        ("Ada Hull (Chair, City Council)", "Ada Hull", "Chair, City Council"),
        ("Ada Hull : Chair", "Ada Hull", "Chair"),
        ("Ada Hull – Chair", "Ada Hull", "Chair"),
        ("Ada Hull, Chief Finance Officer", "Ada Hull", "Chief Finance Officer"),
        ("Simon FOSTER : Chair", "Simon Foster", "Chair"),
        ("Tom MCNEIL : Assistant", "Tom McNeil", "Assistant"),
        ("Mohammed AL HASAN : Member", "Mohammed Al Hasan", "Member"),
        ("Ada Hull CPFA (Chair)", "Ada Hull CPFA", "Chair"),
        ("Cllrs Ada Hull (Chair)", "Ada Hull", "Chair"),
        ("Chief Supt Ada Hull.", "Chief Supt Ada Hull", ""),
        ("Jean-Luc O'Hara (Clerk)", "Jean-Luc O'Hara", "Clerk"),
    ],
)
def test_an_entry_is_read_as_a_person_with_a_role(entry, name, role):
    assert read_person(entry, PRESENT) == Person(name, role, PRESENT)


@pytest.mark.parametrize(
    "entry",
    [
        "two members of the public",
        "Nobody present from Education.",
        "Chief Finance Officer (PCC)",
        "District Cllr: none",
        "Chair",
    ],
)
def test_an_entry_that_names_nobody_is_no_person(entry):
    assert read_person(entry, PRESENT) is None


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "L. Achterby, R. Dassenholt and J. Crake-Hennessy",
            [("L. Achterby", ""), ("R. Dassenholt", ""), ("J. Crake-Hennessy", "")],
        ),
        (
            "Councillors A Cobbold, Mrs F Dring and W Yeo.",
            [("A Cobbold", ""), ("Mrs F Dring", ""), ("W Yeo", "")],
        ),
        (
            "Ada Hull, Bea Marsh, Cleo Finch",
            [("Ada Hull", ""), ("Bea Marsh", ""), ("Cleo Finch", "")],
        ),
        (
            "Cllr Ada Hull (City CC) and Cllr Bea Marsh (Haven BC)",
            [("Cllr Ada Hull", "City CC"), ("Cllr Bea Marsh", "Haven BC")],
        ),
        ("Ada Hull, Cabinet Office, Home Office", [("Ada Hull", "Cabinet Office, Home Office")]),
        ("POLICE ........ Ch Insp W. Thorn", [("Ch Insp W. Thorn", "")]),
        (
            "Apologies were received from Mr Ada Hull (Court Manager) and Mrs S Marsh (Clerk)",
            [("Mr Ada Hull", "Court Manager"), ("Mrs S Marsh", "Clerk")],
        ),
    ],
    ids=["initials", "ranks", "plain names", "and", "organisations", "leaders", "sentence"],
)
def test_an_entry_may_name_several_people(entry, expected):
    assert named(entry) == expected


def test_a_name_that_comes_again_is_kept_once_as_it_came_first():
    people = read_people([("Ada HULL : Chair", PRESENT), ("Ada Hull, Member", APOLOGIES)])
    assert people == (Person("Ada Hull", "Chair", PRESENT),)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DCC Scott Green", ("DCC Scott Green",)),
        ("Nikki Penniston and CS Kim Madill", ("Nikki Penniston", "CS Kim Madill")),
        ("Ada Hull, Chief Officer; Bea Marsh", ("Ada Hull", "Bea Marsh")),
        ("the Force", ()),
        ("", ()),
    ],
)
def test_presenters_are_read_by_name(text, names):
    assert names_in(text) == names
