"""When a meeting was, and when the next one is, as minutes and the names of their files say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from index.dates import MONTH, NUMERIC, FoundDate, dates_in, days_in
from index.sentences import sentence_spans

OTHER_DATE = re.compile(
    r"next\s+\w*\s*meeting|(?:last|previous)\s+(?:\w+\s+)?meeting|publi(?:shed|cation)|created|revised|updated|"
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
# What is said of the minutes of another meeting.
APPROVED = re.compile(
    r"\bminutes\b.*\b(?:were|was|be|are)\b.*\b(?:approv|agree|confirm|sign|accept|adopt|ratif)\w*",
    re.IGNORECASE,
)
# What says most surely when a meeting was: a label, or that it was held then.
LABELLED = re.compile(r"(?:(?:meeting )?date|date (?:of (?:the )?meeting|held))\s*:", re.IGNORECASE)
HELD = re.compile(
    r"(?:report|minutes?|notes?|record|proceedings) of\b.* (?:held|on)\b|"
    r".*\b(?:(?:was|were) held|took place)\b",
    re.IGNORECASE,
)
# "Orlby Vestry Minutes – 4 March 2024", under the day on which a page was posted.
NAMED_MINUTES = re.compile(
    r"(?:[^\W\d][\w'’]*\s+){0,6}(?:minutes|meeting|AGM)\W+(?=(?:\w+day\W+)?\d|"
    rf"(?:\w+day\W+)?(?:{MONTH})\b)",
    re.IGNORECASE,
)
MINUTES_OF = re.compile(
    r"(?:draft |approved )?(?:minutes|notes?|record|report) of\b", re.IGNORECASE
)
# "on January 22 and 23, 2018", under a title and the day on which it was published.
ON = re.compile(r"(?:held )?on (?:\S+ ){2,7}\S+$", re.IGNORECASE)
IN_NAME = (
    re.compile(r"(?<!\d)(?P<year>20\d{2})[-_. ]?(?P<month>\d{2})[-_. ]?(?P<day>\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{2})[-_. ]?(?P<month>\d{2})[-_. ]?(?P<year>20\d{2}|\d{2})(?!\d)"),
)
YEAR = re.compile(r"(?:19|20)\d\d\W*")  # On a line of its own, of a date that was broken.
CALENDAR = 5  # Dates of a line that is a row of a calendar.
# A month and a day in numbers that can only be in this order.
MONTH_FIRST = re.compile(
    r"(?<![\d./])(?:0?[1-9]|1[0-2])[/-](?:1[3-9]|2\d|3[01])[/-](?:\d{4}|\d{2})\b"
)
TOP = 2000  # Characters at the beginning of a document that say when the meeting was.
TITLED, SHORTEST = 8, 6  # Lines over the end of a title; words of a line that is not only a date.

# A time before a date, whatever follows both: when and where the next meeting is.
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?,?(?: (?:on )?\w{3,6}day,?)?", re.IGNORECASE)


def says_when(text: str) -> bool:
    """Whether a line says nothing but a date, or begins with a time and a date."""
    found = dates_in(text)
    if not found:
        return False
    rest = text[: found[0].start] + text[found[0].end :]
    bare = not re.sub(r"\b\w{3,6}day\b|\W|\b(?:at|on)\b|\d", "", rest)
    return bare or CLOCK.fullmatch(text[: found[0].start].rstrip()) is not None


def puts_month_first(text: str) -> bool:
    """Whether a document writes 12/21/2021, so that its 3/4/2021 is the fourth of March.

    Or it has the same day in words as well, at its beginning.
    """
    top = text[:TOP]
    numbers = {(match["day"], match["month"]) for match in NUMERIC.finditer(top)}
    words = {(day.day, day.month) for day in days_in(NUMERIC.sub("", top))} if numbers else set()
    days = {(int(day), int(month)) for day, month in numbers}
    same = (day[::-1] in words and day not in words for day in days)
    return MONTH_FIRST.search(text) is not None or any(same)


def meeting_date(lines: Sequence[str], month_first: bool) -> tuple[int, date | None]:
    """The first complete date that is not said to be another's, and its line.

    One that is labelled, or alone after "on", goes before it; where the first stands alone, one
    on which the meeting was held does.
    """
    dated = list(_dated(lines, month_first))
    labelled = [each for each in dated if _says_held(lines, each[0])]
    alone = [at for at, _ in dated if len(lines[at].split()) < SHORTEST]
    titled = [
        (at, day)
        for at, day in dated[1:2]
        if (at < TITLED and (HELD.match(lines[at]) or NAMED_MINUTES.match(lines[at])))
        or (at in alone and MINUTES_OF.match(lines[at - 1]))
    ]
    first_alone = dated[:1] and dated[0][0] in alone
    return next(iter(labelled or (titled if first_alone else []) or dated), (0, None))


def _says_held(lines: Sequence[str], at: int) -> bool:
    """Whether a line has a label of the day, or says "on" it and no more under a title."""
    return LABELLED.match(lines[at]) is not None or (
        0 < at < TITLED and ON.match(lines[at]) is not None
    )


def day_before(lines: Sequence[str], posted: date) -> date | None:
    """The first day that is named without its year, the last time it came before ``posted``."""
    for line in lines:
        for day in days_in(line):
            if day.year is None and not OTHER_DATE.search(line[: day.start]):
                return day.on_or_before(posted)
    return None


def _dated(lines: Sequence[str], month_first: bool) -> Iterator[tuple[int, date | None]]:
    """The lines with a date that may be the meeting's, and that date."""
    before = ""
    for at, (line, below) in enumerate(pairwise([*lines, ""])):
        if YEAR.fullmatch(below):
            line = f"{line} {below}"
        found = [day for day in dates_in(line, month_first) if not MOVED.search(line[: day.start])]
        label = before if before.rstrip().endswith(":") else ""
        before = line
        if 0 < len(found) < CALENDAR and not _is_others(line, found[0], label):
            yield at, found[0].on_or_after(date.min)


def _is_others(line: str, day: FoundDate, label: str) -> bool:
    """Whether a date is said to be another meeting's, before it or in its sentence."""
    sentences = (line[start:end] for start, end in sentence_spans(line) if end > day.start)
    approved = APPROVED.search(next(sentences, ""))
    return bool(approved or OTHER_DATE.search(label + line[: day.start]))


def date_of_name(file_name: str) -> date | None:
    """The date in a file's name, however it is written there."""
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


def _complete(day: FoundDate) -> date | None:
    return day.on_or_after(date.min) if day.year else None
