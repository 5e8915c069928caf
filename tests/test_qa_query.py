"""Tests of qa/query.py."""

import pytest

from qa.query import Query


@pytest.mark.parametrize(
    ("text", "phrases", "terms"),
    [
        ("knife crime", (), ("knife", "crime")),
        ('"knife crime" arrests', ("knife crime",), ("arrest",)),
        ("“knife crime” and the", ("knife crime",), ()),
        ("the of and", (), ("the", "of", "and")),
        ('"unclosed phrase', (), ("unclos", "phrase")),
        ('""', (), ()),
        ('"…"', (), ()),
        ("", (), ()),
    ],
)
def test_quote_marks_make_phrases_and_the_rest_are_words(text, phrases, terms):
    query = Query.parse(text)
    assert (query.phrases, query.single_terms) == (phrases, terms)


def test_phrases_and_forms_of_words_are_marked_where_they_stand_without_overlap():
    query = Query.parse('"knife crime" burglaries crime')
    text = "Knife-crime rose; a burglary is no knife crime. Crimes fell."
    marked = [text[start:end] for start, end in query.marks(text)]
    assert marked == ["Knife-crime", "burglary", "knife crime", "Crimes"]


def test_a_phrase_must_stand_as_it_is_though_the_index_only_knows_stems():
    query = Query.parse('"knife crime"')
    assert query.is_said_in("of Knife  crime.")
    assert not query.is_said_in("knife crimes, knives and crime")
