"""Tests of web/meeting_pages.py: what the pages of meetings add to the words of the minutes."""

import io
from collections import Counter

import pytest
from lxml import html
from PIL import Image
from starlette.testclient import TestClient

from qa import LiveAnswerer
from web.app import create_app
from web.settings import Settings

MARCH, JUNE, SEPTEMBER = (f"/meetings/hb-2024-{day}" for day in ("03-04", "06-03", "09-02"))


@pytest.fixture(scope="module")
def client(series_folder) -> TestClient:
    return TestClient(create_app(LiveAnswerer(series_folder), Settings()))


def page_of(response, status=200):
    assert response.status_code == status
    return html.fromstring(response.text)


def said(element) -> str:
    return " ".join(element.text_content().split())


def test_every_line_has_an_anchor_where_it_starts(client, series):
    for entry in series.store.meetings():
        page, meeting = page_of(client.get(f"/meetings/{entry.id}")), series.store.meeting(entry.id)
        for passage in meeting.passages:
            for line in passage.lines:
                shown = page.get_element_by_id(f"l{line.start}")
                assert said(shown).startswith(" ".join(line.text.split()))


def test_every_passage_offers_a_link_that_leads_back_to_it(client):
    page = page_of(client.get(MARCH))
    links = page.xpath("//p[@class='minuted-permalink']/a/@href")
    passages = page.xpath("//div[@class='minuted-passage']/@id")
    leads = [client.get(link, follow_redirects=False).headers["location"] for link in links]
    assert leads == [f"{MARCH}#{anchor}" for anchor in passages]


def test_a_link_to_words_that_are_there_no_more_says_so(client):
    page = page_of(client.get(f"{MARCH}/passages/0123456789ab"), 410)
    assert "This passage has changed" in said(page)
    assert page.xpath(f"//main//a[@href='{MARCH}']")


def test_the_meetings_before_and_after_are_offered(client):
    def offered(path):
        nav = page_of(client.get(path)).xpath("//nav[@aria-label='Meetings of this body']//a/@href")
        return [str(link) for link in nav]

    assert offered(MARCH) == [JUNE]
    assert offered(JUNE) == [MARCH, SEPTEMBER]
    assert offered(SEPTEMBER) == [JUNE]


def test_people_lead_to_their_pages(client):
    links = page_of(client.get(MARCH)).xpath("//details//a[starts-with(@href, '/people/')]/@href")
    assert "/people/ada-marsh" in links
    assert {client.get(link).status_code for link in links} == {200}


def test_a_page_of_a_pdf_stands_beside_its_text_with_the_quote_marked(client, series):
    meeting = series.store.meeting("hb-2024-09-02")
    start = meeting.text.index("The lamp of the east pier")
    address = f"{SEPTEMBER}/pages/2?from={start}&to={start + 40}"
    page = page_of(client.get(address))
    assert "The lamp of the east pier light" in said(page.xpath("//article")[0])
    assert "The dredger begins" not in said(page.xpath("//article")[0])
    image = page.xpath("//img")[0]
    assert image.get("alt").startswith("Page 2 of the published file")
    marked = client.get(image.get("src"))
    plain = client.get(f"{SEPTEMBER}/pages/2/image")
    assert marked.headers["content-type"] == "image/webp"
    assert Image.open(io.BytesIO(marked.content)).size == Image.open(io.BytesIO(plain.content)).size
    assert marked.content != plain.content


def test_a_search_leads_to_the_page_of_the_original(client):
    response = client.post("/search", data={"text": '"east pier light"'})
    links = html.fromstring(response.text).xpath("//a[starts-with(., 'Page 2')]/@href")
    assert len(links) == 1
    assert client.get(links[0]).status_code == 200


def test_an_image_that_the_reader_holds_is_not_sent_again(client):
    first = client.get(f"{SEPTEMBER}/pages/1/image")
    again = client.get(
        f"{SEPTEMBER}/pages/1/image", headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(f"{SEPTEMBER}/pages/1/image?from=0&to=30")
    assert other.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    "path",
    [
        f"{SEPTEMBER}/pages/0",
        f"{SEPTEMBER}/pages/3",
        f"{SEPTEMBER}/pages/3/image",
        f"{MARCH}/pages/1",
        f"{MARCH}/pages/1/image",
        "/meetings/nowhere/pages/1",
        "/meetings/nowhere/passages/0123456789ab",
    ],
)
def test_pages_that_are_not_there_are_not_found(client, path):
    page_of(client.get(path), 404)


@pytest.mark.parametrize(
    "query", ["from=5&to=2", "from=0&to=99999999", "from=99999999&to=9999999999"]
)
def test_any_stretch_may_be_asked_to_be_marked(client, query):
    assert client.get(f"{SEPTEMBER}/pages/1?{query}").status_code == 200
    assert client.get(f"{SEPTEMBER}/pages/1/image?{query}").status_code == 200


@pytest.mark.parametrize("query", ["from=-1", "from=x", "to=1e9"])
def test_offsets_that_are_none_are_refused(client, query):
    assert client.get(f"{SEPTEMBER}/pages/1?{query}").status_code == 422


def test_no_id_is_used_twice(client):
    for path in (MARCH, f"{SEPTEMBER}/pages/1", "/meetings"):
        assert max(Counter(page_of(client.get(path)).xpath("//@id")).values()) == 1
