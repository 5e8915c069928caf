"""Tests of index/build.py and the steps it takes, on real files and the packaged model."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from index.build import Options, build
from index.errors import BadSettings, MinutesError, UnreadableMinutes
from index.generation import BuiltIndex, generations_folder, live_id
from index.manifest import read_manifest
from tests.conftest import CORPUS, copied, save_tiny_model

ROOT = Path(__file__).parent.parent
FIRST, SECOND = sorted(CORPUS.iterdir())
SMALL = """Highways Board
Minutes of the meeting held on {date}

Present
Ada Lovelace, Chair

1. Road safety
The Board noted that {count} drivers were stopped in December.

2. Any other business
There was no other business.
"""


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def write_small(folder, name="small.txt", date="12 January 2022", count=31):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(SMALL.format(date=date, count=count), encoding="utf-8")
    return path


def file_names(folder):
    return [entry.file_name for entry in BuiltIndex.open(folder).store.meetings()]


def held(folder, meeting_id):
    meeting = BuiltIndex.open(folder).store.meeting(meeting_id)
    assert meeting is not None
    return meeting


def in_a_new_process(program, *arguments):
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


def test_both_sample_minutes_are_read_whole(built_folder, built):
    assert [entry.id for entry in built.store.meetings()] == ["spcb-2021-12-21", "agb-2024-12-17"]
    documents = built.manifest.intake.documents
    assert [document.file for document in documents] == [FIRST.name, SECOND.name]
    assert all(document.kept_share > 0.95 for document in documents)
    assert built.manifest.counts.passages == sum(document.passages for document in documents)
    assert [path.name for path in sorted((built_folder / "generations").iterdir())] == [built.id]


def test_what_was_built_answers_a_search(built):
    vector = built.encoder.encode(["how many drink drivers were caught?"])[0]
    (hit, *_) = built.vectors.search(vector, 1)
    assert "arrests" in built.store.passage(hit.row).lines[hit.line].text
    assert built.words.search("drink drivers", 1)[0][1] == hit.row


def test_building_the_same_again_computes_nothing_and_gives_the_same_files(tiny_folder, own_folder):
    report = build([CORPUS], own_folder)
    before, after = (
        read_manifest(generations_folder(folder) / live_id(folder))
        for folder in (tiny_folder, own_folder)
    )
    assert (report.vectors_computed, report.vectors_reused) == (0, before.counts.vectors)
    assert before.files == after.files
    assert before.intake.documents == after.intake.documents


def test_an_unchanged_build_imports_no_torch(own_folder):
    program = (
        "import sys; from pathlib import Path; from index.build import build\n"
        "report = build([Path('corpus')], Path(sys.argv[1]))\n"
        "print(report.vectors_computed, 'torch' in sys.modules)"
    )
    assert in_a_new_process(program, own_folder).stdout.split() == ["0", "False"]


def test_only_new_texts_are_embedded(own_folder, files):
    report = build([write_small(files)], own_folder)
    held = len(BuiltIndex.open(own_folder).vectors)
    assert 0 < report.vectors_computed < 20
    assert report.vectors_computed + report.vectors_reused == held


def test_reused_vectors_stay_with_their_texts(own_folder, files):
    built = BuiltIndex.open(own_folder)
    build([write_small(files, date="1 January 1999")], own_folder)
    after = BuiltIndex.open(own_folder)
    query = built.encoder.encode(["drink driving arrests"])[0]
    (hit, again) = (each.vectors.search(query, 1)[0] for each in (built, after))
    assert after.store.passage(again.row) == built.store.passage(hit.row)
    assert again.row > hit.row
    assert again.similarity == hit.similarity


def test_earlier_documents_stay_and_are_reported(own_folder, files):
    report = build([write_small(files)], own_folder)
    assert report.intake.kept == (FIRST.name, SECOND.name)
    assert file_names(own_folder) == [FIRST.name, "small.txt", SECOND.name]
    taken_over = [document.taken_over for document in report.intake.documents]
    assert taken_over == [True, False, True]


def test_prune_keeps_only_the_files_given(own_folder):
    report = build([FIRST], own_folder, Options(prune=True))
    assert report.intake.removed == (SECOND.name,)
    assert file_names(own_folder) == [FIRST.name]


def test_a_file_given_again_with_other_content_replaces_the_earlier(own_folder, files):
    build([write_small(files, count=31)], own_folder)
    report = build([write_small(files, count=32)], own_folder)
    assert report.intake.replaced == ("small.txt",)
    assert len(file_names(own_folder)) == 3
    assert "32 drivers" in held(own_folder, "hb-2022-01-12").text


def test_a_renamed_file_is_not_held_twice(own_folder, files):
    shutil.copy(FIRST, files / "renamed.txt")
    report = build([files], own_folder)
    assert report.intake.kept == (SECOND.name,)
    assert file_names(own_folder) == ["renamed.txt", SECOND.name]


def test_what_was_set_for_a_document_stays_with_it(own_folder, files):
    write_small(files)
    (files / "minutes.toml").write_text('["small.txt"]\nid = "roads"\nbody = "Roads Board"\n')
    build([files], own_folder)
    build([FIRST], own_folder)
    assert held(own_folder, "roads").body == "Roads Board"


def test_the_same_bytes_twice_are_kept_once_and_listed(own_folder, files):
    write_small(files, "a.txt")
    write_small(files, "b.txt")
    report = build([files], own_folder)
    assert [(each.file, each.same_as) for each in report.intake.duplicates] == [("b.txt", "a.txt")]
    assert "b.txt" not in file_names(own_folder)


OTHER = """Highways Board
Minutes of the special meeting held on 12 January 2022

