"""Attendance lists are cut into entries, and an entry is read as a person with a role."""

import pytest

from index.attendee import read_person
from index.entries import is_roll, people_in
from index.lines import attendee_spans
from index.minutes import Attendance, Person

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
    ("text", "expected"),
    [
        ("Ada Hull (Chair) Bea Marsh (Clerk)", ["Ada Hull (Chair)", "Bea Marsh (Clerk)"]),
        ("A Hull (Chair, X); B Marsh (Y)", ["A Hull (Chair, X)", "B Marsh (Y)"]),
        ("A. Hull (Chair) / B. Marsh (DCC)", ["A. Hull (Chair)", "B. Marsh (DCC)"]),
        (
            "Ada Hull, Finance Officer (PCC) Bea Marsh, Director of People (Force)",
            ["Ada Hull, Finance Officer (PCC)", "Bea Marsh, Director of People (Force)"],
        ),
        ("Ada Hull (Head of Fraud; Crime)", ["Ada Hull (Head of Fraud; Crime)"]),
        ("Ada Hull (Chair) and B Marsh; C Finch", ["Ada Hull (Chair) and B Marsh", "C Finch"]),
    ],
)  # fmt: skip
def test_an_attendance_list_that_runs_on_is_cut_into_entries(text, expected):
    assert entries(text) == expected


@pytest.mark.parametrize(
    ("entry", "name", "role"),
    [
        ("Ada Hull (Chair, City Council)", "Ada Hull", "Chair, City Council"),
        ("Ada Hull : Chair", "Ada Hull", "Chair"),
        ("Ada Hull – Chair", "Ada Hull", "Chair"),
        ("Ada Hull, Chief Finance Officer", "Ada Hull", "Chief Finance Officer"),
        ("Ada Hull, (Sunderland CC)", "Ada Hull", "Sunderland CC"),
        ("Simon FOSTER : Chair", "Simon Foster", "Chair"),
        ("Cllrs Ada Hull (Chair)", "Ada Hull", "Chair"),
        ("Chief Supt Ada Hull.", "Chief Supt Ada Hull", ""),
        ("notes by Ada Hull", "Ada Hull", "notes"),
        ("Ada Hull (for Bea Marsh - City Council)", "Ada Hull", "for Bea Marsh - City Council"),
        ("Ada Hull (No. 10)", "Ada Hull", "No. 10"),
        ("Ada Hull, clerk. Six members of the public", "Ada Hull", "clerk"),
        ("Mel, parent representative", "Mel", "parent representative"),
        ("Ada Hull @ahull", "Ada Hull", ""),
        ("A.B.Hull (clerk)", "A.B.Hull", "clerk"),
        ("the Vice-Chancellor (Dr A Hull)", "Dr A Hull", "Vice-Chancellor"),
        ("Director (Finance) (Ms A Hull)", "Ms A Hull", "Director (Finance)"),
        ("Ada Hull (Deputy CFO)", "Ada Hull", "Deputy CFO"),
    ],
)
def test_an_entry_is_read_as_a_person_with_a_role(entry, name, role):
    assert read_person(entry, PRESENT) == Person(name, role, PRESENT)


@pytest.mark.parametrize(
    "entry",
    [
        "Ada Hull (from 6.20pm)",
        "Ada Hull (item 2 only)",
        "Ada Hull (via Skype)",
        "Ada Hull for paras 8–13",
        "Ada Hull (joining at 2:30pm)",
    ],
)
def test_when_and_how_somebody_took_part_is_no_role(entry):
    assert read_person(entry, PRESENT) == Person("Ada Hull", "", PRESENT)


def test_initials_beside_a_name_are_kept_apart_from_the_role():
    assert read_person("Ada Hull (Chair) (AH)", PRESENT) == Person(
        "Ada Hull", "Chair", PRESENT, "AH"
    )


@pytest.mark.parametrize(
    ("entry", "listed", "attendance"),
    [
        ("Ada Hull, Minister - Apologies", PRESENT, APOLOGIES),
        ("Mr A. Hull late, see 10.40", APOLOGIES, PRESENT),
        ("Ada Hull (Deputy Head, observer)", PRESENT, OBSERVER),
    ],
)
def test_an_entry_may_say_otherwise_than_its_list(entry, listed, attendance):
    person = read_person(entry, listed)
    assert person is not None
    assert person.attendance is attendance


