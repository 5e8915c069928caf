"""The manifest of a generation: what every file of it must be, and what it was made from."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from index.encode import EncoderSettings
from index.errors import BuiltIndexDamaged
from index.minutes import LeftOut
from index.report import (
    DocumentReport,
    DuplicateFile,
    EarlierVersion,
    FailedFile,
    FetchedFile,
    IntakeReport,
)

MANIFEST_NAME = "manifest.json"
FORMAT = 3
# What reading depends on besides this package's own code.
READING_LIBRARIES = ("lxml", "pdfminer.six", "pdfplumber", "pypdfium2", "sentencex")
GENERATION_ID = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class FileEntry:
    """What one file must be; ``size`` in bytes."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """The model that made the vectors."""

    name: str
    weights_sha256: str
    dimension: int


@dataclass(frozen=True, slots=True)
class Counts:
    meetings: int
    items: int
    passages: int
    lines: int
    vectors: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is; ``built_at`` is an ISO time, ``files`` are named from its folder.

    ``reader`` is the ``reader_version`` of the program that read the documents.
    """

    format: int
    program: str
    reader: str
    built_at: str
    model: ModelEntry
    counts: Counts
    intake: IntakeReport
    files: Mapping[str, FileEntry]

    def to_bytes(self) -> bytes:
        text = json.dumps(asdict(self), indent=1, sort_keys=True, ensure_ascii=False)
        return (text + "\n").encode("utf-8", "replace")

    @property
    def id(self) -> str:
        """The generation's name: when it was built, and what its manifest's digest begins with."""
        moment = datetime.fromisoformat(self.built_at).strftime("%Y%m%dT%H%M%SZ")
        return f"{moment}-{_short_digest(self.to_bytes())}"


def describe(
    generation: Path, built_at: str, encoder: EncoderSettings, vectors: int, intake: IntakeReport
) -> Manifest:
    """The manifest of a folder that holds everything else; ``vectors`` counts them."""
    return Manifest(
        format=FORMAT,
        program=f"minuted {program_version()}",
        reader=reader_version(),
        built_at=built_at,
        model=ModelEntry(encoder.model, encoder.weights_sha256, encoder.dimension),
        counts=Counts(
            meetings=len(intake.documents),
            items=sum(each.items for each in intake.documents),
            passages=sum(each.passages for each in intake.documents),
            lines=sum(each.lines for each in intake.documents),
            vectors=vectors,
        ),
        intake=intake,
        files=describe_files(generation),
    )


def describe_files(generation: Path) -> dict[str, FileEntry]:
    """Size and digest of every file of a generation but the manifest itself."""
    return {
        path.relative_to(generation).as_posix(): _describe(path)
        for path in sorted(generation.rglob("*"))
        if path.is_file() and path != generation / MANIFEST_NAME
    }


def read_manifest(generation: Path) -> Manifest:
    """Read the manifest if it is the one that the generation's name belongs to."""
    try:
        content = (generation / MANIFEST_NAME).read_bytes()
    except OSError as error:
        raise BuiltIndexDamaged(f"{MANIFEST_NAME} of {generation.name} is missing") from error
    if not generation.name.endswith(f"-{_short_digest(content)}"):
        raise BuiltIndexDamaged(f"{MANIFEST_NAME} of {generation.name} was changed")
    stated = json.loads(content)
    if stated["format"] != FORMAT:
        raise BuiltIndexDamaged(
            f"{generation.name} has format {stated['format']}, this program reads {FORMAT}"
        )
    return _manifest(stated)


def find_damage(generation: Path, manifest: Manifest) -> Iterator[str]:
    """One sentence for each file that is missing or is not what the manifest says."""
    for name, entry in manifest.files.items():
        path = generation / name
        try:
            size = os.stat(path).st_size
            if size != entry.size:
                yield f"{name} has {size} bytes instead of {entry.size}"
            elif _describe(path) != entry:
                yield f"{name} was changed"
        except OSError as error:
            yield f"{name} is missing or cannot be read ({error.strerror})"


def _describe(path: Path) -> FileEntry:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
        return FileEntry(file.tell(), digest)


def _short_digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def _manifest(stated: Mapping[str, Any]) -> Manifest:
    return Manifest(
        format=stated["format"],
        program=stated["program"],
        reader=stated["reader"],
        built_at=stated["built_at"],
        model=ModelEntry(**stated["model"]),
        counts=Counts(**stated["counts"]),
        intake=_intake(stated["intake"]),
        files={name: FileEntry(**entry) for name, entry in stated["files"].items()},
    )


def _intake(stated: Mapping[str, Any]) -> IntakeReport:
    return IntakeReport(
        documents=tuple(_document(each) for each in stated["documents"]),
        failed=tuple(FailedFile(**each) for each in stated["failed"]),
        duplicates=tuple(DuplicateFile(**each) for each in stated["duplicates"]),
        history=tuple(EarlierVersion(**each) for each in stated["history"]),
        unchanged=stated["unchanged"],
        fetched=tuple(FetchedFile(**each) for each in stated["fetched"]),
        **{name: tuple(stated[name]) for name in ("kept", "replaced", "removed", "notes")},
    )


def _document(stated: Mapping[str, Any]) -> DocumentReport:
    left_out = tuple(LeftOut(**each) for each in stated["left_out"])
    return DocumentReport(**{**stated, "left_out": left_out, "warnings": tuple(stated["warnings"])})


def program_version() -> str:
    """The version that is installed."""
    try:
        return version("minuted")
    except PackageNotFoundError:
        return "(not installed)"


@cache
def reader_version() -> str:
    """A digest of all that decides how a file is read: this package and the libraries it uses."""
    digest = sha256()
    package = Path(__file__).parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    for library in READING_LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()
