"""Saying whether an answer helped, in real Chromium."""

import pytest

from tests.browsing import served, visiting
from web.feedback_store import FeedbackStore

ANSWERED = "how many drink drivers were arrested?"


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("feedback") / "feedback.sqlite"


@pytest.fixture(scope="module")
def asking(built_folder, file):
    with served(built_folder, MINUTED_FEEDBACK_FILE=str(file)) as address:
        yield address


def test_a_reader_says_so_without_leaving_the_answer(browser, asking, file):
    with visiting(browser, asking) as visit:
        visit.open()
        page = visit.ask(ANSWERED)
        assert visit.violations() == []
        page.click("text=Add a comment")
        page.fill("#comment", "with a script")
        page.check("#asked")
        page.click(".minuted-feedback button[value=yes]")
        page.wait_for_selector(".minuted-feedback p:focus:has-text('Thank you')")
        assert "85 arrests" in page.inner_text("mark")
    assert [each.question for each in kept(file, "with a script")] == [ANSWERED]


def test_without_a_script_it_opens_a_tab_and_the_answer_stays(browser, asking, file):
    with visiting(browser, asking, java_script_enabled=False, width=320) as visit:
        visit.open()
        page = visit.ask(ANSWERED)
        page.click("text=Add a comment")
        page.fill("#comment", "without a script")
        with page.context.expect_page() as opened:
            page.click(".minuted-feedback button[value=no]")
        opened.value.wait_for_selector("h1:has-text('Thank you')")
        assert "85 arrests" in page.inner_text("mark")
    assert [each.question for each in kept(file, "without a script")] == [""]


def test_what_cannot_be_sent_is_said_once_and_can_be_sent_again(browser, asking, file):
    with visiting(browser, asking) as visit:
        visit.open()
        page = visit.ask(ANSWERED)
        page.click("text=Add a comment")
        page.fill("#comment", "at the third try")
        page.context.set_offline(True)
        for _ in range(2):
            page.click(".minuted-feedback button[value=no]")
            page.wait_for_selector(".minuted-feedback .govuk-error-message:focus")
        assert page.locator(".minuted-feedback .govuk-error-message").count() == 1
        page.context.set_offline(False)
        page.click(".minuted-feedback button[value=no]")
        page.wait_for_selector(".minuted-feedback p:focus:has-text('Thank you')")
        visit.troubles = [each for each in visit.troubles if "ERR_INTERNET" not in each]
    assert len(kept(file, "at the third try")) == 1


def kept(file, comment):
    return [each for each in FeedbackStore(file, 30).entries() if each.comment == comment]
