"""A set of questions, with the documents that it brings along where they are not in an index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from eval.questions import Question
from index.overrides import SETTINGS_NAME


@dataclass(frozen=True, slots=True)
class Collection:
    """Questions; ``documents`` are the texts that they are about, by the id of their meeting.

    ``names`` says what the set calls a meeting, where that is not its id. ``faults`` are
    sentences about what could not be used. ``sha256`` tells two versions of a set apart.
    """

    name: str
    sha256: str
    questions: tuple[Question, ...]
    documents: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    def write_documents(self, folder: Path) -> None:
        """Write each text as a file to build from, with its id in ``minutes.toml``."""
        tables = []
        for meeting, text in self.documents.items():
            (folder / f"{meeting}.txt").write_text(text, encoding="utf-8")
            tables.append(f"[{json.dumps(f'{meeting}.txt')}]\nid = {json.dumps(meeting)}\n")
        (folder / SETTINGS_NAME).write_text("\n".join(tables), encoding="utf-8")


def digest_of(files: Iterable[Path]) -> str:
    """The SHA-256 of files, one after the other."""
    digest = sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()
