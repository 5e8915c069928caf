"""Tests of web/following.py: feeds, spreadsheets and the calendar of a small series."""

import csv
import io
from datetime import UTC, datetime

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree, html
from starlette.testclient import TestClient

from index.build import build
from index.generation import BuiltIndex
from qa import LiveAnswerer
from web import atom
from web.app import create_app
from web.atom import Entry, Feed
from web.settings import Settings
from web.spreadsheets import spreadsheet

SITE = "https://minutes.example.org"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
FEEDS = ["/search.atom?text=channel", "/actions.atom", "/meetings.atom"]


@pytest.fixture(scope="module")
def client(series_folder) -> TestClient:
    return TestClient(create_app(LiveAnswerer(series_folder), Settings(public_url=SITE)))


FERRY = """Minutes of the Ferry Committee held on 2 September 2024

1. Fares
The fare for bicycles was kept.

2. Date of next meeting
The next meeting will be held on 7 October 2024 at 10.00am.
"""


@pytest.fixture(scope="module")
def coming(small_encoder, tmp_path_factory) -> TestClient:
    """A client of an index with a meeting that announces the next one."""
    folder = tmp_path_factory.mktemp("coming")
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    build([folder / "ferry.txt"], folder / "index")
    return TestClient(create_app(LiveAnswerer(folder / "index"), Settings(public_url=SITE)))


def feed_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("application/atom+xml")
    return etree.fromstring(response.content)


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_has_what_atom_asks_of_every_feed(client, path):
    feed = feed_of(client, path)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed.xpath("string(a:link[@rel='self']/@href)", namespaces=ATOM) == f"{SITE}{path}"
    for each in [feed, *feed.findall("a:entry", ATOM)]:
        for name in ("id", "title", "updated", "author"):
            assert len(each.findall(f"a:{name}", ATOM)) == 1
    ids = feed.xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert ids
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_reader_finds_nothing_wrong(client, path):
    response = client.get(path)
    read = feedparser.parse(response.content, response_headers=dict(response.headers))
    assert (read.version, read.bozo) == ("atom10", False)
    assert read.feed.title
    for entry in read.entries:
        assert entry.link.startswith(SITE)
        assert entry.updated_parsed
        assert (entry.title, entry.summary) != ("", "")


@pytest.mark.parametrize("path", FEEDS)
def test_the_newest_meeting_comes_first_and_every_entry_leads_to_a_page(client, path):
    feed = feed_of(client, path)
    days = feed.xpath("a:entry/a:updated/text()", namespaces=ATOM)
    assert days == sorted(days, reverse=True)
    for link in feed.xpath("a:entry/a:link/@href", namespaces=ATOM):
        assert client.get(link.removeprefix(SITE)).status_code == 200


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_that_says_nothing_new_is_not_sent_again(client, path):
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_feed_of_a_search_quotes_the_minutes_and_keeps_filters(client, series_folder):
    feed = feed_of(client, "/search.atom?text=channel&from=2024-06-01&to=2024-08-01")
    (text,) = feed.xpath("a:entry/a:content/text()", namespaces=ATOM)
    (meeting,) = [
        entry.id
        for entry in BuiltIndex.open(series_folder).store.meetings()
        if str(entry.date) == "2024-06-03"
    ]
    held = BuiltIndex.open(series_folder).store.meeting(meeting)
    assert held
    assert all(line in held.text for line in text.split("\n"))


@pytest.mark.parametrize(
    "path",
    ["/search.atom", "/search.atom?text=x&from=soon", "/actions.atom?to=x", "/actions.csv?to=x"],
)
def test_what_cannot_be_followed_is_an_error(client, path):
    assert client.get(path).status_code == 422


def test_a_feed_can_hold_any_text_of_a_document():
    text = "<b> & \x00\x0b\ud800 ]]>"
    entry = Entry(f"{SITE}/x", text, text, None, text)
    built_at = datetime(2024, 1, 1, tzinfo=UTC)
    made = etree.fromstring(atom.atom(Feed(SITE, SITE, text, "A", (entry,)), built_at))
    said = made.xpath("string(a:entry/a:content)", namespaces=ATOM)
    assert said == "<b> & \ufffd\ufffd\ufffd ]]>"


def table_of(response):
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_actions_are_saved_with_owner_and_what_was_said_later(client):
    rows = table_of(client.get("/actions.csv"))
    (row,) = [row for row in rows if "tenders" in row["action"]]
    assert (row["date"], row["owner"]) == ("2024-03-04", "Cleo Finch")
    assert row["later"].startswith(f"{SITE}/meetings/")
    assert len(table_of(client.get("/actions.csv?from=2024-06-01"))) < len(rows)


def test_what_a_search_finds_is_saved_without_its_words_in_an_address(client):
    rows = table_of(client.post("/search.csv", data={"text": '"slipway fund"'}))
    assert {row["date"] for row in rows} == {"2024-03-04", "2024-06-03"}
    assert all("slipway fund" in row["text"] for row in rows)
    assert client.get("/search.csv?text=fund").status_code == 405


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(start):
    cell = f'{start}HYPERLINK("https://example.org")'
    (row,) = csv.DictReader(
        io.StringIO(spreadsheet(["a"], [[cell]]).decode("utf-8-sig"), newline="")
    )
    assert row["a"] == f"'{cell}"


def test_the_meetings_that_minutes_announce_stand_in_a_calendar(coming):
    calendar = Calendar.from_ical(coming.get("/meetings.ics").content)
    (event,) = calendar.events
    assert str(event.start) == "2024-10-07"
    assert event["summary"] == "Ferry Committee"
    address = str(event["url"]).removeprefix(SITE)
    assert coming.get(address).status_code == 200
    assert not Calendar.from_ical(coming.get("/meetings.ics?to=2020-01-01").content).events


@pytest.mark.parametrize(
    ("path", "links"),
    [
        ("/meetings", {"/meetings.atom", "/meetings.ics"}),
        (
            "/actions?from=2024-06-01",
            {"/actions.atom?from=2024-06-01", "/actions.csv?from=2024-06-01"},
        ),
        ("/search?text=channel", {"/search.atom?text=channel"}),
    ],
)
def test_pages_lead_to_what_follows_them(client, path, links):
    page = html.fromstring(client.get(path).text)
    assert links <= set(page.xpath("//main//a/@href"))


def test_the_page_says_that_the_feed_of_a_search_has_its_words_in_the_address(client):
    page = html.fromstring(client.post("/search", data={"text": "channel"}).text)
    assert "Your words are in its address" in page.text_content()
    assert page.xpath("//form[@action='/search.csv']/@method") == ["post"]
