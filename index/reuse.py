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
from index.models import ModelSource, find_model, named_model
from index.predecessor import Predecessor
from index.vectors import Floats
from index.views import View

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class MadeVectors:
    """One vector a view, in the order of the views, and where they came from."""

    vectors: Floats
    computed: int
    reused: int


def choose_model(name: str | None, predecessor: Predecessor | None) -> ModelSource | None:
    """The model that is named or that of the generation before; None leaves it to what is read."""
    if named_model(name):
        return find_model(name)
    if predecessor is None:
        return None
    stated = predecessor.manifest.model
    encoder = predecessor.folder / ENCODER_NAME
    return ModelSource(stated.name, stated.weights_sha256, encoder, exported=True)


def same_model(predecessor: Predecessor | None, source: ModelSource) -> Predecessor | None:
    """The generation before, where its vectors are of this model and can be taken over."""
    if predecessor is None:
        return None
    stated = predecessor.manifest.model
    same = (stated.name, stated.weights_sha256) == (source.name, source.weights_sha256)
    return predecessor if same else None


def provide_encoder(source: ModelSource, before: Predecessor | None, folder: Path) -> None:
    """The model's encoder in a new folder; the model itself is loaded only to export it."""
    if before:
        _copy(before.folder / ENCODER_NAME, folder)
    elif source.exported:
        _copy(source.folder, folder)
    else:
        export_encoder(source, folder)


def make_vectors(
    views: Sequence[View],
    encoder: QuestionEncoder,
    before: Predecessor | None,
    progress: Progress,
) -> MadeVectors:
    """Vectors for all views; those of texts that the generation before has are taken over."""
    known = before.vectors.by_text() if before else {}
    missing = {view.digest: view.text for view in views if view.digest not in known}
    computed = encoder.encode_documents(list(missing.values()), progress)
    stored = before.vectors.matrix if before else computed[:0]
    return _gather(views, known, stored, {each: at for at, each in enumerate(missing)}, computed)


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
