"""Tests of the versioned API, on the index of a small series."""

import re

import pytest
from starlette.testclient import TestClient

from qa import LiveAnswerer
from web.app import create_app
from web.problems import MEDIA_TYPE
from web.settings import Settings

CHANNEL = "What will dredging the north channel cost?"


@pytest.fixture(scope="module")
def live(series_folder) -> LiveAnswerer:
    return LiveAnswerer(series_folder)


@pytest.fixture(scope="module")
def client(live) -> TestClient:
    return TestClient(create_app(live, Settings()))


def got(client, path, **params):
    response = client.get(f"/api/v1{path}", params=params)
    assert response.status_code == 200, response.text
    return response.json()


def posted(client, path, **body):
    response = client.post(f"/api/v1{path}", json=body)
    assert response.status_code == 200, response.text
    return response.json()


def test_asking_gives_the_same_answer_as_before_versions(client):
    asked = {"question": CHANNEL, "from": "2024-03-01"}
    answers = [client.post(path, json=asked).json() for path in ("/api/ask", "/api/v1/ask")]
    for answer in answers:
        answer.pop("timings_ms")
    assert answers[0] == answers[1]
    assert answers[0]["quotes"]


def test_every_quote_stands_at_its_offsets_in_the_text_of_its_meeting(client):
    found = posted(client, "/search", text="channel")
    assert found["total"] == len(found["hits"]) > 1
    for hit in found["hits"]:
        text = got(client, f"/meetings/{hit['quote']['citation']['meeting']}")["text"]
        assert all(
            text[line["start"] : line["end"]] == line["text"] for line in hit["quote"]["lines"]
        )
        assert all(text[start:end].lower() == "channel" for start, end in hit["marks"])


def test_a_passage_is_read_by_the_id_that_search_gives(client):
    (hit, *_) = posted(client, "/search", text='"slipway fund"')["hits"]
    passage = got(client, f"/passages/{hit['passage']}")
    assert hit["quote"]["text"] in passage["text"]
    assert passage["citation"] == hit["quote"]["citation"]
    before = got(client, f"/passages/{passage['previous']}")
    assert before["following"] == hit["passage"]


def test_a_meeting_names_all_its_passages_under_their_items(client):
    meeting = got(client, f"/meetings/{got(client, '/meetings')['meetings'][0]['id']}")
    assert meeting["date"] == "2024-03-04"
    assert {str(item["position"]) for item in meeting["items"]} == set(meeting["passage_ids"])
    for position, ids in meeting["passage_ids"].items():
        for name in ids:
            cited = got(client, f"/passages/{name}")["citation"]
            assert cited["item_title"] == meeting["items"][int(position)]["title"]


def test_words_searched_in_the_address_find_what_a_body_finds(client):
    asked = {"text": "moorings", "kind": ["action", "decision"], "order": "newest"}
    assert got(client, "/search", **asked) == posted(client, "/search", **asked)


def test_lists_come_in_pages_that_lead_to_one_another(client):
    people: list[str] = []
    path: str | None = "/api/v1/people?per_page=2"
    while path:
        response = client.get(path)
        people += [each["key"] for each in response.json()["people"]]
        following = re.search(r'<([^>]*)>; rel="next"', response.headers["link"])
        path = following[1] if following else None
    assert people == [each["key"] for each in got(client, "/people", per_page=100)["people"]]
    assert len(people) == response.json()["total"] > 2


def test_actions_are_listed_of_an_owner_with_what_was_said_later(client):
    everyones = got(client, "/actions")
    (own,) = got(client, "/actions", owner="cleo-finch")["actions"]
    assert own in everyones["actions"]
    assert own["owner_keys"] == ["cleo-finch"]
    assert "tenders" in own["later"][0]["text"]


def test_filters_limit_what_is_listed(client):
    assert got(client, "/meetings", **{"from": "2024-06-01"})["total"] == 2
    assert got(client, "/meetings", body="nobody")["meetings"] == []


def test_a_quote_is_checked_and_differences_are_given(client):
    exact = posted(client, "/check-quote", text="The ferry company had not replied.")
    assert (exact["verdict"], exact["total"]) == ("exact", 1)
    nearest = posted(client, "/check-quote", text="The rail company had not replied.")
    assert nearest["verdict"] == "nearest"
    changes = {
        (each["change"], each["words"].strip()) for each in nearest["places"][0]["differences"]
    }
    assert {("left_out", "rail"), ("put_in", "ferry")} <= changes


