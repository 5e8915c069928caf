"""Tests of web/check_pages.py."""

from urllib.parse import parse_qs

import pytest
from lxml import html
from starlette.testclient import TestClient

from qa import LiveAnswerer
from web.app import create_app
from web.settings import Settings

FEE = "RESOLVED: that the fee for visitors' moorings be raised to £24 a night."


@pytest.fixture(scope="module")
def client(series_folder) -> TestClient:
    return TestClient(create_app(LiveAnswerer(series_folder), Settings()))


def check(client, text, status=200):
    response = client.post("/check-a-quote", data={"text": text})
    assert response.status_code == status
    assert response.headers["cache-control"] == "no-store"
    return html.fromstring(response.text)


def said(element) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"“{FEE}”", "The minutes say exactly this"),
        (FEE.lower(), "The minutes say this, but for capitals or punctuation"),
        (FEE.replace("24", "42"), "The minutes do not say exactly this"),
        ("Elephants danced on the roof all night", "The minutes do not say this"),
    ],
)
def test_the_verdict_is_the_heading_and_stands_in_the_title(client, text, verdict):
    page = check(client, text)
    assert said(page.get_element_by_id("result")) == verdict
    assert page.xpath("string(//title)").startswith(f"{verdict}: Check a quote")


def test_an_exact_quote_leads_to_its_line(client):
    link = check(client, FEE).xpath("//figcaption/p/a/@href")[0]
    address, _, anchor = link.partition("#")
    line = html.fromstring(client.get(address).text).get_element_by_id(anchor)
    assert FEE in said(line)


def test_differences_are_marked_and_said_in_words(client):
    page = check(client, FEE.replace("24", "42"))
    assert [said(each) for each in page.xpath("//del")] == ["[only in your text: 42]"]
    assert [said(each) for each in page.xpath("//ins")] == ["[only in the minutes: 24]"]
    for hidden in page.xpath("//blockquote//span[@class='govuk-visually-hidden'] | //del"):
        hidden.drop_tree()
    assert said(page.xpath("//blockquote")[0]) == FEE


@pytest.mark.parametrize(
    ("text", "problem"), [("", "Enter the words to check"), ("a " * 2000, "Use at most 1,000")]
)
def test_a_text_that_cannot_be_checked_is_explained_and_kept(client, text, problem):
    page = check(client, text, 422)
    assert problem in said(page.xpath("//div[contains(@class, 'govuk-error-summary')]")[0])
    assert page.get_element_by_id("text").text_content().strip() == text.strip()


def test_the_words_of_a_quote_come_in_no_address(client):
    response = client.get("/check-a-quote", params={"text": FEE})
    assert "RESOLVED" not in response.text


@pytest.mark.parametrize("typed", [FEE, FEE.replace("24", "42")], ids=["exact", "nearest"])
def test_what_the_minutes_say_can_be_added_to_a_briefing(client, typed):
    page = check(client, typed)
    add = page.xpath("//button[@form='add-to-briefing']/@value")[0]
    searched = page.xpath("//input[@form='add-to-briefing']/@value")[0]
    briefing = html.fromstring(
        client.post("/briefing", data={"add": add, "searched": searched}).text
    )
    assert said(briefing.xpath("//figure//p[@class='minuted-quote__line']")[0]) == FEE
    kept = parse_qs(briefing.xpath("//input[@name='searched']/@value")[0])
    assert (kept["question"], kept["outcome"]) == (
        [typed],
        [said(page.get_element_by_id("result"))],
    )
