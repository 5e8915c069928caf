"""What readers say of answers: what is kept, for how long, and what becomes of it."""

import json
import stat
from dataclasses import replace
from datetime import date, timedelta

import pytest
from lxml import html
from starlette.testclient import TestClient
from typer.testing import CliRunner

from eval.questions import parse_question
from index.errors import BadSettings
from minuted import app
from qa import AnswerStatus, LiveAnswerer
from web import feedback_store
from web.app import create_app
from web.feedback import Feedback, accepted_line, question_line
from web.feedback_store import FeedbackStore
from web.settings import Settings

QUESTION = "how many drink drivers were arrested?"
UNANSWERED = "What is the capital of Mongolia?"
CANARY = b"zanzibarcanary"
ASKED = json.dumps({"question": QUESTION, "history": [], "evidence": [], "filters": {}})


@pytest.fixture
def file(tmp_path):
    return tmp_path / "feedback.sqlite"


@pytest.fixture
def store(file):
    return FeedbackStore(file, 30)


@pytest.fixture
def client(built_folder, file):
    settings = Settings(feedback_file=str(file))
    return TestClient(create_app(LiveAnswerer(built_folder), settings))


def form_under(client, question, **fields):
    page = html.fromstring(client.post("/ask", data={"question": question, **fields}).text)
    (form,) = page.xpath("//form[@action='/feedback']")
    return form


def give(client, form, useful, ticked=False, comment=""):
    box = form.xpath(".//input[@type='checkbox']")[0]
    sent = {**dict(form.form_values()), "useful": useful, "comment": comment}
    return client.post(
        "/feedback", data=sent | ({box.get("name"): box.get("value")} if ticked else {})
    )


def given(**changes):
    return replace(
        Feedback(useful=False, status=AnswerStatus.ANSWERED, comment="No.", asked=ASKED), **changes
    )


def test_nobody_is_asked_unless_a_file_is_set(built_folder):
    client = TestClient(create_app(LiveAnswerer(built_folder), Settings()))
    assert "/feedback" not in client.post("/ask", data={"question": QUESTION}).text
    assert client.post("/feedback", data={"useful": "yes", "status": "answered"}).status_code == 404
    assert "stored." in client.get("/privacy").text


@pytest.mark.parametrize("useful", ["yes", "no"])
def test_yes_or_no_is_kept_with_the_day_the_outcome_and_the_comment(client, file, useful):
    form = form_under(client, QUESTION)
    assert not form.xpath(".//input[@checked]")
    response = give(client, form, useful, comment=" Good\r\nwork ")
    assert "Thank you" in response.text
    (entry,) = FeedbackStore(file, 30).entries()
    assert (entry.useful, entry.comment) == (useful == "yes", "Good\r\nwork")
    assert (entry.status, entry.given_on) == (AnswerStatus.ANSWERED, date.today())
    assert entry.generation
    assert (entry.asked, entry.question) == ("", "")


def test_no_word_of_a_question_is_kept_without_agreement(client, file, tmp_path):
    question = f"was {CANARY.decode()} arrested for burglary?"
    form = form_under(client, question, history=[question])
    give(client, form, "no", comment="not right")
    sent = {"useful": "no", "status": "answered", "question": question, "history": question}
    assert client.post("/feedback", data=sent).status_code == 200
    assert len(FeedbackStore(file, 30).entries()) == 2
    assert not [path for path in tmp_path.rglob("*") if CANARY in holds(path)]


def holds(path):
    return path.read_bytes().lower() if path.is_file() else b""


def test_a_question_is_kept_with_those_before_it_where_the_box_was_ticked(client, file):
    form = form_under(client, "and how many arrests?", history=[QUESTION], body="SPCB")
    assert "those before it" in form.text_content()
    give(client, form, "yes", ticked=True)
    (entry,) = FeedbackStore(file, 30).entries()
    assert entry.question == "and how many arrests?"
    line = question_line(entry)
    assert (line["history"], line["filters"]) == ([QUESTION], {"body": "SPCB"})


def test_what_was_useful_becomes_a_question_that_can_be_evaluated(client, file):
    for question in (QUESTION, UNANSWERED):
        give(client, form_under(client, question), "yes", ticked=True)
    answered, unanswered = map(question_line, FeedbackStore(file, 30).entries())
    found = parse_question(json.dumps(answered), "")
    assert "85 arrests" in next(found.spans).quote
    assert found.answerable
    assert not parse_question(json.dumps(unanswered), "").answerable


