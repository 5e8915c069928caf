import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from index.errors import UnreadableMinutes
from index.show import read_file, to_json
from index.show_text import print_meeting
from tests.conftest import small_meeting
from tests.hostile_files import HOSTILE

ROOT = Path(__file__).parent.parent
MINUTES = """# Minutes of the Highways [and Bridges] Board

10 May 2024

**Present:** Ada Lovelace (Chair), Bea Hull

**Apologies:** Cleo Marsh

## 1. Road safety

Presented by: Bea Hull

- In March 1,225 drivers were stopped.

ACTION 1: Bea Hull to report back in June.

## 2. Bridges

The Board noted the report.
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "may.md"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def printed(meeting) -> str:
    out = io.StringIO()
    print_meeting(meeting, Console(file=out, width=100))
    return out.getvalue()


def test_parse_gives_what_the_meeting_was_and_who_was_there(file):
    shown = to_json(read_file(file))
    assert shown["body"] == "Highways [and Bridges] Board"
    assert shown["date"] == "2024-05-10"
    assert shown["people"][0] == {"name": "Ada Lovelace", "role": "Chair", "status": "present"}
    assert [each["name"] for each in shown["people"] if each["status"] == "apologies"] == [
        "Cleo Marsh"
    ]


def test_parse_gives_the_agenda_items_without_what_stands_before_them(file):
    items = to_json(read_file(file))["items"]
    assert [(each["number"], each["title"]) for each in items] == [
        ("1", "Road safety"),
        ("2", "Bridges"),
    ]


def test_every_offset_of_the_parse_points_at_its_text(file):
    shown = to_json(read_file(file))
    lines = [line for passage in shown["passages"] for line in passage["lines"]]
    contexts = [passage["context"] for passage in shown["passages"] if passage["context"]]
    assert lines
    for line in (*lines, *contexts, *shown["actions"]):
        assert shown["text"][line["start"] : line["end"]] == line["text"]


def test_actions_are_listed_with_their_item(file):
    assert [(each["item"], each["text"]) for each in to_json(read_file(file))["actions"]] == [
        (1, "ACTION 1: Bea Hull to report back in June.")
    ]


def test_parse_is_plain_json_with_all_that_was_left_out():
    shown = json.loads(json.dumps(to_json(small_meeting())))
    assert shown["left_out"] == [
        {"text": "Page 1 of 2", "reason": "page number", "furniture": False}
    ]
    assert 0.8 < shown["coverage"] < 1
    assert shown["items"][0]["ref"] == "077/21"


def test_settings_beside_a_file_correct_what_is_shown(file):
    (file.parent / "minutes.toml").write_text('[default]\nbody = "Roads Board"\n')
    assert read_file(file).body == "Roads Board"


def test_text_shows_brackets_as_they_are_printed(file):
    assert "Highways [and Bridges] Board" in printed(read_file(file))


def test_text_names_what_was_not_found(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("A few words on roads.")
    text = printed(read_file(path))
    assert "not found" in text
    assert "no date was found" in text


def test_text_shows_items_passages_pages_and_what_was_left_out():
    text = " ".join(printed(small_meeting()).split())
    assert "4 Road safety (077/21)" in text
    assert "page 1-2 asked by Bea Hull spoken by Chief Superintendent Okafor" in text
    assert "page number: Page 1 of 2" in text


def test_folder_is_not_shown(tmp_path):
    with pytest.raises(UnreadableMinutes, match="not a file"):
        read_file(tmp_path)


def test_showing_does_not_load_the_machine_learning_library(file):
    code = (
        "import sys, minuted; from typer.testing import CliRunner; "
        f"result = CliRunner().invoke(minuted.app, ['show', {str(file)!r}, '--json']); "
        "assert result.exit_code == 0, result.output; "
        "sys.exit(any(name in sys.modules for name in ('torch', 'onnxruntime')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_a_file_that_asks_for_too_much_is_refused_in_one_line(tmp_path):
    (tmp_path / "bomb.docx").write_bytes(HOSTILE["nested-tables.docx"]())
    with pytest.raises(UnreadableMinutes, match=r"bomb\.docx: reading it fails because"):
        read_file(tmp_path / "bomb.docx")
