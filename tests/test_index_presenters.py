"""Presenters are read from a heading or the line under it."""

import pytest

from index.presenters import initials, presenters

FRONT = "Present:\nMichael Dent (Bank)\nDr Rhoda Tilling Programme Director\nHana Bexwood-Amadi"


@pytest.mark.parametrize(
    ("title", "under", "expected"),
    [
        ("Annual report (Mr Purdie)", "", ("Mr Purdie",)),
        ("The numbers – S. Oyelaran", "", ("S. Oyelaran",)),
        ("Credit discussion - Michael Dent (Bank)", "", ("Michael Dent",)),
        ("Programme update (RT)", "", ("RT",)),
        ("Needs assessment – HB-A", "", ("HB-A",)),
        ("Winter plan", "LEAD: S. Garrowby", ("S. Garrowby",)),
        ("Budget", "Report of: Ada Hull and Bea Marsh", ("Ada Hull", "Bea Marsh")),
        ("Progress report (NII)", "", ()),
        ("Review – Core Reference Dataset", "", ()),
        ("Government data – A Developer's View", "", ()),
        ("Update from Cabinet Office", "", ()),
    ],
)
def test_names_at_the_end_of_a_title_present_it(title, under, expected):
    assert presenters("", title, under, FRONT) == expected


def test_names_given_as_presenters_come_first():
    assert presenters("Ada Hull", "Roads (Mr Purdie)", "", FRONT) == ("Ada Hull",)


def test_initials_leave_out_ranks():
    assert initials("Dr Hana Bexwood-Amadi") == "HB-A"
