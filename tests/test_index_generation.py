"""Tests of index/generation.py, index/manifest.py, index/publish.py and index/check.py."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from index.check import check, wrong_offsets
from index.errors import BuiltIndexDamaged, BuiltIndexMissing, MinutesError
from index.generation import BuiltIndex, generation_ids, generations_folder, live_id
from index.manifest import describe_files, read_manifest
from index.publish import building, publish
from tests.conftest import small_meeting

LATER = datetime(2100, 1, 1, tzinfo=UTC)


def replace_file(path, content):
    """Write a new file in the place of a link."""
    path.unlink()
    path.write_bytes(content)


def flipped(content, at):
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


@pytest.fixture
def generation(own_folder):
    return generations_folder(own_folder) / live_id(own_folder)


def republish(folder, days, change=lambda staging: None):
    """Publish a copy of the live generation, changed, as if built some days later."""
    generation = generations_folder(folder) / live_id(folder)
    with building(folder) as staging:
        shutil.copytree(generation, staging, dirs_exist_ok=True)
        change(staging)
        built_at = (LATER + timedelta(days)).isoformat()
        manifest = replace(
            read_manifest(generation), built_at=built_at, files=describe_files(staging)
        )
        return publish(staging, manifest, folder)


def test_one_changed_byte_in_any_file_is_noticed_and_the_file_named(own_folder, generation):
    names = sorted(read_manifest(generation).files)
    on_disk = {path.relative_to(generation) for path in generation.rglob("*") if path.is_file()}
    assert len(on_disk) == len(names) + 1
    for name in names:
        content = (generation / name).read_bytes()
        for at in {0, len(content) // 2, len(content) - 1}:
            replace_file(generation / name, flipped(content, at))
            with pytest.raises(BuiltIndexDamaged, match=rf"^{name} was changed.*minuted build"):
                BuiltIndex.open(own_folder)
        replace_file(generation / name, content)
    assert BuiltIndex.open(own_folder).id == generation.name


def test_any_changed_byte_of_the_manifest_is_noticed(own_folder, generation):
    content = (generation / "manifest.json").read_bytes()
    for at in [*range(0, len(content), 97), len(content) - 1]:
        replace_file(generation / "manifest.json", flipped(content, at))
        with pytest.raises(BuiltIndexDamaged, match=r"^manifest\.json.*was changed"):
            BuiltIndex.open(own_folder)


def test_any_changed_byte_of_current_is_noticed(own_folder):
    content = (own_folder / "CURRENT").read_bytes()
    for at in range(len(content)):
        replace_file(own_folder / "CURRENT", flipped(content, at))
        with pytest.raises(BuiltIndexDamaged, match="CURRENT"):
            BuiltIndex.open(own_folder)


@pytest.mark.parametrize("content", [b"", b"\n", b"x", b"\xff\xfe\n", b"../../etc\n"])
def test_a_current_of_something_else_is_noticed(own_folder, content):
    replace_file(own_folder / "CURRENT", content)
    with pytest.raises(BuiltIndexDamaged, match="CURRENT was changed"):
        live_id(own_folder)


@pytest.mark.parametrize(
    "name",
    ["minutes.sqlite", "vectors.faiss", "views.npy", "encoder/model.onnx", "words/meta.json"],
)
def test_a_missing_file_is_named(own_folder, generation, name):
    (generation / name).unlink()
    with pytest.raises(BuiltIndexDamaged, match=f"^{name} is missing"):
        BuiltIndex.open(own_folder)


def test_a_missing_manifest_and_a_missing_generation_are_named(own_folder, generation):
    (generation / "manifest.json").unlink()
    with pytest.raises(BuiltIndexDamaged, match=r"^manifest\.json of .* is missing"):
        BuiltIndex.open(own_folder)
    shutil.rmtree(generation)
    with pytest.raises(BuiltIndexDamaged, match="names the generation .* which is not there"):
        BuiltIndex.open(own_folder)


def test_a_file_that_grew_is_noticed(own_folder, generation):
    content = (generation / "views.npy").read_bytes()
    replace_file(generation / "views.npy", content + b"\0")
    with pytest.raises(BuiltIndexDamaged, match=rf"has {len(content) + 1} bytes instead of"):
        BuiltIndex.open(own_folder)


def test_every_error_is_one_line_and_says_what_to_do(own_folder, generation):
    kept = republish(own_folder, 1)
    replace_file(generations_folder(own_folder) / kept / "views.npy", b"")
    with pytest.raises(BuiltIndexDamaged) as caught:
        BuiltIndex.open(own_folder)
    assert "\n" not in str(caught.value)
    advice = "Run minuted build with your files again; the earlier generation"
    assert str(caught.value).endswith(f"{advice} {generation.name} is kept.")


def test_nothing_built_is_not_the_same_as_damaged(tmp_path):
    with pytest.raises(BuiltIndexMissing, match="Run minuted build with your files first"):
        BuiltIndex.open(tmp_path / "nowhere")


def test_an_encoder_of_another_model_is_noticed(own_folder):
    def change(staging):
        settings = json.loads((staging / "encoder/encoder.json").read_text())
        other = {**settings, "model": "other", "weights_sha256": "0" * 64}
        replace_file(staging / "encoder/encoder.json", json.dumps(other).encode())

    with pytest.raises(BuiltIndexDamaged, match="^encoder is of the model other"):
        republish(own_folder, 1, change)


def test_a_generation_that_cannot_be_read_back_never_becomes_live(own_folder, generation):
    def change(staging):
        replace_file(staging / "words/meta.json", b"{}")

    with pytest.raises(BuiltIndexDamaged, match=r"cannot be read"):
        republish(own_folder, 1, change)
    assert generation_ids(own_folder) == [live_id(own_folder)] == [generation.name]


def test_the_last_three_generations_stay(own_folder, generation):
    published = [republish(own_folder, days) for days in (1, 2, 3)]
    assert generation_ids(own_folder) == published[::-1]
    assert live_id(own_folder) == published[-1]
    assert not generation.exists()


def test_the_live_generation_stays_even_when_the_clock_went_back(own_folder):
    published = [republish(own_folder, days) for days in (9, 8, 7, 1)]
    assert live_id(own_folder) == published[-1]
    assert generation_ids(own_folder) == [published[0], published[1], published[3]]


def test_two_builds_at_once_do_not_collide(tmp_path):
    with (
        building(tmp_path),
        pytest.raises(MinutesError, match="Another build is running"),
        building(tmp_path),
    ):
        pass
    with building(tmp_path) as staging:
        assert staging.is_dir()


def test_what_a_crashed_build_left_is_removed_by_the_next(own_folder):
    left = generations_folder(own_folder) / ".building-crashed"
    left.mkdir()
    (left / "minutes.sqlite").write_bytes(b"half")
    with building(own_folder) as staging:
        assert not left.exists()
    assert not staging.exists()


def test_others_may_read_what_was_built(built_folder):
    modes = {path.stat().st_mode & 0o044 for path in (built_folder / "generations").rglob("*")}
    assert modes == {0o044}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become someone else")
def test_someone_who_may_not_write_can_open_it(own_folder):
    for folder in own_folder.parents[:4]:
        folder.chmod(folder.stat().st_mode | 0o055)
    program = (
        "import os, sys; from pathlib import Path; from index import BuiltIndex\n"
        "import onnxruntime, tokenizers; os.setuid(65534)\n"
        "built = BuiltIndex.open(Path(sys.argv[1]))\n"
        "print(len(built.words.search('police', 1)), os.access(built.folder, os.W_OK))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, own_folder], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["1", "False"]


def test_the_source_of_a_meeting_is_at_hand(built):
    for entry in built.store.meetings():
        assert built.source_path(entry.id).stat().st_size > 20_000
    assert built.source_path("nowhere") is None


def test_check_finds_a_sound_index_sound(built_folder, built):
    report = check(built_folder)
    assert report.problems == ()
    assert (report.generation, report.meetings) == (built.id, 2)
    assert report.vectors == len(built.vectors) > report.lines > report.passages > 50


def test_check_names_every_damaged_file(own_folder, generation):
    replace_file(generation / "views.npy", b"")
    (generation / "encoder/tokenizer.json").unlink()
    problems = check(own_folder).problems
    assert [problem.split()[0] for problem in problems] == ["encoder/tokenizer.json", "views.npy"]


def test_check_notices_a_source_that_reads_differently(own_folder):
    def change(staging):
        (source, *_) = (staging / "sources").iterdir()
        replace_file(source, source.read_bytes().replace(b"police", b"POLICE"))

    republish(own_folder, 1, change)
    problems = check(own_folder).problems
    assert [problem.split(": ")[1] for problem in problems] == [
        "its file is not the one that was read",
        "its file reads differently now. Run minuted build again",
    ]


def test_check_notices_a_line_that_does_not_stand_where_it_says():
    meeting = small_meeting()
    assert list(wrong_offsets(meeting)) == []
    moved = replace(meeting, text="x" + meeting.text)
    assert len(list(wrong_offsets(moved))) == 5


def test_check_of_nothing_says_so(tmp_path):
    with pytest.raises(BuiltIndexMissing):
        check(tmp_path)
