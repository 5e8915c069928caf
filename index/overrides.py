"""What a ``minutes.toml`` beside the files sets or corrects of what a document says of itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from index.errors import BadSettings

SETTINGS_NAME = "minutes.toml"
DEFAULT_TABLE = "default"
ADDRESSES = ("source_url", "recording", "papers")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What is set for one document; empty or None leaves what the document says."""

    id: str = ""
    body: str = ""
    date: date | None = None
    title: str = ""
    status: str = ""
    source_url: str = ""
    recording: str = ""
    papers: str = ""


KEYS = tuple(each.name for each in fields(Overrides))


@dataclass(frozen=True, slots=True)
class FolderOverrides:
    """The tables of one folder's ``minutes.toml``."""

    default: Overrides = Overrides()
    by_file: Mapping[str, Overrides] = field(default_factory=dict)

    def for_file(self, name: str) -> Overrides:
        """What is set for a file of the folder: its own table over ``[default]``."""
        return _over(self.by_file.get(name, Overrides()), self.default)


def load_overrides(folder: Path) -> FolderOverrides:
    """What is set for the files of a folder: its own ``minutes.toml``, over those of the folders
    above it, of which ``[default]`` counts. Without any, nothing is set."""
    inherited = Overrides()
    here = folder.resolve()
    for above in reversed(here.parents):
        inherited = _over(_tables(above).default, inherited)
    own = _tables(here)
    return FolderOverrides(_over(own.default, inherited), own.by_file)


def _over(own: Overrides, general: Overrides) -> Overrides:
    return replace(general, **{key: getattr(own, key) for key in KEYS if getattr(own, key)})


def _tables(folder: Path) -> FolderOverrides:
    path = folder / SETTINGS_NAME
    if not path.is_file():
        return FolderOverrides()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(f"{path} is not valid TOML in UTF-8: {error}. Correct it.") from error
    by_file = {name: _table(path, name, table) for name, table in tables.items()}
    return FolderOverrides(by_file.pop(DEFAULT_TABLE, Overrides()), by_file)


def _table(path: Path, name: str, table: Any) -> Overrides:
    if not isinstance(table, dict):
        raise BadSettings(
            f"{path}: {name!r} stands outside a table. "
            f'Put it under [{DEFAULT_TABLE}] or under a file name such as ["minutes.pdf"].'
        )
    unknown = sorted(set(table) - set(KEYS))
    if unknown:
        raise BadSettings(
            f"{path}, table {name!r}: unknown key {unknown[0]!r}. Use {', '.join(KEYS)}; "
            'put a file name with a dot in quotes: ["minutes.pdf"].'
        )
    return Overrides(**{key: _value(path, name, key, value) for key, value in table.items()})


def _value(path: Path, table: str, key: str, value: Any) -> Any:
    where = f"{path}, table {table!r}: {key}"
    if key == "date":
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        raise BadSettings(f"{where} must be a day such as 2021-12-21, not {value!r}.")
    if not isinstance(value, str):
        raise BadSettings(f"{where} must be text in quotes, not {value!r}.")
    text = value.strip()
    if key == "id" and text and not ID.fullmatch(text):
        raise BadSettings(f"{where} may hold letters, digits, '.', '-' and '_', not {value!r}.")
    if key in ADDRESSES and text and not text.startswith(("http://", "https://")):
        raise BadSettings(f"{where} must begin with https:// or http://, not {value!r}.")
    return text
