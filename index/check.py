"""Verifies a built index again: every file, every offset, every document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.errors import BuiltIndexDamaged, UnreadableMinutes
from index.generation import BuiltIndex, generations_folder, live_id, open_generation
from index.manifest import find_damage, read_manifest
from index.minutes import Line, Meeting
from index.reading import read_meeting
from index.views import passage_views


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was verified, and one sentence for each problem that was found."""

    generation: str
    files: int
    meetings: int
    passages: int
    lines: int
    vectors: int
    problems: tuple[str, ...]


def check(folder: Path) -> CheckReport:
    """Verify the live generation; raises BuiltIndexMissing where nothing has been built."""
    generation = generations_folder(folder) / live_id(folder)
    manifest = read_manifest(generation)
    damage = tuple(find_damage(generation, manifest))
    if damage:
        return CheckReport(generation.name, len(manifest.files), 0, 0, 0, 0, damage)
    built = open_generation(generation)
    meetings = built.store.meetings()
    return CheckReport(
        generation=built.id,
        files=len(manifest.files),
        meetings=len(meetings),
        passages=built.store.passage_count,
        lines=sum(entry.lines for entry in meetings),
        vectors=len(built.vectors),
        problems=tuple(_problems(built)),
    )


def _problems(built: BuiltIndex) -> Iterator[str]:
    for entry in built.store.meetings():
        meeting = built.store.meeting(entry.id)
        if meeting is None:
            raise BuiltIndexDamaged(f"{entry.id} is listed but not held")
        yield from wrong_offsets(meeting)
        yield from _source_problems(built, meeting)
        yield from _vector_problems(built, meeting, entry.first_row)


def wrong_offsets(meeting: Meeting) -> Iterator[str]:
    """A sentence for each line that does not stand in the reading text where it says."""
    for passage in meeting.passages:
        context = [passage.context] if passage.context else []
        for line in [*context, *passage.lines]:
            if not _stands_in(meeting, line):
                yield f"{passage.id}: the text at {line.start}-{line.end} is not {line.text!r}"


def _stands_in(meeting: Meeting, line: Line) -> bool:
    return meeting.text[line.start : line.end] == line.text


def _source_problems(built: BuiltIndex, meeting: Meeting) -> Iterator[str]:
    file = built.store.file(meeting.id)
    assert file is not None
    content = (built.folder / file.path).read_bytes()
    try:
        again = read_meeting(meeting.source.file_name, content, file.overrides)
    except UnreadableMinutes as error:
        yield f"{meeting.id}: its file cannot be read any more: {error}"
        return
    if again.source.sha256 != meeting.source.sha256:
        yield f"{meeting.id}: its file is not the one that was read"
    if again.text != meeting.text:
        yield f"{meeting.id}: its file reads differently now. Run minuted build again"


def _vector_problems(built: BuiltIndex, meeting: Meeting, first_row: int) -> Iterator[str]:
    for row, passage in enumerate(meeting.passages, first_row):
        views = passage_views(passage, meeting.item(passage).title, row)
        expected = [view.digest for view in views]
        if built.vectors.texts_of(row) != expected:
            yield f"{passage.id}: its vectors are not those of its text"
