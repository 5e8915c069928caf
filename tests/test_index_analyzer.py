"""Texts come apart into terms as they are indexed and searched for."""

import pytest

from index.analyzer import search_terms, term_spans, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Burglaries and burglary", ["burglari", "and", "burglari"]),
        ("999 calls, 8.5% of £1,234.50", ["999", "call", "8.5", "of", "1234.50"]),
        ("L.31 and 077/21 at 10:30", ["l.31", "and", "077/21", "at", "10:30"]),
        ("the café’s A&E on the 12th", ["the", "cafe", "a&e", "on", "the", "12th"]),
        ("1,2,3 and 10,000,000", ["1,2,3", "and", "10000000"]),
        ("anti-social", ["anti", "social"]),
        ("Crime.\nCRIMES!", ["crime", "crime"]),
        ("🚓 – …", []),
    ],
)
def test_terms_are_lower_case_stems_and_whole_figures(text, expected):
    assert terms(text) == expected


def test_search_terms_leave_out_stop_words_unless_there_is_nothing_else():
    assert search_terms("What was the number of the arrests?") == ["number", "arrest"]
    assert search_terms("Who is it?") == ["who", "is", "it"]


def test_each_word_of_a_text_is_given_with_its_term_and_place():
    text = "Burglaries, A&E and £1,234.50"
    spans = [(term, text[start:end]) for term, start, end in term_spans(text)]
    assert spans == [
        ("burglari", "Burglaries"),
        ("a&e", "A&E"),
        ("and", "and"),
        ("1234.50", "1,234.50"),
    ]
