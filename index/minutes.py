"""The records of published minutes that every other package passes around."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class PassageKind(StrEnum):
    """What a stretch of minutes records."""

    QUESTION = "question"
    STATEMENT = "statement"
    ACTION = "action"
    DECISION = "decision"
    ATTENDANCE = "attendance"
    NOTE = "note"


class Attendance(StrEnum):
    """As what a person is named in the attendance list."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    OBSERVER = "observer"


class LinkKind(StrEnum):
    """What an address printed in the minutes leads to."""

    RECORDING = "recording"
    PAPERS = "papers"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named in the attendance list.

    ``role`` and ``initials`` (by which the text may call the person: "SF asked") are as printed,
    or empty.
    """

    name: str
    role: str
    attendance: Attendance
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An http(s) address printed in the minutes or set for them."""

    kind: LinkKind
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """The published file; ``pages`` is None where the format has none.

    ``ocr_pages`` are the pages whose words were recognised in a picture of them.
    """

    file_name: str
    sha256: str
    media_type: str
    pages: int | None = None
    ocr_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text of the source that is not in the reading text, and why.

    ``furniture`` says that it is no part of the minutes: what stands on every page, or what a
    web site puts around them.
    """

    text: str
    reason: str
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One bullet, point, table row or sentence: ``meeting.text[start:end] == text``.

    ``bullet`` says that a list item begins here rather than another sentence of a paragraph,
    ``action`` that the line asks or promises somebody to do something later.
    """

    text: str
    start: int
    end: int
    bullet: bool = False
    action: bool = False

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or not self.text.strip():
            raise ValueError(f"line at {self.start}-{self.end} does not fit its text {self.text!r}")


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda.

    ``position`` counts from 1 in the order of the document; 0 is what stands before the first
    item. ``number`` and ``minute_ref`` are as printed, or empty. ``text[start:heading_end]`` is
    the heading, or the words of a speech that announce the item; ``text[start:end]`` the whole
    item. ``section`` is the heading over a group of items ("REGULAR ITEMS"), or empty.
    """

    position: int
    number: str
    minute_ref: str
    title: str
    presenters: tuple[str, ...]
    section: str
    start: int
    heading_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one agenda item: what is retrieved and quoted.

    ``context`` is the question or sub-heading the lines stand under, or None; it comes before
    the first line. ``number`` counts from 1 through the meeting.
    """

    meeting_id: str
    number: int
    item_position: int
    kind: PassageKind
    context: Line | None
    lines: tuple[Line, ...]
    asked_by: str = ""
    speakers: tuple[str, ...] = ()
    page_from: int | None = None
    page_to: int | None = None

    def __post_init__(self) -> None:
        if not self.lines and self.context is None:
            raise ValueError(f"passage {self.id} has neither a question nor lines")

    @property
    def id(self) -> str:
        return f"{self.meeting_id}#{self.anchor}"

    @property
    def anchor(self) -> str:
        return f"p{self.number}"

    @property
    def start(self) -> int:
        return self.context.start if self.context else self.lines[0].start

    @property
    def end(self) -> int:
        last = self.lines[-1] if self.lines else self.context
        assert last is not None
        return last.end


@dataclass(frozen=True)  # without slots, which would leave no place for what is derived once
class Meeting:
    """One meeting's minutes.

    ``text`` is the reading text: the published text with mark-up, soft line breaks, page
    furniture and hyphenation undone and nothing else changed. Every offset points into it.
    What the document does not say is None or empty. ``chair`` is the name of whoever chaired.
    """

    id: str
    body: str
    title: str
    date: datetime.date | None
    start_time: datetime.time | None
    end_time: datetime.time | None
    venue: str
    status: str
    next_meeting: datetime.date | None
    people: tuple[Person, ...]
    links: tuple[Link, ...]
    source: Source
    text: str
    items: tuple[AgendaItem, ...]
    passages: tuple[Passage, ...]
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    chair: str = ""

    @cached_property
    def is_verbatim(self) -> bool:
        """Whether most of its passages are turns of speakers, whom every line then names."""
        return 2 * sum(bool(passage.speakers) for passage in self.passages) > len(self.passages)

    def item(self, passage: Passage) -> AgendaItem:
        """The agenda item that a passage of this meeting stands under."""
        return self.items[passage.item_position]

    def beside(self, passage: Passage) -> list[Passage]:
        """The passages just before and after one of this meeting, within its item."""
        around = self.passages[max(0, passage.number - 2) : passage.number + 1]
        return [
            each
            for each in around
            if each.item_position == passage.item_position and each is not passage
        ]

    def by_ocr(self, passage: Passage) -> bool:
        """Whether a passage of this meeting stands on a page that was read by OCR."""
        first, last = passage.page_from or 0, passage.page_to or 0
        return any(first <= page <= last for page in self.source.ocr_pages)

    def link(self, kind: LinkKind) -> str:
        """The first address of a kind, or an empty string."""
        return next((link.url for link in self.links if link.kind is kind), "")
