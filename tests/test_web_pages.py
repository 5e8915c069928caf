import hashlib
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from index.generation import BuiltIndex
from qa import Answerer, AnswerStatus, Limits, LiveAnswerer
from qa.judge import Judge
from web.app import create_app
from web.conversation import MAX_EARLIER
from web.limits import NO_DATE
from web.settings import Settings

DRINK_DRIVING = "how many drink drivers were arrested?"
UNANSWERABLE = "What is the capital of Mongolia?"
SCRIPT = "<script>alert('x')</script> drink driving arrests?"


class Settled(LiveAnswerer):
    """Answers everything, or nothing: what pages show must not hang on where the threshold is."""

    def __init__(self, folder, threshold: float) -> None:
        super().__init__(folder)
        judge = replace(Judge.load(), least_of_one=threshold, least_of_several=threshold)
        self._answerer = Answerer(BuiltIndex.open(folder), judge)


@pytest.fixture(scope="module")
def live(built_folder) -> LiveAnswerer:
    return Settled(built_folder, threshold=0.0)


@pytest.fixture(scope="module")
def client(live) -> TestClient:
    return TestClient(create_app(live, Settings()))


@pytest.fixture(scope="module")
def silent(built_folder) -> LiveAnswerer:
    return Settled(built_folder, threshold=1.1)


@pytest.fixture(scope="module")
def silent_client(silent) -> TestClient:
    return TestClient(create_app(silent, Settings()))


def page_of(response, status: int = 200):
    assert response.status_code == status
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return html.fromstring(response.text)


def words(text: str) -> Counter[str]:
    return Counter(text.split())


def said(page) -> str:
    return " ".join(page.text_content().split())


def ask(client, question: str, status: int = 200, **fields: Any):
    return page_of(client.post("/ask", data={"question": question, **fields}), status)


def form_fields(form) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, value in form.form_values():
        fields.setdefault(name, []).append(value)
    return fields


def question_form(page):
    return page.xpath("//form[contains(@class, 'minuted-ask')]")[0]


def test_start_page_offers_one_labelled_question_box(client):
    page = page_of(client.get("/"))
    boxes = page.xpath("//textarea[@name='question']")
    assert [box.get("id") for box in boxes] == ["question"]
    assert page.xpath("//label[@for='question']")
    assert [said(h1) for h1 in page.xpath("//h1")] == ["Ask what was said at public meetings"]


def test_start_page_says_what_is_held(client):
    text = said(page_of(client.get("/")))
    assert "2 meetings, 21 December 2021 to 17 December 2024" in text
    assert "Strategic Policing and Crime Board" in text
    assert "Accountability and Governance Board" in text
    assert "They are not a transcript" in text


def test_an_example_question_can_be_asked_with_one_press(client):
    page = page_of(client.get("/"))
    button = page.xpath("//ul[@class='minuted-examples']//button")[0]
    answered = ask(client, button.get("value"))
    assert button.get("value") in answered.xpath("string(//title)")


def test_a_question_in_the_address_is_not_asked(client):
    text = said(page_of(client.get("/", params={"question": DRINK_DRIVING})))
    assert DRINK_DRIVING not in text


