"""What a document says of the meeting itself: body, date, times, venue, status, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from index.dates import FoundDate, dates_in, days_in, time_range, times_in
from index.minutes import Link, LinkKind

# Words that a body's name ends in, the closest to the meeting first.
BODIES = (
    r"(?:board|committee|sub-?committee|panel|cabinet|forum|working party|steering group|"
    r"user group|officials group|group|governing body|commission)",
    r"(?:partnership|assembly|authority|council|trust|meeting|governors)",
)
KIND_OF_DOCUMENT = re.compile(
    r"\b(?:draft\s+)?(?:minutes?|notes?(?: and actions)?|official report|record|summary|"
    r"proceedings|transcript)\b",
    re.IGNORECASE,
)
OTHER_DATE = re.compile(r"next\s+\w*\s*meeting|published|publication|last\s+meeting|reviewed", re.I)
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
URL = re.compile(r"https?://[^\s<>\"')\]]+")
RECORDING = re.compile(
    r"record(?:ed|ing)|webcast|video|youtu|watch|broadcast|stream", re.IGNORECASE
)
PAPERS = re.compile(r"report|paper|agenda|document|archive", re.IGNORECASE)
SMALL = frozenset("a an and as at by for from in into of on or the to with".split())


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
    near = header[at] if held_on else ""
    start, end = time_range(_without_dates(near))
    if start is None:
        start, end = next(
            (r for r in map(time_range, map(_without_dates, header)) if r[0]), (None, None)
        )
    if start and end is None:
        end = _end_time(text)
    top = header[: max(at + 2, 3)]
    return Facts(
        body=_body(top),
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


def _without_dates(line: str) -> str:
    """A line without its dates, whose numbers look like times ("14.10.25")."""
    return re.sub(
        r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:19|20)\d{2}\b(?!\s*(?:hrs|hours|[-–—]\s*\d{4}))",
        " ",
        line,
    )


def _body(header: Sequence[str]) -> str:
    names = [name for line in header for name in _body_names(line)]
    for words in BODIES:
        pattern = re.compile(rf"\b{words}\b", re.IGNORECASE)
        named = [name for name in names if pattern.search(name)]
        if named:
            return _in_title_case(named[0])
    return _in_title_case(names[0]) if names else ""


def _body_names(line: str) -> Iterator[str]:
    """Stretches of a header line that may be a body's name."""
    line = re.sub(r"^\w+:\s+", "", line)
    if re.search(r"\b(?:of|the)\b.*\b(?:board|committee|panel|council|group)\b", line, re.I):
        match = re.search(
            r"(?:meeting|minutes|notes)\s+of\s+(?:a\s+meeting\s+of\s+)?(?:the\s+)?"
            r"(?P<name>.+?)(?=\s+(?:held|on|meeting)\b|[,:]|$)",
            line,
            re.IGNORECASE,
        )
        if match:
            yield match["name"].strip()
    for part in re.split(r"[:|–—•·,]|\s-\s|\s{3,}|\(", line):
        name = KIND_OF_DOCUMENT.sub("", part).strip(" -–—:.,)")
        if name and len(name.split()) <= 12 and not dates_in(name) and name[0].isupper():
            yield re.sub(r"\s+(?:of|meeting|the)$", "", name, flags=re.IGNORECASE)


def _in_title_case(name: str) -> str:
    """A name set in capitals, as one writes it in a sentence; initials in brackets stay."""
    if not name.isupper():
        return name
    words = [_capitalized(word) for word in name.split()]
    return " ".join([words[0][0].upper() + words[0][1:], *words[1:]])


def _capitalized(word: str) -> str:
    if word.lower() in SMALL:
        return word.lower()
    if not re.search("[AEIOUY]", word[1:]):
        return word  # Initials such as NHS or OPCC have no vowel after the first letter.
    return re.sub(r"[A-Z]+(?:['’][A-Z]+)?", lambda part: part[0].capitalize(), word)


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
    for line in header:
        if match := re.search(r"\b(draft|unapproved|approved|confirmed|final)\b", line, re.I):
            return {"unapproved": "draft", "final": "approved", "confirmed": "approved"}.get(
                match[1].lower(), match[1].lower()
            )
    return ""


def _end_time(text: str) -> time | None:
    for line in reversed(text.splitlines()[-15:]):
        if (match := ENDED.search(line)) and (times := times_in(line[match.start() :])):
            return times[-1]
    return None