1. Bridge repairs
Members heard that the crossing at Harrow Weir needs new bearings before the summer.

2. Budget
It was agreed to borrow the whole sum over thirty years.
"""


def test_two_meetings_of_one_body_on_one_day_get_ids_of_their_own(own_folder, files):
    write_small(files, "a.txt")
    (files / "b.txt").write_text(OTHER)
    report = build([files], own_folder)
    named = {each.file: each.meeting for each in report.intake.documents}
    assert (named["a.txt"], named["b.txt"]) == ("hb-2022-01-12", "hb-2022-01-12-2")
    (second,) = (each for each in report.intake.documents if each.file == "b.txt")
    assert second.warnings[-1].startswith("another document is hb-2022-01-12 too")
    meeting = held(own_folder, "hb-2022-01-12-2")
    assert {passage.meeting_id for passage in meeting.passages} == {meeting.id}
    again = build([files / "b.txt", FIRST], own_folder, Options(prune=True))
    assert [each.meeting for each in again.intake.documents] == ["spcb-2021-12-21", "hb-2022-01-12"]


def test_files_of_one_name_from_two_folders_are_both_kept(own_folder, tmp_path):
    folders = [tmp_path / "2021", tmp_path / "2022"]
    for number, folder in enumerate(folders, 1):
        write_small(folder, "minutes.txt", date=f"{number} June 2021")
    build(folders, own_folder)
    assert {"minutes.txt", "minutes-2.txt"} < set(file_names(own_folder))


def test_folders_are_read_to_the_bottom_but_for_what_is_hidden(own_folder, files):
    write_small(files, "2021/deep.txt", date="1 June 2021")
    write_small(files, ".hidden.txt", date="2 June 2021")
    write_small(files, ".git/in-hidden.txt", date="3 June 2021")
    (files / "minutes.toml").write_text('[default]\nbody = "Roads Board"\n')
    report = build([files], own_folder, Options(prune=True))
    assert [each.file for each in report.intake.documents] == ["2021/deep.txt"]
    assert report.intake.failed == ()


def test_the_index_is_not_read_as_minutes(own_folder, files):
    copied(own_folder, files / "index")
    shutil.copy(FIRST, files)
    report = build([files], files / "index", Options(prune=True))
    assert [each.file for each in report.intake.documents] == [FIRST.name]
    assert report.intake.failed == ()


def test_unreadable_files_in_a_folder_are_listed_and_do_not_stop_the_others(own_folder, files):
    write_small(files)
    (files / "empty.txt").write_bytes(b"")
    (files / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (files / "broken-link.txt").symlink_to(files / "nowhere.txt")
    report = build([files], own_folder)
    assert [each.file for each in report.intake.failed] == [
        "broken-link.txt",
        "empty.txt",
        "picture.png",
    ]
    assert all(each.reason for each in report.intake.failed)
    assert "small.txt" in file_names(own_folder)


def test_a_file_that_can_no_longer_be_read_stays_as_it_was(own_folder, files):
    write_small(files, "a.txt")
    changing = write_small(files, "b.txt", date="1 June 2021")
    build([files], own_folder)
    changing.write_bytes(b"")
    report = build([files], own_folder, Options(prune=True))
    assert [each.file for each in report.intake.failed] == ["b.txt"]
    assert "b.txt" in report.intake.kept
    assert "b.txt" in file_names(own_folder)


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("missing.txt", None, "does not exist"),
        ("empty.txt", b"", "empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture.png"),
    ],
)
def test_a_named_file_that_is_unreadable_stops_the_build(own_folder, files, name, content, error):
    if content is not None:
        (files / name).write_bytes(content)
    before = live_id(own_folder)
    with pytest.raises(UnreadableMinutes, match=error):
        build([write_small(files), files / name], own_folder)
    assert live_id(own_folder) == before


@pytest.mark.parametrize("names", [[], ["picture.png"]])
def test_nothing_readable_at_all_is_an_error(own_folder, files, names):
    for name in names:
        (files / name).write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    before = live_id(own_folder)
    with pytest.raises(UnreadableMinutes, match="None of the files given can be read"):
        build([files], own_folder, Options(prune=True))
    assert live_id(own_folder) == before


def test_settings_that_cannot_be_used_stop_the_build(own_folder, files):
    write_small(files)
    (files / "minutes.toml").write_text("[default]\nbodies = 'B'\n")
    with pytest.raises(BadSettings, match="unknown key 'bodies'"):
        build([files], own_folder)


CRASH = """
import os, sys
from pathlib import Path
import index.publish
from index.build import Options, build