def test_the_address_of_a_conversation_leads_to_the_start(client):
    response = client.get("/ask", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/")


def test_every_quote_of_the_answer_is_shown_word_for_word_with_its_citation(client, live):
    answer = live.answer(DRINK_DRIVING)
    assert answer.status is AnswerStatus.ANSWERED
    page = ask(client, DRINK_DRIVING)
    figures = page.xpath("//section[@aria-labelledby='answer']//figure")
    assert len(figures) == len(answer.quotes)
    for figure, quote in zip(figures, answer.quotes, strict=True):
        lines = figure.xpath(".//blockquote/p[contains(@class, '__line')]")
        assert [line.text_content() for line in lines] == [line.text for line in quote.lines]
        marked = [line.text_content() for line in figure.xpath(".//mark")]
        assert marked == [line.text for line in quote.lines if line.answers]
        assert quote.citation.label in said(figure)


def test_the_copy_of_a_quote_holds_its_question_its_words_and_an_address_for_ever(client, live):
    (quote, *_) = live.answer(DRINK_DRIVING).quotes
    copied = ask(client, DRINK_DRIVING).xpath("string(//*[@data-copy-text])")
    head, _, address = copied.rpartition("\n")
    assert head == f"{quote.context}\n{quote.text}\n\n{quote.citation.label}"
    assert address.startswith(f"http://testserver/meetings/{quote.citation.meeting}/passages/")
    response = client.get(address, follow_redirects=False)
    assert response.headers["location"] == quote.citation.url


def test_the_best_quotes_are_open_and_the_others_one_click_away(client, live):
    assert len(live.answer("What was said about violence?").quotes) > 3
    page = ask(client, "What was said about violence?")
    (answer,) = page.xpath("//section[@aria-labelledby='answer']")
    assert len(answer.xpath("figure")) == 3
    others = len(live.answer("What was said about violence?").quotes) - 3
    (more,) = answer.xpath("details")
    assert len(more.xpath(".//figure")) == others
    assert said(more).startswith(f"Show {others} more passage")


@pytest.mark.parametrize(
    ("asked", "any_goes_on"),
    [("What was said about burglary in 2021?", True), ("What did members ask about?", False)],
)
def test_a_long_question_over_two_quotes_in_turn_is_written_out_once(
    client, live, asked, any_goes_on
):
    quotes = live.answer(asked).quotes[:3]
    goes_on = [False, *(a.citation.url == b.citation.url for a, b in pairwise(quotes))]
    assert any(goes_on) == any_goes_on
    figures = ask(client, asked).xpath("//section[@aria-labelledby='answer']/figure")
    for figure, quote, again in zip(figures, quotes, goes_on, strict=True):
        folded = [said(each) for each in figure.xpath(".//blockquote/details")]
        assert " ".join(quote.context.split()) in said(figure)
        assert bool(folded) is again
        assert all(text.startswith("Under the same words as the quote above") for text in folded)


def test_an_answer_says_what_was_searched_and_when_the_meeting_was(client):
    text = said(ask(client, DRINK_DRIVING))
    assert "Searched 2 of 2 meetings, 21 December 2021 to 17 December 2024." in text
    assert "85 arrests" in text


def test_every_citation_leads_to_the_first_line_that_answers_on_the_page_of_its_meeting(client):
    page = ask(client, DRINK_DRIVING)
    for figure in page.xpath("//section[@aria-labelledby='answer']//figure"):
        parts = urlsplit(figure.xpath("string(figcaption/p/a/@href)"))
        line = page_of(client.get(parts.path)).get_element_by_id(parts.fragment)
        assert line.text_content().startswith(figure.xpath("string(.//mark)"))


def test_the_question_is_in_the_title_and_the_answer_can_be_jumped_to(client):
    page = ask(client, DRINK_DRIVING)
    assert page.xpath("string(//title)") == f"Answer: {DRINK_DRIVING} - Minuted"
    assert page.get_element_by_id("answer").get("tabindex") == "-1"
    assert question_form(page).get("action") == "/ask#answer"


def test_silence_of_the_minutes_is_said_with_help(silent_client, silent):
    answer = silent.answer(UNANSWERABLE)
    assert answer.status is AnswerStatus.NOT_IN_MINUTES
    page = ask(silent_client, UNANSWERABLE)
    assert answer.message in said(page)
    assert "What you can try" in said(page)
    assert page.xpath("string(//title)") == f"Not in these minutes: {UNANSWERABLE} - Minuted"


def test_nearest_passages_stand_under_their_own_heading_with_nothing_marked(silent_client, silent):
    answer = silent.answer(DRINK_DRIVING)
    assert answer.nearest
    page = ask(silent_client, DRINK_DRIVING)
    heading = page.xpath("//h3[contains(., 'may not answer your question')]")[0]
    assert len(heading.xpath("following-sibling::figure")) == len(answer.nearest)
    assert not page.xpath("//mark")


def test_a_limit_that_leaves_no_meeting_can_be_taken_off(client):
    page = ask(client, "What was said about burglary in 1999?")
    assert "1999 ×" in said(page)
    assert not page.xpath("//figure")
    page_of(
        client.post("/ask", data=form_fields(page.xpath("//ul[@class='minuted-filters']//form")[0]))
    )


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("", AnswerStatus.QUESTION_EMPTY),
        (" \t\n ", AnswerStatus.QUESTION_EMPTY),
        ("a " * 5000, AnswerStatus.QUESTION_TOO_LONG),
    ],
)
def test_a_question_that_cannot_be_searched_is_explained_beside_the_box(
    client, live, question, status
):
    answer = live.answer(question)
    assert answer.status is status
    page = ask(client, question, history=["first question about burglary?"])
    assert answer.message in page.xpath("string(//p[@id='question-error'])")
    box = page.get_element_by_id("question")
    assert "question-error" in box.get("aria-describedby")
    summary = page.xpath("//div[contains(@class, 'error-summary')]//a")
    assert [(said(link), link.get("href")) for link in summary] == [(answer.message, "#question")]
    assert form_fields(question_form(page))["history"] == ["first question about burglary?"]


