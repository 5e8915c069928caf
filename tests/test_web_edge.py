import logging

import pytest
from starlette.testclient import TestClient

from qa import Answerer, LiveAnswerer
from web.app import create_app
from web.safe_headers import SAFE_HEADERS
from web.settings import Settings
from web.static_files import read_manifest

PRIVATE = "was my neighbour arrested for burglary"


class Broken(Answerer):
    """Fails in a way that carries the question in the error's own text."""

    def answer(self, question, history=(), limits=None):
        raise KeyError(question)


@pytest.fixture(scope="module")
def client(built_folder) -> TestClient:
    return TestClient(create_app(LiveAnswerer(built_folder), Settings()))


@pytest.fixture(scope="module")
def broken(built_folder) -> TestClient:
    live = LiveAnswerer(built_folder)
    live._answerer = Broken(live.built)
    return TestClient(create_app(live, Settings()))


@pytest.fixture
def unbuilt(tmp_path) -> TestClient:
    return TestClient(create_app(LiveAnswerer(tmp_path), Settings()))


def answers(client, broken, unbuilt):
    """One response for every status that the service gives."""
    return [
        client.get("/"),
        client.get(read_manifest()["minuted.css"]),
        client.get("/healthz"),
        client.get("/meetings/spcb-2021-12-21/original"),
        client.post("/ask", data={"question": PRIVATE}),
        client.get("/ask", follow_redirects=False),
        client.get("/nothing"),
        client.post("/meetings"),
        client.post("/ask", data={"question": "x" * 70_000}),
        client.post("/api/ask", json={}),
        broken.post("/ask", data={"question": PRIVATE}),
        unbuilt.get("/"),
    ]


def test_every_response_carries_the_safe_headers_and_no_cookie(client, broken, unbuilt):
    responses = answers(client, broken, unbuilt)
    statuses = {response.status_code for response in responses}
    assert statuses == {200, 303, 404, 405, 413, 422, 500, 503}
    for response in responses:
        assert {name: response.headers[name] for name in SAFE_HEADERS} == SAFE_HEADERS
        assert "set-cookie" not in response.headers
        kept = "immutable" if response.url.path.startswith("/static/") else "no-"
        assert kept in response.headers["cache-control"]


def test_a_browser_that_came_by_https_is_told_to_stay_with_it(tmp_path):
    app = create_app(LiveAnswerer(tmp_path), Settings())
    by_https, by_http = (
        TestClient(app, base_url=f"{scheme}://testserver").get("/privacy").headers
        for scheme in ("https", "http")
    )
    assert by_https["strict-transport-security"] == "max-age=31536000"
    assert "strict-transport-security" not in by_http


def test_pages_may_load_only_files_of_their_own():
    policy = SAFE_HEADERS["Content-Security-Policy"].split("; ")
    assert "default-src 'none'" in policy
    assert {rule.partition(" ")[2] for rule in policy} == {"'self'", "'none'"}


def test_a_question_is_never_logged(client, broken, unbuilt, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    for service in (client, broken, unbuilt):
        service.post("/ask", data={"question": PRIVATE, "history": [PRIVATE], "from": PRIVATE})
        service.post("/ask", data={"question": PRIVATE, "history": [PRIVATE]})
        service.post("/api/ask", json={"question": PRIVATE, "history": 7})
        service.post("/api/ask", json={"question": PRIVATE})
    ours = [record for record in caplog.records if not record.name.startswith("http")]
    written = "".join([*(record.getMessage() for record in ours), *capfd.readouterr()])
    assert "KeyError while answering '/ask'" in written
    assert "neighbour" not in written


def test_an_unexpected_error_is_logged_with_its_place_and_shown_as_a_fixed_sentence(broken, caplog):
    response = broken.post("/ask", data={"question": PRIVATE})
    assert response.status_code == 500
    assert "Something went wrong" in response.text
    assert "KeyError" not in response.text
    assert "in answer_turns" in caplog.text


def test_an_unexpected_error_of_the_api_is_json(broken):
    response = broken.post("/api/ask", json={"question": PRIVATE})
    assert (response.status_code, response.json()) == (500, {"detail": "Something went wrong."})


def test_too_long_a_request_is_refused_as_a_page_or_as_json(client):
    page = client.post("/ask", data={"question": "x" * 65_537})
    assert (page.status_code, "That is too much text" in page.text) == (413, True)
    response = client.post("/api/ask", json={"question": "x" * 65_537})
    assert (response.status_code, response.json()) == (413, {"detail": "That is too much text."})


def test_too_long_a_request_is_refused_when_it_does_not_say_its_length(client):
    pieces = (b"question=" if not number else b"x" * 1000 for number in range(70))
    headers = {"content-type": "application/x-www-form-urlencoded"}
    response = client.post("/ask", content=pieces, headers=headers)
    assert response.status_code == 413
    assert "That is too much text" in response.text


def test_a_request_of_the_allowed_length_is_read(client):
    body = b"question=" + b"x" * (Settings().max_request_bytes - len(b"question="))
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/ask", content=body, headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/", "/meetings", "/meetings/spcb-2021-12-21"])
def test_pages_say_that_nothing_has_been_loaded_and_what_to_do(unbuilt, path):
    response = unbuilt.get(path)
    assert response.status_code == 503
    assert "No minutes have been loaded yet" in response.text
    assert "minuted build" in response.text


def test_asking_says_that_nothing_has_been_loaded(unbuilt):
    response = unbuilt.post("/ask", data={"question": PRIVATE})
    assert response.status_code == 503
    assert "No minutes have been loaded yet" in response.text


def test_a_damaged_index_is_an_error_that_names_no_folder(tmp_path, caplog):
    (tmp_path / "CURRENT").write_text("20240101\n")
    damaged = TestClient(create_app(LiveAnswerer(tmp_path), Settings()))
    page, ready = damaged.get("/"), damaged.get("/readyz")
    assert (page.status_code, ready.status_code) == (503, 503)
    assert str(tmp_path) not in page.text + ready.text
    assert "BuiltIndexDamaged" in caplog.text


def test_the_name_of_the_service_is_a_setting(built_folder):
    named = TestClient(create_app(LiveAnswerer(built_folder), Settings("Board & minutes")))
    assert "Board &amp; minutes" in named.get("/").text
