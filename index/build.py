"""Builds an index from published files: the order of the work, written once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from index.candidates import Reader
from index.document import Document
from index.download import Download
from index.encode import QuestionEncoder
from index.errors import MinutesError
from index.files import FoundFile, find_files
from index.generation import ENCODER_NAME
from index.intake import Intake
from index.manifest import (
    FORMAT,
    Counts,
    Manifest,
    ModelEntry,
    describe_files,
    program_version,
    reader_version,
)
from index.meanings import write_meanings
from index.models import ModelSource
from index.predecessor import open_predecessor
from index.publish import building, publish
from index.report import BuildReport, IntakeReport
from index.reuse import MadeVectors, choose_model, make_vectors, meanings_before
from index.sources import SOURCES_NAME
from index.tables import STORE_NAME, write_store
from index.vectors import write_vectors
from index.views import View, views_of
from index.words import WORDS_NAME, count_terms, write_words
from index.worker import BOUNDS, Bounds, cores

Progress = Callable[[str, int, int], None]
FETCHING, READING, EMBEDDING, WRITING = (
    "Fetching",
    "Reading",
    "Embedding",
    "Writing and checking",
)


def build(
    paths: Sequence[Path],
    folder: Path,
    *,
    addresses: Sequence[str] = (),
    allow_private: bool = False,
    prune: bool = False,
    model: str | None = None,
    jobs: int | None = None,
    bounds: Bounds = BOUNDS,
    progress: Progress | None = None,
) -> BuildReport:
    """Read files, folders and web addresses and publish a new generation in ``folder``.

    ``allow_private`` fetches from private networks too. Documents built before stay unless their
    file is given again; with ``prune``, only the files given count. ``model`` is a profile, a
    folder or a name; None keeps the model that the index has. ``jobs`` documents are read at once
    (as many as there are processors if None), each within ``bounds``. ``progress`` is told the
    step, how much of it is done, and how much there is.
    """
    started, built_at = perf_counter(), datetime.now(UTC).isoformat()
    tell = progress or _tell_nobody
    files = find_files(paths, without=folder)
    with _disk_errors(folder), building(folder) as staging:
        predecessor, notes = open_predecessor(folder)
        source = choose_model(model, predecessor)
        reader = Reader(staging, predecessor, jobs or cores(), bounds)
        with TemporaryDirectory(dir=staging) as downloads:
            download = Download(Path(downloads), predecessor, bounds)
            download.add_all(addresses, allow_private, _of_step(tell, FETCHING))
            documents, intake = _take_in(files, download, reader, built_at, prune, tell)
        intake = replace(intake, notes=(*notes, *intake.notes))
        views = list(views_of([document.meeting for document in documents]))
        made = make_vectors(views, source, predecessor, staging, _of_step(tell, EMBEDDING))
        tell(WRITING, 0, 1)
        _write(staging, documents, views, made)
        write_meanings(
            staging,
            [document.meeting for document in documents],
            QuestionEncoder(staging / ENCODER_NAME),
            meanings_before(predecessor, source),
        )
        manifest = _describe(staging, built_at, source, made, intake)
        generation = publish(staging, manifest, folder)
        tell(WRITING, 1, 1)
    return BuildReport(
        generation=generation,
        model=source.name,
        intake=intake,
        vectors_computed=made.computed,
        vectors_reused=made.reused,
        seconds=perf_counter() - started,
    )


def _take_in(
    files: Sequence[FoundFile],
    download: Download,
    reader: Reader,
    built_at: str,
    prune: bool,
    tell: Progress,
) -> tuple[list[Document], IntakeReport]:
    (reader.staging / SOURCES_NAME).mkdir()
    intake = Intake(reader, built_at, failed=download.failed)
    intake.take_given([*files, *download.files], _of_step(tell, READING))
    if reader.previous:
        intake.take_over(reader.previous, prune)
    documents, report = intake.finish()
    return documents, replace(report, fetched=download.all_fetched(documents))


def _write(
    staging: Path, documents: Sequence[Document], views: Sequence[View], made: MadeVectors
) -> None:
    meetings = [document.meeting for document in documents]
    kept_files = [document.file for document in documents]
    write_store(staging / STORE_NAME, meetings, kept_files, count_terms(meetings))
    write_vectors(staging, made.vectors, views)
    write_words(staging / WORDS_NAME, meetings)


def _describe(
    staging: Path, built_at: str, source: ModelSource, made: MadeVectors, intake: IntakeReport
) -> Manifest:
    dimension = made.vectors.shape[1]
    counts = Counts(
        meetings=len(intake.documents),
        items=sum(each.items for each in intake.documents),
        passages=sum(each.passages for each in intake.documents),
        lines=sum(each.lines for each in intake.documents),
        vectors=len(made.vectors),
    )
    return Manifest(
        format=FORMAT,
        program=f"minuted {program_version()}",
        reader=reader_version(),
        built_at=built_at,
        model=ModelEntry(source.name, source.weights_sha256, dimension),
        counts=counts,
        intake=intake,
        files=describe_files(staging),
    )


@contextmanager
def _disk_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise MinutesError(
            f"The index in {folder} could not be written: {error}. "
            "What was built there before is unchanged."
        ) from error


def _of_step(tell: Progress, step: str) -> Callable[[int, int], None]:
    return lambda done, total: tell(step, done, total)


def _tell_nobody(step: str, done: int, total: int) -> None:
    """Progress for a caller that shows none."""
