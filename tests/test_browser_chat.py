"""The chat in real Chromium: with and without JavaScript, on a phone, by keyboard alone."""

from __future__ import annotations

import pytest

from tests.browsing import served, visiting

ANSWERED = "how many drink drivers were arrested?"
UNANSWERED = "What is the capital of Mongolia?"
LATER = "What was said about burglary in 2021?"
WITH_AND_WITHOUT = pytest.mark.parametrize(
    "scripts", [True, False], ids=["with JavaScript", "without JavaScript"]
)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def visit(request, browser, service):
    with visiting(browser, service, java_script_enabled=request.param) as visit:
        yield visit


@pytest.fixture
def scripted(browser, service):
    with visiting(browser, service) as visit:
        yield visit


def questions_shown(page):
    return [heading.inner_text() for heading in page.query_selector_all(".minuted-turn > h2")]


def test_a_question_is_answered_with_a_marked_quote_and_its_citation(visit):
    visit.open()
    page = visit.ask(ANSWERED)
    assert page.title() == f"Answer: {ANSWERED} - Minuted"
    assert "85 arrests" in page.inner_text("mark")
    link = page.locator(".minuted-quote figcaption a").first
    assert "21 December 2021" in link.inner_text()
    assert "Searched 2 of 2 meetings" in page.inner_text(".minuted-searched")
    assert "?" not in page.url


def test_the_citation_leads_to_the_line_in_the_minutes_which_is_marked(visit):
    visit.open()
    page = visit.ask(ANSWERED)
    with page.context.expect_page() as opened:
        page.locator(".minuted-quote figcaption a").first.click()
    minutes = opened.value
    minutes.wait_for_load_state()
    line = minutes.locator(".minuted-line:target")
    assert line.inner_text().strip() == page.locator("mark").first.inner_text()
    assert line.evaluate("line => getComputedStyle(line).backgroundColor") == "rgb(255, 243, 196)"
    box = line.bounding_box()
    assert box
    assert 0 <= box["y"] < 800


def test_the_whole_passage_is_one_click_away_in_place(visit):
    visit.open()
    page = visit.ask(ANSWERED)
    whole = page.locator("details", has_text="Show the whole passage").first
    assert not whole.locator("p").first.is_visible()
    whole.locator("summary").click()
    assert "National Police Chiefs Council" in whole.inner_text()


def test_follow_ups_grow_on_one_page_until_it_is_started_again(visit):
    visit.open()
    visit.ask(ANSWERED)
    page = visit.ask(LATER)
    page.wait_for_function("document.querySelectorAll('.minuted-turn').length === 2")
    assert questions_shown(page) == [ANSWERED, LATER]
    page.click("text=Start again")
    page.wait_for_selector("h1:has-text('Ask what was said')")
    assert page.input_value("#question") == ""


def test_a_date_is_understood_and_can_be_taken_off(visit):
    visit.open()
    page = visit.ask(LATER)
    assert page.inner_text(".minuted-filter bdi") == "2021"
    assert "Searched 1 of 2 meetings" in page.inner_text("main")
    page.click(".minuted-filter")
    page.wait_for_selector("text=Searched 2 of 2 meetings")
    assert page.locator(".minuted-filter").count() == 0


def test_what_is_not_in_the_minutes_is_said_with_help(visit):
    visit.open()
    page = visit.ask(UNANSWERED)
    assert page.title().startswith("Not in these minutes")
    assert "What you can try" in page.inner_text("main")
    assert "2 meetings, 21 December 2021 to 17 December 2024" in page.inner_text("main")
    assert page.locator("mark").count() == 0


def test_a_suggested_question_is_answered(visit):
    page = visit.open()
    suggested = page.locator(".minuted-examples button").first
    question = suggested.inner_text()
    suggested.click()
    page.wait_for_selector("#answer")
    assert questions_shown(page) == [question]


@pytest.mark.parametrize(
    ("question", "problem"), [("", "Type a question"), ("x" * 301, "at most 300 characters")]
)
def test_a_question_that_cannot_be_asked_is_explained_and_kept(visit, question, problem):
    visit.open()
    page = visit.ask(question)
    assert problem in page.inner_text(".govuk-error-summary")
    page.click(".govuk-error-summary a")
    assert page.evaluate("document.activeElement.id") == "question"
    assert page.input_value("#question") == question


def test_without_javascript_the_quote_can_be_selected_with_its_citation(browser, service):
    with visiting(browser, service, java_script_enabled=False) as visit:
        visit.open()
        page = visit.ask(ANSWERED)
        page.click("text=Quote with citation, to copy")
        text = page.inner_text(".minuted-copy__text")
        assert "85 arrests" in text
        assert f"{service}/meetings/spcb-2021-12-21/passages/" in text


def test_with_javascript_the_quote_is_copied_with_its_citation(scripted):
    scripted.open()
    page = scripted.ask(ANSWERED)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("text=Copy quote with citation")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "85 arrests" in copied
    assert "Strategic Policing and Crime Board, 21 December 2021" in copied


def test_with_javascript_the_answer_comes_without_another_page_and_is_focused(scripted):
    page = scripted.open()
    page.evaluate("window.sameDocument = true")
    page.fill("#question", ANSWERED)
    page.press("#question", "Enter")
    page.wait_for_selector("#answer")
    assert page.evaluate("window.sameDocument")
    assert page.evaluate("document.activeElement.id") == "answer"
    assert "passage" in page.inner_text("body > [role=status]")
    assert page.url == scripted.address + "/"


