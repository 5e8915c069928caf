"""Finds the files to build from: each with a name of its own and what is set for it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import UnreadableMinutes
from index.overrides import SETTINGS_NAME, FolderOverrides, Overrides, load_overrides


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read; ``name`` is its path below the folder given, its own where it was given.

    ``given`` says that the file itself was named, not a folder above it. ``modified`` is when it
    was last changed, in seconds since 1970.
    """

    name: str
    path: Path
    given: bool
    overrides: Overrides
    modified: float = 0.0


def find_files(paths: Sequence[Path], without: Path) -> list[FoundFile]:
    """All files below the paths in the order of their names, but for hidden ones and settings.

    ``without`` is a folder to leave out: the built index itself.
    """
    found: dict[Path, FoundFile] = {}
    settings: dict[Path, FolderOverrides] = {}
    for path in paths:
        for file, name in _files_of(path, without.resolve()):
            folder = file.parent
            if folder not in settings:
                settings[folder] = load_overrides(folder)
            given = not path.is_dir()
            overrides = settings[folder].for_file(file.name)
            earlier = found.get(file.resolve())
            if earlier is None or given > earlier.given:
                modified = file.stat().st_mtime if file.is_file() else 0.0
                found[file.resolve()] = FoundFile(_valid(name), file, given, overrides, modified)
    return _with_names_of_their_own(sorted(found.values(), key=lambda each: (each.name, each.path)))


def _files_of(path: Path, without: Path) -> Iterator[tuple[Path, str]]:
    if path.is_dir():
        for file in _below(path, without):
            yield file, file.relative_to(path).as_posix()
    elif path.exists():
        if path.name != SETTINGS_NAME:
            yield path, path.name
    else:
        raise UnreadableMinutes(f"{path} does not exist. Check the path.")


def _below(top: Path, without: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(top):
        folder = Path(here)
        folders[:] = [
            name
            for name in sorted(folders)
            if not name.startswith(".") and (folder / name).resolve() != without
        ]
        for name in sorted(names):
            if not name.startswith(".") and name != SETTINGS_NAME:
                yield folder / name


def _with_names_of_their_own(files: Sequence[FoundFile]) -> list[FoundFile]:
    """Files of the same name from different folders get -2, -3 … before the suffix."""
    taken: set[str] = set()
    named = []
    for file in files:
        name = own_name(file.name, taken, Path(file.name).suffix)
        taken.add(name)
        named.append(replace(file, name=name))
    return named


def own_name(wanted: str, taken: set[str], suffix: str = "") -> str:
    """The name wanted, or with the first of -2, -3 … before its suffix that is not taken."""
    stem = wanted.removesuffix(suffix)
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}{suffix}"
    return name


def _valid(name: str) -> str:
    # File names need not be valid UTF-8; what is stored must be.
    return name.encode("utf-8", "replace").decode()
