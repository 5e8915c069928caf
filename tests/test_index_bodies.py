"""The name of the body is found among the lines at the top of its minutes."""

import pytest

from index.bodies import body_named_in, initials


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (["STRATEGIC POLICING AND CRIME BOARD", "Notes"], "Strategic Policing and Crime Board"),
        (["Minutes of the Eskmarsh Fire Panel held on 4 March"], "Eskmarsh Fire Panel"),
        (["Notes of a meeting of the Eskmarsh Fire Panel, Orlby"], "Eskmarsh Fire Panel"),
        (["Eskmarsh Fire Panel: minutes of 4 March 2025"], "Eskmarsh Fire Panel"),
        (["Eskmarsh and the Fells Fire Forum notes of the autumn meeting"],
         "Eskmarsh and the Fells Fire Forum"),
        (["Eskmarsh Town Council", "Joint Environment and Open Spaces Committee"],
         "Joint Environment and Open Spaces Committee"),
        (["ESKMARSH POLICE BOARD", "held at the Council House"], "Eskmarsh Police Board"),
        (["Eskmarsh Joint Audit Committee OPEN"], "Eskmarsh Joint Audit Committee"),
        (["ESKMARSH NHS TRUST", "Minutes of 4 March"], "Eskmarsh NHS Trust"),
        (["Eskmarsh Custody Visitors", "Minutes of 4 March"], "Eskmarsh Custody Visitors"),
        (["minutes", "4 March 2025"], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_the_body_is_named_as_printed(header, name):
    assert body_named_in(header) == name


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (["ESKMARSH DISTRICT COUNCIL", "MINUTES of the PLANNING COMMITTEE held in Orlby"],
         "Eskmarsh District Council, Planning Committee"),
        (["Eskmarsh NHS Trust", "Minutes of the Board of Directors"],
         "Eskmarsh NHS Trust, Board of Directors"),
        (["Safer Eskmarsh Partnership – Steering Group"],
         "Safer Eskmarsh Partnership, Steering Group"),
        (["Steering Group", "Notes of the Eskmarsh Partnership"], "Steering Group"),
    ],
)  # fmt: skip
def test_a_short_name_comes_after_that_of_its_organisation(header, name):
    assert body_named_in(header) == name


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("Strategic Policing and Crime Board", "spcb"),
        ("Eskmarsh & the Fells Forum", "eff"),
        ("Cabinet", "cabinet"),
        ("", ""),
    ],
)
def test_initials_leave_small_words_out(body, short):
    assert initials(body) == short
