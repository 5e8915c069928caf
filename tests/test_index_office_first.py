"""An office may stand before the name of whoever holds it, in lists and in sentences."""

import pytest

from index.entries import people_in
from index.minutes import Attendance
from index.office_first import office_length


def named(text):
    return [(person.name, person.role) for person in people_in(text, Attendance.PRESENT)]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Deputy Clerk to the Board Ada Hull", "Deputy Clerk to the Board "),
        ("Deputy Mayor for Policing Ada Hull (Chair)", "Deputy Mayor for Policing "),
        ("Commissioner of Police Sir Ben Marsh", "Commissioner of Police "),
        ("CEO/Clerk, Ada Hull", "CEO/Clerk, "),
        ("Lead Director, Two-Town ASC", ""),
        ("IN THE CHAIR Chief Constable Hull", ""),
        ("Chief Constable Ada Hull", ""),
        ("Director of Finance", ""),
        ("Town Clerk reported that Ada Hull left", ""),
    ],
)
def test_an_office_is_told_from_the_full_name_after_it(text, office):
    assert text[: office_length(text)] == office


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chairman Ada Hull, Vice-Chairman Ben Marsh, County Manager Cleo D. Finch, and "
            "Clerk to the Board Dot Gale.",
            [
                ("Ada Hull", "Chairman"),
                ("Ben Marsh", "Vice-Chairman"),
                ("Cleo D. Finch", "County Manager"),
                ("Dot Gale", "Clerk to the Board"),
            ],
        ),
        (
            "supervisors Ada Hull, Ben Marsh, and Cleo Finch, treasurer Dot Gale, clerk Ed Stow "
            "and guests Fay and Guy Reed, Hal Wray, and Ida York",
            [
                ("Ada Hull", ""),
                ("Ben Marsh", ""),
                ("Cleo Finch", ""),
                ("Dot Gale", "treasurer"),
                ("Ed Stow", "clerk"),
                ("Fay Reed", ""),
                ("Guy Reed", ""),
                ("Hal Wray", ""),
                ("Ida York", ""),
            ],
        ),
        (
            "Chief Fire Officer Ada Hull (in the chair); Treasurer Ben Marsh",
            [("Ada Hull", "Chief Fire Officer, in the chair"), ("Ben Marsh", "Treasurer")],
        ),
        (
            "Councillors A. Hull and B. Marsh, and the clerk C. Finch and the assistant to the "
            "clerk Mrs D. Gale",
            [
                ("A. Hull", ""),
                ("B. Marsh", ""),
                ("C. Finch", "clerk"),
                ("Mrs D. Gale", "assistant to the clerk"),
            ],
        ),
    ],
)
def test_each_office_of_a_list_is_that_of_the_name_after_it(text, expected):
    assert named(text) == expected
