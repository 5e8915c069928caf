"""Everyday words are put as minutes put them."""

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from qa.everyday import LEXICON_NAME, lexicon, read_lexicon

SMALL = read_lexicon(
    """
[[entry]]
says = ["bobby", "bobbies"]
means = "police officer"
[[entry]]
says = ["keep tabs on", "bobby on the beat", "don't keep tabs"]
means = "monitor"
"""
)


@pytest.mark.parametrize(
    ("question", "put"),
    [
        ("Where is our Bobby?", "Where is our police officer?"),
        ("who will keep  tabs on them", "who will monitor them"),
        ("bobby on the beat", "monitor"),
        ("the bobby’s on, bobby-like", "the police officer’s on, police officer-like"),
        ("Don’t keep tabs", "monitor"),
        ("bobby on the  beach", "police officer on the  beach"),
        ("bobbysocks", "bobbysocks"),
        ("an antibobby", "an antibobby"),
        ("nothing to put", "nothing to put"),
    ],
)
def test_phrase_is_put_as_minutes_would(question, put):
    assert SMALL.put(question) == put


def test_lexicon_that_ships_has_every_phrase_once_in_lower_case():
    source = files("qa").joinpath(LEXICON_NAME).read_text(encoding="utf-8")
    says = Counter(says for entry in tomllib.loads(source)["entry"] for says in entry["says"])
    assert len(says) > 500
    assert [each for each, times in says.items() if times > 1] == []
    assert [each for each in says if each != " ".join(each.lower().split())] == []


def test_lexicon_that_ships_finds_each_of_its_phrases_in_a_question():
    ships = lexicon()
    missed = [
        says for says, means in ships.means.items() if ships.put(f"So: {says}?") != f"So: {means}?"
    ]
    assert missed == []
