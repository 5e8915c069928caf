"""The briefing in real Chromium: kept by the browser, filled from every page, at every width."""

from __future__ import annotations

import pytest

from tests.browsing import visiting


@pytest.fixture
def visit(browser, series_service):
    with visiting(browser, series_service) as visit:
        yield visit


def add(page, number=0) -> None:
    button = page.locator("button[form=add-to-briefing]").nth(number)
    button.click()
    page.wait_for_function(
        "button => button.textContent === 'Added to briefing'", arg=button.element_handle()
    )


def open_briefing(visit):
    page = visit.open("/briefing")
    page.wait_for_selector("[data-briefing=save]")
    return page


def quotes(page) -> list[str]:
    return list(page.locator(".minuted-entries .minuted-quote__line").all_inner_texts())


def test_quotes_are_added_from_several_pages_without_leaving_them(visit):
    page = visit.open("/")
    visit.ask("What will dredging cost?")
    add(page)
    page = visit.open("/search?text=complaints")
    add(page)
    assert "/search" in page.url
    add(visit.open("/actions"))
    page = open_briefing(visit)
    assert len(quotes(page)) == 3
    assert any("£85,000" in quote for quote in quotes(page))
    assert any("complaints" in quote for quote in quotes(page))


def test_order_and_notes_are_kept_when_leaving_and_coming_back(visit):
    page = visit.open("/actions")
    add(page, 0)
    add(page, 1)
    page = open_briefing(visit)
    first, second = quotes(page)
    page.click("text=Move up quote 2")
    page.wait_for_selector("#entry-1:target")
    page.fill("#note-1", "Ask the\ntreasurer")
    page.fill("#title", "Harbour")
    visit.open("/meetings")
    page = open_briefing(visit)
    assert quotes(page) == [second, first]
    assert page.input_value("#note-1") == "Ask the\ntreasurer"
    assert page.input_value("#title") == "Harbour"
    with page.expect_download() as download:
        page.click("button[formaction='/briefing/word']")
    assert download.value.suggested_filename.endswith(".docx")
    page.click("text=Empty the briefing")
    page.wait_for_function("localStorage.length === 0")
    assert quotes(visit.open("/briefing")) == []


def test_page_fits_every_width_and_axe_finds_nothing_wrong(browser, series_service):
    with visiting(browser, series_service, bypass_csp=True) as visit:
        page = visit.open("/actions")
        add(page, 0)
        add(page, 1)
        page = open_briefing(visit)
        page.fill("#question", "What will dredging cost?")
        page.click("button[value=find]")
        page.wait_for_selector("#find ~ .minuted-quote")
        for width in visit.at_every_width():
            assert not visit.scrolls_sideways(), width
            assert visit.violations() == [], width
