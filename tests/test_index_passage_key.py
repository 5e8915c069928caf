"""Tests of index/passage_key.py."""

from dataclasses import replace

from index.passage_key import key_of_passage, passage_keys, passage_of_key
from tests.conftest import small_meeting


def shifted(meeting, by: str):
    """The meeting with text put in before everything, and one passage fewer at the start."""

    def moved(line):
        return line and replace(line, start=line.start + len(by), end=line.end + len(by))

    passages = [
        replace(
            passage,
            number=number,
            context=moved(passage.context),
            lines=tuple(moved(line) for line in passage.lines),
        )
        for number, passage in enumerate(meeting.passages[1:], 1)
    ]
    return replace(meeting, text=by + meeting.text, passages=tuple(passages))


def test_a_key_stays_the_same_where_the_passage_moves_and_gets_another_number():
    meeting = small_meeting()
    moved = shifted(meeting, "A new first page.\n")
    assert passage_keys(moved) == passage_keys(meeting)[1:]
    found = passage_of_key(moved, passage_keys(meeting)[1])
    assert found is not None
    assert (found.number, meeting.passages[1].number) == (1, 2)


def test_a_key_is_gone_where_a_word_of_the_passage_was_changed():
    meeting = small_meeting()
    changed = replace(meeting, text=meeting.text.replace("1,225", "1,226"))
    assert passage_of_key(changed, key_of_passage(meeting, meeting.passages[1])) is None


def test_passages_that_say_the_same_have_keys_of_their_own():
    meeting = small_meeting()
    twice = replace(meeting, passages=(*meeting.passages, replace(meeting.passages[-1], number=4)))
    assert passage_keys(twice)[3] == f"{passage_keys(twice)[2]}-2"
    for passage in twice.passages:
        assert passage_of_key(twice, key_of_passage(twice, passage)) == passage


def test_how_lines_are_broken_does_not_count():
    meeting = small_meeting()
    broken = replace(meeting, text=meeting.text.replace("café report", "café\nreport"))
    assert passage_keys(broken) == passage_keys(meeting)
