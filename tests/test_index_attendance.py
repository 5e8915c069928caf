"""A few words before a list of names label it, and say whether the people were there."""

import pytest

from index.attendance import attendance_label, is_attendance_title, status_of
from index.labels import segments
from index.minutes import Attendance

PRESENT, APOLOGIES, OBSERVER = (
    Attendance.PRESENT,
    Attendance.APOLOGIES,
    Attendance.OBSERVER,
)


@pytest.mark.parametrize(
    ("text", "attendance"),
    [
        ("Present: Ada Hull", PRESENT),
        ("Cllrs present: Ada Hull", PRESENT),
        ("In attendance – Ada Hull", PRESENT),
        ("MEMBERS PRESENT ..... A. Hull", PRESENT),
        ("Attendees:", PRESENT),
        ("Question 1 – Ada Hull: lamps are broken", None),
        ("Who was there", PRESENT),
        ("The following members of the Committee were present:", PRESENT),
        ("Also present: Ada Hull", PRESENT),
        ("The following people attended the meeting:", PRESENT),
        ("Round the table: Ada Hull; Bea Marsh (Police)", PRESENT),
        ("I Láthair: Ada Hull", PRESENT),
        ("Apologies: Ada Hull", APOLOGIES),
        ("APOLOGIES FOR ABSENCE", APOLOGIES),
        ("Not able to join: Ada Hull", APOLOGIES),
        ("Leithscéalta: Ada Hull", APOLOGIES),
        ("Ymddiheuriadau: Ada Hull", APOLOGIES),
        ("Members of the Monetary Committee:", PRESENT),
        ("Teachtaí Dála / Deputies", PRESENT),
        ("Observers:", OBSERVER),
        ("Budget: it was agreed", None),
        ("Venue: Mr Smith Hall", None),
        ("Cllr Hull: we need more", None),
        ("The Convener (Councillor Ada Hull): Good evening.", None),
        ("The Board members were thanked for their long work.", None),
    ],
)
def test_a_label_says_as_what_people_are_named(text, attendance):
    assert attendance_label(text) is attendance


@pytest.mark.parametrize(
    ("label", "attendance"),
    [
        ("Staff and guests", PRESENT),
        ("Members of the public", OBSERVER),
        ("Sorry not to be here", APOLOGIES),
        ("Did not attend", APOLOGIES),
        ("For the Force", PRESENT),
    ],
)
def test_only_words_of_absence_and_of_looking_on_say_more_than_presence(label, attendance):
    assert status_of(label) is attendance


@pytest.mark.parametrize(
    "title", ["Attendance", "Apologies for absence", "Present", "Who was there", "Roll call"]
)
def test_items_about_who_was_there_are_told_by_their_title(title):
    assert is_attendance_title(title)


def test_an_item_about_something_else_is_no_attendance():
    assert not is_attendance_title("School attendance")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Board: Ada Hull (Chair). For the Force: DCC Marsh, ACC Finch (Local). "
            "Apologies: Dot Gale, clerk",
            [("Board", "Ada Hull (Chair)."), ("For the Force", "DCC Marsh, ACC Finch (Local)."),
             ("Apologies", "Dot Gale, clerk")],
        ),
        (
            "Visitors: Dr Hull (Agency), one dog Sorry not to be here: Mr T. Gale, Cllr Finch",
            [("Visitors", "Dr Hull (Agency), one dog"),
             ("Sorry not to be here", "Mr T. Gale, Cllr Finch")],
        ),
        ("Panel Mr Hull, Mrs Marsh", [("Panel", "Mr Hull, Mrs Marsh")]),
        ("OPCC Ada Hull (Head of Reviews)", [("OPCC", "Ada Hull (Head of Reviews)")]),
        ("notes * Ada Hull", [("notes", "Ada Hull")]),
        ("Log keeper R. Dobbs", [("Log keeper", "R. Dobbs")]),
        ("Chair thanked Mr Hull.", [("", "Chair thanked Mr Hull.")]),
        ("Ada Hull : Chair", [("", "Ada Hull : Chair")]),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_another_label_begins(text, expected):
    assert [(segment.label, segment.text) for segment in segments(text)] == expected


def test_a_label_inside_a_list_stands_within_the_lists_own():
    found = list(segments("Apologies: Police – Mr Hull; Fire – Mrs Marsh"))
    assert [(segment.label, segment.within) for segment in found] == [
        ("Apologies", False),
        ("Police", True),
        ("Fire", True),
    ]


def test_a_label_after_a_name_is_set_off_without_a_stop():
    found = [
        segment.label for segment in segments("Members: Councillors Hull and Marsh CLERK: Cy Finch")
    ]
    assert found == ["Members", "CLERK"]


@pytest.mark.parametrize("long", ["A" * 5000, "Aa/" * 1000])
def test_a_long_word_is_read_at_once(long):
    assert "".join(segment.text for segment in segments(f"{long}Bb.")) == f"{long}Bb."
    assert [segment.label for segment in segments(f"Present: Ada Hull {long}")][0] == "Present"
