"""A running service follows the live generation and survives a bad one."""

import logging
from pathlib import Path

import pytest

from index import BuiltIndexMissing
from index.build import build
from qa import AnswerStatus, LiveAnswerer

CORPUS = Path(__file__).parent.parent / "corpus"


def test_nothing_built_is_a_status_not_an_error(tmp_path):
    live = LiveAnswerer(tmp_path)
    assert live.answer("burglary").status is AnswerStatus.NO_INDEX
    with pytest.raises(BuiltIndexMissing):
        _ = live.built


def test_first_build_is_picked_up_without_a_restart(tmp_path, own_built_folder):
    folder = tmp_path / "later"
    live = LiveAnswerer(folder)
    assert live.answer("burglary").status is AnswerStatus.NO_INDEX
    own_built_folder.rename(folder)
    assert live.answer("burglary").status is AnswerStatus.ANSWERED


def test_new_generation_answers_the_next_question(own_built_folder, tmp_path):
    live = LiveAnswerer(own_built_folder)
    before = live.answer("burglary").generation
    notes = tmp_path / "notes.txt"
    notes.write_text("Harbour Board\n\nMinutes, 3 May 2022\n\n1. Boats\n\nNine boats sank.\n")
    build([notes], own_built_folder)
    after = live.answer("How many boats sank?")
    assert after.generation != before
    assert "Nine boats sank." in after.quotes[0].text


def test_damaged_new_generation_leaves_the_old_one_in_use(own_built_folder, caplog):
    live = LiveAnswerer(own_built_folder)
    before = live.answer("burglary").generation
    (own_built_folder / "CURRENT").unlink()  # its file is shared with the other tests' index
    (own_built_folder / "CURRENT").write_text("20990101T000000Z-0000000000000000\n")
    with caplog.at_level(logging.ERROR):
        assert live.answer("burglary").generation == before
    assert "stays in use" in caplog.text
