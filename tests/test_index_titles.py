"""A title ends where its line goes on with names, with "none", or with a sentence."""

import pytest

from index.titles import title_end


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Apologies from Mel and Kit", "Apologies"),
        ("Apologies for absence Mel, Kit, Bo", "Apologies for absence"),
        ("Apologies were received from Cllr A Hull and Cllr B Marsh", "Apologies"),
        ("Present Ada Hull (Chair), Ben Marsh", "Present"),
        ("Declarations of interest none", "Declarations of interest"),
        ("Interests – none declared.", "Interests –"),
        ("Orchard Items the list was put off", "Orchard Items"),
    ],
)
def test_what_goes_on_after_a_title_is_no_part_of_it(line, title):
    assert line[: title_end(line)] == title


@pytest.mark.parametrize(
    "title",
    [
        "Apologies and Welcome",
        "Apologies for absence and declarations of interest",
        "Apologies for Absence and Chair's Announcements",
        "Apologies for absence, Convener’s Remarks",
        "Present and Apologies",
        "Apologies from Councillors",
        "Attendance Report",
        "What the council has done",
        "Apologies received from",
        "3. None declared",
    ],
)
def test_a_title_that_only_looks_like_that_stays_whole(title):
    assert title_end(title) == len(title)
