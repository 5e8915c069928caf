"""The pages for reading in real Chromium: every width, by keyboard, and without JavaScript."""

from __future__ import annotations

import pytest

from tests.browsing import visiting

PAGES = {
    "an empty search": "/search",
    "what was found": "/search?text=moorings&kind=action&from=2024-01-01",
    "nothing found": "/search?text=zebra",
    "a topic": "/topics?text=channel",
    "a question over time": "/topics?text=What+will+dredging+cost%3F",
    "people": "/people",
    "a person": "/people/cleo-finch",
    "actions": "/actions",
    "check a quote": "/check-a-quote",
    "meetings": "/meetings",
    "a meeting": "/meetings/hb-2024-03-04",
    "a page of a PDF": "/meetings/hb-2024-09-02/pages/2",
}
EVERY_PAGE = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
FEE = "the fee for visitors' moorings be raised to £42 a night"


@pytest.fixture
def visit(browser, series_service):
    with visiting(browser, series_service, java_script_enabled=False) as visit:
        yield visit


def open_all_details(page) -> None:
    for details in page.query_selector_all("details"):
        details.evaluate("details => { details.open = true }")


@EVERY_PAGE
def test_every_page_fits_every_width_and_axe_finds_nothing_wrong(browser, series_service, path):
    with visiting(browser, series_service, bypass_csp=True) as visit:
        page = visit.open(path)
        for width in visit.at_every_width():
            assert not visit.scrolls_sideways(), width
        open_all_details(page)
        for width in visit.at_every_width():
            assert not visit.scrolls_sideways(), width
            assert visit.violations() == [], width


@EVERY_PAGE
def test_every_element_that_the_keyboard_reaches_is_seen(browser, series_service, path):
    with visiting(browser, series_service, 320) as visit:
        visit.open(path)
        reached = list(visit.walk())
        assert len(reached) > 8
        assert [(element, why) for element, why in reached if why] == []


def test_a_phrase_is_searched_for_filtered_and_followed_to_its_line(visit):
    page = visit.open("/search")
    page.fill("#text", '"slipway fund"')
    page.click("text=Search >> nth=-1")
    assert page.inner_text("#results") == "2 passages found"
    page.click("text=Choose filters")
    page.fill("#from", "2024-05-01")
    page.click("text=Apply filters")
    assert page.inner_text("#results") == "1 passage found"
    page.click("button[name=without]")
    assert page.inner_text("#results") == "2 passages found"
    assert "slipway" not in page.url
    page.click(".minuted-results figcaption a >> nth=0")
    assert "slipway fund" in page.inner_text(".minuted-line:target")
    assert page.locator(".minuted-line:target").is_visible()


@pytest.mark.parametrize("path", ["/actions?to=2024-12-31", "/search?text=the&to=2024-12-31"])
def test_the_enter_key_in_a_filter_applies_it(visit, path):
    page = visit.open(path)
    page.click("text=Choose filters")
    page.fill("#from", "2024-05-01")
    page.press("#from", "Enter")
    assert page.locator("button[name=without]").count() == 2


def test_a_topic_is_followed_from_a_search(visit):
    page = visit.open("/search")
    page.fill("#text", "channel")
    page.click("text=Search >> nth=-1")
    page.click("text=See this over time")
    assert page.inner_text("#results").endswith("in 3 meetings")
    assert page.locator(".minuted-chart svg").is_visible()
    page.click("text=The chart as a table")
    assert page.locator(".minuted-chart tbody tr").count() == 7


def test_a_misquote_is_checked_and_what_differs_is_seen(visit):
    page = visit.open("/check-a-quote")
    page.fill("#text", FEE)
    page.click("main form button")
    assert page.inner_text("#result") == "The minutes do not say exactly this"
    assert "42" in page.inner_text("del")
    assert "24" in page.inner_text("ins")
    assert "moorings" not in page.url


def test_an_action_leads_to_its_owner_and_the_meeting_to_the_next(visit):
    page = visit.open("/actions")
    page.click("main a:text-is('Cleo Finch')")
    assert page.inner_text("h1") == "Cleo Finch"
    page.click("text=4 March 2024 >> nth=-1")
    page.click("text=Next meeting")
    assert page.url.endswith("/meetings/hb-2024-06-03")


def test_a_quote_is_seen_on_the_page_of_its_original(visit):
    page = visit.open("/search?text=pier")
    page.click("text=Page 2 of the original")
    image = page.locator(".minuted-page img")
    image.evaluate("image => image.decode()")
    assert image.evaluate("image => image.naturalWidth") > 500
    assert "from=" in image.get_attribute("src")


@pytest.mark.parametrize("path", ["/actions", "/search?text=moorings"])
def test_what_was_found_takes_the_whole_width_of_paper(visit, path):
    page = visit.open(path)
    page.emulate_media(media="print")
    box = page.locator(".minuted-results").bounding_box()
    assert box
    assert box["width"] > 600


def test_minutes_print_without_what_only_a_screen_needs(visit):
    page = visit.open("/meetings/hb-2024-03-04")
    page.emulate_media(media="print")
    assert not page.locator(".minuted-permalink").first.is_visible()
    assert page.locator(".minuted-line").first.is_visible()
