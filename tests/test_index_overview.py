"""Tests of index/overview.py."""

from index.minutes import PassageKind


def test_every_passage_is_listed_by_its_row_with_what_it_is(built):
    entries = built.store.overview.passages
    assert [entry.row for entry in entries] == list(range(built.store.passage_count))
    for entry in entries:
        meeting, passage = built.store.meeting_of(entry.row), built.store.passage(entry.row)
        assert built.store.meetings()[entry.meeting].id == meeting.id
        assert (entry.kind, entry.asked_by) == (passage.kind, passage.asked_by)
        assert entry.speakers == passage.speakers
        assert entry.presenters == meeting.item(passage).presenters
        assert entry.has_action == any(line.action for line in passage.lines)
    assert {entry.kind for entry in entries} >= {PassageKind.QUESTION, PassageKind.STATEMENT}


def test_everyone_in_an_attendance_list_is_listed_with_the_meeting(built):
    for place, entry in enumerate(built.store.meetings()):
        there = [person for meeting, person in built.store.overview.people if meeting == place]
        assert tuple(there) == built.store.meeting(entry.id).people


def test_every_action_is_listed_with_the_row_of_its_passage(series):
    for row, line in series.store.overview.actions:
        assert line in series.store.passage(row).lines
    assert len(series.store.overview.actions) == 3
