"""Tests of index/worker.py: hostile files end in one line each, children are kept in bounds."""

import os
import time

import pytest

from index import worker
from index.build import Options, build
from index.errors import UnreadableMinutes
from index.minutes import Meeting
from index.worker import Bounds, Task, in_children, read_in_child
from tests.hostile_files import HARMLESS, HOSTILE, WHAT_IS_SAID

BOUNDS = Bounds(memory=256, seconds=4)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """What came of each hostile file, all of them read by two children."""
    folder = tmp_path_factory.mktemp("hostile")
    tasks = []
    for name, make in (HOSTILE | HARMLESS).items():
        (folder / name).write_bytes(make())
        tasks.append(Task(name, folder / name))
    return {tasks[place].name: outcome for place, outcome in in_children(tasks, 2, BOUNDS)}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_one_line_that_names_it_and_says_what_to_do(outcomes, name):
    outcome = outcomes[name]
    assert isinstance(outcome, UnreadableMinutes)
    said = str(outcome)
    assert said.startswith(f"{name}: ")
    assert len(said) < 250
    assert "\n" not in said
    assert any(advice in said for advice in ("save", "split", "publish", "replace", "print"))


@pytest.mark.parametrize(("name", "reason"), WHAT_IS_SAID.items())
def test_the_line_gives_the_reason(outcomes, name, reason):
    assert reason in str(outcomes[name])


@pytest.mark.parametrize("name", HARMLESS)
def test_a_file_that_only_asks_for_much_is_read(outcomes, name):
    assert isinstance(outcomes[name], Meeting)
    assert outcomes[name].text.split()[0] == "a"


def test_a_build_goes_on_past_hostile_files(own_folder, tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    names = ["billion-laughs.docx", "zip-bomb.docx", "nested-divs.html", "cut.pdf"]
    for name in names:
        (files / name).write_bytes(HOSTILE[name]())
    (files / "good.txt").write_text("Highways Board\n12 January 2022\n\n1. Roads\nNoted.\n")
    report = build([files], own_folder, Options(prune=True))
    assert [each.file for each in report.intake.failed] == sorted(names)
    assert [each.file for each in report.intake.documents] == ["good.txt"]


def behave(task):
    """What a document might make a child do, by its name."""
    if task.name == "dies":
        os._exit(3)
    if task.name == "loops":
        while True:
            pass
    if task.name == "sleeps":
        time.sleep(3600)
    if task.name == "grows":
        return len(bytearray(2**31))
    if task.name == "fails":
        raise KeyError("of two\nlines")
    if task.name == "talks":
        os.write(2, b"noise")
    return task.name, os.getpid()


def behaviour(names, tmp_path, jobs=2, seconds=1):
    tasks = [Task(name, tmp_path) for name in names]
    results = in_children(tasks, jobs, Bounds(memory=128, seconds=seconds), behave)
    return {place: outcome for place, outcome in results}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dies", "dies: reading it broke off (exit code 3)"),
        ("loops", "loops: reading it took more than 1 seconds of processor time"),
        ("sleeps", "sleeps: reading it took more than 3 seconds"),
        ("grows", "grows: reading it takes more than 128 MB of memory"),
        ("fails", "fails: reading it failed (KeyError: 'of two\\nlines')"),
    ],
)
def test_a_child_that_misbehaves_fails_its_own_task_only(tmp_path, monkeypatch, name, said):
    monkeypatch.setattr(worker, "WALL_CLOCK_SHARE", 3 if name == "sleeps" else 60)
    outcomes = behaviour([name, "a", "b", "c"], tmp_path)
    assert str(outcomes[0]).startswith(said)
    assert [outcomes[place][0] for place in (1, 2, 3)] == ["a", "b", "c"]


def test_every_task_is_done_though_every_child_dies(tmp_path):
    outcomes = behaviour(["dies"] * 5, tmp_path)
    assert sorted(outcomes) == [0, 1, 2, 3, 4]
    assert all(isinstance(outcome, UnreadableMinutes) for outcome in outcomes.values())


def test_children_are_used_again_and_are_no_more_than_asked_for(tmp_path):
    outcomes = behaviour("abcdefgh", tmp_path, jobs=2)
    assert len({process for _, process in outcomes.values()}) <= 2


def test_what_a_child_prints_goes_nowhere(tmp_path, capfd):
    behaviour(["talks"], tmp_path)
    assert capfd.readouterr() == ("", "")


def test_no_child_outlives_the_work(tmp_path):
    for _, (_, process) in behaviour("abcd", tmp_path).items():
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_children_import_no_torch(tmp_path):
    ((_, loaded),) = in_children([Task("x", tmp_path)], 1, Bounds(), modules)
    assert "index.reading" in loaded
    assert "torch" not in loaded


def modules(task):
    import sys

    return sorted(sys.modules)


def test_one_file_is_read_in_a_child_or_raises(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Highways Board\n12 January 2022\n\n1. Roads\nNoted.\n")
    assert read_in_child(Task("a.txt", file)).body == "Highways Board"
    file.write_bytes(b"")
    with pytest.raises(UnreadableMinutes, match="a.txt: the file is empty"):
        read_in_child(Task("a.txt", file))
