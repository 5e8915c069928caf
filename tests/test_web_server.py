import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from web.server import serve

ROOT = Path(__file__).parent.parent
SERVE = "import sys; from pathlib import Path; from web.server import serve; "


CANARY = "xanthippecanary"
JOURNEYS = [
    "/ask",
    "/embed/ask",
    "/search",
    "/search.csv",
    "/topics",
    "/check-a-quote",
    "/briefing",
    "/briefing/word",
    "/briefing/markdown",
    "/briefing/print",
    "/feedback",
]
API_JOURNEYS = {
    "/api/ask": "question",
    "/api/v1/ask": "question",
    "/api/v1/search": "text",
    "/api/v1/check-quote": "text",
}


@contextmanager
def serving(folder, output=None, **settings):
    """The line that says the service is ready, and its address."""
    command = [sys.executable, "-c", f"{SERVE} serve(Path(sys.argv[1]), '127.0.0.1', 0)", folder]
    environment = {**os.environ, **settings}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=output, text=True
    )
    try:
        assert process.stdout
        line = process.stdout.readline().rstrip()
        yield line, line.rpartition(" ")[2]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def test_serving_says_where_once_questions_can_be_answered(built_folder):
    with serving(built_folder) as (line, address):
        assert re.fullmatch(r"Ready to answer from 2 meetings at http://127\.0\.0\.1:\d+", line)
        with urlopen(f"{address}/readyz") as response:
            assert response.read() == b"ok"
            assert "server" not in response.headers


def test_serving_without_an_index_says_so_and_shows_pages(tmp_path):
    with serving(tmp_path) as (line, address):
        assert line.startswith("No minutes have been loaded yet")
        with pytest.raises(HTTPError, match="503") as refused:
            urlopen(address)
        refused.value.close()


@pytest.mark.parametrize(
    ("proxies", "statuses"),
    [("", [200, 429]), ("127.0.0.1", [200, 200]), ("192.0.2.1", [200, 429])],
)
def test_a_reader_is_who_a_proxy_names_only_where_the_proxy_is_trusted(tmp_path, proxies, statuses):
    settings = {"MINUTED_TRUSTED_PROXIES": proxies, "MINUTED_REQUESTS_PER_MINUTE": "1"}
    with serving(tmp_path, **settings) as (_, address):
        assert statuses == [
            status_of(f"{address}/privacy", {"X-Forwarded-For": f"198.51.100.{reader}"})
            for reader in (1, 2)
        ]


def status_of(address, headers, body=None):
    data = None if body is None else body.encode()
    try:
        with urlopen(Request(address, data, headers)) as response:
            return response.status
    except HTTPError as error:
        error.close()
        return error.code


@pytest.mark.parametrize("log_json", ["no", "yes"])
def test_no_question_is_found_in_logs_or_on_disk(own_built_folder, tmp_path, log_json):
    home = tmp_path / "home"
    home.mkdir()
    settings = {
        "MINUTED_FEEDBACK_FILE": str(tmp_path / "feedback.sqlite"),
        "MINUTED_EMBED_ORIGINS": "https://council.example",
        "MINUTED_METRICS": "yes",
        "MINUTED_LOG_JSON": log_json,
        "HOME": str(home),
        "TMPDIR": str(home),
    }
    with open(tmp_path / "stderr", "w+b") as stderr:
        with serving(own_built_folder, stderr, **settings) as (_, address):
            for number in range(10):
                go_everywhere(address, f"was {CANARY} number {number} arrested for burglary?")
            with urlopen(f"{address}/metrics") as response:
                assert CANARY.encode() not in response.read().lower()
        written = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert {tmp_path / "stderr", tmp_path / "feedback.sqlite"} <= set(written)
        found = [path for path in written if CANARY.encode() in path.read_bytes().lower()]
    assert found == []


def go_everywhere(address, question):
    """Send a question to every page and every part of the API that takes one, but agree nowhere."""
    said = {"useful": "no", "status": "answered", "history": question, "text": question}
    fields = urlencode({"question": question, "title": question} | said)
    for path in JOURNEYS:
        assert status_of(f"{address}{path}", {}, fields) == 200, path
    assert status_of(f"{address}/ask", {}, f"{fields}&from=1") == 422
    json_kind = {"Content-Type": "application/json"}
    for path, field in API_JOURNEYS.items():
        sent = json.dumps({field: question, "body": CANARY})
        assert status_of(f"{address}{path}", json_kind, sent) == 200, path
    assert status_of(f"{address}/api/v1/ask", json_kind, json.dumps({"q": question})) == 422
    assert status_of(f"{address}/search?{urlencode({'text': question})}", {}) == 200


def test_each_request_is_a_line_of_json_where_that_is_set(own_folder, tmp_path):
    with open(tmp_path / "stderr", "w+") as stderr:
        with serving(own_folder, stderr, MINUTED_LOG_JSON="yes") as (_, address):
            status_of(f"{address}/meetings/secret?text=secret", {})
            status_of(f"{address}/ask", {}, urlencode({"question": "drink drivers arrested?"}))
            (own_folder / "CURRENT").unlink()
            (own_folder / "CURRENT").write_text("damaged\n")
            status_of(f"{address}/about", {})
            lines = [json.loads(line) for line in (tmp_path / "stderr").read_text().splitlines()]
    missing, asked, damaged, *_ = lines  # the last one comes after the response
    assert missing["time"] > "2026"
    assert (missing["level"], missing["route"]) == ("INFO", "/meetings/{meeting_id}")
    assert (missing["method"], missing["status"]) == ("GET", 404)
    assert (asked["route"], asked["answer"]) == ("/ask", "answered")
    assert 0 < asked["milliseconds"] < 60_000
    assert (damaged["level"], damaged["logger"]) == ("ERROR", "qa.live")
    assert "secret" not in str(lines)


def test_serving_needs_no_training_library():
    code = f"{SERVE} print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr


def test_a_port_in_use_ends_the_program(built_folder, capsys):
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        with pytest.raises(OSError, match="in use"):
            serve(built_folder, *taken.getsockname())
    assert "Ready" not in capsys.readouterr().out
