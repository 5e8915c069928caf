"""Built indexes on disk: which generation is live, and opening it after checking it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from index.encode import QuestionEncoder
from index.errors import BuiltIndexDamaged, BuiltIndexMissing
from index.manifest import GENERATION_ID, Manifest, find_damage, read_manifest
from index.meanings import Meanings
from index.store import Store
from index.tables import STORE_NAME
from index.vectors import VECTORS_NAME, Vectors
from index.words import WORDS_NAME, Words

CURRENT_NAME = "CURRENT"
GENERATIONS_NAME = "generations"
ENCODER_NAME = "encoder"


@dataclass(frozen=True, slots=True)
class BuiltIndex:
    """One generation, verified and open for reading. ``folder`` is the generation's own."""

    id: str
    folder: Path
    manifest: Manifest
    store: Store
    vectors: Vectors
    words: Words
    meanings: Meanings
    encoder: QuestionEncoder

    @classmethod
    def open(cls, folder: Path) -> BuiltIndex:
        """Open the live generation of an index folder."""
        generation = generations_folder(folder) / live_id(folder)
        try:
            return open_generation(generation)
        except BuiltIndexDamaged as error:
            raise BuiltIndexDamaged(f"{error}. {_advice(folder, generation.name)}") from error

    def source_path(self, meeting_id: str) -> Path | None:
        """Where the original file of a meeting is kept, or None for an unknown meeting."""
        file = self.store.file(meeting_id)
        return self.folder / file.path if file else None


def generations_folder(folder: Path) -> Path:
    return folder / GENERATIONS_NAME


def live_id(folder: Path) -> str:
    """The name of the live generation, as CURRENT gives it."""
    current = folder / CURRENT_NAME
    try:
        content = current.read_bytes().decode("ascii", "replace")
    except FileNotFoundError as error:
        raise BuiltIndexMissing(
            f"Nothing has been built in {folder}. Run minuted build with your files first."
        ) from error
    name = content.removesuffix("\n")
    if not content.endswith("\n") or not GENERATION_ID.fullmatch(name):
        raise BuiltIndexDamaged(f"{current} was changed. {_advice(folder, name)}")
    if not (generations_folder(folder) / name).is_dir():
        raise BuiltIndexDamaged(
            f"{current} names the generation {name}, which is not there. {_advice(folder, name)}"
        )
    return name


def open_generation(generation: Path) -> BuiltIndex:
    """Open one generation after checking every file; the errors name what is at fault."""
    manifest = verify(generation)
    try:
        built = BuiltIndex(
            id=generation.name,
            folder=generation,
            manifest=manifest,
            store=Store(generation / STORE_NAME),
            vectors=Vectors.read(generation),
            words=Words(generation / WORDS_NAME),
            meanings=Meanings.read(generation),
            encoder=QuestionEncoder(generation / ENCODER_NAME),
        )
    except (OSError, RuntimeError, ValueError, sqlite3.Error) as error:
        # The files are what was written, but the libraries installed now do not read them.
        reason = str(error).partition("\n")[0]
        raise BuiltIndexDamaged(f"{generation.name} cannot be read: {reason}") from error
    _check_that_parts_fit(built)
    return built


def verify(generation: Path) -> Manifest:
    """Check every file of a generation against its manifest."""
    manifest = read_manifest(generation)
    damage = next(find_damage(generation, manifest), None)
    if damage:
        raise BuiltIndexDamaged(f"{damage} (generation {generation.name})")
    return manifest


def generation_ids(folder: Path) -> list[str]:
    """All complete generations, the newest first."""
    names = (path.name for path in generations_folder(folder).glob("*"))
    return sorted((name for name in names if GENERATION_ID.fullmatch(name)), reverse=True)


def _check_that_parts_fit(built: BuiltIndex) -> None:
    made_for = built.encoder.settings
    stated = built.manifest.model
    if (made_for.weights_sha256, made_for.dimension) != (stated.weights_sha256, stated.dimension):
        raise BuiltIndexDamaged(
            f"{ENCODER_NAME} is of the model {made_for.model} ({made_for.dimension} dimensions), "
            f"the index was made with {stated.name} ({stated.dimension})"
        )
    if built.vectors.dimension != stated.dimension:
        raise BuiltIndexDamaged(
            f"{VECTORS_NAME} has {built.vectors.dimension} dimensions, "
            f"the encoder {stated.dimension}"
        )
    if len(built.words) != built.store.passage_count:
        raise BuiltIndexDamaged(
            f"{WORDS_NAME} holds {len(built.words)} passages, "
            f"{STORE_NAME} {built.store.passage_count}"
        )


def _advice(folder: Path, damaged: str) -> str:
    earlier = [name for name in generation_ids(folder) if name != damaged]
    kept = f"; the earlier generation {earlier[0]} is kept" if earlier else ""
    return f"Run minuted build with your files again{kept}."
