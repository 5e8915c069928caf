"""What a document says of the meeting itself: body, date, times, venue, status, links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from index.bodies import KIND_OF_DOCUMENT, body_named_in
from index.dates import FoundDate, dates_in, days_in, time_range, times_in
from index.minutes import Link, LinkKind

OTHER_DATE = re.compile(
    r"next\s+\w*\s*meeting|last\s+meeting|publi(?:shed|cation)|created|revised|updated|reviewed",
    re.IGNORECASE,
)
REMOTE = re.compile(
    r"\b(?:remote(?:ly)?|zoom|teams|online|virtual(?:ly)?|video ?conference)\b", re.I
)
VENUE = re.compile(
    r"\bheld\s+(?:at|in)\s+(?:the\s+)?(?P<venue>(?-i:[A-Z])[^.;|]*?)"
    r"(?=,?\s+(?:on|at)\s+(?:\w+day\b|\d)|\s*[.;]|,?\s*$|,\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
VENUE_LABEL = re.compile(r"^\W*(?:venue|place|where|location)\b\W*(?P<venue>.+)$", re.IGNORECASE)
ENDED = re.compile(
    r"\b(?:closed|ended|concluded|rose|finished|finish)\b[^.]{0,40}?$|\bclosed?\b", re.I
)
NEXT_MEETING = re.compile(
    r"\bnext\b[^.]{0,60}?\b(?:meeting|board|committee|panel|\w{2,6}\b\s*:)", re.I
)
STATUSES = {
    "draft": "draft",
    "unapproved": "draft",
    "approved": "approved",
    "confirmed": "approved",
    "final": "approved",
}
STATUS = re.compile(rf"\b(?:{'|'.join(STATUSES)})\b", re.IGNORECASE)
URL = re.compile(r"https?://[^\s<>\"')\]]+")
RECORDING = re.compile(
    r"record(?:ed|ing)|webcast|video|youtu|watch|broadcast|stream", re.IGNORECASE
)
PAPERS = re.compile(r"report|paper|agenda|document|archive", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found; None or empty where the document does not say."""

    body: str
    title: str
    date: date | None
    start_time: time | None
    end_time: time | None
    venue: str
    status: str


def read_facts(header: Sequence[str], text: str) -> Facts:
    """Read the facts from the lines before the first item and, for the end, from the text."""
    at, held_on = _meeting_date(header)
    start, end = _hours([*header[at : at + 1], *header])
    if start and end is None:
        end = _end_time(text)
    top = header[: max(at + 2, 3)]
    return Facts(
        body=body_named_in(top),
        title=_title(top),
        date=held_on,
        start_time=start,
        end_time=end if start and end and end > start else None,
        venue=_venue(header),
        status=_status(header),
    )


def next_meeting(lines: Sequence[str], held_on: date | None) -> date | None:
    """The date of the next meeting; ``lines`` are those of its item, or of the whole text."""
    for line in lines:
        for day in days_in(line):
            found = day.on_or_after(held_on) if held_on else _complete(day)
            if found and (held_on is None or found > held_on):
                return found
    return None


def said_of_next(text: str) -> str:
    """What a text says from where it comes to the next meeting, or an empty string."""
    match = NEXT_MEETING.search(text)
    return text[match.start() :] if match else ""


def read_links(lines: Sequence[str], linked: Sequence[tuple[str, str]]) -> tuple[Link, ...]:
    """Classify addresses by the words around them; addresses of neither kind are left out."""
    found = [(line, url.rstrip(".,;")) for line in lines for url in URL.findall(line)]
    links: dict[str, Link] = {}
    for words, url in [*found, *linked]:
        kind = _link_kind(f"{words} {url}")
        if kind is not None and url.startswith(("http://", "https://")):
            links.setdefault(url, Link(kind, url))
    return tuple(links.values())


def _link_kind(words: str) -> LinkKind | None:
    if RECORDING.search(words):
        return LinkKind.RECORDING
    return LinkKind.PAPERS if PAPERS.search(words) else None


def _complete(day: FoundDate) -> date | None:
    return day.on_or_after(date.min) if day.year else None


def _meeting_date(header: Sequence[str]) -> tuple[int, date | None]:
    """The first complete date that is not said to be another's."""
    for at, line in enumerate(header):
        found = dates_in(line)
        if found and not OTHER_DATE.search(line[: found[0].start]):
            return at, found[0].on_or_after(date.min)
    return 0, None


def _hours(lines: Sequence[str]) -> tuple[time | None, time | None]:
    """Start and end from the first line with a time of day; None where not written."""
    ranges = (time_range(_without_dates(line)) for line in lines)
    return next((hours for hours in ranges if hours[0]), (None, None))


def _without_dates(line: str) -> str:
    """A line without its dates, whose numbers look like times ("14.10.25")."""
    return re.sub(
        r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:19|20)\d{2}\b(?!\s*(?:hrs|hours|[-–—]\s*\d{4}))",
        " ",
        line,
    )


def _title(header: Sequence[str]) -> str:
    return next((line for line in header if KIND_OF_DOCUMENT.search(line) and len(line) < 160), "")


def _venue(header: Sequence[str]) -> str:
    for line in header[:12]:
        if match := VENUE_LABEL.match(line):
            return match["venue"].strip()
    for line in header[:8]:
        if (
            len(line) < 200
            and REMOTE.search(line)
            and not re.search(r"hybrid|\bor\b|\band\b|/", line)
        ):
            return "remote"
    for line in header[:6]:
        if (match := VENUE.search(line)) and dates_in(line):
            return match["venue"].strip(" ,")
    return ""


def _status(header: Sequence[str]) -> str:
    found = (STATUS.search(line) for line in header)
    return next((STATUSES[match[0].lower()] for match in found if match), "")


def _end_time(text: str) -> time | None:
    for line in reversed(text.splitlines()[-15:]):
        if (match := ENDED.search(line)) and (times := times_in(line[match.start() :])):
            return times[-1]
    return None
