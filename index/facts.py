"""What a document says of the meeting itself: body, date, times, venue, status."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from index.bodies import (
    body_called,
    body_named_in,
    body_of_members,
    first_name_in,
    general_meeting,
    steps_to_bodies,
)
from index.body_words import KIND_OF_DOCUMENT
from index.dates import RANGE
from index.deciding import (
    body_of_the_meeting,
    body_that_decides,
    body_that_sits,
    is_only_a_meeting,
)
from index.hours import hours_of
from index.labels import opens_list
from index.meeting_dates import date_of_name, day_before, meeting_date, puts_month_first
from index.numbering import numbering
from index.sifting import USUAL
from index.spaced import closed_up
from index.venue import venue_of

STATUSES = {
    "draft": "draft",
    "unapproved": "draft",
    "unconfirmed": "draft",
    "approved": "approved",
    "confirmed": "approved",
    "final": "approved",
}
STATUS = re.compile(rf"\b(?:{'|'.join(STATUSES)})\b", re.IGNORECASE)
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
# A line of a title page that holds nothing but a joining word: "COMMITTEE / ON / FERRIES".
JOINING = re.compile(r"(?:of|on|for|and|to)(?: the)?", re.IGNORECASE)
JOINED = re.compile(rf"\s{JOINING.pattern}$", re.IGNORECASE)
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
    opening = _joined([closed_up(line[:LONGEST].replace("\ufeff", "")) for line in lines])
    lines = _before_lists(opening)
    month_first = puts_month_first(text)
    at, printed = meeting_date(lines, month_first)
    set_by_hand, titled = (
        meeting_date([said], month_first)[1]
        for said in (_first_of(given, DATE_KEYS), given.get("title", ""))
    )
    corrected = set_by_hand or printed
    if set_by_hand and POST_KEYS & given.keys():
        before = titled if titled and titled <= set_by_hand else None
        before = before or day_before(lines[:STATED], set_by_hand)
        corrected = printed or before or set_by_hand
    held_on = corrected or titled
    if held_on is None:
        # The first people may be named over the date, as in a letterhead.
        at, held_on = meeting_date(opening, month_first)
        lines = opening if held_on else lines
    named = None if held_on else date_of_name(file_name)
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


def _joined(lines: Sequence[str]) -> list[str]:
    """Lines with those made one that a word between them joins, as on a title page."""
    joined: list[str] = []
    for line in lines:
        if joined and (JOINING.fullmatch(line) or JOINED.search(joined[-1])):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _body(
    lines: Sequence[str], top: Sequence[str], text: str, given: Mapping[str, str], file_name: str
) -> str:
    """The body as front matter, the top of the document, a title or initials name it."""
    title, steps = given.get("title", ""), given.get("breadcrumb", "").split(" > ")
    around = steps_to_bodies([title, *reversed(steps), given.get("site", "")])
    named = body_named_in([*top, title] if body_named_in(top) else around)
    told = body_of_the_meeting(lines) if is_only_a_meeting(named) else ""
    return (
        _first_of(given, BODY_KEYS)
        or told
        or named
        or body_called([*lines, title, _words_of(file_name)], text)
        or body_that_decides(text)
        or body_that_sits(text)
        or first_name_in([title, *(line for line in top if not USUAL.fullmatch(line))])
        or first_name_in([title], among_people=True)
        or body_of_members("\n".join(lines))
        or general_meeting([title, *top])
    )


def _words_of(file_name: str) -> str:
    return re.sub(r"[\d._ -]+", " ", Path(file_name).stem)


def _first_of(given: Mapping[str, str], keys: Sequence[str]) -> str:
    return next((given[key] for key in keys if given.get(key)), "")


def _before_lists(lines: Sequence[str]) -> list[str]:
    """The lines that come before those who attended are listed."""
    lists = (at for at, line in enumerate(lines) if opens_list(_without_number(line)))
    return list(lines[: next(lists, len(lines))])


def _without_number(line: str) -> str:
    counted = numbering(line)
    return line[counted.start :] if counted and counted.shape else line


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
