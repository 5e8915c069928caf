"""What a document says of the meeting itself: body, date, times, venue, status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from index.bodies import KIND_OF_DOCUMENT, body_called, body_named_in, closed_up, first_name_in
from index.dates import RANGE, FoundDate, dates_in, days_in, puts_month_first
from index.hours import hours_of
from index.labels import opens_list
from index.venue import venue_of

OTHER_DATE = re.compile(
    r"next\s+\w*\s*meeting|(?:last|previous)\s+meeting|publi(?:shed|cation)|created|revised|updated|"
    r"reviewed|\bthe minutes\b|printed|issued|circulated|version|deadline|amended|"
    r"as at\b|effective|"
    r"(?:approv|agre|confirm|sign|accept|adopt|ratif)\w*\s+(?:(?:on|at|as)\b|the .*\bminutes\b)",
    re.IGNORECASE,
)
NEXT_MEETING = re.compile(
    r"\bnext\b[^.]{0,60}?\b(?:meeting|board|committee|panel|session|\w{2,6}\b\s*:)|"
    r"\bnext(?: one| (?-i:[A-Z]{2,})[\w-]*)?\s*[:,]?\s+(?=\w*\s*\d)|\bnext\s*:|"
    r"\b(?:following|future|forthcoming)\s+meetings?\b|\bmeet again\b|"
    r"\bnext (?:one|(?-i:[A-Z]{2,}))\b",
    re.IGNORECASE,
)
# The day on which the meeting was to be at first.
MOVED = re.compile(
    r"\b(?:moved|rearranged|rescheduled|postponed|deferred|adjourned|brought forward) from\W*"
    r"(?:(?:the|\w+day)\W*)*$",
    re.IGNORECASE,
)
# "By the next meeting" says when something is due.
DUE = re.compile(r"\b(?:by|before|for|at|until|to|in)\s+(?:the|our|its|their)?\s*$", re.IGNORECASE)
ON_A_DAY = re.compile(r"\s+(?:on|is|of)\s+(?:\w+day\s+)?\d{1,2}", re.IGNORECASE)
# What says most surely when a meeting was: a label, or that it was held then.
LABELLED = re.compile(r"(?:(?:meeting )?date|date (?:of (?:the )?meeting|held))\s*:", re.IGNORECASE)
HELD = re.compile(
    r"(?:report|minutes?|notes?|record|proceedings) of\b.* held\b|.*\b(?:was|were) held\b",
    re.IGNORECASE,
)
STATUSES = {
    "draft": "draft",
    "unapproved": "draft",
    "unconfirmed": "draft",
    "approved": "approved",
    "confirmed": "approved",
    "final": "approved",
}
STATUS = re.compile(rf"\b(?:{'|'.join(STATUSES)})\b", re.IGNORECASE)
IN_NAME = (
    re.compile(r"(?<!\d)(?P<year>20\d{2})[-_. ]?(?P<month>\d{2})[-_. ]?(?P<day>\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{2})[-_. ]?(?P<month>\d{2})[-_. ]?(?P<year>20\d{2}|\d{2})(?!\d)"),
)
TITLED, SHORTEST = 4, 6  # Lines over the end of a title; words of a line that is not only a date.
NEAR = 6  # Lines from the one with the date on in which the hours stand.
OPENING = 25  # Blocks at the top among which a document says what meeting it is of.
STATED = 8  # Lines at the top among which a document says whether it is a draft.
LONGEST = 2000  # Characters of a line at the top that are looked at.
ALONE = 8  # Words of a line that says no more than the hours.
TITLE_LENGTH = 160  # Characters of a title; a longer line is a sentence.
BODY_KEYS = ("body", "board", "committee", "organisation", "organization", "group", "council")
# Keys of a page of a web site, whose date is the day on which it was posted.
POST_KEYS = frozenset(("categories", "layout", "permalink", "published", "slug", "tags"))
DATE_KEYS = ("date", "meeting date", "meeting_date", "held", "held on", "when")
VENUE_KEYS = ("venue", "place", "location", "where")


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found; None or empty where the document does not say.

    ``notes`` say where something had to be taken from less than the document's own words.
    """

    body: str
    title: str
    date: date | None
    start_time: time | None
    end_time: time | None
    venue: str
    status: str
    notes: tuple[str, ...] = ()


def read_facts(
    lines: Sequence[str],
    text: str,
    front_matter: Mapping[str, str] | None = None,
    file_name: str = "",
) -> Facts:
    """Read the facts from the lines at the top and, for the hours, from the text.

    What front matter says of the meeting goes before the document's own words; what only a title
    in it or the file's name says comes after them.
    """
    given = front_matter or {}
    opening = [closed_up(line[:LONGEST].replace("\ufeff", "")) for line in lines]
    lines = _before_lists(opening)
    month_first = puts_month_first(text)
    at, printed = _meeting_date(lines, month_first)
    set_by_hand, titled = (
        _meeting_date([said], month_first)[1]
        for said in (_first_of(given, DATE_KEYS), given.get("title", ""))
    )
    posted = bool(POST_KEYS & given.keys())
    corrected = printed or set_by_hand if posted else set_by_hand or printed
    held_on = corrected or titled
    if held_on is None:
        # The first people may be named over the date, as in a letterhead.
        at, held_on = _meeting_date(opening, month_first)
        lines = opening if held_on else lines
    named = None if held_on else _date_of_name(file_name)
    top = [line[:TITLE_LENGTH] for line in lines[: max(at + 3, 4)]]
    alone = [line for line in opening if len(line.split()) < ALONE and RANGE.search(line)]
    said = [given.get("time", ""), *lines[at : at + NEAR], *lines[:at], *alone]
    start, end = hours_of(said, text)
    return Facts(
        body=_body(opening, top, text, given, file_name),
        title=_title(top) or given.get("title", ""),
        date=held_on or named,
        start_time=start,
        end_time=end,
        venue=_first_of(given, VENUE_KEYS) or venue_of(lines, at),
        status=_status([given.get("status", ""), *lines[:STATED]]),
        notes=("the date was taken from the file's name",) if named else (),
    )


