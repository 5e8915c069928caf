"""Tests of qa/check_quote.py: "exact" is said only of what is exact."""

from datetime import date

import pytest

from qa.check_quote import LONGEST, QuoteChecker, Verdict
from qa.differences import Change
from qa.limits import Limits

FEE = "RESOLVED: that the fee for visitors' moorings be raised to £24 a night."


@pytest.fixture(scope="module")
def checker(series):
    return QuoteChecker(series)


@pytest.mark.parametrize(
    "quote",
    [
        FEE,
        f"  “{FEE}”\n",
        f'"{FEE}"',
        FEE.replace(" ", "\n "),
        "the fee for visitors' moorings",
        "£24 a night",
    ],
)
def test_the_same_letters_and_signs_are_exact(checker, quote):
    checked = checker.check(quote)
    assert checked.verdict is Verdict.EXACT
    assert checked.places[0].citation.date == "2024-03-04"


@pytest.mark.parametrize(
    "quote",
    [
        FEE.lower(),
        FEE.replace("'", "’"),
        FEE.replace("RESOLVED:", "Resolved"),
        "the fee, for visitors' moorings",
        "raised to £24 a night!",
    ],
)
def test_other_capitals_or_punctuation_are_never_called_exact(checker, quote):
    checked = checker.check(quote)
    assert checked.verdict is Verdict.SAME_WORDS
    changes = {each.change for each in checked.places[0].differences}
    assert changes != {Change.SAME}


@pytest.mark.parametrize(
    ("quote", "put_in"),
    [
        (FEE.replace("24", "42"), "24"),
        (FEE.replace("raised", "lowered"), "raised"),
        (FEE.replace("that the fee", "that no fee"), "the"),
        ("the fee for visitor moorings be raised to £24", "visitors"),
    ],
)
def test_one_other_word_is_not_exact_and_the_right_one_is_shown(checker, quote, put_in):
    checked = checker.check(quote)
    assert checked.verdict is Verdict.NEAREST
    words = [each.words for each in checked.places[0].differences if each.change is Change.PUT_IN]
    assert any(put_in in each for each in words)


def test_part_of_a_word_is_not_what_was_said(checker):
    assert checker.check("mooring").verdict is not Verdict.EXACT


def test_what_is_said_nowhere_is_not_found(checker):
    checked = checker.check("Elephants were seen dancing on the town hall roof at midnight.")
    assert (checked.verdict, checked.places, checked.total) == (Verdict.NOT_FOUND, (), 0)


def test_every_place_is_given_oldest_first(checker):
    checked = checker.check("The board thanked the volunteers of the slipway fund.")
    assert [place.citation.date for place in checked.places] == ["2024-03-04", "2024-06-03"]
    assert checked.total == 2


def test_places_are_slices_of_the_reading_text(checker, series):
    for quote in (FEE, FEE.lower(), FEE.replace("24", "42")):
        for place in checker.check(quote).places:
            text = series.store.meeting(place.citation.meeting).text
            assert text[place.receipt.start : place.receipt.end] == place.text


def test_every_sentence_of_the_sample_minutes_is_found_exactly_where_it_stands(built):
    checker = QuoteChecker(built)
    for entry in built.store.meetings():
        meeting = built.store.meeting(entry.id)
        lines = [line for passage in meeting.passages for line in passage.lines]
        for line in lines[::7]:
            checked = checker.check(line.text)
            assert checked.verdict is Verdict.EXACT, line.text


def test_words_that_run_over_the_end_of_a_passage_are_found(built):
    meeting = built.store.meeting("spcb-2021-12-21")
    checker = QuoteChecker(built)
    for before, after in list(zip(meeting.passages, meeting.passages[1:], strict=False))[5:30:5]:
        start = meeting.text.rindex(" ", 0, before.end - 30) + 1
        end = meeting.text.index(" ", after.start + 30)
        checked = checker.check(meeting.text[start:end])
        assert checked.verdict is Verdict.EXACT, meeting.text[start:end]


def test_dates_limit_where_the_quote_is_sought(series):
    later = QuoteChecker(series, Limits(from_date=date(2024, 5, 1)))
    assert later.check(FEE).verdict is not Verdict.EXACT
    assert later.check(FEE).coverage.searched == 2


@pytest.mark.parametrize("quote", ["", " ", "“”", "…", "?!", "\u200b", "\ud800"])
def test_no_words_are_nothing_to_check(checker, quote):
    assert checker.check(quote).verdict is Verdict.EMPTY


def test_too_long_a_text_is_not_checked(checker):
    assert checker.check("word " * LONGEST).verdict is Verdict.TOO_LONG
    assert checker.check("ab " * (LONGEST // 3)).verdict is not Verdict.TOO_LONG


@pytest.mark.parametrize("quote", [r"(a+)+$", "[a-z]*", "\\", '" OR 1', "$£%", "{}" * 200])
def test_signs_that_mean_something_elsewhere_mean_nothing_here(checker, quote):
    assert checker.check(quote).verdict is not Verdict.EXACT
