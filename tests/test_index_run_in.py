"""Where a title ends that its text runs on from, with or without a sign between them."""

import pytest

from index.run_in import guessed_end, led_by_capitals, short_title_end, told_title_end


def told(text):
    return text[: told_title_end(text, 0)].rstrip(" –")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Election of Chair It was agreed that Cllr Hull be elected", "Election of Chair"),
        ("Election of Officers Upon the proposal of A Hull, Ada Marsh", "Election of Officers"),
        ("Minutes of the 2017 Annual Meeting Members agreed that they be signed",
         "Minutes of the 2017 Annual Meeting"),
        ("Matters Arising From The Minutes There was nothing to report",
         "Matters Arising From The Minutes"),
        ("Clerk's Report The Clerk had written to the bank", "Clerk's Report"),
        ("Any Other Business P Marsh asked for new chairs", "Any Other Business"),
        ("Treasurer's Report Cllr Ada Hull gave the balance", "Treasurer's Report"),
        ("Treasurer's Report BM gave the balance", "Treasurer's Report"),
        ("Accounts for the year to 31 March 2018 The audited accounts were tabled",
         "Accounts for the year to 31 March 2018"),
        ("Minutes of the meeting held on 3 May 2021– RESOLVED that they be signed",
         "Minutes of the meeting held on 3 May 2021"),
        ("Chair's Report a) the new hall is open", "Chair's Report"),
        ("Correspondence 1) AH had received the news", "Correspondence"),
        ("Planning: no objection was raised", "Planning:"),
        ("Apologies. None were received", "Apologies."),
    ],
)  # fmt: skip
def test_a_title_ends_before_the_sentence_about_it(text, title):
    assert told(text) == title


@pytest.mark.parametrize(
    "text",
    ["Members complained of the noise.", "Burglary had fallen again in the north.",
     "Cllr Marsh reported the figures.", "The minutes were agreed."],
)  # fmt: skip
def test_a_sentence_has_no_title(text):
    assert told_title_end(text, 0) == 0


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ROAD WORKS The Board heard that they had begun", "ROAD WORKS"),
        ("CORRESPONDENCE Cllr Hull had a letter", "CORRESPONDENCE"),
        ("FENCES (Hill Row) A Marsh had mended them", "FENCES (Hill Row)"),
    ],
)
def test_a_title_in_capitals_after_a_number_needs_no_sign(text, title):
    match = led_by_capitals(text, numbered=True)
    assert match is not None
    assert match[0] == title
    assert led_by_capitals(text, numbered=False) is None


def test_an_organisation_that_begins_a_sentence_is_no_title_in_capitals():
    assert led_by_capitals("NHS England wrote to the Board", numbered=True) is None


def test_a_title_of_few_words_ends_at_a_stop():
    assert short_title_end("Bank account. We have opened one.") == len("Bank account.")
    assert short_title_end("The new account of the hall is open. We have used it.") == 0


def test_a_title_that_there_must_be_ends_where_the_sentence_surely_begins():
    text = "Minutes of the meeting held on 3 May 2021– RESOLVED that they be signed"
    assert text[guessed_end(text, 0) :].startswith("RESOLVED")
    assert guessed_end("Roads Work had begun", 0) == len("Roads ")