@pytest.mark.parametrize("path", ["/meetings", "/people", "/actions", "/search?text=channel"])
def test_what_a_client_holds_already_is_not_sent_again(client, path):
    first = client.get(f"/api/v1{path}")
    tag = first.headers["etag"]
    assert first.json()["generation"] in tag
    again = client.get(f"/api/v1{path}", headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(f"/api/v1{path}", headers={"if-none-match": 'W/"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "sent", "status"),
    [
        ("GET", "/nothing", {}, 404),
        ("GET", "/meetings/none", {}, 404),
        ("GET", "/passages/none:0", {}, 404),
        ("GET", "/passages/none", {}, 404),
        ("DELETE", "/meetings", {}, 405),
        ("GET", "/ask", {}, 405),
        ("POST", "/ask", {"content": b"x" * 100_000}, 413),
        ("POST", "/ask", {"content": b"{"}, 422),
        ("POST", "/ask", {"json": {}}, 422),
        ("GET", "/people?page=0", {}, 422),
        ("GET", "/people?pages=1", {}, 422),
        ("GET", "/search?text=x&kind=odd", {}, 422),
    ],
)
def test_every_error_is_a_problem_with_its_details(client, method, path, sent, status):
    response = client.request(method, f"/api/v1{path}", **sent)
    assert (response.status_code, response.headers["content-type"]) == (status, MEDIA_TYPE)
    problem = response.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    assert bool(problem["errors"]) == (status == 422)


def test_an_address_names_all_methods_that_it_takes(client):
    assert client.put("/api/v1/search").headers["allow"] == "GET, POST"
    assert client.put("/api/v1/passages/x").headers["allow"] == "GET"


def test_fields_that_cannot_be_read_are_named(client):
    response = client.post("/api/v1/search", json={"text": "x", "from": "soon", "page": 0})
    assert set(response.json()["errors"]) == {"from", "page"}


def test_an_index_that_is_missing_and_too_many_requests_are_problems(tmp_path):
    client = TestClient(create_app(LiveAnswerer(tmp_path), Settings(requests_per_minute=1)))
    responses = [client.get("/api/v1/meetings") for _ in range(2)]
    assert [response.json()["status"] for response in responses] == [503, 429]
    assert {response.headers["content-type"] for response in responses} == {MEDIA_TYPE}
    assert int(responses[1].headers["retry-after"])


def test_a_fault_of_ours_is_a_problem_that_says_nothing_of_the_question(live, monkeypatch):
    def fail(*_):
        raise RuntimeError("canary")

    monkeypatch.setattr("web.api_maps.list_people", fail)
    client = TestClient(create_app(live, Settings()), raise_server_exceptions=False)
    response = client.get("/api/v1/people")
    assert (response.status_code, response.headers["content-type"]) == (500, MEDIA_TYPE)
    assert "canary" not in response.text


def test_other_sites_may_use_the_api_only_where_that_is_set(live, client):
    origin = {"origin": "https://example.org"}
    allowed = TestClient(create_app(live, Settings(cors_origins=("https://example.org",))))
    header = "access-control-allow-origin"
    assert allowed.get("/api/v1/people", headers=origin).headers[header] == "https://example.org"
    assert header not in allowed.get("/people", headers=origin).headers
    other = {"origin": "https://example.net"}
    assert header not in allowed.get("/api/v1/people", headers=other).headers
    assert header not in client.get("/api/v1/people", headers=origin).headers


def test_the_description_names_every_address_and_problems_by_their_media_type(client):
    described = client.get("/api/v1/openapi.json").json()
    assert set(described["paths"]) == {
        "/ask",
        "/search",
        "/meetings",
        "/meetings/{meeting_id}",
        "/passages/{passage_id}",
        "/people",
        "/actions",
        "/check-quote",
    }
    for operations in described["paths"].values():
        for operation in operations.values():
            assert MEDIA_TYPE in operation["responses"]["422"]["content"]
            assert operation["summary"]
    assert described["servers"] == [{"url": "/api/v1"}]
    assert {"from", "to"} <= set(described["components"]["schemas"]["Coverage"]["properties"])