def test_a_follow_up_is_understood_from_the_question_before(client, live):
    first = ask(client, "What is being done about burglary?")
    fields = form_fields(question_form(first))
    assert fields["history"] == ["What is being done about burglary?"]
    fields["question"] = ["and how many arrests?"]
    second = page_of(client.post("/ask", data=fields))
    with_history = live.answer("and how many arrests?", ["What is being done about burglary?"])
    shown = second.xpath(
        "//section[@aria-labelledby='answer']//blockquote//p[contains(@class, '__line')]"
    )
    assert [line.text_content() for line in shown] == [
        line.text for quote in with_history.quotes or with_history.nearest for line in quote.lines
    ]
    assert f"Searched for: {with_history.understood.text}" in said(second)


def test_earlier_questions_are_shown_again_with_their_best_quote(client, live):
    page = ask(client, "and how many arrests?", history=[DRINK_DRIVING])
    earlier = page.xpath("//section[contains(@class, 'minuted-turn--earlier')]")
    assert [section.xpath("string(h2)") for section in earlier] == [DRINK_DRIVING]
    best = live.answer(DRINK_DRIVING).quotes[0]
    assert all(line.text in said(earlier[0]) for line in best.lines)
    assert len(earlier[0].xpath(".//figure")) == 1


def test_only_the_last_ten_earlier_questions_are_kept(client):
    history = [f"earlier question {number}" for number in range(15)]
    page = ask(client, DRINK_DRIVING, history=history)
    shown = page.xpath("//section[contains(@class, 'minuted-turn--earlier')]/h2/text()")
    assert shown == history[-MAX_EARLIER:]
    assert form_fields(question_form(page))["history"] == [*history[-9:], DRINK_DRIVING]


def test_a_date_in_the_question_is_shown_and_can_be_taken_off(client, live):
    question = "How many arrests were there in 2024?"
    page = ask(client, question, history=["burglary?"])
    notice = page.xpath("//ul[@class='minuted-filters']//form")[0]
    assert "2024 ×" in said(notice)
    fields = form_fields(notice)
    assert (fields["question"], fields["history"]) == ([question], ["burglary?"])
    everything = page_of(client.post("/ask", data=fields))
    assert not everything.xpath("//ul[@class='minuted-filters']//form")
    answer = live.answer(question, ["burglary?"], Limits(ignore=frozenset({"dates"})))
    assert answer.coverage.searched == 2
    assert answer.message in said(everything)


def test_an_earlier_question_keeps_the_limit_that_was_taken_off(client):
    asked = {"question": "How many arrests were there in 2024?", "ignore": "dates"}
    fields = form_fields(question_form(page_of(client.post("/ask", data=asked))))
    assert fields["history_limits"] == ["ignore=dates"]
    assert "ignore" not in fields


def test_a_board_chosen_in_the_form_limits_the_search_and_stays_chosen(client, live):
    body = "Accountability and Governance Board"
    page = ask(client, DRINK_DRIVING, body=body)
    assert f"{body} ×" in said(page)
    answer = live.answer(DRINK_DRIVING, (), Limits(body=body))
    assert answer.coverage.searched == 1
    assert answer.message in said(page)
    assert form_fields(question_form(page))["body"] == [body]
    assert page.xpath("//details[@open]")


def test_dates_chosen_in_the_form_limit_the_search_and_can_be_taken_off(client):
    dates: dict[str, Any] = {"from": "2021-01-01", "to": "2021-12-31"}
    page = ask(client, DRINK_DRIVING, **dates)
    assert "Searched 1 of 2 meetings, 21 December 2021." in said(page)
    everything = client.post(
        "/ask", data=form_fields(page.xpath("//ul[@class='minuted-filters']//form")[0])
    )
    assert "Searched 2 of 2 meetings" in said(page_of(everything))


