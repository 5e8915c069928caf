"""What a build read, left out, kept and removed."""

from __future__ import annotations

from dataclasses import dataclass

from index.document import Document
from index.minutes import LeftOut, Meeting


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of one document.

    ``kept_share`` is the share of its words that stand in the reading text. ``taken_over`` says
    that it came from the generation before and not from the files given.
    """

    file: str
    meeting: str
    items: int
    passages: int
    lines: int
    kept_share: float
    left_out: tuple[LeftOut, ...]
    warnings: tuple[str, ...]
    taken_over: bool


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be read, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class DuplicateFile:
    """A file with the minutes of the same meeting as another one, which was taken, and why."""

    file: str
    same_as: str
    why: str


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A document that was in a generation until another version of the same minutes came.

    ``generation`` is the last one that held it, ``replaced_at`` an ISO time.
    """

    meeting: str
    file: str
    sha256: str
    generation: str
    replaced_by: str
    replaced_by_sha256: str
    replaced_at: str
    why: str


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """A file that came from the web, and what the server said of its version (or nothing)."""

    url: str
    file: str
    sha256: str
    etag: str
    last_modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeReport:
    """What was read and what was not; ``notes`` are sentences for whoever runs the build.

    ``kept``, ``replaced`` and ``removed`` name files of the generation before; ``history`` goes
    back to the first generation. ``unchanged`` documents were read by an earlier build.
    """

    documents: tuple[DocumentReport, ...]
    failed: tuple[FailedFile, ...] = ()
    duplicates: tuple[DuplicateFile, ...] = ()
    kept: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    history: tuple[EarlierVersion, ...] = ()
    unchanged: int = 0
    fetched: tuple[FetchedFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """A published generation: what it was made from and what that took."""

    generation: str
    model: str
    intake: IntakeReport
    vectors_computed: int
    vectors_reused: int
    seconds: float


def report_on(document: Document) -> DocumentReport:
    meeting = document.meeting
    return DocumentReport(
        file=meeting.source.file_name,
        meeting=meeting.id,
        items=len(meeting.items),
        passages=len(meeting.passages),
        lines=sum(len(passage.lines) for passage in meeting.passages),
        kept_share=kept_share(meeting),
        left_out=meeting.left_out,
        warnings=(*meeting.warnings, *filter(None, [document.warning])),
        taken_over=document.taken_over,
    )


def kept_share(meeting: Meeting) -> float:
    """The share of a document's words that stand in its reading text, from 0 to 1.

    Page furniture is not counted.
    """
    kept = len(meeting.text.split())
    left = sum(len(each.text.split()) for each in meeting.left_out if not each.furniture)
    return round(kept / (kept + left), 4) if kept + left else 1.0
