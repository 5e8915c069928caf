"""Publishes a generation: built beside the others, flushed, read back, then made live at once."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import MinutesError
from index.generation import CURRENT_NAME, generation_ids, generations_folder, open_generation
from index.manifest import MANIFEST_NAME, Manifest

LOCK_NAME = "LOCK"
STAGING_PREFIX = ".building-"
GENERATIONS_KEPT = 3


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """A new folder to build in, while no other build runs; gone afterwards unless published."""
    generations = generations_folder(folder)
    generations.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK_NAME).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise MinutesError(
                f"Another build is running in {folder}. Try again when it has finished."
            ) from error
        _remove_leftovers(generations)
        staging = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=generations))
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def publish(staging: Path, manifest: Manifest, folder: Path) -> str:
    """Flush the new generation to disk, read it back, and make it live by one rename."""
    (staging / MANIFEST_NAME).write_bytes(manifest.to_bytes())
    _flush_tree(staging)
    generation = generations_folder(folder) / manifest.id
    staging.rename(generation)
    _flush(generation.parent)
    try:
        open_generation(generation)
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise
    _make_live(folder, generation.name)
    _remove_old(folder, generation.name)
    return generation.name


def _make_live(folder: Path, name: str) -> None:
    new = folder / f"{CURRENT_NAME}.new"
    new.write_text(name + "\n", "ascii")
    _flush(new)
    os.replace(new, folder / CURRENT_NAME)
    _flush(folder)


def _remove_old(folder: Path, live: str) -> None:
    others = [name for name in generation_ids(folder) if name != live]
    for name in others[GENERATIONS_KEPT - 1 :]:
        shutil.rmtree(generations_folder(folder) / name, ignore_errors=True)


def _remove_leftovers(generations: Path) -> None:
    for leftover in generations.glob(f"{STAGING_PREFIX}*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _flush_tree(top: Path) -> None:
    """Flush a folder to disk, readable by all: who serves an index may not be who built it."""
    for path in [*top.rglob("*"), top]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        _flush(path)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
