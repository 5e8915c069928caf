"""The command line, on the index that is really built from corpus/."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen

import pytest
from docx import Document
from typer.testing import CliRunner

from minuted import app
from tests.hostile_files import HOSTILE

ROOT = Path(__file__).parent.parent
ANSWERED = "How many drink drivers were caught?"
NOT_HELD = "2030-01-01"
PROGRAM = [sys.executable, str(ROOT / "minuted.py")]


def minuted(*arguments, **given):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **given)


def start(*arguments, **given):
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **given,
    )


def batch_file(folder: Path, *lines: dict[str, object]) -> Path:
    file = folder / "questions.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file


def assert_problem(result, *words: str) -> None:
    """One line on standard error, nothing on standard output, exit code 1."""
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("minuted: ")
    assert result.stderr.count("\n") == 1
    for word in words:
        assert word in result.stderr


@pytest.fixture
def damaged_folder(own_folder):
    store = next(own_folder.glob("generations/*/minutes.sqlite"))
    content = bytearray(store.read_bytes())
    content[len(content) // 2] ^= 1
    store.unlink()
    store.write_bytes(content)
    return own_folder


def test_answer_is_printed_with_its_citation(built_folder):
    result = minuted("ask", ANSWERED, "--index", built_folder)
    assert result.exit_code == 0
    assert "— Strategic Policing and Crime Board, 21 December 2021" in result.stdout
    assert "Searched 2 of 2 meetings" in result.stdout
    assert "\x1b" not in result.stdout


def test_answer_as_json_quotes_the_file(built_folder):
    result = minuted("ask", ANSWERED, "--json", "--index", built_folder)
    answer = json.loads(result.stdout)
    assert answer["status"] == "answered"
    source = (ROOT / "corpus" / answer["quotes"][0]["citation"]["source"]).read_text("utf-8")
    assert " ".join(answer["quotes"][0]["lines"][0]["text"].split()) in " ".join(source.split())


def test_question_without_an_answer_ends_with_3(built_folder):
    result = minuted("ask", ANSWERED, "--from", NOT_HELD, "--json", "--index", built_folder)
    assert json.loads(result.stdout)["status"] == "not_in_minutes"
    assert result.exit_code == 3


@pytest.mark.parametrize(
    ("question", "status"),
    [("  ", "question_empty"), ("why " * 100_000, "question_too_long")],
    ids=["empty", "too long"],
)
def test_question_that_cannot_be_asked_ends_with_4(built_folder, question, status):
    result = minuted("ask", question, "--json", "--index", built_folder)
    assert json.loads(result.stdout)["status"] == status
    assert result.exit_code == 4


def test_limits_and_history_reach_the_answer(built_folder):
    limits = ["--from", "2024-01-01", "--to", "2024-12-31", "--after", "What about burglary?"]
    result = minuted("ask", ANSWERED, *limits, "--json", "--index", built_folder)
    answer = json.loads(result.stdout)
    assert (answer["understood"]["from"], answer["understood"]["to"]) == (
        "2024-01-01",
        "2024-12-31",
    )
    assert answer["coverage"]["searched"] == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["ask"], "give a question"),
        (["ask", "who?", "--from", "1 May"], "is not a date like 2021-12-31"),
        (["ask", "who?", "--from", "2022-01-02", "--to", "2022-01-01"], "is after"),
        (["ask", "who?", "--batch", "-"], "from its file only"),
        (["ask", "--batch", "-", "--body", "Board"], "from its file only"),
        (["build"], "PATH"),
        (["serve", "--port", "99999"], "--port"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_ends_with_2(arguments, complaint):
    result = minuted(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert complaint in " ".join(result.stderr.replace("│", " ").split())


def test_show_prints_the_parse_as_json_or_text(tmp_path):
    file = tmp_path / "may.txt"
    file.write_text("# Minutes of the Highways Board, 10 May 2024\n\n## 1. Roads\n\nNoted.\n")
    assert json.loads(minuted("show", file, "--json").stdout)["date"] == "2024-05-10"
    assert "Highways Board" in minuted("show", file).stdout


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01\x02PNG"])
def test_show_says_in_one_line_what_cannot_be_read(tmp_path, content):
    if content is not None:
        (tmp_path / "july.pdf").write_bytes(content)
    assert_problem(minuted("show", tmp_path / "july.pdf", "--json"), "july.pdf")


@pytest.mark.parametrize("command", [["ask", "who?"], ["ask", "who?", "--json"], ["check"]])
def test_missing_index_is_said_in_one_line(tmp_path, command):
    assert_problem(minuted(*command, "--index", tmp_path / "none"), "minuted build")


def test_damaged_index_is_not_asked(damaged_folder):
    assert_problem(minuted("ask", "who?", "--index", damaged_folder), "minutes.sqlite")


def test_check_names_the_damaged_file(damaged_folder):
    result = minuted("check", "--index", damaged_folder)
    assert result.exit_code == 1
    assert "minutes.sqlite was changed" in result.stdout


def test_check_finds_nothing_amiss_in_a_new_index(built_folder):
    result = minuted("check", "--index", built_folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "2 meetings" in result.stdout
    assert "nothing amiss" in result.stdout


def test_batch_answers_every_line_in_order(built_folder, tmp_path):
    file = batch_file(
        tmp_path,
        {"id": "b", "question": ANSWERED},
        {"question": ANSWERED, "history": ["who?"], "filters": {"from": NOT_HELD}},
        {"id": 3, "question": "", "filters": {"from": "2024-01-01"}, "answerable": True},
    )
    result = minuted("ask", "--batch", file, "--json", "--index", built_folder)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer.get("id") for answer in answers] == ["b", None, 3]
    assert [answer["status"] for answer in answers] == [
        "answered",
        "not_in_minutes",
        "question_empty",
    ]
    assert (result.exit_code, result.stderr) == (0, "")


def test_batch_gives_the_same_answer_as_asking_once(built_folder, tmp_path):
    single = json.loads(minuted("ask", ANSWERED, "--json", "--index", built_folder).stdout)
    file = batch_file(tmp_path, {"question": ANSWERED})
    batched = json.loads(minuted("ask", "--batch", file, "--index", built_folder).stdout)
    for answer in (single, batched):
        del answer["timings_ms"]
    assert single == batched


def test_batch_reads_standard_input_and_writes_json_whatever_it_holds(built_folder):
    line = '{"question": "caf\\u00e9 \\ud800?"}\n'
    result = minuted("ask", "--batch", "-", "--index", built_folder, input=line)
    assert json.loads(result.stdout)["question"].startswith("café")


def test_bad_line_is_named_before_anything_is_answered(built_folder, tmp_path):
    file = batch_file(tmp_path, {"question": ANSWERED}, {"id": "q2"})
    result = minuted("ask", "--batch", file, "--index", built_folder)
    assert_problem(result, str(file), "line 2", "'question'")


def test_missing_batch_file_is_said_in_one_line(built_folder, tmp_path):
    file = tmp_path / "none.jsonl"
    assert_problem(minuted("ask", "--batch", file, "--index", built_folder), "none.jsonl")


def test_evaluation_can_be_compared_with_its_own_json(own_folder, tmp_path):
    file = batch_file(
        tmp_path,
        {
            "id": "q1",
            "question": ANSWERED,
            "evidence": [{"meeting": "spcb-2021-12-21", "item": "4", "quote": "drink"}],
        },
        {"id": "q2", "question": "Who flew to the moon?", "answerable": False},
    )
    result = minuted("eval", file, "--json", "--index", own_folder)
    assert result.exit_code == 0
    before = tmp_path / "before.json"
    before.write_text(result.stdout, encoding="utf-8")
    again = minuted("eval", file, "--against", before, "--index", own_folder)
    assert again.exit_code == 0
    assert "hit@1" in again.stdout
    assert "No measure has changed" in again.stdout


def test_build_reports_and_publishes_what_can_be_read(tiny_encoder, tmp_path):
    folder = tmp_path / "minutes"
    shutil.copytree(ROOT / "corpus", folder)
    (folder / "photo.jpg").write_bytes(bytes(range(256)))
    index = tmp_path / "index"
    result = minuted("build", folder, "--index", index, "--model", tiny_encoder)
    assert result.exit_code == 0
    assert "spcb-2021-12-21" in result.stdout
    assert "photo.jpg" in result.stdout
    assert (index / "CURRENT").read_text().strip() in result.stdout


def test_path_that_does_not_exist_is_said_in_one_line(tmp_path):
    result = minuted("build", tmp_path / "none", "--index", tmp_path / "index")
    assert_problem(result, "none does not exist")


def test_build_fetches_from_this_machine_only_when_allowed(site, pauses, tiny_encoder, tmp_path):
    site.put("/a.txt", "Highways Board\n12 January 2022\n\n1. Roads\nNoted.\n")
    command = ["build", f"{site.address}/a.txt", "--index", tmp_path / "index"]
    assert_problem(minuted(*command), "in a private network; give --allow-private")
    result = minuted(*command, "--allow-private", "--jobs", 1, "--model", tiny_encoder)
    assert result.exit_code == 0
    assert "is live: 1 meetings" in result.stdout


def test_build_keeps_reading_within_the_bounds_given(tmp_path):
    (tmp_path / "bomb.docx").write_bytes(HOSTILE["million-paragraphs.docx"]())
    command = ["build", tmp_path / "bomb.docx", "--index", tmp_path / "index", "--memory", 128]
    assert_problem(minuted(*command), "bomb.docx: reading it takes more than 128 MB of memory")


def test_index_that_cannot_be_written_is_said_in_one_line(tmp_path):
    (tmp_path / "file").touch()
    assert_problem(minuted("build", ROOT / "corpus", "--index", tmp_path / "file" / "index"))


@pytest.mark.parametrize("command", ["build", "ask", "serve", "eval", "check"])
def test_help_ends_with_examples_and_exit_codes(command):
    text = minuted(command, "--help").stdout
    assert f"minuted {command}" in text.partition("Examples:")[2]
    assert "2 when the command is wrong" in " ".join(text.split())


def test_asking_loads_neither_torch_nor_the_web(built_folder):
    script = (
        "import sys; from minuted import app; "
        "app(sys.argv[1:], standalone_mode=False); "
        "print({'torch', 'transformers', 'fastapi', 'scipy'} & sys.modules.keys())"
    )
    arguments = ["ask", ANSWERED, "--index", str(built_folder)]
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True
    )
    assert (ran.stdout.splitlines()[-1], ran.stderr) == ("set()", "")


def test_closed_pipe_ends_quietly(built_folder):
    process = start("ask", "--batch", "-", "--index", built_folder, stdin=subprocess.PIPE)
    process.stdout.close()
    process.stdin.write('{"question": "who was there?"}\n' * 50)
    process.stdin.close()
    assert (process.wait(60), process.stderr.read()) == (1, "")
    process.stderr.close()


def test_interrupted_build_leaves_the_index_as_it_was(own_folder, tmp_path):
    index = own_folder
    long = tmp_path / "long.txt"
    long.write_text("The Board noted the report and thanked the officers for it.\n" * 50_000)
    live = (index / "CURRENT").read_text()
    before = set((index / "generations").iterdir())
    with start("build", long, "--index", index) as process:
        until(lambda: set((index / "generations").iterdir()) > before)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == "minuted: stopped. The index in use is as it was before.\n"
    assert (index / "CURRENT").read_text() == live
    assert minuted("check", "--index", index).exit_code == 0


def test_service_answers_until_it_is_stopped(built_folder):
    with start("serve", "--port", "0", "--index", built_folder) as process:
        address = process.stdout.readline().split()[-1]
        with urlopen(f"{address}/healthz") as response:
            assert response.read() == b"ok"
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    assert process.returncode in (0, 130)


def until(holds, seconds: float = 60) -> None:
    end = monotonic() + seconds
    while not holds():
        assert monotonic() < end, "waited too long"
        sleep(0.005)


def test_settings_that_cannot_be_used_are_said_in_one_line(built_folder):
    environment = os.environ | {"MINUTED_DOCS": "perhaps"}
    with start("serve", "--index", built_folder, env=environment) as process:
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors.count("\n")) == (1, 1)
    assert errors.startswith("minuted: MINUTED_DOCS")


def test_briefing_is_drafted_from_a_file_of_questions(built_folder, tmp_path):
    questions = tmp_path / "questions.txt"
    questions.write_text(f"{ANSWERED}\n\nWho won the world cup in 1966?\n", encoding="utf-8")
    output = tmp_path / "briefing.docx"
    arguments = ["brief", questions, "--title", "Roads", "--annex", "--index", built_folder]
    result = minuted(*arguments, "--output", output)
    assert result.exit_code == 0
    assert "1 of 2 questions not answered" in result.stderr
    document = Document(str(output))
    styled = [(each.style.name, each.text) for each in document.paragraphs if each.style]
    headings = [text for style, text in styled if style == "Heading 1"]
    assert headings[0] == ANSWERED
    assert headings[1].startswith("Not answered")
    printed = minuted(*arguments)
    assert printed.stdout.startswith("# Roads\n")
    quotes = [text for style, text in styled if style == "Quote"]
    assert quotes
    assert all(f"> {quote.splitlines()[0][:30]}" in printed.stdout for quote in quotes)


def test_briefing_keeps_to_the_limits_that_are_set(built_folder, tmp_path):
    questions = tmp_path / "questions.jsonl"
    lines = [{"question": ANSWERED}, {"question": ANSWERED, "filters": {"from": "2021-01-01"}}]
    questions.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    limits = ["--from", "2024-01-01", "--annex", "--index", built_folder]
    result = minuted("brief", questions, *limits)
    told = [line for line in result.stdout.splitlines() if "limited to" in line]
    assert [("2024" in line, "2021" in line) for line in told[-2:]] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    ("content", "arguments", "code", "problem"),
    [
        (b"Why?\n", ["--output", "briefing.pdf"], 2, "neither a .docx nor a .md"),
        (b"\xff\xfeW\x00", [], 1, "nothing was answered"),
    ],
)
def test_briefing_that_cannot_be_made_is_explained(
    built_folder, tmp_path, content, arguments, code, problem
):
    questions = tmp_path / "questions.txt"
    questions.write_bytes(content)
    result = minuted("brief", questions, *arguments, "--index", built_folder)
    assert (result.exit_code, result.stdout) == (code, "")
    assert problem in " ".join(result.stderr.replace("│", " ").split())
