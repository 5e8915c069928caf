"""The chat on the page of another site, in real Chromium."""

from __future__ import annotations

import pytest

from tests.browsing import AXE, STANDARDS, served
from tests.local_site import Site

ANSWERED = "how many drink drivers were arrested?"
HEIGHT = "document.querySelector('iframe').offsetHeight"
PAGE = """<!doctype html><html lang="en"><title>A council</title><meta name="viewport"
content="width=device-width"><body><h1>Our meetings</h1>{chat}<p id="below">Below</p></body></html>
"""


@pytest.fixture(scope="module")
def host():
    """Another site: its name is another than the service's, not only its port."""
    site = Site()
    site.address = site.address.replace("127.0.0.1", "localhost")
    yield site
    site.close()


@pytest.fixture(scope="module")
def embeddable(built_folder, host):
    with served(built_folder, MINUTED_EMBED_ORIGINS=host.address) as address:
        yield address


@pytest.fixture
def visit(browser, host):
    """Opens a page of the other site that holds this, in a browser that knows nothing."""
    contexts = []

    def open_page(chat, width=1280, **options):
        host.put("/", PAGE.format(chat=chat), Content_Type="text/html")
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, **options))
        page = contexts[-1].new_page()
        page.goto(f"{host.address}/")
        return page

    yield open_page
    for context in contexts:
        assert context.cookies() == []
        context.close()


def script_of(service):
    return f'<script src="{service}/embed.js" data-title="Ask about meetings"></script>'


def chat_on(page):
    page.wait_for_function("frames[0] && document.querySelector('iframe')")
    frame = page.query_selector("iframe").content_frame()
    frame.wait_for_load_state()
    return frame


def ask(frame, question):
    frame.fill("#question", question)
    frame.click(".minuted-ask button[type=submit]")
    frame.wait_for_selector("main:not([aria-busy]) #answer")


def test_one_line_puts_the_chat_on_another_site_and_it_answers(visit, embeddable):
    page = visit(script_of(embeddable))
    chat = chat_on(page)
    assert page.get_attribute("iframe", "title") == "Ask about meetings"
    ask(chat, ANSWERED)
    assert "85 arrests" in chat.inner_text("mark")
    ask(chat, "And how many were positive?")
    assert len(chat.query_selector_all(".minuted-turn")) == 2
    assert not chat.query_selector_all(".minuted-add, nav")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_frame_is_as_high_as_the_chat_in_it(visit, embeddable, width):
    page = visit(script_of(embeddable), width)
    chat = chat_on(page)
    ask(chat, ANSWERED)
    page.wait_for_timeout(300)
    higher = page.evaluate(HEIGHT)
    assert chat.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert chat.evaluate("document.documentElement.scrollWidth <= innerWidth")
    chat.click("text=Start again")
    chat.wait_for_selector("h1:has-text('Ask what was said')")
    page.wait_for_function(f"{HEIGHT} < {higher}")


def test_the_answer_is_brought_into_view_on_the_page_of_the_other_site(visit, embeddable):
    page = visit(script_of(embeddable), width=320)
    chat = chat_on(page)
    ask(chat, ANSWERED)
    page.wait_for_timeout(500)
    top = page.query_selector("iframe").bounding_box()["y"]
    box = chat.query_selector("#answer").bounding_box()
    assert 0 <= box["y"] <= 600, (top, box)


def test_nothing_is_wrong_with_the_page_for_who_cannot_see_it(visit, embeddable):
    page = visit(script_of(embeddable))
    chat = chat_on(page)
    ask(chat, ANSWERED)
    chat.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"runOnly": STANDARDS}
    found = chat.evaluate("options => axe.run(document, options)", options)["violations"]
    assert [each["id"] for each in found] == []


def test_a_frame_alone_will_do_without_any_script(visit, embeddable):
    frame = f'<iframe src="{embeddable}/embed" title="Ask" width="600" height="900"></iframe>'
    chat = chat_on(visit(frame, java_script_enabled=False))
    chat.fill("#question", ANSWERED)
    chat.click(".minuted-ask button[type=submit]")
    chat.wait_for_selector("#answer")
    assert "85 arrests" in chat.inner_text("mark")


@pytest.mark.parametrize("path", ["/", "/meetings"])
def test_other_pages_are_shown_in_no_frame(visit, embeddable, path):
    page = visit(f'<iframe src="{embeddable}{path}" title="Page"></iframe>')
    page.wait_for_timeout(300)
    assert page.frames[1].url.startswith("chrome-error:")


def test_a_site_that_is_not_named_is_refused(visit, browser, built_folder):
    with served(built_folder, MINUTED_EMBED_ORIGINS="https://council.example") as address:
        page = visit(f'<iframe src="{address}/embed" title="Ask"></iframe>')
        page.wait_for_timeout(300)
        assert page.frames[1].url.startswith("chrome-error:")


def test_no_site_is_named_unless_set(visit, service):
    page = visit(script_of(service))
    page.wait_for_timeout(300)
    assert page.query_selector("iframe") is None
