"""Names that minutes shorten are found and put as the minutes mostly do."""

import pytest

from qa.initials import put_initials, shortened


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Regional Organised Crime Unit (ROCU) met.",
            [("ROCU", "Regional Organised Crime Unit")],
        ),
        ("of the Registry of the Courts (RC)", [("RC", "Registry of the Courts")]),
        ("strategic needs assessments (SNAs)", [("SNA", "strategic needs assessments")]),
        ("Jo Tolleridge (CFO), Chief Fire Officer", []),
        ("Ada Marsh (Chair) and (WMP)", []),
        ("", []),
    ],
)
def test_short_form_follows_what_it_stands_for(text, found):
    assert list(shortened(text)) == found


def test_question_is_put_in_the_form_that_the_minutes_use_most(built):
    assert put_initials(built, "what does the rocu do?") == (
        "what does the Regional Organised Crime Unit do?"
    )


def test_question_without_shortened_names_is_unchanged(built):
    assert put_initials(built, "what about stolen cars?") == "what about stolen cars?"
