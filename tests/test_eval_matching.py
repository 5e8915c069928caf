"""Tests of eval/matching.py: when evidence counts as shown."""

import pytest

from eval.matching import Found, letters_of, locate, words_until_found


def until(span, shown):
    return words_until_found(letters_of(span), letters_of(shown))


@pytest.mark.parametrize(
    "shown",
    [
        "They said: 131 drivers were ARRESTED in December.",
        "They said:\n- **131** drivers\n- were _arrested_ in December",
        "They said | 131 drivers | were arrested | in December",
        "<td>They said 131 <b>drivers</b></td><td>were&nbsp;arrested in</td> December",
        "They said 131 [drivers](https://example.org/a) were arrested in December",
        "They said 131 driverswere arrested in December",
    ],
    ids=["case", "bullets", "bars", "tags", "link", "lost space"],
)
def test_evidence_is_found_apart_from_case_white_space_and_mark_up(shown):
    assert until("131 drivers were arrested in december", shown) is not None


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        ("12 officers", "There were 312 officers."),
        ("the force", "She praised the forces."),
        ("131 drivers were arrested", "131 drivers were not arrested"),
        ("131 drivers were arrested", "131 drivers were"),
    ],
    ids=["begins inside a number", "ends inside a word", "a word between", "cut off"],
)
def test_evidence_is_not_found_in_other_words(span, shown):
    assert until(span, shown) is None


def test_typographic_quotes_and_dashes_make_no_difference():
    assert until('the Board\'s "plan" - agreed', "The Board’s “plan” – agreed") == 4


def test_words_are_counted_up_to_the_end_of_the_evidence():
    assert until("were arrested", "- In December, 131 drivers were arrested - a record.") == 6


def test_the_first_whole_occurrence_counts_after_one_inside_a_word():
    assert until("art", "Part of the art class") == 4


def test_locate_names_the_first_quote_and_counts_the_words_of_those_before():
    quotes = [letters_of("Nothing to see here."), letters_of("Who came? Ten people came.")]
    assert locate(letters_of("ten people"), quotes) == Found(rank=2, words=8)


def test_a_span_may_not_straddle_two_quotes():
    quotes = [letters_of("Ten people"), letters_of("came to the meeting")]
    assert locate(letters_of("Ten people came"), quotes) is None


def test_a_span_may_straddle_two_lines_of_one_quote():
    assert locate(letters_of("Ten people came"), [letters_of("- Ten people\n- came")]) is not None
