"""Builds an index from published files: the order of the work, written once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from index.candidates import Reader
from index.document import Document
from index.download import Download
from index.encode import EncoderSettings, QuestionEncoder
from index.errors import MinutesError
from index.files import FoundFile, find_files
from index.generation import ENCODER_NAME
from index.intake import Intake
from index.manifest import describe
from index.meanings import Meanings, write_meanings
from index.models import ModelSource, find_model
from index.predecessor import Predecessor, open_predecessor
from index.publish import building, publish
from index.report import BuildReport, IntakeReport
from index.reuse import MadeVectors, choose_model, make_vectors, provide_encoder, same_model
from index.sources import SOURCES_NAME
from index.tables import STORE_NAME, write_store
from index.vectors import write_vectors
from index.views import views_of
from index.words import WORDS_NAME, count_terms, write_words
from index.worker import BOUNDS, Bounds, cores

Progress = Callable[[str, int, int], None]
FETCHING, READING, EMBEDDING, WRITING = (
    "Fetching",
    "Reading",
    "Embedding",
    "Writing and checking",
)


@dataclass(frozen=True, slots=True)
class Options:
    """How to build.

    Documents built before stay unless their file is given again; with ``prune``, only the files
    given count. ``model`` is a profile, a folder or a name; None keeps the model that the index
    has. ``jobs`` documents are read at once (as many as there are processors if None), each within
    ``bounds``. ``allow_private`` fetches from private networks too.
    """

    prune: bool = False
    model: str | None = None
    jobs: int | None = None
    bounds: Bounds = BOUNDS
    allow_private: bool = False


DEFAULTS = Options()


def build(
    given: Sequence[Path | str],
    folder: Path,
    options: Options = DEFAULTS,
    progress: Progress | None = None,
) -> BuildReport:
    """Read files, folders and web addresses (strings), publish a new generation in ``folder``.

    ``progress`` is told the step, how much of it is done, and how much there is.
    """
    started = perf_counter()
    files = find_files([each for each in given if isinstance(each, Path)], without=folder)
    addresses = [each for each in given if isinstance(each, str)]
    with _disk_errors(folder), building(folder) as staging:
        predecessor, notes = open_predecessor(folder)
        model = choose_model(options.model, predecessor)
        work = _Build(staging, predecessor, options, progress or _tell_nobody)
        documents, intake = work.take_in(files, addresses)
        intake = replace(intake, notes=(*notes, *intake.notes))
        made, settings = work.write(documents, model)
        manifest = describe(staging, work.built_at, settings, len(made.vectors), intake)
        generation = publish(staging, manifest, folder)
        work.tell(WRITING, 1, 1)
    return BuildReport(
        generation=generation,
        model=manifest.model.name,
        intake=intake,
        vectors_computed=made.computed,
        vectors_reused=made.reused,
        seconds=perf_counter() - started,
    )


@dataclass(frozen=True, slots=True)
class _Build:
    """A generation in the making, in ``staging``; ``built_at`` is an ISO time."""

    staging: Path
    predecessor: Predecessor | None
    options: Options
    tell: Progress
    built_at: str = field(default_factory=lambda: datetime.now(UTC).isoformat())

    def take_in(
        self, files: Sequence[FoundFile], addresses: Sequence[str]
    ) -> tuple[list[Document], IntakeReport]:
        """Read what was given and take over what the generation before held."""
        (self.staging / SOURCES_NAME).mkdir()
        options, previous = self.options, self.predecessor
        reader = Reader(self.staging, previous, options.jobs or cores(), options.bounds)
        with TemporaryDirectory(dir=self.staging) as downloads:
            download = Download(Path(downloads), previous, options.bounds)
            download.add_all(addresses, options.allow_private, self._step(FETCHING))
            intake = Intake(reader, self.built_at, failed=download.failed)
            intake.take_given([*files, *download.files], self._step(READING))
        if previous:
            intake.take_over(previous, options.prune)
        documents, report = intake.finish()
        return documents, replace(report, fetched=download.all_fetched(documents))

    def write(
        self, documents: Sequence[Document], model: ModelSource | None
    ) -> tuple[MadeVectors, EncoderSettings]:
        """Write all files of the generation; without a model, with the one that suits it."""
        meetings = [document.meeting for document in documents]
        views = list(views_of(meetings))
        source = model or find_model(texts=len(views))
        before = same_model(self.predecessor, source)
        provide_encoder(source, before, self.staging / ENCODER_NAME)
        encoder = QuestionEncoder(self.staging / ENCODER_NAME, cores())
        made = make_vectors(views, encoder, before, self._step(EMBEDDING))
        self.tell(WRITING, 0, 1)
        files = [document.file for document in documents]
        write_store(self.staging / STORE_NAME, meetings, files, count_terms(meetings))
        write_vectors(self.staging, made.vectors, views)
        write_words(self.staging / WORDS_NAME, meetings)
        known = Meanings.read(before.folder) if before else None
        write_meanings(self.staging, meetings, encoder, known)
        return made, encoder.settings

    def _step(self, step: str) -> Callable[[int, int], None]:
        return lambda done, total: self.tell(step, done, total)


@contextmanager
def _disk_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise MinutesError(
            f"The index in {folder} could not be written: {error}. "
            "What was built there before is unchanged."
        ) from error


def _tell_nobody(step: str, done: int, total: int) -> None:
    """Progress for a caller that shows none."""