def test_a_complaint_must_be_looked_at_before_it_is_evaluated(store):
    store.add(given())
    line = json.dumps(question_line(store.entries()[0]))
    with pytest.raises(ValueError, match="'answerable' must be"):
        parse_question(line, "")


def test_an_accepted_complaint_has_the_words_of_the_minutes_that_answer(built):
    words = "The Commissioner highlighted his Budget Consultation"
    line = accepted_line(built, given(id=7), [words])
    assert line["id"] == "feedback-7"
    assert line["evidence"] == [{"meeting": "spcb-2021-12-21", "item": "1", "quote": words}]
    assert parse_question(json.dumps(line), "").answerable
    assert not accepted_line(built, given(), [])["answerable"]
    with pytest.raises(ValueError, match="do not say exactly"):
        accepted_line(built, given(), ["The Commissioner opened a zoo"])


@pytest.mark.parametrize(
    "asked",
    [
        "not JSON",
        "[]",
        '{"question": 1}',
        '{"question": "q"}',
        '{"question": "q", "evidence": ["x"]}',
        json.dumps({"question": "x" * 20_000, "evidence": []}),
    ],
    ids=["text", "list", "number", "no evidence", "evidence", "long"],
)
def test_what_no_page_of_ours_sends_is_refused(client, file, asked):
    sent = {"useful": "no", "status": "answered", "asked": asked}
    assert client.post("/feedback", data=sent).status_code == 422
    assert FeedbackStore(file, 30).entries() == []


@pytest.mark.parametrize(
    "changed", [{"useful": "perhaps"}, {"status": "x"}, {"comment": "x" * 3000}]
)
def test_what_does_not_fit_is_refused(client, changed):
    sent = {"useful": "no", "status": "answered"} | changed
    assert client.post("/feedback", data=sent).status_code == 422


def test_what_cannot_be_kept_is_said_to_be_lost(client, file, caplog):
    file.unlink()
    response = client.post("/feedback", data={"useful": "no", "status": "answered"})
    assert response.status_code == 503
    assert "could not be kept" in response.text
    assert "Feedback could not be kept" in caplog.text


def test_what_is_too_old_is_deleted_with_its_bytes(file):
    canary = CANARY.decode()
    old = date.today() - timedelta(days=31)
    FeedbackStore(file, 365).add(given(given_on=old, comment=canary))
    FeedbackStore(file, 365).add(given(given_on=old + timedelta(days=1), comment="kept"))
    assert CANARY in file.read_bytes()
    FeedbackStore(file, 30).forget()
    assert [entry.comment for entry in FeedbackStore(file, 30).entries()] == ["kept"]
    assert CANARY not in file.read_bytes()


def test_only_the_last_ones_are_kept_and_numbers_are_never_used_again(store, monkeypatch):
    monkeypatch.setattr(feedback_store, "MOST", 3)
    for number in range(5):
        store.add(given(comment=str(number)))
    assert [(each.id, each.comment) for each in store.entries()] == [(3, "2"), (4, "3"), (5, "4")]


def test_only_its_owner_may_read_the_file(store):
    assert stat.S_IMODE(store.file.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_is_a_problem_before_anything_is_served(tmp_path):
    with pytest.raises(BadSettings, match="cannot be kept in"):
        FeedbackStore(tmp_path / "none" / "feedback.sqlite", 30)


def command(*arguments):
    return CliRunner().invoke(app, ["feedback", *map(str, arguments)])


def test_the_command_lists_what_was_said(store):
    store.add(given(useful=True, comment="=1+1"))
    store.add(given(asked=""))
    table = command("--file", store.file).output
    assert QUESTION in table
    assert "1 of 2 found what they were looking for." in table
    rows = command("--file", store.file, "--csv").output.splitlines()
    assert len(rows) == 3
    assert "'=1+1" in rows[1]
    (line,) = command("--file", store.file, "--jsonl").output.splitlines()
    assert json.loads(line)["comment"] == "=1+1"


def test_the_command_accepts_a_complaint(store, built_folder):
    store.add(given())
    found = command("--file", store.file, "--accept", 1, "--index", built_folder)
    assert json.loads(found.output)["answerable"] is False
    for wrong in (["--accept", 2], ["--accept", 1, "--evidence", "a zoo was opened"]):
        assert command("--file", store.file, *wrong, "--index", built_folder).exit_code == 1


def test_the_command_says_that_nothing_is_kept(monkeypatch):
    monkeypatch.delenv("MINUTED_FEEDBACK_FILE", raising=False)
    assert command().exit_code == 1
