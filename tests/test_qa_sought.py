"""What a question seeks: terms that tell, and words that come close in meaning."""

import pytest

from qa.everyday import word
from qa.sought import informative_terms, seek


def test_rare_terms_tell_more_than_common_ones(built):
    police, lighthouse = informative_terms(built, word("the police and lighthouses")).values()
    assert lighthouse > police > 0


def test_text_with_a_word_of_like_meaning_comes_closer(built):
    sought = seek(built, "hospital")
    near = sought.weigh(sought.nearest("More about mental health."))
    far = sought.weigh(sought.nearest("The contract pipeline."))
    assert 0 <= far < near < 1


def test_same_word_comes_closest(built):
    sought = seek(built, "burglary")
    assert sought.weigh(sought.nearest("a burglary in Coventry")) == pytest.approx(1, abs=0.01)


def test_each_of_several_texts_comes_as_close_as_it_does_alone(built):
    sought = seek(built, "burglary in hospitals")
    texts = ["", "More about mental health.", "a burglary in Coventry", ""]
    near = sought.nearest(*texts)
    assert near.tolist() == [sought.nearest(text)[0].tolist() for text in texts]
    assert near[1].tolist() != near[2].tolist()


def test_text_without_words_comes_close_to_nothing(built):
    sought = seek(built, "burglary")
    assert sought.weigh(sought.nearest("")) == 0


def test_question_of_stop_words_only_is_no_error(built):
    sought = seek(built, "what was it?")
    assert sought.weigh(sought.nearest("burglary")) == 0


def test_particulars_are_those_of_the_whole_question(built):
    whole, topic = "Where was the Strategic Policing and Crime Board held?", "Where was held?"
    assert seek(built, whole, topic).particulars.asked
    assert seek(built, whole, topic).wording.asked == topic


def test_words_that_only_ask_tell_nothing_unless_there_are_no_others(built):
    assert list(informative_terms(built, word("Summarise the discussion of burglary"))) == [
        "burglari"
    ]
    assert list(informative_terms(built, word("What was the discussion?"))) == ["discuss"]
