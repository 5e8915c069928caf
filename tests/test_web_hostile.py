"""Hostile text in every field of documents and of what readers send is only ever text."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from index.build import Options, build
from index.generation import BuiltIndex
from qa import LiveAnswerer
from tests.hostile import HOSTILE
from web.app import create_app
from web.settings import Settings

# All that the templates are made of; nothing of it may come from a document or a reader.
TAGS = frozenset(
    "a article bdi blockquote body button caption dd del details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 head header html img input ins label legend li link main mark "
    "meta nav ol option p rect script section select span strong summary svg path table tbody td "
    "textarea th thead title tr ul".split()
)
ADDRESSES = ("href", "src", "action", "formaction", "data", "srcdoc", "poster", "xlink:href")
EVERY_NTH = 9


def document(strings) -> str:
    """Minutes with hostile names, titles, questions, answers, actions and links."""
    lines = ["Minutes of the Board held on 4 March 2024 at <b>10.00am</b>", "", "Present:"]
    lines += [f"Ann Lee ({text})" for text in strings[:20]]
    for number, text in enumerate(strings, 1):
        flat = " ".join(text.split())
        lines += ["", f"{number}. {flat[:120]}", f"Presented by: {flat[:60]}"]
        lines += [
            f"Q. Why {flat}? (Cllr {flat[:40]})",
            f"A. {flat}",
            f"Action: {flat} to report back.",
        ]
        lines += [f"A recording is at https://example.org/{flat[:30]}"]
    return "\n".join(lines)


SETTINGS = """
[default]
body = 'Board <script>alert(1)</script>" onload="alert(1)'
title = '<img src=x onerror=alert(1)>'
status = '"><script>alert(1)</script>'
recording = 'https://example.org/"><script>alert(1)</script>'
papers = 'https://example.org/?a=<svg onload=alert(1)>'
source_url = "https://example.org/'onmouseover='alert(1)"
"""


@pytest.fixture(scope="module")
def hostile_folder(tiny_encoder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    minutes = folder / "minutes"
    minutes.mkdir()
    name = "<img src=x onerror=alert(1)>'\".txt"
    (minutes / name).write_text(document(HOSTILE[::EVERY_NTH]), encoding="utf-8", errors="replace")
    text = "\n".join(HOSTILE[:: EVERY_NTH * 3])
    (minutes / "undated.html").write_text(f"<p>{html_escaped(text)}</p>", encoding="utf-8")
    (minutes / "minutes.toml").write_text(SETTINGS, encoding="utf-8")
    build([minutes], folder / "index", Options(model=str(tiny_encoder)))
    return folder / "index"


def html_escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@pytest.fixture(scope="module")
def client(hostile_folder) -> TestClient:
    return TestClient(create_app(LiveAnswerer(hostile_folder), Settings(requests_per_minute=10**9)))


def assert_harmless(response) -> None:
    """Only what the templates hold is mark-up on a page, and links lead here or to the web."""
    assert response.status_code in {200, 404, 410, 422}, response.request.url
    assert "set-cookie" not in response.headers
    page = html.fromstring(response.text)
    for element in page.iter():
        assert isinstance(element.tag, str), "no comments"
        assert element.tag in TAGS, element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (name, value)
            assert name not in {"style", "srcdoc"}, (name, value)
            if name in ADDRESSES:
                assert urlsplit(value.strip()).scheme in {"", "http", "https"}, value
    scripts = page.xpath("//script")
    run = [script for script in scripts if script.get("type") != "application/ld+json"]
    assert all(script.get("src", "").startswith("/static/") for script in run)
    assert all(not (script.text or "").strip() for script in run)
    assert all("<" not in (script.text or "") for script in scripts)


def addresses(built: BuiltIndex) -> list[str]:
    meetings = [f"/meetings/{entry.id}" for entry in built.store.meetings()]
    people = [f"/people/{key}" for key in built.store.directory.people]
    return ["/", "/meetings", "/people", "/actions", "/search", *meetings, *people]


def test_there_are_hundreds_of_hostile_strings():
    assert len(set(HOSTILE)) > 300


def test_pages_about_hostile_documents_hold_no_markup_of_theirs(client, hostile_folder):
    built = BuiltIndex.open(hostile_folder)
    assert len(addresses(built)) > 6
    for address in addresses(built):
        assert_harmless(client.get(address))


def test_hostile_words_of_a_document_are_shown_as_they_are(client, hostile_folder):
    built = BuiltIndex.open(hostile_folder)
    for entry in built.store.meetings():
        meeting = built.store.meeting(entry.id)
        assert meeting is not None
        page = html.fromstring(client.get(f"/meetings/{entry.id}").text)
        shown = " ".join(page.text_content().split())
        for passage in meeting.passages:
            for line in passage.lines:
                visible = "".join(mark if mark.isprintable() else " " for mark in line.text)
                assert " ".join(visible.split())[:30] in shown or not visible.isascii()


@pytest.mark.parametrize("text", HOSTILE[::2], ids=range(len(HOSTILE[::2])))
def test_hostile_words_that_are_searched_for_are_only_words(client, text):
    assert_harmless(client.post("/search", data={"text": text, "body": text, "order": text}))
    assert_harmless(client.get("/search", params={"text": text[:200], "kind": text, "page": text}))


@pytest.mark.parametrize("text", HOSTILE[1::EVERY_NTH], ids=range(len(HOSTILE[1::EVERY_NTH])))
def test_hostile_words_do_no_harm_on_any_other_page(client, text):
    assert_harmless(client.post("/topics", data={"text": text, "from": text}))
    assert_harmless(client.post("/topics", data={"text": f"{text[:200]}?"}))
    assert_harmless(client.post("/check-a-quote", data={"text": text}))
    assert_harmless(client.post("/ask", data={"question": text, "history": text}))
    assert_harmless(client.get("/actions", params={"body": text, "to": text, "page": text}))
    assert_harmless(client.get("/people", params={"letter": text}))


def test_no_word_that_is_searched_for_comes_back_in_an_address(client):
    for path in ("/search", "/topics", "/check-a-quote"):
        response = client.post(path, data={"text": "canaryword"}, follow_redirects=False)
        assert response.status_code == 200
        page = html.fromstring(response.text)
        inside = page.xpath("//details[contains(@class, 'minuted-link-to')]//a/@href")
        linked = [href for href in page.xpath("//@href | //@src | //@action") if "canary" in href]
        assert linked == [href for href in inside if "canary" in href]


def test_source_files_of_hostile_names_are_sent_as_files(client, hostile_folder):
    built = BuiltIndex.open(hostile_folder)
    for entry in built.store.meetings():
        response = client.get(f"/meetings/{entry.id}/original")
        assert response.headers["content-type"] == "application/octet-stream"
        assert "\n" not in response.headers["content-disposition"]
        assert Path(entry.file_name).name
