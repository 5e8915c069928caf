"""The briefing without a script: the form holds it, and the service keeps nothing."""

from io import BytesIO

import pytest
from docx import Document
from lxml import html
from starlette.testclient import TestClient

from qa import LiveAnswerer
from qa.briefing import Searched
from tests.hostile import HOSTILE
from tests.test_web_hostile import assert_harmless
from web.app import create_app
from web.briefing_form import MOST_ENTRIES, pack, unpack
from web.settings import Settings

COST = "The dredging will cost £85,000, of which £20,000 is paid by the ferry company."
FORM = "//form[@id='briefing']"


@pytest.fixture(scope="module")
def client(series_folder) -> TestClient:
    settings = Settings(body_name="Harbour Board", requests_per_minute=10**9)
    return TestClient(create_app(LiveAnswerer(series_folder), settings))


def page_of(response):
    assert response.status_code == 200
    assert "set-cookie" not in response.headers
    return html.fromstring(response.text)


def sent_by(page) -> dict[str, list[str]]:
    """What the form of a briefing sends but for its buttons."""
    fields: dict[str, list[str]] = {}
    for name, value in page.get_element_by_id("briefing").form_values():
        fields.setdefault(name, []).append(value.strip("\n") if name == "note" else value)
    return fields


def press(client, page, **button):
    return page_of(client.post("/briefing", data={**sent_by(page), **button}))


def references(client, path, **fields) -> list[str]:
    response = client.post(path, data=fields) if fields else client.get(path)
    return list(page_of(response).xpath("//button[@form='add-to-briefing']/@value"))


def with_quotes(client, *quotes):
    return page_of(client.post("/briefing", data={"add": quotes}))


def quotes_on(page) -> list[str]:
    return [each.text_content() for each in page.xpath("//ol//p[@class='minuted-quote__line']")]


def downloaded(client, page, path, **fields):
    response = client.post(path, data={**sent_by(page), **fields})
    assert response.headers["content-disposition"].startswith('attachment; filename="briefing-')
    return response


@pytest.fixture(scope="module")
def cost(client) -> str:
    """The reference that the search page gives for the costs of the dredging."""
    return references(client, "/search", text='"cost £85,000"')[0]


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/ask", {"question": "What will dredging cost?"}),
        ("/search", {"text": "dredging"}),
        ("/topics", {"text": "dredging"}),
        ("/actions", {}),
        ("/meetings/hb-2024-03-04", {}),
        ("/people/cleo-finch", {}),
    ],
)
def test_quotes_of_every_page_can_be_added(client, path, fields):
    found = references(client, path, **fields)
    page = with_quotes(client, *found)
    assert len(quotes_on(page)) == len(set(found)) > 1
    assert not page.xpath("//*[@class='minuted-lost']")


def test_a_briefing_is_put_together_with_buttons_alone(client, cost):
    page = with_quotes(client, cost)
    assert COST in quotes_on(page)[0]
    page = press(client, page, question="Were there complaints about the new fee?", do="find")
    offered = page.xpath(f"{FORM}//section//button[@name='add']/@value")
    page = press(client, page, add=offered[0])
    assert len(quotes_on(page)) == 2
    first, second = quotes_on(page)
    page = press(client, page, do="up-1")
    assert quotes_on(page) == [second, first]
    page = press(client, page, do="down-0")
    assert quotes_on(page) == [first, second]
    page = press(client, page, do="note", title="Harbour")
    assert sent_by(page)["title"] == ["Harbour"]
    assert sent_by(page)["reference"][2:] == [""]
    page = press(client, page, do="remove-0")
    assert quotes_on(page) == [second]
    page = press(client, page, do="empty")
    assert quotes_on(page) == []
    assert "reference" not in sent_by(page)


def test_the_word_file_holds_quotes_notes_and_what_was_searched(client, cost):
    page = with_quotes(client, cost)
    page = press(client, page, question="What will dredging cost?", do="find")
    fields = {"note": ["Ask\r\nagain"], "heading": ["Costs"], "title": "Harbour", "annex": "yes"}
    response = downloaded(client, page, "/briefing/word", **fields)
    document = Document(BytesIO(response.content))
    texts = {each.style.name: each.text for each in document.paragraphs if each.style}
    assert texts["Title"] == "Harbour"
    assert COST in texts["Quote"]
    assert texts["Briefing Note"] == "Note: Ask\nagain"
    assert texts["List Bullet"].startswith("What will dredging cost?")
    assert "http://testserver/meetings/hb-2024-03-04" in texts["Source"]
    assert document.core_properties.author == "Harbour Board"


