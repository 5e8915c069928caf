"""A folder that is watched while the service answers from its index."""

import os
import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from watchfiles import Change

from index import watch
from index.build import build
from index.errors import MinutesError
from index.report import BuildReport
from tests.browsing import served

ROOT = Path(__file__).parent.parent
FERRY = """Minutes of the Ferry Committee held on 2 September 2024

1. Fares
The fare for bicycles on the ferry was kept at {fare} pounds.
"""
QUESTION = "What is the fare for bicycles on the ferry?"


@pytest.fixture
def minutes(tmp_path):
    return shutil.copytree(ROOT / "corpus", tmp_path / "minutes")


@contextmanager
def watching(minutes, index, output):
    command = [sys.executable, "-m", "minuted", "watch", minutes, "--index", index]
    process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output)
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)


class Readers:
    """Ask the service without pause, and note each answer's fare and everything that fails."""

    def __init__(self, address):
        self.client = httpx2.Client(base_url=address, timeout=60)
        self.failed = []
        self.asked = 0
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self.read) for _ in range(2)]

    def read(self):
        while not self.stopped.is_set():
            for path in ("/", "/meetings", "/search?text=burglary", "/api/v1/actions"):
                response = self.client.get(path)
                self.asked += 1
                if response.status_code != 200:
                    self.failed.append((path, response.status_code))

    def quotes(self):
        answer = self.client.post("/api/v1/ask", json={"question": QUESTION}).json()
        return " ".join(quote["text"] for quote in answer["quotes"])

    def wait_until(self, holds):
        started = time.monotonic()
        while not holds(self.quotes()):
            assert time.monotonic() - started < 30
            time.sleep(0.2)

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        for thread in self.threads:
            thread.join()
        self.client.close()


def test_minutes_are_added_corrected_and_removed_while_no_request_fails(
    minutes, own_folder, tmp_path
):
    ferry = minutes / "ferry.txt"
    with (
        open(tmp_path / "log", "w+") as log,
        served(own_folder) as address,
        watching(minutes, own_folder, log),
        Readers(address) as readers,
    ):
        wait_for(tmp_path / "log", "is live")
        assert "pounds" not in readers.quotes()
        ferry.write_text(FERRY.format(fare="nine"), encoding="utf-8")
        readers.wait_until(lambda said: "nine pounds" in said)
        ferry.write_text(FERRY.format(fare="seven"), encoding="utf-8")
        readers.wait_until(lambda said: "seven pounds" in said)
        ferry.unlink()
        readers.wait_until(lambda said: "pounds" not in said)
    assert readers.failed == []
    assert readers.asked > 20


def wait_for(file, words):
    started = time.monotonic()
    while words not in file.read_text():
        assert time.monotonic() - started < 60, file.read_text()
        time.sleep(0.1)


def test_only_files_of_minutes_matter(minutes, tmp_path):
    matters = watch._of_minutes([minutes], minutes / "index")
    changes = {
        minutes / "a.txt": True,
        minutes / "2024" / "a.txt": True,
        minutes / "minutes.toml": True,
        minutes / ".a.txt.swp": False,
        minutes / ".git" / "a.txt": False,
        minutes / "index" / "CURRENT": False,
    }
    assert {path: matters(Change.added, str(path)) for path in changes} == changes


def test_a_build_that_fails_is_told_once_and_tried_again(minutes, own_folder, monkeypatch):
    tries = []

    def build_at_third_try(*arguments, **options):
        tries.append(arguments)
        if len(tries) < 3:
            raise MinutesError("Another build is running")
        return build(*arguments, **options)

    monkeypatch.setattr(watch, "RETRY", 0)
    monkeypatch.setattr(watch, "build", build_at_third_try)
    outcomes = watch.builds([minutes], own_folder)
    assert str(next(outcomes)) == "Another build is running"
    assert isinstance(next(outcomes), BuildReport)


def test_a_folder_that_comes_back_is_watched_again(minutes, own_folder, monkeypatch):
    monkeypatch.setattr(watch, "RETRY", 0.1)
    outcomes = watch.builds([minutes], own_folder)
    assert isinstance(next(outcomes), BuildReport)
    away = minutes.rename(minutes.with_name("away"))
    assert isinstance(next(outcomes), OSError | MinutesError)
    threading.Timer(0.5, lambda: away.rename(minutes)).start()
    assert next(each for each in outcomes if isinstance(each, BuildReport))
    threading.Timer(0.5, lambda: os.remove(next(minutes.iterdir()))).start()
    report = next(outcomes)
    assert isinstance(report, BuildReport)
    assert len(report.intake.removed) == 1