def test_a_date_that_is_none_is_explained_and_the_question_kept(client):
    page = ask(client, DRINK_DRIVING, 422, **{"from": "yesterday"})
    assert NO_DATE in page.xpath("string(//p[@id='from-error'])")
    assert form_fields(question_form(page))["question"] == [DRINK_DRIVING]


def test_markup_in_a_question_is_shown_as_text(client):
    response = client.post("/ask", data={"question": SCRIPT, "history": [SCRIPT], "body": SCRIPT})
    assert "<script>" not in response.text
    page = page_of(response)
    assert page.xpath("//section/h2/text()") == [SCRIPT, SCRIPT]
    assert SCRIPT in form_fields(question_form(page))["history"]


def test_a_conversation_is_not_stored_by_browsers(client):
    response = client.post("/ask", data={"question": DRINK_DRIVING})
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "question",
    [
        "\x00\x01\x1b[31m burglary \x7f",
        "a" * 10_000,
        "burglary " * 1100,
        "\u202eyralgrub\u202c \ufeff",
        "👮🏽‍♀️" * 50,
        "' OR 1=1 --",
        '"*" AND (OR NOT:',
        "\r\n\r\n",
    ],
)
def test_odd_questions_get_a_page(client, question):
    page_of(client.post("/ask", data={"question": question, "history": [question]}))


@pytest.mark.parametrize(
    "body",
    [
        b"question=%ff%fe%00",
        b"question=%ed%a0%80",
        b"question=caf\xc3\xa9",
        b"question=\xff\xfe",
        b"question=%",
        b"&&&=&question&=x",
        b"question=a&question=b",
        b"question=a&ignore=everything&history_limits=%00",
        b"\x00" * 100,
    ],
)
def test_odd_forms_get_a_page(client, body):
    headers = {"content-type": "application/x-www-form-urlencoded"}
    page_of(client.post("/ask", content=body, headers=headers))


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b'{"question": "burglary"}', 200),
        ("multipart/form-data", b"no boundary", 400),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="question"; filename="a"\r\n\r\n'
            b"burglary\r\n--x--\r\n",
            422,
        ),
        (
            "multipart/form-data; boundary=x; charset=raw_unicode_escape",
            b'--x\r\nContent-Disposition: form-data; name="question"\r\n\r\n\\ud800\r\n--x--\r\n',
            422,
        ),
    ],
)
def test_forms_of_another_kind_get_a_page(client, kind, body, status):
    page_of(client.post("/ask", content=body, headers={"content-type": kind}), status)


def test_meetings_are_listed_by_board_newest_first(client):
    page = page_of(client.get("/meetings"))
    assert page.xpath("//h2/text()") == [
        "Accountability and Governance Board",
        "Strategic Policing and Crime Board",
    ]
    assert page.xpath("//ul[contains(@class, 'minuted-meetings')]//a/text()") == [
        "17 December 2024",
        "21 December 2021",
    ]


def test_every_listed_meeting_has_a_page(client):
    for link in page_of(client.get("/meetings")).xpath(
        "//ul[contains(@class, 'minuted-meetings')]//a/@href"
    ):
        page_of(client.get(link))


def meeting_ids(live) -> list[str]:
    return [entry.id for entry in live.built.store.meetings()]


def test_every_word_of_the_minutes_is_on_the_page(client, live):
    for meeting_id in meeting_ids(live):
        meeting = live.built.store.meeting(meeting_id)
        headings = " ".join(meeting.text[item.start : item.heading_end] for item in meeting.items)
        under_headings = words(meeting.text) - words(headings)
        article = page_of(client.get(f"/meetings/{meeting_id}")).xpath("//article")[0]
        shown = words(" ".join(article.itertext()))
        assert not under_headings - shown
        assert under_headings.total() > 1000


def test_lines_of_a_passage_stand_in_the_order_of_the_minutes(client, live):
    for meeting_id in meeting_ids(live):
        page = page_of(client.get(f"/meetings/{meeting_id}"))
        for passage in live.built.store.meeting(meeting_id).passages:
            shown = page.get_element_by_id(passage.anchor).xpath(".//p | .//li")
            quoted = " ".join(line.text for line in passage.lines)
            assert " ".join(part.text_content() for part in shown).split() == quoted.split()