def crash(*arguments):
    os._exit(9)

def progress(step, done, total):
    if step.startswith(moment):
        crash()

file, folder, moment = sys.argv[1:]
if moment in ("_make_live", "open_generation", "_remove_old"):
    setattr(index.publish, moment, crash)
if moment == "replace":
    os.replace = crash
build([Path(file)], Path(folder), Options(prune=True), progress)
"""


def leftovers(folder):
    return list(generations_folder(folder).glob(".building-*"))


@pytest.mark.parametrize(
    "moment", ["Reading", "Writing", "open_generation", "_make_live", "replace", "_remove_old"]
)
def test_a_crash_at_any_moment_leaves_a_usable_index(own_folder, moment):
    done = in_a_new_process(CRASH, FIRST, own_folder, moment)
    assert done.returncode == 9, done.stderr
    published = moment == "_remove_old"
    assert file_names(own_folder) == [FIRST.name] + [SECOND.name] * (not published)
    assert bool(leftovers(own_folder)) == (moment in ("Reading", "Writing"))
    build([CORPUS], own_folder)
    assert file_names(own_folder) == [FIRST.name, SECOND.name]
    assert not leftovers(own_folder)


def test_a_crash_while_embedding_leaves_a_usable_index(own_folder, files):
    done = in_a_new_process(CRASH, write_small(files), own_folder, "Embedding")
    assert done.returncode == 9, done.stderr
    assert file_names(own_folder) == [FIRST.name, SECOND.name]


FULL_DISK = """
import resource, sys
from pathlib import Path
from index.build import build
from index.errors import MinutesError

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    build([Path(sys.argv[1])], Path(sys.argv[2]))
except MinutesError as error:
    print(error)