def next_meeting(lines: Sequence[str], held_on: date | None) -> date | None:
    """The date of the next meeting; ``lines`` are those that speak of it."""
    for line in lines:
        for day in days_in(line):
            found = day.on_or_after(held_on) if held_on else _complete(day)
            if found and (held_on is None or found > held_on):
                return found
    return None


def said_of_next(text: str) -> str:
    """What a text says from where it comes to the next meeting, or an empty string."""
    said = []
    for match in NEXT_MEETING.finditer(text):
        due = DUE.search(text[: match.start()]) and not ON_A_DAY.match(text[match.end() :])
        if not due:
            said.append(re.split(r"(?<=[a-z\d])\.\s+(?=[A-Z])", text[match.start() :])[0])
    return next(filter(days_in, said), said[0] if said else "")


def lines_on_next_meeting(text: str) -> list[str]:
    """The lines that speak of the next meeting, the latest first; a label's next line counts."""
    lines = text.splitlines()
    said = []
    for at, line in enumerate(lines):
        if found := said_of_next(line):
            label = len(found.split()) < 6 and not days_in(found) and found[-1] != "."
            said.append(" ".join(lines[at : at + 2]) if label else found)
    return said[::-1]


def _body(
    lines: Sequence[str], top: Sequence[str], text: str, given: Mapping[str, str], file_name: str
) -> str:
    """The body as front matter, the top of the document, a title or initials name it."""
    return (
        _first_of(given, BODY_KEYS)
        or body_named_in(top)
        or body_named_in([given.get("title", "")])
        or body_called([*lines, re.sub(r"[\d._ -]+", " ", Path(file_name).stem)], text)
        or first_name_in([given.get("title", ""), *top])
    )


def _first_of(given: Mapping[str, str], keys: Sequence[str]) -> str:
    return next((given[key] for key in keys if given.get(key)), "")


def _complete(day: FoundDate) -> date | None:
    return day.on_or_after(date.min) if day.year else None


def _meeting_date(lines: Sequence[str], month_first: bool) -> tuple[int, date | None]:
    """The first complete date that is not said to be another's, and its line.

    One that is labelled goes before it; where the first stands alone, one on which the meeting
    was held does.
    """
    dated = list(_dated(lines, month_first))
    labelled = [each for each in dated if LABELLED.match(lines[each[0]])]
    titled = [each for each in dated[1:2] if each[0] < TITLED and HELD.match(lines[each[0]])]
    alone = bool(dated) and len(lines[dated[0][0]].split()) < SHORTEST
    return next(iter(labelled or (titled if alone else []) or dated), (0, None))


def _dated(lines: Sequence[str], month_first: bool) -> Iterator[tuple[int, date | None]]:
    """The lines with a date that may be the meeting's, and that date."""
    before = ""
    for at, line in enumerate(lines):
        found = [day for day in dates_in(line, month_first) if not MOVED.search(line[: day.start])]
        label = before if before.rstrip().endswith(":") else ""
        before = line
        if found and not OTHER_DATE.search(label + line[: found[0].start]):
            yield at, found[0].on_or_after(date.min)


def _before_lists(lines: Sequence[str]) -> list[str]:
    """The lines that come before those who attended are listed."""
    lists = (at for at, line in enumerate(lines) if opens_list(line))
    return list(lines[: next(lists, len(lines))])


def _date_of_name(file_name: str) -> date | None:
    stem = re.sub(r"[_]+", " ", Path(file_name).stem)
    if found := dates_in(stem):
        return found[0].on_or_after(date.min)
    for pattern in IN_NAME:
        for match in pattern.finditer(stem):
            year = int(match["year"])
            written = f"{match['day']}.{match['month']}.{year + 2000 if year < 100 else year}"
            if days := dates_in(written):
                return days[0].on_or_after(date.min)
    return None


def _title(lines: Sequence[str]) -> str:
    return next((line for line in lines if KIND_OF_DOCUMENT.search(line)), "")


def _status(lines: Sequence[str]) -> str:
    """Draft or approved, from a short line or one that says what the document is."""
    for line in lines:
        match = STATUS.search(line)
        titled = len(line.split()) < 6 or KIND_OF_DOCUMENT.search(line)
        told = len(line) > TITLE_LENGTH or re.search(r"\b(?:were|was|been|be)\b", line)
        if match and titled and not told:
            return STATUSES[match[0].lower()]
    return ""
