import re

import pytest

from index.generation import BuiltIndex
from web.examples import WANTED, example_questions


@pytest.fixture(scope="module")
def built(built_folder) -> BuiltIndex:
    return BuiltIndex.open(built_folder)


def test_examples_are_questions_put_in_the_meetings(built):
    texts = [built.store.meeting(entry.id).text for entry in built.store.meetings()]
    examples = example_questions(built)
    assert 4 <= len(examples) <= WANTED
    assert all(any(question in text for text in texts) for question in examples)


def test_examples_come_from_more_than_one_meeting(built):
    examples = example_questions(built)
    texts = [built.store.meeting(entry.id).text for entry in built.store.meetings()]
    assert all(any(question in text for question in examples) for text in texts)


def test_examples_are_short_single_questions(built):
    assert all(re.fullmatch(r"[A-Z][^?.()]{25,90}\?", text) for text in example_questions(built))


def test_examples_are_the_same_at_every_call(built, built_folder):
    assert example_questions(built) == example_questions(BuiltIndex.open(built_folder))
