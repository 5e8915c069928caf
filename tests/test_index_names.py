"""Names of people are told from posts, organisations and places."""

import pytest

from index.capitals import tidy
from index.names import clean_length, is_initials, is_person, names_in


@pytest.mark.parametrize(
    "name",
    [
        "Ada Hull",
        "Cllr Hull",
        "County Cllr Ada Hull",
        "Lt. Col. (retd) Ada Hull",
        "Governor Ada Hull",
        "Deputy Mary Lou McDonald",
        "Seán Ó Snodaigh",
        "Kitty von Bertele",
        "PC 1184 Nia Corstorphine",
        "Simon FOSTER",
    ],
)
def test_a_name_is_a_persons(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "words",
    [
        "Cabinet Office",
        "Chief Finance Officer",
        "Deputy Chair",
        "Hull",
        "BBC NHS",
        "ada hull",
        "Chair’s Announcements",
        "Mayor's Question Time",
    ],
)
def test_posts_and_organisations_are_no_names(words):
    assert not is_person(words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Carol Tullo Director, Information Policy", "Carol Tullo"),
        ("Professor Sir Nigel Shadbolt Open Data Institute", "Professor Sir Nigel Shadbolt"),
        ("Bill Roberts SWIRRL", "Bill Roberts"),
        ("Ada Hull CPFA (Chair)", "Ada Hull CPFA"),
        ("Chief Finance Officer", ""),
    ],
)
def test_a_name_ends_where_a_post_or_an_organisation_begins(text, name):
    assert text[: clean_length(text)] == name


@pytest.mark.parametrize(
    ("letters", "name", "short"),
    [
        ("AH", "Ada Hull", True),
        ("AHu", "Ada Hull", True),
        ("KvB", "Kitty von Bertele", True),
        ("Suki", "Suki Boora", True),
        ("NAO", "Nick Halliday", False),
        ("Chair", "Ada Hull", False),
    ],
)
def test_initials_are_told_from_an_organisation(letters, name, short):
    assert is_initials(letters, name) is short


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("Simon FOSTER", "Simon Foster"),
        ("Tom MCNEIL", "Tom McNeil"),
        ("Mohammed AL HASAN", "Mohammed Al Hasan"),
        ("Ada Hull MBE", "Ada Hull MBE"),
        ("Jean-Luc O'Hara", "Jean-Luc O'Hara"),
    ],
)
def test_a_surname_in_capitals_is_written_as_usual(printed, written):
    assert tidy(printed) == written


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
