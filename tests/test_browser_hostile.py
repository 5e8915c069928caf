"""Hundreds of hostile strings in every field of documents and questions: none is ever run."""

from __future__ import annotations

import itertools
import json

import docx
import pytest

from index.build import build
from tests.browsing import served, visiting

RUN = "window.ran=1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<a href=javascript:{RUN}>burglary</a>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "<style>*{background:url(https://hostile.example/)}</style>",
    "<link rel=stylesheet href=https://hostile.example/>",
    "<meta http-equiv=refresh content=0;url=https://hostile.example/>",
    "<base href=https://hostile.example/>",
    "<form action=https://hostile.example/><button>Ask</button></form>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    "{{ 7 * 7 }} {% raw %} ${7*7} <%= 7 * 7 %>",
    "burglary" * 30,
)
OPENINGS = (
    "",
    '"',
    "'",
    '">',
    "'>",
    "`",
    "</textarea>",
    "</title>",
    "</script>",
    "</details>",
    "</option></select>",
    "--><!--",
    "]]>",
    "\u202e",
    "\u2066\u2067",
    "\u200b\ufeff",
    "\\x3c\\u003c",
    "%3C%0d%0a",
)
STRINGS = [opening + payload for opening, payload in itertools.product(OPENINGS, PAYLOADS)]
IN_A_PAGE = 10
# What a page of ours never holds inside its main part.
FOREIGN = """() => {
  const main = document.querySelector("main");
  const elements = main.querySelectorAll("script, img, iframe, style, link, meta, base, object");
  const handlers = [...document.querySelectorAll("*")].filter(
    (each) => each.getAttributeNames().some((name) => name.startsWith("on")));
  const links = [...document.links].filter((each) => !/^(https?|mailto):/.test(each.protocol));
  const forms = [...document.forms].filter((each) => new URL(each.action).origin !== origin);
  const ran = window.ran ? ["a string was run"] : [];
  const found = [...elements, ...handlers, ...links, ...forms];
  return [...found.map((each) => each.outerHTML), ...ran];
}"""
SEND = """(fields) => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/ask";
  fields.forEach(([name, value]) => {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  });
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
}"""


@pytest.fixture(scope="module")
def hostile_service(small_encoder, tmp_path_factory):
    """A service whose minutes hold every string, also where documents name people and links."""
    folder = tmp_path_factory.mktemp("hostile")
    document = docx.Document()
    document.add_paragraph("Highways Board")
    document.add_paragraph("Minutes of the meeting held on 3 March 2022")
    document.add_paragraph("Present:")
    for payload in PAYLOADS:
        document.add_paragraph(f"{payload} Marsh, Chair")
    for number, start in enumerate(range(0, len(STRINGS), IN_A_PAGE), 1):
        strings = STRINGS[start : start + IN_A_PAGE]
        document.add_heading(f"{number}. Burglary {strings[0]}", 1)
        document.add_paragraph(f"Q. What of burglary {strings[1 % len(strings)]}?")
        document.add_paragraph(" ".join(strings))
    document.save(str(folder / "minutes.docx"))
    set_for_all = {
        "body": f"Board {PAYLOADS[0]}",
        "title": f"Title {PAYLOADS[1]}",
        "status": PAYLOADS[2],
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in set_for_all.items()]
    (folder / "minutes.toml").write_text("\n".join(["[default]", *lines]), encoding="utf-8")
    build([folder], folder / "index")
    with served(folder / "index") as address:
        yield address


@pytest.mark.parametrize("scripts", [True, False], ids=["in place", "as another page"])
def test_what_documents_hold_is_only_ever_shown(browser, hostile_service, scripts):
    with visiting(browser, hostile_service, 320) as visit:
        page = visit.open("/meetings")
        meeting = page.get_attribute(".minuted-meetings a", "href") or ""
        for path in ("/", "/meetings", meeting, "/about"):
            visit.open(path)
            assert page.evaluate(FOREIGN) == []
            assert not visit.scrolls_sideways()
        assert all(string in visit.open(meeting).content() for string in ("onload=", "raw %}"))
        visit.open()
        if scripts:
            visit.ask("What was said about burglary?")
        else:
            page.evaluate(SEND, [["question", "What was said about burglary?"]])
            page.wait_for_selector("#answer")
        assert page.locator(".minuted-quote").count() > 0
        assert page.evaluate(FOREIGN) == []
        assert not visit.scrolls_sideways()


def test_what_is_asked_is_only_ever_shown(browser, hostile_service):
    assert len(STRINGS) > 300
    with visiting(browser, hostile_service, 320) as visit:
        page = visit.open()
        for start in range(0, len(STRINGS), IN_A_PAGE):
            strings = STRINGS[start : start + IN_A_PAGE]
            fields = [[name, each] for each in strings for name in ("history", "history_limits")]
            fields += [["question", strings[0][:290]], ["body", strings[-1]]]
            with page.expect_navigation():
                page.evaluate(SEND, fields)
            assert page.locator(".minuted-turn").count() == len(strings) + 1
            assert page.evaluate(FOREIGN) == []
            assert not visit.scrolls_sideways()


@pytest.mark.parametrize("field", ["question", "from", "to"])
def test_what_is_refused_is_only_ever_shown_again(browser, service, field):
    with visiting(browser, service, 320) as visit:
        page = visit.open()
        for payload in PAYLOADS:
            with page.expect_navigation():
                page.evaluate(SEND, [[field, payload * 20]])
            assert page.locator(".govuk-error-summary").count() == 1
            assert page.evaluate(FOREIGN) == []
        visit.troubles.clear()  # Chromium notes in its console that dates were refused (422).
