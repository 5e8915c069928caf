"""A question is cleaned without losing what it asks."""

import pytest

from qa.clean import clean, write_out


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  what\twas\nsaid? ", "what was said?"),
        ("a\x00b\u200bc", "a b c"),
        ("\ud800 half", "half"),
        ("", ""),
        ("cafe\u0301", "café"),
    ],
)
def test_question_is_left_with_readable_characters(typed, cleaned):
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("did ppl say wot u think", "did people say what you think"),
        ("HOW MANY WERE CAUGHT", "how many were caught"),
        ("SPCB 2021", "SPCB 2021"),
        ("What did WMP say?", "What did WMP say?"),
    ],
)
def test_short_forms_are_written_out_and_initials_stay(typed, written):
    assert write_out(typed) == written
