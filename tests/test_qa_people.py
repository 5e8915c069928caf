"""Tests of qa/people.py."""

from datetime import date

from index.minutes import Attendance
from qa.limits import Limits
from qa.people import PersonRecord, list_people, person


def known(built, key: str) -> PersonRecord:
    record = person(built, key)
    assert record is not None
    return record


def test_everyone_named_is_listed_by_surname(series):
    people = list_people(series)
    assert [entry.name for entry in people] == ["Cleo Finch", "Ada Marsh", "Ben Okoro", "Dan Pike"]
    assert [entry.meetings for entry in people] == [2, 3, 2, 3]
    assert people[1].bodies == ("Harbour Board",)


def test_limits_narrow_the_list_to_those_named_then(series):
    september = Limits(from_date=date(2024, 9, 1))
    assert [entry.name for entry in list_people(series, september)] == ["Ada Marsh", "Dan Pike"]


def test_a_person_has_attendance_and_actions_newest_first(series):
    record = known(series, "cleo-finch")
    attended = [(str(each.meeting.date), each.attendance) for each in record.attended.items]
    assert attended == [
        ("2024-06-03", Attendance.APOLOGIES),
        ("2024-03-04", Attendance.PRESENT),
    ]
    assert [action.owner for action in record.actions.items] == ["Cleo Finch"]


def test_what_somebody_asked_and_presented_in_the_sample_minutes_is_found(built):
    asked = known(built, "bhupinder-gakhal").asked.items
    assert asked
    assert {quote.citation.asked_by for quote in asked} == {"Bhupinder Gakhal"}
    presented = known(built, "arron-cullen").presented.items
    assert len(presented) == 1
    assert presented[0].item_title


def test_of_a_long_record_the_newest_is_given_and_how_much_there_is(series):
    record = person(series, "ada-marsh", most=1)
    assert record is not None
    assert (len(record.attended.items), record.attended.total) == (1, 3)
    assert str(record.attended.items[0].meeting.date) == "2024-09-02"


def test_nobody_is_found_under_a_name_that_no_minutes_hold(series):
    assert person(series, "nobody-known") is None
    assert person(series, "") is None
