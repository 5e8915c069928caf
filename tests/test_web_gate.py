import pytest
from starlette.testclient import TestClient

from qa import LiveAnswerer
from web.app import create_app
from web.settings import Settings
from web.static_files import read_manifest


@pytest.fixture
def client_with(tmp_path):
    """A client of a service without an index: the gate does not need one."""
    return lambda **settings: TestClient(
        create_app(LiveAnswerer(tmp_path), Settings(**settings)), raise_server_exceptions=False
    )


@pytest.mark.parametrize("path", ["/", "/meetings", "/privacy", "/nothing"])
def test_a_service_that_is_switched_off_says_so_on_every_page(client_with, path):
    response = client_with(off=True, off_message="Back on Monday.").get(path)
    assert response.status_code == 503
    assert "switched off just now" in response.text
    assert "Back on Monday." in response.text


def test_a_service_that_is_switched_off_says_so_to_programs(client_with):
    response = client_with(off=True).post("/api/ask", json={"question": "burglary?"})
    assert response.status_code == 503
    assert response.json() == {"detail": "This service is switched off just now."}


def test_a_service_that_is_switched_off_still_has_its_styles_and_says_that_it_lives(client_with):
    client = client_with(off=True)
    assert client.get("/healthz").status_code == 200
    assert client.get(read_manifest()["minuted.css"]).status_code == 200


def test_too_many_requests_are_refused_with_the_time_to_wait(client_with):
    client = client_with(requests_per_minute=2)
    assert [client.get("/privacy").status_code for _ in range(2)] == [200, 200]
    page, answer = client.get("/privacy"), client.post("/api/ask", json={"question": "x"})
    assert (page.status_code, answer.status_code) == (429, 429)
    assert 1 <= int(page.headers["retry-after"]) <= 30
    assert f"Wait {page.headers['retry-after']} seconds" in page.text
    assert answer.json() == {"detail": "You have asked for too much at once."}
    assert "content-security-policy" in page.headers


def test_styles_and_signs_of_life_are_never_counted(client_with):
    client = client_with(requests_per_minute=1)
    paths = ["/healthz", read_manifest()["minuted.js"], "/theme/aa0000.css"] * 5
    assert {client.get(path).status_code for path in paths} == {200}


def test_only_the_hosts_that_are_allowed_are_answered(client_with):
    client = client_with(allowed_hosts=("minutes.example.org", "*.example.net"))
    hosts = ["minutes.example.org", "MINUTES.example.org:443", "a.example.net", "example.org", "x"]
    statuses = [client.get("/privacy", headers={"host": host}).status_code for host in hosts]
    assert statuses == [200, 200, 200, 400, 400]


def test_any_host_is_answered_unless_told_otherwise(client_with):
    assert client_with().get("/privacy", headers={"host": "anything"}).status_code == 200
