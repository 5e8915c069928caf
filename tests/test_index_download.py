"""Tests of index/download.py and index/listing.py: builds from a web site on this machine."""

import pytest

from index.build import Options, build
from index.errors import UnreadableMinutes
from index.generation import BuiltIndex
from index.minutes import LinkKind
from index.web_listing import linked_minutes

MINUTES = """<!DOCTYPE html><html><head><title>Minutes</title></head><body>
<h1>Highways Board</h1><p>Minutes of the meeting held on {day}</p>
<h2>1. Road safety</h2><p>The Board noted that {count} drivers were stopped in December.</p>
<h2>2. Any other business</h2><p>There was no other business.</p></body></html>"""
LISTING = """<html><body><h1>Meetings</h1><ul>
<li><a href="/jan.html">Minutes of January</a></li>
<li><a href="feb.html#top">Minutes of February</a> <a href="/feb.html">the same</a></li>
<li><a href="/agenda.pdf">Agenda</a></li>
<li><a href="/gone.html">Minutes of March</a></li>
<li><a href="http://other.example.org/minutes.html">Minutes elsewhere</a></li>
</ul></body></html>"""


@pytest.fixture
def listed(site, pauses):
    """A site with a page that lists two meetings' minutes."""
    site.put("/", LISTING)
    site.put("/jan.html", MINUTES.format(day="12 January 2022", count=31), ETag='"j1"')
    site.put("/feb.html", MINUTES.format(day="9 February 2022", count=7), ETag='"f1"')
    return site


def build_from(address, folder, **options):
    return build([address], folder, Options(allow_private=True, **options))


def test_a_page_of_minutes_is_built_from_and_cited_with_its_address(listed, own_folder):
    report = build_from(f"{listed.address}/jan.html", own_folder, prune=True)
    (document,) = report.intake.documents
    meeting = BuiltIndex.open(own_folder).store.meeting(document.meeting)
    assert meeting is not None
    assert meeting.link(LinkKind.ORIGINAL) == f"{listed.address}/jan.html"
    assert meeting.source.file_name == f"{listed.address}/jan.html".removeprefix("http://")
    assert listed.paths() == ["/jan.html"]


def test_minutes_that_a_page_lists_are_followed_on_its_host_only(listed, own_folder):
    report = build_from(f"{listed.address}/", own_folder, prune=True)
    assert [each.meeting for each in report.intake.documents] == ["hb-2022-01-12", "hb-2022-02-09"]
    assert listed.paths() == ["/", "/jan.html", "/feb.html", "/gone.html"]
    (failed,) = report.intake.failed
    assert failed.file.endswith("/gone.html")
    assert "404" in failed.reason


def test_what_has_not_changed_is_neither_sent_nor_read_again(listed, own_folder):
    build_from(f"{listed.address}/", own_folder, prune=True)
    report = build_from(f"{listed.address}/", own_folder, prune=True)
    asked = {path: headers for path, headers in listed.asked if path.endswith(".html")}
    assert asked["/jan.html"]["If-None-Match"] == '"j1"'
    assert report.intake.unchanged == 2
    assert len(report.intake.documents) == 2


def test_what_has_changed_replaces_what_was_held(listed, own_folder):
    build_from(f"{listed.address}/", own_folder, prune=True)
    listed.put("/jan.html", MINUTES.format(day="12 January 2022", count=32), ETag='"j2"')
    report = build_from(f"{listed.address}/", own_folder)
    (replaced,) = report.intake.replaced
    assert replaced.endswith("/jan.html")
    meeting = BuiltIndex.open(own_folder).store.meeting("hb-2022-01-12")
    assert meeting is not None
    assert "32 drivers" in meeting.text


def test_minutes_that_cannot_be_fetched_any_more_stay_as_they_were(listed, own_folder):
    build_from(f"{listed.address}/", own_folder, prune=True)
    listed.put("/jan.html", "", status=500)
    report = build_from(f"{listed.address}/", own_folder, prune=True)
    assert len(report.intake.documents) == 2
    assert {each.file.rpartition("/")[2] for each in report.intake.failed} == {
        "jan.html",
        "gone.html",
    }


def test_an_address_that_gives_nothing_stops_the_build(listed, own_folder):
    before = BuiltIndex.open(own_folder).id
    with pytest.raises(UnreadableMinutes, match="404"):
        build_from(f"{listed.address}/none", own_folder)
    assert BuiltIndex.open(own_folder).id == before


def test_this_machine_is_not_fetched_from_unless_allowed(listed, own_folder):
    with pytest.raises(UnreadableMinutes, match="private network; give --allow-private"):
        build([listed.address], own_folder)
    assert listed.asked == []


@pytest.mark.parametrize(
    ("links", "followed"),
    [
        ([("Minutes", "a.pdf"), ("Agenda", "b.pdf")], ["a.pdf"]),
        ([("12 January", "jan-minutes.pdf"), ("Agenda", "agenda.pdf")], ["jan-minutes.pdf"]),
        (
            [("12 January", "1.pdf"), ("Contact", "contact"), ("9 May", "2.DOCX")],
            ["1.pdf", "2.DOCX"],
        ),
        ([("Minutes", "mailto:minutes@example.org"), ("Minutes", "#minutes")], []),
        ([("Home", "/")], []),
    ],
)
def test_links_are_followed_for_what_they_are_called_or_else_for_their_format(links, followed):
    page = "https://example.org/board/"
    assert linked_minutes(tuple(links), page) == [f"{page}{name}" for name in followed]