def test_a_question_over_several_passages_is_shown_once(client, live):
    meeting = live.built.store.meeting("spcb-2021-12-21")
    questions = [
        passage.context
        for passage in meeting.passages
        if passage.context and passage.context.start >= meeting.item(passage).heading_end
    ]
    assert len(set(questions)) < len(questions)
    shown = page_of(client.get("/meetings/spcb-2021-12-21")).xpath("//article//h3/text()")
    assert Counter(shown) == Counter(question.text for question in set(questions))


def test_each_item_of_the_contents_leads_to_its_heading(client, live):
    for meeting_id in meeting_ids(live):
        page = page_of(client.get(f"/meetings/{meeting_id}"))
        for link in page.xpath("//nav[@class='minuted-contents']//a"):
            target = page.get_element_by_id(link.get("href").removeprefix("#"))
            assert target.xpath("string(h2)").strip()


def test_a_meeting_shows_its_facts(client):
    page = page_of(client.get("/meetings/spcb-2021-12-21"))
    facts = {said(row.xpath("dt")[0]): said(row.xpath("dd")[0]) for row in page.xpath("//dl/div")}
    assert facts["Time"] == "10am to 1pm"
    assert "youtube.com" in facts["Recording"]
    assert facts["Next meeting"] == "25 January 2022"
    people = said(page.xpath("//details[contains(@class, 'minuted-people')]")[0])
    assert "Chair, Police and Crime Commissioner" in people
    assert "Apologies Charmaine Burton, Board Member" in people


@pytest.mark.parametrize("path", ["/meetings/nowhere", "/meetings/nowhere/original", "/nothing"])
def test_what_does_not_exist_is_not_found(client, path):
    assert "Page not found" in said(page_of(client.get(path), 404))


@pytest.mark.parametrize(
    "path",
    ["/meetings/..%2f..%2fetc%2fpasswd/original", "/static/..%2fapp.py", "/static/../app.py"],
)
def test_files_of_the_machine_cannot_be_reached(client, path):
    page_of(client.get(path), 404)


def test_the_original_file_is_offered_unchanged_as_a_download(client, live):
    for meeting_id in meeting_ids(live):
        meeting = live.built.store.meeting(meeting_id)
        response = client.get(f"/meetings/{meeting_id}/original")
        assert hashlib.sha256(response.content).hexdigest() == meeting.source.sha256
        assert response.headers["content-disposition"].startswith("attachment;")
        assert meeting.source.file_name in response.headers["content-disposition"]
        assert response.headers["content-type"] == "application/octet-stream"


def test_pages_have_a_language_landmarks_and_a_skip_link(client):
    for path in ("/", "/meetings", "/meetings/spcb-2021-12-21", "/nothing"):
        page = html.fromstring(client.get(path).text)
        assert page.get("lang") == "en-GB"
        assert all(page.xpath(f"//{name}") for name in ("header", "nav", "main", "footer", "title"))
        assert (
            page.get_element_by_id(page.xpath("//body/a/@href")[0].removeprefix("#")).tag == "main"
        )


def test_no_id_is_used_twice_on_a_page(client):
    asked = ask(client, DRINK_DRIVING, history=["burglary?", "robbery?"])
    for page in (asked, page_of(client.get("/meetings/spcb-2021-12-21"))):
        assert max(Counter(page.xpath("//@id")).values()) == 1


def test_pages_ask_for_nothing_from_anywhere_else(client):
    asked = ask(client, DRINK_DRIVING)
    for page in (asked, page_of(client.get("/")), page_of(client.get("/meetings/spcb-2021-12-21"))):
        assert not page.xpath("//iframe | //img | //@style | //style")
        # Data of a type that no browser runs may stand in the page itself.
        assert set(page.xpath("//script[not(@src)]/@type")) <= {"application/ld+json"}
        assert not page.xpath("//script[not(@src) and not(@type)]")
        for address in page.xpath("//link/@href | //script/@src"):
            assert address.startswith("/static/")
            assert client.get(address).status_code == 200


def test_following_a_citation_keeps_the_conversation_open(client):
    links = ask(client, DRINK_DRIVING).xpath(
        "//section[@aria-labelledby='answer']//a[not(@target='_blank')]"
    )
    assert links == []
