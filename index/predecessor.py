"""The generation before: what the next build may take over from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from index.document import with_id
from index.errors import BuiltIndexDamaged, BuiltIndexMissing
from index.generation import generation_ids, generations_folder, live_id, verify
from index.manifest import Manifest, reader_version
from index.minutes import Meeting
from index.overrides import Overrides
from index.reading import meeting_id
from index.store import MeetingEntry, Store
from index.tables import STORE_NAME
from index.vectors import Vectors

DAMAGED = "The index in use was damaged."


@dataclass(frozen=True, slots=True)
class Predecessor:
    """An intact generation; opened without its encoder and its words."""

    folder: Path
    manifest: Manifest
    store: Store
    vectors: Vectors
    entries: Mapping[str, MeetingEntry]  # by the sha256 of their files

    def source_path(self, sha256: str) -> Path | None:
        """Where the file with this digest is kept, or None where there is none."""
        entry = self.entries.get(sha256)
        file = self.store.file(entry.id) if entry else None
        return self.folder / file.path if file else None

    def record(self, file_name: str, sha256: str, overrides: Overrides) -> Meeting | None:
        """What this program would read in a file, if it was read with the same overrides before."""
        entry = self.entries.get(sha256)
        if entry is None or self.manifest.reader != reader_version():
            return None
        file, meeting = self.store.file(entry.id), self.store.meeting(entry.id)
        if file is None or meeting is None or file.overrides != overrides:
            return None
        identity = overrides.id or meeting_id(meeting.body, meeting.date, sha256)
        source = replace(meeting.source, file_name=file_name)
        return with_id(replace(meeting, source=source), identity)


def open_predecessor(folder: Path) -> tuple[Predecessor | None, tuple[str, ...]]:
    """The live generation, or else the newest intact one; and what to tell about the choice."""
    try:
        return _open(folder, live_id(folder)), ()
    except BuiltIndexMissing:
        return None, ()
    except BuiltIndexDamaged:
        earlier = generation_ids(folder)
    for name in earlier:
        try:
            return _open(folder, name), (f"{DAMAGED} Documents were taken over from {name}.",)
        except BuiltIndexDamaged:
            continue
    return None, (f"{DAMAGED} Nothing could be taken over: only the files given are in it now.",)


def _open(folder: Path, name: str) -> Predecessor:
    generation = generations_folder(folder) / name
    manifest = verify(generation)
    store = Store(generation / STORE_NAME)
    entries = {entry.sha256: entry for entry in store.meetings()}
    return Predecessor(generation, manifest, store, Vectors.read(generation), entries)
