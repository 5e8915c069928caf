"""Tests of web/search_pages.py, on the index of a small series."""

from collections import Counter

import pytest
from lxml import html
from starlette.testclient import TestClient

from qa import LiveAnswerer
from web.app import create_app
from web.settings import Settings


@pytest.fixture(scope="module")
def client(series_folder) -> TestClient:
    return TestClient(create_app(LiveAnswerer(series_folder), Settings()))


def page_of(response, status=200):
    assert response.status_code == status
    return html.fromstring(response.text)


def said(element) -> str:
    return " ".join(element.text_content().split())


def search(client, text, path="/search", status=200, **fields):
    return page_of(client.post(path, data={"text": text, **fields}), status)


def test_an_empty_form_searches_for_nothing(client):
    for path in ("/search", "/topics"):
        page = page_of(client.get(path))
        assert page.xpath("//label[@for='text']")
        assert not page.xpath("//*[@id='results']")


def test_what_is_found_is_marked_and_leads_to_its_line(client):
    page = search(client, '"slipway fund"')
    assert said(page.get_element_by_id("results")) == "2 passages found"
    assert {mark.text for mark in page.xpath("//figure//mark")} == {"slipway fund"}
    for link in page.xpath("//figcaption/p/a/@href"):
        address, _, anchor = link.partition("#")
        line = page_of(client.get(address)).get_element_by_id(anchor)
        assert "slipway fund" in line.text_content()


def test_every_passage_found_has_a_permanent_link_that_leads_to_it(client):
    found = search(client, "moorings").xpath("//figure")
    assert found
    for figure in found:
        (link,) = figure.xpath(".//a[starts-with(., 'Permanent link')]/@href")
        response = client.get(link, follow_redirects=False)
        assert response.status_code == 302
        address, _, anchor = response.headers["location"].partition("#")
        passage = said(page_of(client.get(address)).get_element_by_id(anchor))
        for line in figure.xpath("./blockquote/p[@class='minuted-quote__line']"):
            assert said(line) in passage


def test_filters_are_applied_shown_and_can_be_removed(client):
    page = search(client, "moorings", kind="action", **{"from": "2024-05-01"})
    assert said(page.get_element_by_id("results")) == "1 passage found"
    buttons = page.xpath("//button[@name='without']")
    assert [said(button) for button in buttons] == [
        "Remove this filter: From 1 May 2024 ×",
        "Remove this filter: Actions ×",
    ]
    without = {"without": [button.get("value") for button in buttons][0], "kind": "action"}
    assert len(search(client, "moorings", **without).xpath("//button[@name='without']")) == 1


def test_kinds_say_how_many_passages_there_are_of_each(client):
    labels = [said(label) for label in search(client, "moorings").xpath("//label")]
    assert "Actions (1)" in labels
    assert "Decisions (1)" in labels


def test_a_date_that_is_none_is_explained_beside_its_field(client):
    for path in ("/search", "/topics"):
        page = search(client, "moorings", path, 422, **{"from": "yesterday"})
        assert page.xpath("string(//title)").startswith("Error: ")
        summary = page.xpath("//div[contains(@class, 'govuk-error-summary')]//a")[0]
        assert summary.get("href") == "#from"
        assert page.get_element_by_id("from-error") is not None
        assert page.get_element_by_id("text").get("value") == "moorings"


def test_too_many_characters_are_explained(client):
    assert "Use at most" in said(search(client, "x" * 900, status=422))


def test_where_nothing_is_found_what_was_searched_and_what_to_try_is_said(client):
    text = said(search(client, "zebra"))
    assert "Nothing was found. Searched 3 of 3 meetings, 4 March 2024 to 2 September 2024." in text
    assert "Use fewer words" in text


def test_a_search_stands_in_an_address_only_by_a_link_that_says_so(client):
    page = search(client, "moorings", kind="action")
    link = page.xpath("//a[. = 'Link to this search']/@href")[0]
    assert link == "/search?text=moorings&kind=action"
    linked = page_of(client.get(link))
    assert said(linked.get_element_by_id("results")) == said(page.get_element_by_id("results"))
    assert "in the address of this page" in said(linked)
    assert {form.get("method") for form in linked.xpath("//main//form")} == {"post"}


def test_answers_to_a_search_that_was_posted_are_not_stored(client):
    response = client.post("/search", data={"text": "moorings"})
    assert response.headers["cache-control"] == "no-store"


def test_further_pages_keep_the_search_and_its_filters(built_folder):
    client = TestClient(create_app(LiveAnswerer(built_folder), Settings()))
    first = search(client, "police", to="2024-12-31")
    form = first.xpath("//form[contains(@class, 'minuted-pages')]")[0]
    assert dict(form.form_values()) == {"text": "police", "to": "2024-12-31"}
    second = search(client, "police", to="2024-12-31", page=2)
    assert "Page 2 of" in said(second)
    shown = [said(figure) for page in (first, second) for figure in page.xpath("//figure")]
    assert max(Counter(shown).values()) == 1


def test_a_topic_is_told_by_meeting_oldest_first_with_a_chart_and_its_table(client):
    page = search(client, '"north channel"', "/topics")
    assert said(page.get_element_by_id("results")) == "3 mentions in 3 meetings"
    days = [said(link) for link in page.xpath("//ol[@class='minuted-timeline']/li/h3/a")]
    assert days == ["4 March 2024", "3 June 2024", "2 September 2024"]
    assert page.xpath("//svg[@role='img']/@aria-labelledby") == ["chart-title"]
    rows = [[said(cell) for cell in row] for row in page.xpath("//table/tbody/tr")]
    assert len(rows) == len(page.xpath("//svg/rect[@class='minuted-chart__bar']")) == 7
    assert rows[0] == ["March 2024", "1", "1"]
    assert rows[1] == ["April 2024", "0", "0"]


def test_a_topic_can_be_told_newest_first(client):
    page = search(client, "channel", "/topics", order="newest")
    assert said(page.xpath("//ol[@class='minuted-timeline']/li/h3/a")[0]) == "2 September 2024"


def test_a_question_as_a_topic_says_that_some_passages_may_not_answer(client):
    assert "Some may not answer it" in said(search(client, "What will dredging cost?", "/topics"))


def test_no_id_is_used_twice(client):
    for path in ("/search", "/topics"):
        ids = search(client, "moorings", path).xpath("//@id")
        assert max(Counter(ids).values()) == 1
