from dataclasses import replace

import pytest
from lxml import html
from starlette.testclient import TestClient

from index.generation import live_id
from qa import LiveAnswerer
from qa.accuracy import Accuracy, publish_accuracy
from web.app import create_app
from web.settings import Settings


@pytest.fixture
def page_with(tmp_path):
    def page(path, **settings):
        response = TestClient(create_app(LiveAnswerer(tmp_path), Settings(**settings))).get(path)
        assert response.status_code == 200
        return html.fromstring(response.text)

    return page


@pytest.mark.parametrize("path", ["/about", "/accuracy", "/privacy", "/accessibility"])
def test_each_page_about_the_service_is_linked_from_the_bottom_of_every_page(page_with, path):
    page = page_with("/privacy")
    assert path in page.xpath("//footer//a/@href")
    assert len(page_with(path).xpath("//h1")) == 1


def test_the_about_page_says_what_is_searched(built_folder):
    client = TestClient(create_app(LiveAnswerer(built_folder), Settings()))
    text = client.get("/about").text
    assert "2 meetings, 21 December 2021 to 17 December 2024" in text
    assert "up to 300 characters" in text


def test_the_about_page_is_there_before_any_minutes_are(page_with):
    assert "No minutes have been loaded yet" in page_with("/about").text_content()


def test_the_name_of_the_body_and_its_contact_stand_on_every_page(page_with):
    page = page_with("/privacy", body_name="Board of <Oz>", contact="ask@example.org")
    assert "Board of <Oz>" in page.xpath("string(//header)")
    assert "Minuted" in page.xpath("string(//header)")
    footer = page.xpath("//footer")[0]
    assert "Offered by Board of <Oz>." in footer.text_content()
    assert footer.xpath(".//a/@href")[-1] == "mailto:ask@example.org"


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("https://example.org/contact", "https://example.org/contact"),
        ("javascript:alert(1)", None),
        ("01234 567890", None),
        ("write to ask@example.org", None),
    ],
)
def test_a_contact_is_a_link_only_where_it_is_an_address(page_with, contact, address):
    page = page_with("/privacy", contact=contact)
    assert contact in page.xpath("string(//footer)")
    assert page.xpath(f"//a[.='{contact}']/@href") == ([address] * 2 if address else [])


def test_a_notice_and_a_phase_stand_on_every_page_as_text(page_with):
    page = page_with("/about", notice="Closed <b>Friday</b>", phase="Beta")
    assert "Closed <b>Friday</b>" in page.xpath("string(//main)")
    assert "Beta" in page.text_content()


def test_the_phase_offers_the_contact_as_a_link(page_with):
    page = page_with("/about", phase="<Beta>", contact="ask@example.org")
    banner = page.xpath("//div[contains(@class, 'phase-banner')]")[0]
    assert "<Beta>" in banner.text_content()
    assert banner.xpath(".//a/@href") == ["mailto:ask@example.org"]


def test_the_colour_of_the_body_is_a_style_sheet_that_may_be_kept(tmp_path):
    client = TestClient(create_app(LiveAnswerer(tmp_path), Settings(accent="#7a1f5c")))
    address = html.fromstring(client.get("/privacy").text).xpath("//link/@href")[1]
    style = client.get(address)
    assert "--minuted-accent:#7a1f5c" in style.text
    assert "immutable" in style.headers["cache-control"]


def test_without_a_colour_of_its_own_there_is_one_style_sheet(page_with):
    assert len(page_with("/privacy").xpath("//link[@rel='stylesheet']")) == 1


@pytest.mark.parametrize("colour", ["ffffff", "12345", "red", "}body{display:none"])
def test_a_colour_that_cannot_be_used_has_no_style_sheet(tmp_path, colour):
    client = TestClient(create_app(LiveAnswerer(tmp_path), Settings()))
    assert client.get(f"/theme/{colour}.css").status_code == 404


def accuracy_page(folder):
    return TestClient(create_app(LiveAnswerer(folder), Settings())).get("/accuracy").text


def test_the_accuracy_page_says_when_nobody_has_measured(built_folder, tmp_path):
    for folder in (built_folder, tmp_path):
        assert "We have not measured this" in accuracy_page(folder)


def test_the_accuracy_page_gives_the_figures_of_the_live_index(own_folder):
    found = Accuracy(live_id(own_folder), "2026-01-31", 200, 150, 170, 160, 6, 50, 40, True)
    publish_accuracy(own_folder, found)
    text = accuracy_page(own_folder)
    assert "On 31 January 2026 we asked 250 test questions" in text
    assert "The answer stood in the first quote for 150. That is 75 in 100." in text
    assert "the service said so for 40. That is 80 in 100." in text
    assert "after this was measured" not in text
    publish_accuracy(own_folder, replace(found, exact=False))
    assert "is a fault" in accuracy_page(own_folder)


def test_the_accuracy_page_says_when_the_minutes_have_changed_since(own_folder):
    publish_accuracy(own_folder, Accuracy("g0", "2026-01-31", 2, 1, 1, 1, 0, 0, 0, True))
    text = accuracy_page(own_folder)
    assert "Minutes were added or changed after this was measured" in text
    assert "That is 50 in 100." in text
    assert "When they do not" not in text
