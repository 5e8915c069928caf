"""Tests of qa/series.py."""

from qa.series import Neighbours, neighbours


def test_each_meeting_knows_the_one_before_and_after_of_its_body(series):
    march, june, september = series.store.meetings()
    assert neighbours(series.store, march.id) == Neighbours(None, june)
    assert neighbours(series.store, june.id) == Neighbours(march, september)
    assert neighbours(series.store, september.id) == Neighbours(june, None)


def test_meetings_of_other_bodies_are_no_neighbours(built):
    for entry in built.store.meetings():
        assert neighbours(built.store, entry.id) == Neighbours(None, None)
    assert neighbours(built.store, "nowhere") == Neighbours(None, None)
