"""A list of contents names the headings that stand below it."""

from index.contents import headings_of_contents
from index.readers.blocks import Block
from index.reading import read_meeting

SAID = "I thank the members for what they have said about this today, and I agree."
REPORT = f"""PROCEEDINGS OF THE ASSEMBLY

Orlby, Thursday, 21 March 2019

Contents
Condolences to the people of Esk ...... 2
Ferries: fares and timetables ...... 13
The Assembly adjourned at 4.25 p.m. ...... 19

The Orlby Assembly

The Assembly met at 3.04 p.m.

Condolences to the people of Esk

Chief Minister (Hon. A Hull): {SAID}

Ferries: fares and timetables

Ben Marsh: {SAID}

Chief Minister (Hon. A Hull): {SAID}

The Assembly adjourned at 4.25 p.m.
"""


def titles(text):
    blocks = [Block(line) for line in text.splitlines() if line]
    return [heading.title for heading in headings_of_contents(blocks).values()]


def test_lines_that_a_list_of_contents_names_are_headings():
    assert titles(REPORT) == [
        "Condolences to the people of Esk",
        "Ferries: fares and timetables",
        "The Assembly adjourned at 4.25 p.m.",
    ]


def test_they_are_items_in_which_something_is_said():
    items = read_meeting("report.txt", REPORT.encode()).items
    assert [item.title for item in items if item.title] == titles(REPORT)[:2]


def test_the_entries_themselves_are_no_headings():
    contents, below = REPORT.split("\n\nThe Orlby Assembly")
    assert titles(contents) == []
    assert titles(below) == []


def test_a_line_that_no_other_of_the_list_follows_shows_nothing():
    assert titles(f"Contents\nFerries 2\nBuses 3\n{SAID}\nFerries\n{SAID}") == []
