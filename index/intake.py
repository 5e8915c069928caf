"""Takes in the documents of a build: the files given, and those of the generation before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from index.errors import UnreadableMinutes
from index.files import FoundFile, own_name
from index.minutes import Meeting
from index.overrides import Overrides
from index.predecessor import Predecessor
from index.reading import read_meeting
from index.report import DuplicateFile, FailedFile, IntakeReport, report_on
from index.store import MeetingEntry
from index.tables import StoredFile

SOURCES_NAME = "sources"
SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Document:
    """A meeting that was read, and where its file is kept."""

    meeting: Meeting
    file: StoredFile
    taken_over: bool


@dataclass(slots=True)
class Intake:
    """Collects documents and what is to be reported of them; writes their files to a folder."""

    staging: Path
    documents: list[Document] = field(default_factory=list)
    names_by_sha256: dict[str, str] = field(default_factory=dict)
    failed: list[FailedFile] = field(default_factory=list)
    duplicates: list[DuplicateFile] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def read_found(self, files: Sequence[FoundFile], progress: Progress) -> None:
        """Read the files given; one that was named itself must be readable."""
        for done, file in enumerate(files, 1):
            try:
                self._read(file.name, _content(file), file.overrides, taken_over=False)
            except UnreadableMinutes as error:
                if file.given:
                    raise
                self.failed.append(FailedFile(file.name, str(error)))
            progress(done, len(files))
        if not self.documents:
            reasons = "; ".join(failure.reason for failure in self.failed[:3])
            raise UnreadableMinutes(
                f"None of the files given can be read as minutes. {reasons}".strip()
            )

    def take_over(self, previous: Predecessor, files: Sequence[FoundFile], prune: bool) -> None:
        """Take over what the generation before held and the files given do not replace.

        A document whose file is given but cannot be read any more stays as it was.
        """
        failed = {failure.file for failure in self.failed}
        given = {file.name for file in files} - failed
        for entry in previous.store.meetings():
            digest, name = entry.sha256, entry.file_name
            if digest in self.names_by_sha256:
                continue
            if name in given:
                self.replaced.append(name)
            elif prune and name not in failed:
                self.removed.append(name)
            else:
                self._take_over(previous, entry)

    def finish(self) -> tuple[list[Document], IntakeReport]:
        """The documents by date and id, every meeting with an id of its own, and the report."""
        documents = sorted(self._with_ids_of_their_own(), key=_by_date)
        report = IntakeReport(
            documents=tuple(report_on(each.meeting, each.taken_over) for each in documents),
            failed=tuple(self.failed),
            duplicates=tuple(self.duplicates),
            kept=tuple(sorted(self.kept)),
            replaced=tuple(sorted(self.replaced)),
            removed=tuple(sorted(self.removed)),
        )
        return documents, report

    def _read(self, name: str, content: bytes, overrides: Overrides, taken_over: bool) -> None:
        digest = sha256(content).hexdigest()
        if digest in self.names_by_sha256:
            self.duplicates.append(DuplicateFile(name, self.names_by_sha256[digest]))
            return
        meeting = read_meeting(name, content, overrides)
        suffix = Path(name).suffix.lower()
        path = f"{SOURCES_NAME}/{digest}{suffix if SUFFIX.fullmatch(suffix) else ''}"
        (self.staging / path).write_bytes(content)
        self.names_by_sha256[digest] = name
        self.documents.append(Document(meeting, StoredFile(path, overrides), taken_over))

    def _take_over(self, previous: Predecessor, entry: MeetingEntry) -> None:
        file = previous.store.file(entry.id)
        assert file is not None
        content = (previous.folder / file.path).read_bytes()
        try:
            self._read(entry.file_name, content, file.overrides, taken_over=True)
            self.kept.append(entry.file_name)
        except UnreadableMinutes as error:
            self.failed.append(FailedFile(entry.file_name, str(error)))

    def _with_ids_of_their_own(self) -> list[Document]:
        taken: set[str] = set()
        named = []
        for document in sorted(self.documents, key=lambda each: each.meeting.source.file_name):
            meeting = _with_own_id(document.meeting, taken)
            taken.add(meeting.id)
            named.append(replace(document, meeting=meeting))
        return named


def _content(file: FoundFile) -> bytes:
    if not file.path.is_file():
        raise UnreadableMinutes(f"{file.name} is not a file that can be read")
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise UnreadableMinutes(f"{file.name} cannot be read: {error.strerror}") from error


def _with_own_id(meeting: Meeting, taken: set[str]) -> Meeting:
    own_id = own_name(meeting.id, taken)
    if own_id == meeting.id:
        return meeting
    warning = f"another document is {meeting.id} too, so this one is called {own_id}"
    passages = tuple(replace(passage, meeting_id=own_id) for passage in meeting.passages)
    return replace(meeting, id=own_id, passages=passages, warnings=(*meeting.warnings, warning))


def _by_date(document: Document) -> tuple[date, str]:
    return (document.meeting.date or date.max, document.meeting.id)
