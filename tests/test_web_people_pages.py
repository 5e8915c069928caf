"""Tests of web/people_pages.py."""

from collections import Counter

import pytest
from lxml import html
from starlette.testclient import TestClient

from qa import LiveAnswerer
from web import people_pages
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


def test_everyone_named_has_a_page_that_the_list_leads_to(client):
    links = page_of(client.get("/people")).xpath("//main//ul/li/a[starts-with(@href, '/people/')]")
    assert [said(link) for link in links] == ["Cleo Finch", "Ada Marsh", "Ben Okoro", "Dan Pike"]
    for link in links:
        assert page_of(client.get(link.get("href"))).xpath("string(//h1)") == said(link)


def test_many_people_are_listed_letter_by_letter(client, monkeypatch):
    monkeypatch.setattr(people_pages, "MOST_ON_ONE_PAGE", 2)
    first = page_of(client.get("/people"))
    assert [said(heading) for heading in first.xpath("//h2[starts-with(@id, 'letter')]")] == ["F"]
    letters = first.xpath("//nav[@class='minuted-letters']//a/@href")
    names = [page_of(client.get(letter)).xpath("count(//main//ul/li[a])") for letter in letters]
    assert len(letters) == len(names) == 4


def test_a_person_is_shown_with_roles_actions_and_meetings(client):
    text = said(page_of(client.get("/people/cleo-finch")).xpath("//main")[0])
    assert "Harbour Master" in text
    assert "Action: Cleo Finch to obtain three tenders" in text
    assert "3 June 2024, Harbour Board: sent apologies" in text
    assert "May be mentioned again in 1 later passage" in text


@pytest.mark.parametrize("key", ["nobody", "%00", "a" * 5000])
def test_nobody_of_that_name_is_not_found(client, key):
    assert client.get(f"/people/{key}").status_code == 404


def test_actions_are_listed_with_owner_and_later_mentions(client):
    page = page_of(client.get("/actions"))
    assert said(page.get_element_by_id("results")) == "3 actions"
    owners = {said(link): link.get("href") for link in page.xpath("//article/p/a")}
    assert owners == {
        "Dan Pike": "/people/dan-pike",
        "Cleo Finch": "/people/cleo-finch",
        "Chair": "/people/ada-marsh",
    }
    assert "had been obtained, the lowest at £79,500" in said(page)


def test_actions_are_filtered_by_date_in_the_address(client):
    page = page_of(client.get("/actions", params={"from": "2024-05-01"}))
    assert said(page.get_element_by_id("results")) == "1 action"
    refused = page_of(client.get("/actions", params={"to": "yesterday"}), 422)
    assert said(refused.get_element_by_id("to-error")).startswith("Error: Enter a date")


def test_no_id_is_used_twice(client):
    for path in ("/people", "/people/cleo-finch", "/actions"):
        assert max(Counter(page_of(client.get(path)).xpath("//@id")).values()) == 1
