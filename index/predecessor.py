"""The generation before: what the next build may take over from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from index.errors import BuiltIndexDamaged, BuiltIndexMissing
from index.generation import generation_ids, generations_folder, live_id, verify
from index.manifest import Manifest
from index.store import Store
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
    return Predecessor(generation, manifest, store, Vectors.read(generation))
