"""Files copied into a build and read there: anew, or as the generation before has read them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.document import Document
from index.errors import UnreadableMinutes
from index.files import FoundFile
from index.minutes import Meeting
from index.predecessor import Predecessor
from index.sources import keep_source
from index.store import MeetingEntry
from index.tables import StoredFile
from index.worker import Bounds, Task, in_children

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file of which the build holds a copy; the other fields are those of Document."""

    name: str
    sha256: str
    file: StoredFile
    taken_over: bool
    modified: float


@dataclass(slots=True)
class Reader:
    """Reads files for the build in ``staging``; ``jobs`` children at once, each within bounds.

    ``unchanged`` counts the files whose records the generation before could give.
    """

    staging: Path
    previous: Predecessor | None
    jobs: int
    bounds: Bounds
    unchanged: int = 0

    def copy(self, file: FoundFile) -> Candidate:
        """Copy a file that was given; raises UnreadableMinutes where that cannot be done."""
        digest, place = keep_source(file.name, file.path, self.staging)
        stored = StoredFile(place, file.overrides)
        return Candidate(file.name, digest, stored, taken_over=False, modified=file.modified)

    def copy_before(self, previous: Predecessor, entry: MeetingEntry) -> Candidate:
        """Copy the file of a meeting that the generation before holds."""
        before = previous.store.file(entry.id)
        assert before is not None
        digest, place = keep_source(entry.file_name, previous.folder / before.path, self.staging)
        stored = StoredFile(place, before.overrides)
        return Candidate(entry.file_name, digest, stored, taken_over=True, modified=0.0)

    def read(
        self, candidates: Sequence[Candidate], progress: Progress = lambda done, total: None
    ) -> list[Document | UnreadableMinutes]:
        """For each candidate its document, or why it is none."""
        records = [self._record(candidate) for candidate in candidates]
        unknown = [place for place, record in enumerate(records) if record is None]
        tasks = [self._task(candidates[place]) for place in unknown]
        outcomes: dict[int, Meeting | UnreadableMinutes] = {
            place: record for place, record in enumerate(records) if record is not None
        }
        self.unchanged += len(outcomes)
        progress(len(outcomes), len(candidates))
        for number, outcome in in_children(tasks, self.jobs, self.bounds):
            outcomes[unknown[number]] = outcome
            progress(len(outcomes), len(candidates))
        return [_document(each, outcomes[place]) for place, each in enumerate(candidates)]

    def _record(self, candidate: Candidate) -> Meeting | None:
        if self.previous is None:
            return None
        return self.previous.record(candidate.name, candidate.sha256, candidate.file.overrides)

    def _task(self, candidate: Candidate) -> Task:
        return Task(candidate.name, self.staging / candidate.file.path, candidate.file.overrides)


def _document(
    candidate: Candidate, outcome: Meeting | UnreadableMinutes
) -> Document | UnreadableMinutes:
    if isinstance(outcome, UnreadableMinutes):
        return outcome
    return Document(outcome, candidate.file, candidate.taken_over, candidate.modified)
