"""A meeting that was read for a build, and the file that it was read from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.minutes import Meeting
from index.tables import StoredFile


@dataclass(frozen=True, slots=True)
class Document:
    """``taken_over`` says that the generation before held it and that it was not given again.

    ``modified`` is when its file was last changed (seconds since 1970), 0 where taken over;
    ``warning`` is for the report, or empty.
    """

    meeting: Meeting
    file: StoredFile
    taken_over: bool
    modified: float = 0.0
    warning: str = ""

    @property
    def name(self) -> str:
        return self.meeting.source.file_name

    @property
    def sha256(self) -> str:
        return self.meeting.source.sha256


def with_id(meeting: Meeting, identity: str) -> Meeting:
    """The same meeting under another id."""
    if meeting.id == identity:
        return meeting
    passages = tuple(replace(passage, meeting_id=identity) for passage in meeting.passages)
    return replace(meeting, id=identity, passages=passages)
