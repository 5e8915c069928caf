"""Tests of web/discovery.py and web/events.py: meetings as other programs find them."""

import json
from dataclasses import replace
from datetime import date, time
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree, html
from starlette.testclient import TestClient

from index.minutes import Link, LinkKind
from qa import LiveAnswerer
from tests.conftest import small_meeting
from tests.vocabulary import problems
from web.app import create_app
from web.events import MeetingEvent
from web.settings import Settings

SITE = "https://minutes.example.org"
DAY = date(2021, 7, 21)


@pytest.fixture(scope="module")
def client(series_folder) -> TestClient:
    return TestClient(create_app(LiveAnswerer(series_folder), Settings(public_url=SITE)))


def event_of(**changes):
    meeting = replace(small_meeting(held=DAY), **changes)
    return MeetingEvent(meeting, DAY, SITE, Settings())


def test_the_page_of_a_meeting_says_what_it_is_as_json_ld(client):
    page = html.fromstring(client.get("/meetings/hb-2024-03-04").text)
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    event = json.loads(data)
    assert (event["@context"], event["@type"]) == ("https://schema.org", "Event")
    assert event["url"] == f"{SITE}/meetings/hb-2024-03-04"
    assert event["organizer"]["name"] == "Harbour Board"
    assert event["startDate"] == "2024-03-04T10:00:00+00:00"
    assert "Ada Marsh" in {person["name"] for person in event["attendee"]}
    assert client.get(event["subjectOf"]["url"].removeprefix(SITE)).status_code == 200


def test_nothing_in_a_document_can_end_the_data_or_become_a_script(client, monkeypatch):
    hostile = "</script><script>alert(1)</script><!--"
    monkeypatch.setattr(MeetingEvent, "json_ld", lambda self: {"name": hostile})
    page = html.fromstring(client.get("/meetings/hb-2024-03-04").text)
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(data) == {"name": hostile}
    assert not page.xpath("//script[not(@type)]")


def test_times_are_those_of_the_time_zone_and_who_sent_apologies_did_not_attend():
    event = event_of(start_time=time(10, 0), end_time=time(13, 30)).json_ld()
    assert event["startDate"] == "2021-07-21T10:00:00+01:00"
    assert event["endDate"] == "2021-07-21T13:30:00+01:00"
    assert [person["name"] for person in event["attendee"]] == ["Ada Lovelace"]
    assert event["eventAttendanceMode"].endswith("OnlineEventAttendanceMode")


def test_what_the_minutes_do_not_say_is_left_out():
    event = event_of(start_time=None, venue="", people=(), links=(), body="").json_ld()
    assert event["startDate"] == "2021-07-21"
    assert not {"endDate", "location", "attendee", "organizer", "recordedIn"} & set(event)


@pytest.mark.parametrize("venue", ["remote", "Town Hall", ""])
@pytest.mark.parametrize("links", [(), (Link(LinkKind.RECORDING, "https://example.org/v"),)])
@pytest.mark.parametrize("at", [None, time(10, 0)])
def test_the_vocabulary_of_schema_org_knows_all_that_is_said_of_a_meeting(venue, links, at):
    event = event_of(venue=venue, links=links, start_time=at, end_time=at).json_ld()
    assert list(problems(event)) == []


def test_the_data_of_every_page_of_a_meeting_fits_the_vocabulary(client, series):
    for entry in series.store.meetings():
        page = html.fromstring(client.get(f"/meetings/{entry.id}").text)
        (data,) = page.xpath("//script[@type='application/ld+json']/text()")
        assert list(problems(json.loads(data))) == []


def test_the_vocabulary_refuses_what_it_does_not_know():
    wrong = {
        "@type": "Event",
        "startDate": "today",
        "minutes": "x",
        "organizer": {"@type": "Place"},
    }
    assert [problem.split()[0] for problem in problems(wrong)] == [
        "startDate",
        "Event",
        "organizer",
    ]


def test_a_meeting_is_an_event_of_open_civic_data(client, series):
    response = client.get("/meetings/hb-2024-03-04/event.json")
    assert response.headers["content-type"] == "application/json"
    event = response.json()
    assert event["_id"].startswith("ocd-event/")
    assert event["_id"] == client.get("/meetings/hb-2024-03-04/event.json").json()["_id"]
    assert (event["start_time"], event["all_day"]) == ("2024-03-04T10:00:00+00:00", False)
    assert event["status"] == "passed"
    meeting = series.store.meeting("hb-2024-03-04")
    titles = [item.title for item in meeting.items if item.position]
    assert [item["description"] for item in event["agenda"]] == titles
    names = {(each["type"], each["name"]) for each in event["participants"]}
    assert {("organization", "Harbour Board"), ("person", "Ada Marsh")} <= names
    assert {each["url"] for each in event["sources"]} == {f"{SITE}/meetings/hb-2024-03-04"}


def test_an_event_has_the_links_and_presenters_of_the_minutes():
    links = (Link(LinkKind.RECORDING, "https://example.org/v"),)
    event = event_of(links=links, start_time=None).open_civic_data()
    assert event["links"] == [{"note": "recording", "url": "https://example.org/v"}]
    assert event["all_day"]
    assert event["agenda"][0]["related_entities"][0]["name"] == "Cleo Marsh"


def test_a_meeting_that_is_not_held_is_no_event(client):
    assert client.get("/meetings/none/event.json").status_code == 404


def test_the_site_map_leads_to_every_meeting(client, series):
    root = etree.fromstring(client.get("/sitemap.xml").content)
    found = root.xpath("s:url/s:loc/text()", namespaces={"s": root.nsmap[None]})
    assert found == [f"{SITE}/meetings/{entry.id}" for entry in series.store.meetings()]


def test_search_engines_may_read_meetings_but_no_searches(client):
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").text.splitlines())
    assert robots.can_fetch("any", "/meetings/hb-2024-03-04")
    assert not robots.can_fetch("any", "/search?text=x")
    assert not robots.can_fetch("any", "/api/v1/search")
    assert robots.site_maps() == [f"{SITE}/sitemap.xml"]


def test_addresses_are_those_asked_for_unless_set(series_folder):
    client = TestClient(create_app(LiveAnswerer(series_folder), Settings()))
    response = client.get("/robots.txt", headers={"host": "a.example.net"})
    assert "Sitemap: http://a.example.net/sitemap.xml" in response.text
