"""Text is cut into sentences where British minutes end them."""

import pytest

from index.sentences import sentence_spans


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr. A. Smith and Mr. Jones left.",
        "Supt. Orrell spoke of approx. 40 cases.",
        "The rate was 8.5% of 1.2m calls.",
        "Use technology i.e. cameras and ANPR.",
        "See para. 12 and No. 4 of the report.",
        "2. The record was accepted.",
        "II. acknowledged the work of the mayor.",
        "At 10.30 a.m. the Board met.",
    ],
)
def test_abbreviations_numbers_and_markers_end_no_sentence(sentence):
    assert sentences(sentence) == [sentence]


def test_sentences_are_cut_apart_without_the_space_between():
    assert sentences("It fell.  Why did it fall? Nobody knew!") == [
        "It fell.",
        "Why did it fall?",
        "Nobody knew!",
    ]


def test_text_without_a_stop_is_one_sentence():
    assert sentences("no stop here") == ["no stop here"]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_blank_text_has_no_sentences(text):
    assert sentences(text) == []
