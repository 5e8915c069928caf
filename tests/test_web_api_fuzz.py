"""Requests made from the description of the API, right and wrong ones."""

from itertools import chain

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from qa import LiveAnswerer
from web.app import create_app
from web.settings import Settings

OPERATIONS = [
    ("POST", "/ask"),
    ("GET", "/search"),
    ("POST", "/search"),
    ("GET", "/meetings"),
    ("GET", "/meetings/{meeting_id}"),
    ("GET", "/passages/{passage_id}"),
    ("GET", "/people"),
    ("GET", "/actions"),
    ("POST", "/check-quote"),
]
QUICKLY = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def described(series_folder):
    service = create_app(LiveAnswerer(series_folder), Settings(requests_per_minute=0))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", service)


def test_every_operation_is_tried(described):
    found = {
        (method.upper(), path)
        for path, operations in described.raw_schema["paths"].items()
        for method in operations
    }
    assert found == set(OPERATIONS)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_reply_to_a_right_request_is_as_the_description_says(described, method, path):
    call_all(described[path][method], GenerationMode.POSITIVE)


# Any text may be an id, so a request for one thing cannot be wrong.
@pytest.mark.parametrize(("method", "path"), [each for each in OPERATIONS if "{" not in each[1]])
def test_every_wrong_request_is_refused_with_a_problem(described, method, path):
    call_all(described[path][method], GenerationMode.NEGATIVE)


def test_all_that_is_held_is_as_the_description_says(described, series):
    passages: list[str] = []
    for entry in series.store.meetings():
        reply = call_for(described, "meeting_id", entry.id)
        passages += chain.from_iterable(reply.json()["passage_ids"].values())
    assert len(passages) > 10
    for passage in passages:
        call_for(described, "passage_id", passage)


def call_for(described, name, value):
    operation = described[f"/{name.removesuffix('_id')}s/{{{name}}}"]["GET"]
    reply = operation.Case(path_parameters={name: value}).call_and_validate()
    assert reply.status_code == 200
    return reply


def call_all(operation, mode):
    @QUICKLY
    @given(operation.as_strategy(generation_mode=mode))
    def call(case):
        case.call_and_validate()

    call()
