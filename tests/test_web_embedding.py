import pytest
from starlette.testclient import TestClient

from qa import LiveAnswerer
from web.app import create_app
from web.safe_headers import SAFE_HEADERS
from web.settings import Settings

SITES = ("https://council.example", "https://*.board.example:8443")
PATHS = ["/embed", "/embed.js", "/embed/ask"]


@pytest.fixture(scope="module")
def client(built_folder) -> TestClient:
    return TestClient(create_app(LiveAnswerer(built_folder), Settings(embed_origins=SITES)))


def ancestors(response):
    policy = response.headers["content-security-policy"]
    return policy.partition("frame-ancestors ")[2]


@pytest.mark.parametrize("path", PATHS)
def test_the_chat_may_be_shown_by_the_sites_that_are_named_and_no_other(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert ancestors(response) == " ".join(SITES)
    assert "x-frame-options" not in response.headers
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize("path", ["/", "/meetings", "/privacy", "/nothing", "/api/v1/meetings"])
def test_no_other_page_may_be_shown_by_other_sites(client, path):
    headers = client.get(path).headers
    assert {name: headers[name] for name in SAFE_HEADERS} == SAFE_HEADERS


@pytest.mark.parametrize("path", PATHS)
def test_without_the_setting_there_is_nothing_to_show(built_folder, path):
    response = TestClient(create_app(LiveAnswerer(built_folder), Settings())).get(path)
    assert (response.status_code, ancestors(response)) == (404, "'none'")


def test_problems_of_the_chat_are_shown_in_the_frame_too(tmp_path):
    settings = Settings(embed_origins=SITES)
    response = TestClient(create_app(LiveAnswerer(tmp_path), settings)).get("/embed")
    assert (response.status_code, ancestors(response)) == (503, " ".join(SITES))
    assert "No minutes have been loaded yet" in response.text
    assert "<nav" not in response.text
