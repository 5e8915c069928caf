"""Tests of index/directory.py."""

import pytest

from index.directory import Attended, Directory, Named, Part, Roll, key_of
from index.minutes import Attendance, PassageKind, Person
from index.overview import PassageEntry


def there(name: str, role: str = "") -> Person:
    return Person(name, role, Attendance.PRESENT)


def entry(row: int, asked_by: str = "", presenters: tuple[str, ...] = ()) -> PassageEntry:
    return PassageEntry(row, 0, PassageKind.STATEMENT, asked_by, (), presenters, False)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Simon Foster", "simon-foster"),
        ("Cllr Ann O’Brien", "ann-o-brien"),
        ("Det Ch Supt Zoë St. John-Smith", "zoe-st-john-smith"),
        ("A. Brockmoor", "a-brockmoor"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("", ""),
    ],
)
def test_a_name_makes_an_address_without_rank_or_signs(name, key):
    assert key_of(name) == key


@pytest.mark.parametrize(
    ("named", "key"),
    [
        ("Ann Lee", "ann-lee"),
        ("Cllr Lee", "ann-lee"),
        ("A. Lee", "ann-lee"),
        ("B. Lee", "b-lee"),
        ("Chief Executive", "joe-park"),
        ("the Chair", "ann-lee"),
        ("Park", "park"),
        ("Highways", "highways"),
        ("Nobody Known", "nobody-known"),
    ],
)
def test_a_surname_or_a_post_names_somebody_only_where_it_fits_one_person(named, key):
    roll = Roll(
        [
            there("Cllr Ann Lee", "Chair, Highways"),
            there("Joe Park", "Chief Executive"),
            there("Mia Park", "Highways"),
        ]
    )
    assert roll.key_of(named) == key


def test_all_that_is_known_of_a_name_stands_in_one_entry():
    people = [(0, there("Cllr Ann Lee", "Chair")), (1, there("Ann Lee", "Member"))]
    directory = Directory(people, [entry(0, asked_by="Cllr Lee"), entry(1, presenters=("Bo",))])
    assert list(directory.people) == ["ann-lee"]
    known = directory.people["ann-lee"]
    assert known.name == "Ann Lee"
    assert known.attended == (
        Attended(0, "Chair", Attendance.PRESENT),
        Attended(1, "Member", Attendance.PRESENT),
    )
    assert known.named == (Named(0, Part.ASKED),)
