"""Body, date and people of whole documents are those that a reader finds in them."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from index.errors import UnreadableMinutes
from index.minutes import Attendance
from index.reading import read_meeting
from tests.published import MINUTES

ROOT = Path(__file__).parent.parent
EXPECTED = Path(__file__).parent / "expected"
LAYOUTS = Path(__file__).parent / "layouts"
FICTIONAL = ROOT / "eval" / "fictional"
SIGNS = {"+": Attendance.PRESENT, "-": Attendance.APOLOGIES, "o": Attendance.OBSERVER}


@dataclass
class Found:
    """What a reader found in one document; facts that were not looked for are missing."""

    facts: dict[str, str] = field(default_factory=dict)
    people: set[tuple[str, str, Attendance]] = field(default_factory=set)


def expected(name):
    documents: dict[str, Found] = {}
    for line in (EXPECTED / name).read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r"\[(.+)\]", line):
            found = documents[match[1]] = Found()
        elif line[:2] in {"+ ", "- ", "o "}:
            person, _, role = line[2:].partition(" | ")
            found.people.add((person, role, SIGNS[line[0]]))
        elif line and not line.startswith("#"):
            key, _, value = line.partition(":")
            found.facts[key] = value.strip()
    return documents


def facts_of(meeting):
    hours = (meeting.start_time, meeting.end_time)
    return {
        "body": meeting.body,
        "date": str(meeting.date or ""),
        "hours": "-".join(f"{hour:%H:%M}" if hour else "" for hour in hours),
        "venue": meeting.venue,
        "status": meeting.status,
        "chair": meeting.chair,
        "next": str(meeting.next_meeting or ""),
    }


def people_of(meeting):
    return {(person.name, person.role, person.attendance) for person in meeting.people}


@pytest.fixture(scope="module")
def fictional():
    return {
        name: (found, read_meeting(name, (FICTIONAL / name).read_bytes()))
        for name, found in expected("fictional.txt").items()
    }


@pytest.mark.parametrize(("name", "found"), expected("layouts.txt").items())
def test_facts_and_people_of_many_layouts_are_read(name, found):
    meeting = read_meeting(name, (LAYOUTS / name).read_bytes())
    assert facts_of(meeting) == found.facts
    assert people_of(meeting) == found.people


@pytest.fixture(scope="module")
def published(read_published):
    paths = {path.name: path for path in MINUTES.rglob("*") if path.is_file()}
    read = {}
    for name, found in expected("minutes.txt").items():
        try:
            read[name] = (found, read_published(paths[name]))
        except UnreadableMinutes:
            continue  # An old Word file, where no converter is installed.
    return read


def right(read, *keys):
    """The share of documents of which each of the facts is as the reader found it."""
    asked = [(found, meeting) for found, meeting in read.values() if keys[0] in found.facts]
    hits = [all(facts_of(m)[key] == found.facts[key] for key in keys) for found, m in asked]
    return sum(hits) / len(hits)


def test_every_person_of_the_invented_minutes_is_read(fictional):
    assert len(fictional) == 36
    wrong = {
        name: found.people ^ people_of(meeting)
        for name, (found, meeting) in fictional.items()
        if found.people != people_of(meeting)
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("key", "share"),
    [("body", 1.0), ("date", 1.0), ("hours", 1.0), ("status", 1.0), ("chair", 1.0), ("next", 1.0),
     ("venue", 0.9)],
)  # fmt: skip
def test_the_facts_of_the_invented_minutes_are_read(key, share, fictional):
    assert right(fictional, key) >= share


def test_body_and_date_of_published_minutes_are_read(published):
    assert len(published) >= 75
    assert right(published, "date") == 1.0
    assert right(published, "body", "date") >= 0.95


def test_people_of_published_minutes_are_read(published):
    listed = [(found.people, people_of(meeting)) for found, meeting in published.values()]
    asked = [(found, read) for found, read in listed if found]
    assert len(asked) >= 15
    hits = sum(len(found & read) for found, read in asked)
    assert hits / sum(len(found | read) for found, read in asked) >= 0.97


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minutes of Open Data User Group 14 May.odt",
         "Minutes of Open Data User Group 14 May.pdf"),
        ("Local Public Data Panel 01 May 2012 Minutes_Final.odt",
         "Local Public Data Panel 01 May 2012 Minutes_Final.doc"),
    ],
)  # fmt: skip
def test_the_same_meeting_in_two_formats_has_the_same_people(one, other, published):
    if one not in published or other not in published:
        pytest.skip("one of the formats cannot be read here")
    assert people_of(published[one][1]) == people_of(published[other][1])