def test_with_javascript_a_lost_connection_keeps_the_question(scripted):
    page = scripted.open()
    page.context.set_offline(True)
    page.fill("#question", ANSWERED)
    page.click(".minuted-ask button[type=submit]")
    page.wait_for_selector("text=The answer could not be loaded")
    assert page.input_value("#question") == ANSWERED
    page.context.set_offline(False)
    scripted.troubles.clear()
    assert scripted.ask(ANSWERED).title().startswith("Answer")


@WITH_AND_WITHOUT
def test_whoever_asks_too_often_is_told_how_long_to_wait(browser, built_folder, scripts):
    with (
        served(built_folder, MINUTED_REQUESTS_PER_MINUTE="1") as address,
        visiting(browser, address, java_script_enabled=scripts) as visit,
    ):
        page = visit.open()
        page.fill("#question", ANSWERED)
        page.click(".minuted-ask button[type=submit]")
        page.wait_for_selector("text=You have asked for too much at once")
        assert "seconds, then try again" in page.inner_text("main")
        if scripts:
            assert page.input_value("#question") == ANSWERED
        visit.troubles.clear()


STATES = {
    "start": lambda visit: visit.open(),
    "answer": lambda visit: (visit.open(), visit.ask(ANSWERED)),
    "answer opened": lambda visit: (
        visit.open(),
        visit.ask(ANSWERED),
        [summary.click() for summary in visit.page.query_selector_all("summary")],
    ),
    "follow-up with a filter": lambda visit: (visit.open(), visit.ask(ANSWERED), visit.ask(LATER)),
    "not in the minutes": lambda visit: (visit.open(), visit.ask(UNANSWERED)),
    "nothing asked": lambda visit: (visit.open(), visit.ask("")),
    "too long": lambda visit: (visit.open(), visit.ask("burglary" * 40)),
    "about": lambda visit: visit.open("/about"),
    "accuracy": lambda visit: visit.open("/accuracy"),
    "privacy": lambda visit: visit.open("/privacy"),
    "accessibility": lambda visit: visit.open("/accessibility"),
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_found_wrong_with_any_state_at_any_width(browser, service, state):
    with visiting(browser, service) as visit:
        STATES[state](visit)
        for width in visit.at_every_width():
            assert visit.violations() == [], width
            assert not visit.scrolls_sideways(), width


@pytest.mark.parametrize("state", ["answer opened", "not in the minutes"])
def test_everything_is_reached_by_keyboard_and_seen_when_focused(browser, service, state):
    with visiting(browser, service, 320) as visit:
        STATES[state](visit)
        visit.page.focus(".govuk-skip-link")
        reached = list(visit.walk())
        assert [trouble for trouble in reached if trouble[1]] == []
        assert any(element.startswith("TEXTAREA question") for element, _ in reached)
        assert reached[-1][0].endswith("Accessibility")


def test_a_question_is_asked_and_read_by_keyboard_alone(scripted):
    page = scripted.open()
    for element, _ in scripted.walk():
        if element.startswith("TEXTAREA question"):
            break
    page.keyboard.type(ANSWERED)
    page.keyboard.press("Enter")
    page.wait_for_selector("mark")
    following = [element for element, _ in scripted.walk(3)]
    assert following[0].startswith("A Strategic Policing")


@pytest.mark.parametrize("state", ["start", "answer opened", "not in the minutes"])
def test_text_of_twice_the_size_fits_a_small_screen(browser, service, state):
    with visiting(browser, service, 640) as visit:
        STATES[state](visit)
        visit.page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert not visit.scrolls_sideways()


def test_nothing_moves_while_an_answer_loads(browser, service):
    with visiting(browser, service, 360) as visit:
        page = visit.open()
        page.evaluate(
            "window.shifted = 0; new PerformanceObserver((list) => list.getEntries().forEach("
            "(entry) => { if (!entry.hadRecentInput) window.shifted += entry.value; })"
            ").observe({type: 'layout-shift', buffered: true})"
        )
        page.wait_for_timeout(500)
        assert page.evaluate("window.shifted") == 0


def test_the_first_answer_weighs_less_than_60_kilobytes(visit):
    weights = []
    visit.page.on(
        "requestfinished", lambda request: weights.append(request.sizes()["responseBodySize"])
    )
    visit.open()
    visit.ask("What was said about violence?")
    visit.page.wait_for_load_state("networkidle")
    assert 10_000 < sum(max(weight, 0) for weight in weights) < 60_000


def test_in_forced_colours_the_lines_that_answer_are_still_told_apart(browser, service):
    with visiting(browser, service, forced_colors="active") as visit:
        visit.open()
        page = visit.ask(ANSWERED)
        line = page.locator("mark").first
        assert line.evaluate("each => getComputedStyle(each).textDecorationLine") == "underline"
        assert int(line.evaluate("each => getComputedStyle(each).fontWeight")) >= 700


def test_on_paper_stand_the_questions_their_limits_and_quotes_and_no_forms(visit):
    visit.open()
    page = visit.ask(LATER)
    page.emulate_media(media="print")
    assert page.locator(".minuted-filter", has_text="2021").is_visible()
    assert page.locator("mark").first.is_visible()
    assert not page.locator(".minuted-ask").is_visible()
    assert not page.locator("nav").first.is_visible()
