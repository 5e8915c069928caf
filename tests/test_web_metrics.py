"""What is counted of a service, in Prometheus's own form; and that it holds no question."""

from datetime import datetime

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from qa import LiveAnswerer
from web.app import create_app
from web.settings import Settings

ANSWERED = "how many drink drivers were arrested?"
UNANSWERED = "What is the capital of Mongolia?"
CANARY = "quinoacanary"


@pytest.fixture
def client(built_folder) -> TestClient:
    return TestClient(create_app(LiveAnswerer(built_folder), Settings(metrics=True)))


def samples(client):
    """Every value that is served, by its name and its labels."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {
        (each.name, *sorted(each.labels.values())): each.value
        for family in families
        for each in family.samples
    }


def test_nothing_is_served_unless_set(built_folder):
    client = TestClient(create_app(LiveAnswerer(built_folder), Settings()))
    assert client.get("/metrics").status_code == 404


def test_requests_are_counted_and_timed_by_the_pattern_of_their_address(client):
    client.get("/meetings/spcb-2021-12-21")
    client.get("/meetings/none")
    client.get(f"/{CANARY}")
    client.get("/api/v1/meetings/spcb-2021-12-21")
    client.request("MADEUP", "/about")
    found = samples(client)
    named = "minuted_requests_total"
    assert found[named, "/meetings/{meeting_id}", "200", "GET"] == 1
    assert found[named, "/meetings/{meeting_id}", "404", "GET"] == 1
    assert found[named, "/api/v1/meetings/{meeting_id}", "200", "GET"] == 1
    assert found[named, "404", "GET", "none"] == 1
    assert found[named, "/about", "405", "other"] == 1
    assert found["minuted_request_seconds_count", "/meetings/{meeting_id}"] == 2


def test_answers_are_counted_once_however_they_were_asked_for(client):
    client.post("/ask", data={"question": ANSWERED, "history": [UNANSWERED, UNANSWERED]})
    client.post("/ask", data={"question": ""})
    for path in ("/api/ask", "/api/v1/ask"):
        client.post(path, json={"question": UNANSWERED})
    found = samples(client)
    assert found["minuted_answers_total", "answered"] == 1
    assert found["minuted_answers_total", "not_in_minutes"] == 2
    assert found["minuted_answer_seconds_count", "total"] == 3
    assert 0 < found["minuted_answer_seconds_sum", "total"] < 60


def test_the_live_generation_is_told(client, built):
    found = samples(client)
    assert found["minuted_index_info", built.id] == 1
    assert (found["minuted_ready",], found["minuted_meetings",]) == (1, 2)
    made = datetime.fromisoformat(built.manifest.built_at).timestamp()
    assert found["minuted_built_timestamp_seconds",] == made
    assert found["process_resident_memory_bytes",] > 1_000_000


def test_without_an_index_the_service_is_not_ready(tmp_path):
    client = TestClient(create_app(LiveAnswerer(tmp_path), Settings(metrics=True)))
    assert samples(client)["minuted_ready",] == 0


def test_who_watches_is_never_refused(tmp_path):
    settings = Settings(metrics=True, requests_per_minute=1, off=True)
    client = TestClient(create_app(LiveAnswerer(tmp_path), settings))
    assert {client.get("/metrics").status_code for _ in range(3)} == {200}


def test_no_word_of_a_question_is_counted(client):
    question = f"was {CANARY} arrested for burglary?"
    client.post("/ask", data={"question": question, "history": question, "body": CANARY})
    client.post("/api/v1/ask", json={"question": question, "meeting": CANARY})
    client.get("/search", params={"text": question})
    client.get(f"/people/{CANARY}")
    client.get(f"/{CANARY}", headers={"user-agent": CANARY})
    client.request(CANARY.upper(), f"/api/v1/{CANARY}")
    assert CANARY not in client.get("/metrics").text.lower()