"""


@pytest.mark.parametrize("largest_file", [1_000, 1_000_000])
def test_a_disk_that_takes_no_more_leaves_the_index_as_it_was(own_folder, largest_file):
    before = live_id(own_folder)
    done = in_a_new_process(FULL_DISK, FIRST, own_folder, largest_file)
    assert "could not be written: [Errno 27] File too large" in done.stdout, done.stderr
    assert BuiltIndex.open(own_folder).id == before
    assert not leftovers(own_folder)


def test_a_damaged_index_is_built_again_from_the_generation_before(own_folder, files):
    intact = live_id(own_folder)
    damaged = build([write_small(files)], own_folder).generation
    (generations_folder(own_folder) / damaged / "views.npy").unlink()
    report = build([FIRST], own_folder)
    assert report.intake.notes[0] == (
        f"The index in use was damaged. Documents were taken over from {intact}."
    )
    assert file_names(own_folder) == [FIRST.name, SECOND.name]


def test_a_damaged_index_without_another_is_built_from_the_files_given(own_folder, files):
    (own_folder / "CURRENT").unlink()
    (own_folder / "CURRENT").write_text("nonsense\n")
    (generation,) = generations_folder(own_folder).iterdir()
    (generation / "views.npy").unlink()
    report = build([write_small(files)], own_folder)
    (note,) = report.intake.notes
    assert "Nothing could be taken over" in note
    assert file_names(own_folder) == ["small.txt"]


def test_another_model_embeds_everything_anew(own_folder, tmp_path):
    model = str(save_tiny_model(tmp_path / "tiny"))
    report = build([FIRST], own_folder, Options(prune=True, model=model))
    built = BuiltIndex.open(own_folder)
    assert (report.vectors_reused, built.vectors.dimension) == (0, 16)
    assert (built.manifest.model.name, built.encoder.settings.model) == (model, model)
    assert built.vectors.search(built.encoder.encode(["burglary"])[0], 3)


def test_the_next_build_keeps_the_model_of_the_index(own_folder, files, tmp_path, monkeypatch):
    monkeypatch.delenv("MINUTED_MODEL")
    model = save_tiny_model(tmp_path / "tiny")
    build([FIRST], own_folder, Options(prune=True, model=str(model)))
    shutil.rmtree(model)
    report = build([write_small(files)], own_folder)
    assert report.vectors_reused
    assert BuiltIndex.open(own_folder).manifest.model.name == str(model)


def test_progress_is_told_step_by_step(own_folder, files):
    told = []
    build([write_small(files)], own_folder, progress=lambda *each: told.append(each))
    steps = list(dict.fromkeys(step for step, _, _ in told))
    assert steps == ["Reading", "Embedding", "Writing and checking"]
    assert all(0 <= done <= total for _, done, total in told)
    assert {(step, total) for step, done, total in told if done == total} >= {
        ("Reading", 1),
        ("Writing and checking", 1),
    }


def test_a_folder_that_cannot_be_written_is_one_line(files):
    (files / "index").write_text("a file, not a folder")
    with pytest.raises(MinutesError, match=r"could not be written: .*[^\n]*unchanged\.$"):
        build([write_small(files)], files / "index")


def test_a_corrected_version_replaces_the_earlier_and_the_history_is_kept(own_folder, files):
    draft = write_small(files, "draft.txt", count=31)
    draft.write_text(draft.read_text().replace("Minutes of", "Draft minutes of"))
    first = build([draft], own_folder).generation
    approved = write_small(files, "approved.txt", count=32)
    report = build([approved], own_folder)
    assert report.intake.replaced == ("draft.txt",)
    assert "draft.txt" not in file_names(own_folder)
    build([FIRST], own_folder)
    (earlier,) = BuiltIndex.open(own_folder).manifest.intake.history
    assert (earlier.meeting, earlier.file, earlier.generation, earlier.replaced_by) == (
        "hb-2022-01-12",
        "draft.txt",
        first,
        "approved.txt",
    )
    assert earlier.sha256 == sha256(draft.read_bytes()).hexdigest()
    assert datetime.fromisoformat(earlier.replaced_at).tzinfo is not None
    assert "words shared" in earlier.why


def test_a_draft_given_after_the_approved_minutes_is_not_taken(own_folder, files):
    build([write_small(files, "approved.txt")], own_folder)
    draft = write_small(files, "draft.txt")
    draft.write_text(draft.read_text().replace("Minutes of", "Draft minutes of"))
    report = build([draft], own_folder)
    (duplicate,) = report.intake.duplicates
    assert (duplicate.file, duplicate.same_as) == ("draft.txt", "approved.txt")
    assert "draft" in duplicate.why
    assert "approved.txt" in file_names(own_folder)


def test_files_that_are_no_longer_given_stay_with_a_warning(own_folder):
    report = build([FIRST], own_folder)
    (note,) = report.intake.notes
    assert note == (
        "Not among the files given, and kept as in the generation before: "
        f"{SECOND.name}. minuted build --prune drops them."
    )
    assert build([CORPUS], own_folder).intake.notes == ()


def test_minutes_published_under_one_name_each_month_do_not_replace_each_other(own_folder, files):
    build([write_small(files, "latest.txt")], own_folder)
    (files / "latest.txt").write_text(OTHER.replace("12 January", "9 February"))
    build([files], own_folder)
    dates = [entry.date for entry in BuiltIndex.open(own_folder).store.meetings()]
    assert dates.count(date(2022, 1, 12)) == dates.count(date(2022, 2, 9)) == 1


def test_documents_that_have_not_changed_are_not_read_again(own_folder, files, monkeypatch):
    report = build([write_small(files)], own_folder)
    assert report.intake.unchanged == 2
    monkeypatch.setattr("index.candidates.in_children", lambda tasks, *_: iter(map(fail, tasks)))
    report = build([files, CORPUS], own_folder)
    assert report.intake.unchanged == 3
    assert [each.taken_over for each in report.intake.documents] == [False] * 3


def fail(task):
    raise AssertionError(f"{task.name} was read again")


def test_what_is_set_anew_for_a_document_has_it_read_again(own_folder, files):
    write_small(files)
    build([files], own_folder)
    (files / "minutes.toml").write_text('["small.txt"]\nbody = "Roads Board"\n')
    report = build([files], own_folder)
    assert report.intake.unchanged == 2
    assert held(own_folder, "rb-2022-01-12").body == "Roads Board"


def test_another_version_of_the_reader_reads_everything_again(own_folder, monkeypatch):
    for module in ("index.manifest", "index.predecessor"):
        monkeypatch.setattr(f"{module}.reader_version", lambda: "another")
    assert build([CORPUS], own_folder).intake.unchanged == 0


def test_the_result_does_not_depend_on_how_many_read_at_once(own_folder, files, monkeypatch):
    for day in range(1, 13):
        write_small(files, f"{day}.txt", date=f"{day} June 2021", count=day)
    digests = set()
    for jobs in (1, 3):
        for module in ("index.manifest", "index.predecessor"):
            monkeypatch.setattr(f"{module}.reader_version", lambda jobs=jobs: f"read by {jobs}")
        report = build([files], own_folder, Options(prune=True, jobs=jobs))
        assert report.intake.unchanged == 0
        digests.add(BuiltIndex.open(own_folder).manifest.files["minutes.sqlite"].sha256)
    assert len(digests) == 1


def test_no_process_is_left_when_a_build_is_killed(own_folder, files):
    for day in range(1, 13):
        write_small(files, f"{day}.txt", date=f"{day} June 2021")
    command = [sys.executable, "-c", CRASH, str(files), str(own_folder), "Reading"]
    environment = os.environ | {"BUILD_UNDER_TEST": str(own_folder)}
    assert subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode == 9
    patience = time.monotonic() + 20
    while processes_of(own_folder) and time.monotonic() < patience:
        time.sleep(0.1)
    assert processes_of(own_folder) == []
    assert file_names(own_folder) == [FIRST.name, SECOND.name]


def processes_of(folder):
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if f"BUILD_UNDER_TEST={folder}".encode() in path.read_bytes():
                found.append(path.parent.name)
    return found
