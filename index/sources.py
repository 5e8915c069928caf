"""Copies published files into a build, each once and under the name of its digest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from index.errors import UnreadableMinutes

SOURCES_NAME = "sources"
MOST_MEGABYTES = 200
CHUNK = 2**20
SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


def keep_source(name: str, path: Path, staging: Path) -> tuple[str, str]:
    """Copy a file; returns its sha256 and where the copy is, from the folder of the build.

    Raises UnreadableMinutes for what is no file, cannot be read or is too large.
    """
    digest = sha256()
    copy = staging / SOURCES_NAME / ".copying"
    with copy.open("wb") as kept:
        for chunk in _chunks(name, path):
            digest.update(chunk)
            kept.write(chunk)
    suffix = Path(name).suffix.lower()
    place = f"{SOURCES_NAME}/{digest.hexdigest()}{suffix if SUFFIX.fullmatch(suffix) else ''}"
    copy.rename(staging / place)
    return digest.hexdigest(), place


def remove_other_sources(staging: Path, places: Iterable[str]) -> None:
    """Remove the copies of files that did not become documents of the build."""
    wanted = {staging / place for place in places}
    for copy in (staging / SOURCES_NAME).iterdir():
        if copy not in wanted:
            copy.unlink()


def _chunks(name: str, path: Path) -> Iterator[bytes]:
    if not path.is_file():
        raise UnreadableMinutes(f"{name} is not a file that can be read")
    try:
        with path.open("rb") as file:
            for number in range(MOST_MEGABYTES * 2**20 // CHUNK + 1):
                chunk = file.read(CHUNK)
                if not chunk:
                    return
                if number * CHUNK >= MOST_MEGABYTES * 2**20:
                    break
                yield chunk
    except OSError as error:
        raise UnreadableMinutes(f"{name} cannot be read: {error.strerror}") from error
    raise UnreadableMinutes(
        f"{name}: it has more than {MOST_MEGABYTES} MB; split it, or save it without pictures"
    )
