import pytest
from starlette.testclient import TestClient

from qa import Limits, LiveAnswerer
from web.app import create_app
from web.settings import Settings

DRINK_DRIVING = "how many drink drivers were arrested?"


@pytest.fixture(scope="module")
def live(built_folder) -> LiveAnswerer:
    return LiveAnswerer(built_folder)


@pytest.fixture(scope="module")
def client(live) -> TestClient:
    return TestClient(create_app(live, Settings()))


@pytest.fixture
def unbuilt(tmp_path) -> TestClient:
    return TestClient(create_app(LiveAnswerer(tmp_path), Settings()))


def untimed(answer):
    return {name: value for name, value in answer.items() if name != "timings_ms"}


def test_the_api_gives_the_same_answer_as_the_answerer(client, live):
    response = client.post("/api/ask", json={"question": DRINK_DRIVING})
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    assert untimed(response.json()) == untimed(live.answer(DRINK_DRIVING).to_json())
    assert response.json()["quotes"] or response.json()["nearest"]


def test_the_api_takes_the_questions_before(client, live):
    history = ["What is being done about burglary?"]
    response = client.post("/api/ask", json={"question": "how many arrests?", "history": history})
    assert untimed(response.json()) == untimed(live.answer("how many arrests?", history).to_json())


@pytest.mark.parametrize(
    ("given", "limits"),
    [
        ({"meeting": "spcb-2021-12-21"}, Limits(meeting="spcb-2021-12-21")),
        (
            {"body": "Strategic Policing and Crime Board"},
            Limits(body="Strategic Policing and Crime Board"),
        ),
        ({"ignore": ["dates", "people"]}, Limits(ignore=frozenset({"dates", "people"}))),
        ({"from": None, "to": ""}, Limits()),
    ],
)
def test_the_api_takes_limits(client, live, given, limits):
    response = client.post("/api/ask", json={"question": DRINK_DRIVING, **given})
    assert untimed(response.json()) == untimed(live.answer(DRINK_DRIVING, (), limits).to_json())


def test_the_api_takes_dates(client):
    given = {"question": DRINK_DRIVING, "from": "2022-01-01", "to": "2024-12-31"}
    answer = client.post("/api/ask", json=given).json()
    assert (answer["coverage"]["searched"], answer["understood"]["from"]) == (1, "2022-01-01")


@pytest.mark.parametrize("question", ["", "  ", "a " * 5000])
def test_a_question_that_cannot_be_searched_has_a_status_of_its_own(client, question):
    response = client.post("/api/ask", json={"question": question})
    assert response.status_code == 200
    assert response.json()["status"] in ("question_empty", "question_too_long")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "request: Field required"),
        (b"{", "The request is not valid JSON"),
        (b"\xff", None),
        (b"[]", "request: "),
        (b"{}", "question: Field required"),
        (b'{"question": 7}', "question: "),
        (b'{"question": null}', "question: "),
        (b'{"question": "x\\ud800"}', "question: this text holds half of a character"),
        (b'{"question": "x", "history": ["\\udfff"]}', "history.0: "),
        (b'{"question": "x", "from": "2021"}', "from: '2021' is not a date"),
        (b'{"question": "x", "to": 2021}', "to: a date is a text"),
        (b'{"question": "x", "ignore": ["everything"]}', "ignore.0: "),
        (b'{"question": "x", "form": "2021-01-01"}', "form: "),
        (b"[" * 10_000, None),
    ],
)
def test_a_request_that_cannot_be_read_is_explained(client, body, says):
    response = client.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert response.status_code in ((422,) if says else (400, 422))
    assert response.json()["detail"].startswith(says or "")


@pytest.mark.parametrize("question", ["\x00\x01\x1b[31m", "a" * 10_000, "\u202e", "👮🏽‍♀️" * 99])
def test_odd_questions_get_an_answer(client, question):
    response = client.post("/api/ask", json={"question": question, "history": [question]})
    assert response.status_code == 200
    assert response.json()["status"]


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/api/ask", 405), ("POST", "/api/nothing", 404)]
)
def test_errors_of_the_api_are_json(client, method, path, status):
    response = client.request(method, path)
    assert response.status_code == status
    assert response.json()["detail"]


def test_nothing_built_is_an_answer_with_its_own_status(unbuilt):
    response = unbuilt.post("/api/ask", json={"question": DRINK_DRIVING})
    assert response.status_code == 503
    assert response.json()["status"] == "no_index"


def test_health_does_not_depend_on_what_is_built(client, unbuilt):
    assert (client.get("/healthz").text, unbuilt.get("/healthz").text) == ("ok", "ok")


def test_the_service_is_ready_when_the_index_is_open(client):
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (200, "ok")


def test_the_service_is_not_ready_before_anything_is_built(unbuilt, tmp_path):
    response = unbuilt.get("/readyz")
    assert (response.status_code, response.text) == (503, "no minutes have been loaded")


def test_the_description_of_the_api_is_served_only_when_asked_for(client, live):
    assert client.get("/openapi.json").status_code == 404
    described = TestClient(create_app(live, Settings(docs=True)))
    assert list(described.get("/openapi.json").json()["paths"]) == ["/api/ask"]
    assert described.get("/docs").status_code == 404