def test_markdown_and_the_page_to_print_say_the_same(client, cost):
    page = with_quotes(client, cost)
    assert COST in downloaded(client, page, "/briefing/markdown").text
    printed = page_of(client.post("/briefing/print", data=sent_by(page)))
    assert COST in printed.xpath("//p[@class='minuted-quote__line']")[0].text_content()
    assert "Annex" not in printed.text_content()


def test_an_export_names_the_public_address_of_the_service(series_folder, cost):
    settings = Settings(public_url="https://minutes.example.org")
    public = TestClient(create_app(LiveAnswerer(series_folder), settings))
    exported = downloaded(public, with_quotes(public, cost), "/briefing/markdown").text
    assert "https://minutes.example.org/meetings/hb-2024-03-04" in exported.replace("\\", "")


def test_words_that_moved_are_told_and_taken_from_their_new_place(client, cost):
    page = with_quotes(client, cost)
    start, end, digest, meeting = cost.split("-", 3)
    stale = f"{int(start) + 3}-{int(end) + 3}-{digest}-{meeting}"
    page = press(client, page, reference=[stale])
    assert "1 quote no longer matches" in page.text_content()
    assert page.xpath("//*[@class='minuted-lost']")
    exported = client.post("/briefing/markdown", data=sent_by(page)).text
    assert "> " not in exported
    assert "The same words now stand elsewhere" in exported
    page = press(client, page, do="renew-0")
    assert sent_by(page)["reference"] == [cost]
    assert COST in quotes_on(page)[0]


def test_only_a_page_that_holds_the_whole_briefing_replaces_what_a_browser_keeps(client, cost):
    fresh, added = page_of(client.get("/briefing")), with_quotes(client, cost)
    whole = press(client, added, do="save")
    assert [page.xpath(f"{FORM}/@data-briefing") for page in (fresh, added, whole)] == [
        ["join"],
        ["join"],
        ["save"],
    ]


@pytest.mark.parametrize("text", HOSTILE[::5], ids=range(len(HOSTILE[::5])))
def test_hostile_words_are_only_words(client, cost, text):
    fields = {name: [text] for name in ("title", "words", "heading", "note", "searched", "do")}
    for reference in (cost, text):
        for path in ("/briefing", "/briefing/print"):
            assert_harmless(
                client.post(path, data={**fields, "reference": [reference], "add": [text]})
            )
        response = client.post("/briefing/word", data={**fields, "reference": [reference]})
        assert Document(BytesIO(response.content)).core_properties.author == "Harbour Board"


def test_a_briefing_has_an_end(client, cost):
    start, _, rest = cost.split("-", 2)
    many = [f"{start}-{int(start) + length}-{rest.split('-', 1)[0]}" for length in range(1, 200)]
    page = with_quotes(client, *(f"{each}-hb-2024-03-04" for each in many))
    assert len(page.xpath("//ol[@class='minuted-entries']/li")) == MOST_ENTRIES


def test_a_briefing_never_grows_past_what_can_be_sent_back(client):
    whole = references(client, "/meetings/hb-2024-03-04")
    notes = ["n" * 9_000] * 6
    page = page_of(
        client.post("/briefing", data={"title": "", "reference": whole[:6], "note": notes})
    )
    assert len(sent_by(page)["reference"]) == 5
    assert "1 part at its end did not fit" in page.text_content()
    assert press(client, page, do="save").xpath(f"{FORM}/@data-briefing") == ["save"]


def test_an_empty_question_is_answered_and_not_recorded(client, cost):
    page = press(client, with_quotes(client, cost), question="???", do="find")
    assert "Type a question" in page.text_content()
    assert "searched" not in sent_by(page)


def test_what_was_searched_is_read_as_it_was_written():
    for searched in (Searched("a & b=c?", "2021", "No.", answered=False), Searched("é")):
        assert unpack(pack(searched)) == searched
    assert unpack("&" * 500) == Searched("", answered=False)
