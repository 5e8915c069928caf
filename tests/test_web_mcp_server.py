"""Tests of web/mcp_server.py with the client of the protocol's own library."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters

from index.generation import BuiltIndex

ROOT = Path(__file__).parent.parent
MINUTED = [str(ROOT / "minuted.py"), "mcp", "--index"]


def by_stdio(folder, *calls):
    """The results of calls of tools, each a name and its arguments, in one conversation."""
    server = StdioServerParameters(command=sys.executable, args=[*MINUTED, str(folder)])
    return asking(server, *calls)


def asking(server, *calls):
    async def converse():
        async with Client(server) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    # In a thread of its own: the tests in a browser keep a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, converse).result()


@pytest.fixture(scope="module")
def results(series_folder):
    """What one conversation gave, by the name of each call."""
    calls = {
        "answered": ("ask", {"question": "What will dredging the north channel cost?"}),
        "refused": ("ask", {"question": "Who won the football world cup?"}),
        "found": ("search", {"text": '"slipway fund"', "from_date": "2024-06-01"}),
        "nothing": ("search", {"text": "zebra"}),
        "meetings": ("list_meetings", {}),
        "missing": ("read_passage", {"passage": "none"}),
        "wrong": ("search", {"text": "x", "page": 0}),
    }
    given = by_stdio(series_folder, *calls.values())
    return dict(zip(calls, given, strict=True))


def test_an_answer_quotes_the_minutes_word_for_word_and_cites_them(results, series_folder):
    answer = results["answered"].structured_content
    assert answer["status"] == "answered"
    store = BuiltIndex.open(series_folder).store
    for quote in answer["quotes"]:
        meeting = store.meeting(quote["citation"]["meeting"])
        assert meeting
        text = meeting.text
        assert all(text[line["start"] : line["end"]] == line["text"] for line in quote["lines"])
        assert quote["citation"]["label"].startswith("Harbour Board, ")


def test_where_the_minutes_hold_no_answer_it_says_so(results):
    answer = results["refused"].structured_content
    assert (answer["status"], answer["quotes"]) == ("not_in_minutes", [])
    assert "do not seem to answer that" in answer["message"]
    assert results["nothing"].structured_content["total"] == 0


def test_searches_take_limits_and_meetings_are_listed(results):
    (hit,) = results["found"].structured_content["hits"]
    assert hit["quote"]["citation"]["date"] == "2024-06-03"
    days = [each["date"] for each in results["meetings"].structured_content["meetings"]]
    assert days == ["2024-03-04", "2024-06-03", "2024-09-02"]


def test_a_passage_is_read_by_its_id_or_by_the_address_of_its_citation(results, series_folder):
    (hit,) = results["found"].structured_content["hits"]
    names = (hit["passage"], hit["quote"]["citation"]["url"])
    read = by_stdio(series_folder, *(("read_passage", {"passage": name}) for name in names))
    first, second = (each.structured_content for each in read)
    assert first == second
    assert hit["quote"]["text"] in first["text"]


@pytest.mark.parametrize(("call", "says"), [("missing", "no such passage"), ("wrong", "page")])
def test_what_cannot_be_done_is_explained(results, call, says):
    assert results[call].is_error
    assert says in results[call].content[0].text


def test_without_an_index_a_tool_says_so(tmp_path):
    (result,) = by_stdio(tmp_path, ("ask", {"question": "burglary?"}))
    assert result.is_error
    assert "No minutes have been loaded yet" in result.content[0].text


@contextmanager
def serving(folder):
    """The address of the tools offered by HTTP."""
    command = [sys.executable, *MINUTED, str(folder), "--http", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield re.sub(r".* (http://\S+)\s*", r"\1/mcp", process.stdout.readline())
        finally:
            process.terminate()


def test_the_same_tools_are_offered_by_http(series_folder, results):
    asked = ("search", {"text": '"slipway fund"', "from_date": "2024-06-01"})
    with serving(series_folder) as address:
        (found,) = asking(address, asked)
    assert found.structured_content == results["found"].structured_content