@pytest.mark.parametrize(
    "entry",
    [
        "two members of the public",
        "Nobody present from Education.",
        "Chief Finance Officer (PCC)",
        "Chair",
        "Ada Hull welcomed all and brief introductions were given.",
        "Ada Hull: I let out two flats in Dyehouse Street.",
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
        (
            "Ada Hull (Chair), Bea Marsh, Cleo Finch (Home Office); Dot Gale (Police)",
            [("Ada Hull", "Chair"), ("Bea Marsh", ""), ("Cleo Finch", "Home Office"),
             ("Dot Gale", "Police")],
        ),
        (
            "Ada Hull, Brightway Buses (for TB/31); Bea Marsh, Disability Forum",
            [("Ada Hull", "Brightway Buses (for TB/31)"), ("Bea Marsh", "Disability Forum")],
        ),
        (
            "Councillor Ada Hull (Chairman) Councillor Bea Marsh Councillor Cleo Finch",
            [("Councillor Ada Hull", "Chairman"), ("Councillor Bea Marsh", ""),
             ("Councillor Cleo Finch", "")],
        ),
        ("Hull (Chair), Marsh, Finch and Gale",
         [("Hull", "Chair"), ("Marsh", ""), ("Finch", ""), ("Gale", "")]),
        ("Cllrs. Hull, Marsh Finch, Gale, and Stow (Chair).",
         [("Hull", ""), ("Marsh Finch", ""), ("Gale", ""), ("Stow", "Chair")]),
        ("Mr. A Hull, Co. Manager, Ms B Marsh, Asst. Planner",
         [("Mr. A Hull", "Co. Manager"), ("Ms B Marsh", "Asst. Planner")]),
        ("Mr S. O’ Tull. Senior Engineer", [("Mr S. O’ Tull", "Senior Engineer")]),
        ("Ada Hull AH (Chair), Bea Marsh BM (Clerk)",
         [("Ada Hull", "Chair"), ("Bea Marsh", "Clerk")]),
        ("Ada B. Hull, Cleo D. Marsh, Members of the Committee",
         [("Ada B. Hull", ""), ("Cleo D. Marsh", "Members of the Committee")]),
        ("Comhairleoirí Hull, Marsh B, Finch, Gale Stow.",
         [("Hull", ""), ("Marsh B", ""), ("Finch", ""), ("Gale Stow", "")]),
        ("Councillors Hull (Chairman), Marsh, Mrs Finch, Gale, Dr Stow and Rook",
         [("Hull", "Chairman"), ("Marsh", ""), ("Mrs Finch", ""), ("Gale", ""), ("Dr Stow", ""),
          ("Rook", "")]),
        ("Ada Finch, Cllrs Hull and Marsh, Bea Gale",
         [("Ada Finch", ""), ("Hull", ""), ("Marsh", ""), ("Bea Gale", "")]),
        ("Dr Ada Hull AH Clinical Chair", [("Dr Ada Hull", "Clinical Chair")]),
        ("The Earl of Marsh (Chair); Lord Hull of Orlby; Baroness Gale",
         [("The Earl of Marsh", "Chair"), ("Lord Hull of Orlby", ""), ("Baroness Gale", "")]),
        ("Chief Executive (Mr. A. Hull), Director, Roads and Water (Ms. B. Marsh)",
         [("Mr. A. Hull", "Chief Executive"), ("Ms. B. Marsh", "Director, Roads and Water")]),
        ("Cllr A Hull, B.Marsh and 4 members of the public.",
         [("Cllr A Hull", ""), ("B.Marsh", "")]),
        ("Peter “Chap” Hull, Bea Marsh, Cleo Finch",
         [("Peter “Chap” Hull", ""), ("Bea Marsh", ""), ("Cleo Finch", "")]),
    ],
)  # fmt: skip
def test_an_entry_may_name_several_people(entry, expected):
    assert named(entry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Hull (Chair); Bea Marsh", True),
        ("Ada Hull welcomed everybody.", False),
        ("Budget, plans and roads", False),
    ],
)
def test_a_list_of_people_is_told_from_other_text(text, expected):
    assert is_roll(text) is expected


def test_an_office_may_stand_after_each_name_without_a_comma():
    assert named("Ada Hull Chair, Ben Marsh Vice Chair, Cleo Finch, Di West Clerk") == [
        ("Ada Hull", "Chair"),
        ("Ben Marsh", "Vice Chair"),
        ("Cleo Finch", ""),
        ("Di West", "Clerk"),
    ]


def test_what_somebody_is_may_stand_before_the_name_as_in_a_sentence():
    listed = "the rector, Ada Hull; vestry members Ben Marsh, Cleo Finch; and the clerk Di West"
    assert named(listed) == [
        ("Ada Hull", "rector"),
        ("Ben Marsh", ""),
        ("Cleo Finch", ""),
        ("Di West", "clerk"),
    ]


def test_initials_alone_do_not_keep_names_from_being_a_list():
    assert named("Chairman AH, Secretary BM, Cleo Finch, Di West") == [
        ("Cleo Finch", ""),
        ("Di West", ""),
    ]


def test_a_role_in_square_brackets_ends_a_name():
    assert named("Ada Hull (AH), Bea Marsh [Treasurer] (BM), Cy Finch (CF)") == [
        ("Ada Hull", ""),
        ("Bea Marsh", "Treasurer"),
        ("Cy Finch", ""),
    ]


def test_who_came_together_with_others_is_named():
    listed = (
        "Mrs Hull, M/s Marsh, C. Finch together with 2 police officers and a member of the public"
    )
    assert named(listed) == [("Mrs Hull", ""), ("M/s Marsh", ""), ("C. Finch", "")]
