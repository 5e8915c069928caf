"""Takes in the documents of a build: the files given, and those of the generation before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from index.candidates import Candidate, Progress, Reader
from index.document import Document, with_id
from index.errors import UnreadableMinutes
from index.files import FoundFile, own_name
from index.predecessor import Predecessor
from index.report import DuplicateFile, EarlierVersion, FailedFile, IntakeReport, report_on
from index.sources import remove_other_sources
from index.versions import Superseded, choose_versions, is_renewed, version_among

NAMED_IN_NOTE = 3


@dataclass(slots=True)
class Intake:
    """Collects documents and what is to be reported of them; ``built_at`` is an ISO time."""

    reader: Reader
    built_at: str
    documents: list[Document] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)  # digest by name of file
    failed: list[FailedFile] = field(default_factory=list)
    duplicates: list[DuplicateFile] = field(default_factory=list)
    replaced: list[EarlierVersion] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def take_given(self, files: Sequence[FoundFile], progress: Progress) -> None:
        """Read the files given; one that was named itself must be readable."""
        failures: dict[str, UnreadableMinutes] = {}
        candidates = list(self._copied(files, failures))
        outcomes = self.reader.read(candidates, progress)
        for candidate, outcome in zip(candidates, outcomes, strict=True):
            if isinstance(outcome, Document):
                self.documents.append(outcome)
            else:
                failures[candidate.name] = outcome
        for file in files:
            if file.given and file.name in failures:
                raise failures[file.name]
        self.failed.extend(FailedFile(name, str(failures[name])) for name in sorted(failures))
        if not self.documents:
            reasons = "; ".join(failure.reason for failure in self.failed[:3])
            raise UnreadableMinutes(
                f"None of the files given can be read as minutes. {reasons}".strip()
            )

    def take_over(self, previous: Predecessor, prune: bool) -> None:
        """Take over what the generation before held and the files given do not replace.

        A document whose file is given but cannot be read any more stays as it was.
        """
        given, _ = choose_versions(self.documents)
        by_digest = {document.sha256: document for document in self.documents}
        failed = {failure.file for failure in self.failed}
        for held in self._held(previous):
            renewed = by_digest.get(self.given.get(held.name, ""))
            leaves = prune and held.name not in failed
            if renewed and is_renewed(held, renewed):
                self._replace(Superseded(held, renewed, "its file has changed"))
            elif leaves and (version := version_among(given, held)):
                self._replace(version)
            elif leaves:
                self.removed.append(held.name)
            else:
                self.documents.append(held)

    def finish(self) -> tuple[list[Document], IntakeReport]:
        """The documents by date and id, every meeting with an id of its own, and the report."""
        chosen, superseded = choose_versions(self.documents)
        for each in superseded:
            if each.document.taken_over:
                self._replace(each)
            else:
                self.duplicates.append(DuplicateFile(each.document.name, each.by.name, each.why))
        documents = sorted(_with_ids_of_their_own(chosen), key=_by_date)
        remove_other_sources(self.reader.staging, (each.file.path for each in documents))
        kept = tuple(sorted(each.name for each in documents if each.taken_over))
        return documents, IntakeReport(
            documents=tuple(report_on(each) for each in documents),
            failed=tuple(self.failed),
            duplicates=tuple(sorted(self.duplicates, key=lambda each: each.file)),
            kept=kept,
            replaced=tuple(sorted(each.file for each in self.replaced)),
            removed=tuple(sorted(self.removed)),
            history=(*self._earlier_history(), *self.replaced),
            unchanged=self.reader.unchanged,
            notes=tuple(_note_on(sorted(set(kept) - {failure.file for failure in self.failed}))),
        )

    def _copied(
        self, files: Iterable[FoundFile], failures: dict[str, UnreadableMinutes]
    ) -> Iterator[Candidate]:
        """Copy the files that were given, each content once."""
        first: dict[str, str] = {}
        for file in files:
            try:
                candidate = self.reader.copy(file)
            except UnreadableMinutes as error:
                failures[file.name] = error
                continue
            digest = self.given[file.name] = candidate.sha256
            if digest in first:
                self.duplicates.append(DuplicateFile(file.name, first[digest], "the same bytes"))
            else:
                first[digest] = file.name
                yield candidate

    def _held(self, previous: Predecessor) -> Iterator[Document]:
        """The documents of the generation before that are not given again as they were."""
        given = {document.sha256 for document in self.documents}
        entries = [each for each in previous.store.meetings() if each.sha256 not in given]
        candidates = [self.reader.copy_before(previous, entry) for entry in entries]
        for entry, outcome in zip(entries, self.reader.read(candidates), strict=True):
            if isinstance(outcome, Document):
                yield outcome
            else:
                self.failed.append(FailedFile(entry.file_name, str(outcome)))

    def _replace(self, superseded: Superseded) -> None:
        earlier, by = superseded.document, superseded.by
        previous = self.reader.previous
        self.replaced.append(
            EarlierVersion(
                meeting=earlier.meeting.id,
                file=earlier.name,
                sha256=earlier.sha256,
                generation=previous.folder.name if previous else "",
                replaced_by=by.name,
                replaced_by_sha256=by.sha256,
                replaced_at=self.built_at,
                why=superseded.why,
            )
        )

    def _earlier_history(self) -> tuple[EarlierVersion, ...]:
        previous = self.reader.previous
        return previous.manifest.intake.history if previous else ()


def _with_ids_of_their_own(documents: Iterable[Document]) -> Iterator[Document]:
    taken: set[str] = set()
    for document in sorted(documents, key=lambda each: (each.name, each.sha256)):
        wanted = document.meeting.id
        own_id = own_name(wanted, taken)
        taken.add(own_id)
        if own_id == wanted:
            yield document
        else:
            warning = f"another document is {wanted} too, so this one is called {own_id}"
            yield replace(document, meeting=with_id(document.meeting, own_id), warning=warning)


def _note_on(kept: Sequence[str]) -> Iterator[str]:
    """Say which documents are no longer among the files given."""
    if kept:
        more = f" and {len(kept) - NAMED_IN_NOTE:,} more" if len(kept) > NAMED_IN_NOTE else ""
        yield (
            "Not among the files given, and kept as in the generation before: "
            f"{', '.join(kept[:NAMED_IN_NOTE])}{more}. minuted build --prune drops them."
        )


def _by_date(document: Document) -> tuple[date, str]:
    return (document.meeting.date or date.max, document.meeting.id)
