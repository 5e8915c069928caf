"""Tests of eval/peers.py: what others build, where their libraries are installed."""

from importlib.util import find_spec

import pytest

from eval.beside import Beside, systems_beside
from eval.questions import Question
from index.errors import MinutesError
from qa import Limits

INSTALLED = find_spec("txtai") is not None
ASKED = "Is there a specific operation for the Birmingham Christmas Market?"


@pytest.fixture(scope="module")
def peers(built):
    if not INSTALLED:
        pytest.skip("the dependency group peers is not installed")
    return systems_beside([Beside.PEERS], built)


@pytest.mark.skipif(INSTALLED, reason="the dependency group peers is installed")
def test_without_their_libraries_it_is_said_how_to_get_them(built):
    with pytest.raises(MinutesError, match="Run make bench-quality"):
        systems_beside([Beside.PEERS], built)


def test_peers_find_what_is_asked_in_the_words_of_the_minutes(peers, built):
    for system in peers:
        shown = system(Question("q", ASKED))
        assert "Christmas Market" in shown.quotes[0].text, system.name
        assert not shown.refused
        for quote in shown.quotes:
            start, end = map(int, quote.place.split(":")[1].split("-"))
            assert built.store.meeting(quote.meeting).text[start:end] == quote.text


def test_peers_keep_to_the_limits_of_a_question(peers):
    question = Question("q", ASKED, limits=Limits(meeting="agb-2024-12-17"))
    for system in peers:
        quotes = system(question).quotes
        assert len(quotes) == 10
        assert {quote.meeting for quote in quotes} == {"agb-2024-12-17"}


def test_what_is_measured_beside_is_made_once_and_in_order(built):
    names = [system.name for system in systems_beside([Beside.DEPTHS, Beside.DEPTHS], built)]
    assert names == ["5 judged", "10 judged", "20 judged", "40 judged"]
    assert systems_beside([Beside.NOTHING], built) == []
