"""The vectors and the encoder of a build: taken over where text and model are unchanged."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.encode import QuestionEncoder
from index.export import export_encoder
from index.generation import ENCODER_NAME
from index.meanings import Meanings
from index.models import ModelSource, find_model, named_model
from index.predecessor import Predecessor
from index.vectors import Floats
from index.views import View
from index.worker import cores

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class MadeVectors:
    """One vector a view, in the order of the views, and where they came from."""

    vectors: Floats
    computed: int
    reused: int


def choose_model(name: str | None, predecessor: Predecessor | None) -> ModelSource:
    """The model that is named; where none is, that of the generation before."""
    if predecessor is None or named_model(name):
        return find_model(name)
    stated = predecessor.manifest.model
    encoder = predecessor.folder / ENCODER_NAME
    return ModelSource(stated.name, stated.weights_sha256, encoder, exported=True)


def meanings_before(predecessor: Predecessor | None, source: ModelSource) -> Meanings | None:
    """The vectors of words that the next build may take over."""
    if predecessor is None or not _has_model(predecessor, source):
        return None
    return Meanings.read(predecessor.folder)


def make_vectors(
    views: Sequence[View],
    source: ModelSource,
    predecessor: Predecessor | None,
    staging: Path,
    progress: Progress,
) -> MadeVectors:
    """Vectors for all views, and the encoder in its folder; loads the model only to export it."""
    before = predecessor if predecessor and _has_model(predecessor, source) else None
    known = before.vectors.by_text() if before else {}
    missing = {view.digest: view.text for view in views if view.digest not in known}
    if before:
        _copy(before.folder / ENCODER_NAME, staging / ENCODER_NAME)
    elif source.exported:
        _copy(source.folder, staging / ENCODER_NAME)
    else:
        export_encoder(source, staging / ENCODER_NAME)
    encoder = QuestionEncoder(staging / ENCODER_NAME, cores())
    computed = encoder.encode_documents(list(missing.values()), progress)
    stored = before.vectors.matrix if before else computed[:0]
    return _gather(views, known, stored, {each: at for at, each in enumerate(missing)}, computed)


def _has_model(predecessor: Predecessor, source: ModelSource) -> bool:
    stated = predecessor.manifest.model
    return (stated.name, stated.weights_sha256) == (source.name, source.weights_sha256)


def _copy(folder: Path, to: Path) -> None:
    to.mkdir()
    for path in folder.iterdir():
        shutil.copyfile(path, to / path.name)


def _gather(
    views: Sequence[View],
    known: Mapping[bytes, int],
    stored: Floats,
    new: Mapping[bytes, int],
    computed: Floats,
) -> MadeVectors:
    """``known`` and ``new`` say which row of ``stored`` and ``computed`` a text has."""
    digests = [view.digest for view in views]
    vectors = np.empty((len(views), stored.shape[1]), dtype=np.float32)
    for matrix, rows in ((stored, known), (computed, new)):
        chosen = [at for at, digest in enumerate(digests) if digest in rows]
        vectors[chosen] = matrix[[rows[digests[at]] for at in chosen]]
    reused = sum(digest in known for digest in digests)
    return MadeVectors(vectors, len(views) - reused, reused)
