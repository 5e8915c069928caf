"""Everyday words are put as minutes put them."""

import pytest

from qa.everyday import lexicon, read_lexicon

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
    means = lexicon().means
    assert len(means) > 500
    assert all(says == says.lower() == " ".join(says.split()) for says in means)
