"""Vectors of single words are written once, taken over, and read back."""

from typing import Any

import numpy as np
import pytest

from index.errors import BuiltIndexDamaged
from index.meanings import Meanings, words_of, write_meanings
from tests.conftest import small_meeting


class NoEncoder:
    """Stands where nothing may be computed."""

    def __init__(self, settings):
        self.settings = settings

    def encode(self, texts):
        raise AssertionError(f"computed again: {texts}")


def test_words_are_different_lower_case_and_without_stop_words():
    assert words_of("The Drivers, the DRIVERS and £5 were e-scooters'") == (
        "drivers",
        "£5",
        "e-scooters",
    )


def test_words_of_like_meaning_are_closer_than_others(built):
    words = ["burglary"]
    row = built.meanings.closeness(words, built.encoder)[0]
    robbery, campaign = (row[built.meanings.numbers_of(w)][0] for w in ("robbery", "campaign"))
    assert robbery > campaign


def test_known_words_are_taken_over_without_computing(built, tmp_path):
    meeting = small_meeting()
    write_meanings(tmp_path, [meeting], built.encoder, None)
    first = Meanings.read(tmp_path)
    no_encoder: Any = NoEncoder(built.encoder.settings)
    write_meanings(tmp_path, [meeting], no_encoder, first)
    second = Meanings.read(tmp_path)
    assert first.stored.keys() == second.stored.keys()
    assert all(np.array_equal(first.stored[word], second.stored[word]) for word in first.stored)


def test_no_words_have_no_closeness(built):
    assert built.meanings.closeness([], built.encoder).shape[0] == 0


def test_words_without_their_vectors_are_damage():
    with pytest.raises(BuiltIndexDamaged, match="2 words but .* 1 vectors"):
        Meanings(["a", "b"], np.zeros((1, 4), dtype=np.float16))
