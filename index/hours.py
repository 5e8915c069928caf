"""When a meeting began and ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from index.dates import time_range, times_in

ENDED = (
    r"(?:clos(?:ed?|ing)|end(?:ed|s)?|conclud(?:ed|es)|rose|finish(?:ed)?|adjourned|terminated|"
    r"dispersed|dissolved)"
)
ENDED_AT = re.compile(rf"\b{ENDED}\b(?:(?!\.\s|\d).){{0,60}}?(?=\d|half|quarter|noon|midday)", re.I)
AT_THE_END = re.compile(
    rf"^\W*(?P<time>\d{{1,2}}[.:]\d{{2}}(?:\s*[ap]\.?m\.?)?)\W*(?:[-–—]\s*)?(?:the )?"
    rf"(?:meeting |chair\w* )?{ENDED}\b",
    re.IGNORECASE,
)
STARTED_AT = re.compile(
    r"^\W*(?:(?:start|time|began|commenc\w+|called to order)\b\W*|the (?:meeting|"
    r"chair\w*|convener|cathaoirleach)\b[^.]{0,40}"
    r"(?:began|commenced|opened|started|to order)[^.\d]{0,20})(?=\d|half|noon)|\bbegan at\b",
    re.IGNORECASE,
)
OPENED = re.compile(
    r"^\W*(?P<time>\d{1,2}[.:]\d{2}(?:\s*[ap]\.?m\.?)?)\W+.{0,20}\b(?:open|start)", re.I
)
IN_THE_EVENING = re.compile(r"\b(?:evening|afternoon|p\.?m)\b", re.IGNORECASE)
BEFOREHAND = re.compile(
    r"\b(?:doors|(?:light )?supper|refreshments|lunch|tea|coffee|"
    r"briefing)\b[^,.;)]*(?:\.\d+[^,.;)]*)?",
    re.IGNORECASE,
)
LONGEST = 40  # Words of a line that says when; a longer one is a list of people.
CLOSING = 15  # Lines at the end among which the closing is recorded.


def hours_of(lines: Sequence[str], text: str) -> tuple[time | None, time | None]:
    """Start and end, from the lines at the top and, where these say nothing, from the text."""
    start, end = _ranged([line for line in lines if len(line.split()) < LONGEST])
    body = text.splitlines()
    if start is None:
        start = _first(STARTED_AT, body) or _opened(body)
    if end is None:
        end = _ended([*lines, *body[-CLOSING:]], start)
    return start, end if end and (start is None or end > start) else None


def _ranged(lines: Sequence[str]) -> tuple[time | None, time | None]:
    """A start, perhaps with an end, from the first line with a time of day."""
    for line in lines:
        plain = BEFOREHAND.sub(" ", _without_dates(line))
        start, end = time_range(plain)
        if start is None:
            continue
        if match := re.search(r"(\d{1,2}[.:]\d{2}) for (\d{1,2}[.:]\d{2})", plain):
            start = times_in(match[2])[0]
        if end and IN_THE_EVENING.search(plain) and start.hour < 8:
            start, end = start.replace(hour=start.hour + 12), end.replace(hour=end.hour % 12 + 12)
        if ENDED_AT.match(plain.strip(" (")):
            continue
        return start, end
    return None, None


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> time | None:
    for line in lines:
        match = pattern.search(line)
        if match:
            times = _hour_shared(line) or times_in(_without_dates(line[match.end() :]))
            if times:
                return times[0]
    return None


def _hour_shared(line: str) -> list[time]:
    """ "Began at 6 and ended at 9.25 p.m.": the half of the day is said once."""
    match = re.search(
        r"\bat (\d{1,2}) (?:and|to) [^.]{0,20}\d{1,2}(?:[.:]\d{2})? ?([ap])\.?m", line
    )
    return times_in(f"{match[1]} {match[2]}m") if match else []


def _opened(lines: Sequence[str]) -> time | None:
    matches = (OPENED.match(line) for line in lines)
    return next((times_in(match["time"])[0] for match in matches if match), None)


def _ended(lines: Sequence[str], start: time | None) -> time | None:
    for line in reversed(lines):
        match = AT_THE_END.match(line) or ENDED_AT.search(line)
        if match is None:
            continue
        said = match["time"] if "time" in match.groupdict() else line[match.end() :]
        times = times_in(said)
        if times:
            end, morning = times[0], re.match(r"[\d.:]+\s*a\.?m", said)
            later = start and end < start and end.hour < 12 and not morning
            return end.replace(hour=end.hour + 12) if later else end
    return None


def _without_dates(line: str) -> str:
    """A line without its dates, whose numbers look like times ("14.10.25")."""
    return re.sub(
        r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:19|20)\d{2}\b(?!\s*(?:hrs|hours|[-–—]\s*\d{4}))",
        " ",
        line,
    )
