"""Dates and times of day as British minutes write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,"
        "september sept sep,october oct,november nov,december dec".split(","),
        start=1,
    )
    for name in names.split()
}
STEMS = frozenset(name[:3] for name in MONTHS)
DIGIT = re.compile(r"\d")
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# Signs for which a scan takes the raised letters of "20th": "20™" JULY".
RAISED = r"[™'\"’”°*]{1,3}(?=\s)"
DAY = rf"(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th)|{RAISED})?"
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
IN_WORDS = re.compile(
    rf"\b(?P<day>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\s+(?:day\s+)?(?:of\s+)?"
    rf"(?P<month>{MONTH})\b,?(?:\s+(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
# Pages lose the spaces between their parts: "4.00pm1 July 2021", "Monday24thMARCH2014".
WRITTEN = re.compile(
    rf"(?:\b|(?<=\d[ap]m)|(?<=day)){DAY}(?:\s+|-|(?<=st|nd|rd|th))(?:day\s+)?(?:of\s+)?(?P<month>{MONTH})\.?,?"
    r"(?:[\s-]*(?P<year>(?<=[a-z])\d{4}(?!\d)|(?<=[\s-])\d{4}(?!\d)|(?<=\s)'?\d{2}(?![\d:.])\b))?",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    rf"\b(?P<month>{MONTH})\.?\s+{DAY}(?:\s?(?:[–—-]|and|&)\s?\d{{1,2}}\b)?"
    r"(?:,?\s+(?P<year>\d{4}))?\b",
    re.IGNORECASE,
)
NUMERIC = re.compile(
    r"(?<![\d./])(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d{2})\b"
)
ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
SPOKEN = re.compile(
    rf"\b(?:(?P<part>half|quarter) (?P<side>past|to) (?P<of>{'|'.join(HOURS)})|"
    rf"(?P<hour>{'|'.join(HOURS)}|\d{{1,2}}) o['’]?clock|(?P<noon>(?:12 |twelve )?(?:noon|"
    rf"midday)))\b"
    r"(?P<late>[^.;\d]{0,20}\b(?:evening|afternoon|p\.?m))?",
    re.IGNORECASE,
)
CLOCK = (
    r"(\d{1,2})(?:[.:](\d{2}))?\s*([ap])\.?\s?m\b\.?|(\d{1,2})[.:](\d{2})(?![\d%/]|\.\d|\s*per)|"
    r"\b([012]\d)([0-5]\d)(?=\s*(?:hrs|hours|[-–—]))"
)
TIME = re.compile(rf"(?<![\d£/.])(?:{CLOCK})", re.IGNORECASE)
RANGE = re.compile(
    r"(?P<start>\d{1,2}(?:[.:]?\d{2})?\s*(?:[ap]\.?m\.?)?)\s*(?:-|–|—|to|until)\s*"
    r"(?P<end>\d{1,2}(?:[.:]?\d{2})\s*(?:[ap]\.?m\.?|hrs|hours)?|\d{1,2}\s*[ap]\.?m\.?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text; ``year`` is None where it is not written. Day and month are valid."""

    day: int
    month: int
    year: int | None
    start: int
    end: int

    def on_or_after(self, earliest: date) -> date | None:
        """The date itself or, without a year, the first such day from ``earliest`` on."""
        if self.year is not None:
            return _date(self.year, self.month, self.day)
        this_year = _date(earliest.year, self.month, self.day)
        if this_year and this_year >= earliest:
            return this_year
        return _date(earliest.year + 1, self.month, self.day)

    def on_or_before(self, latest: date) -> date | None:
        """The date itself or, without a year, the last such day up to ``latest``."""
        if self.year is not None:
            return _date(self.year, self.month, self.day)
        this_year = _date(latest.year, self.month, self.day)
        if this_year and this_year <= latest:
            return this_year
        return _date(latest.year - 1, self.month, self.day)


def dates_in(text: str, month_first: bool = False) -> list[FoundDate]:
    """All complete dates (with a year) in the order of the text."""
    return [found for found in days_in(text, month_first) if found.year is not None]


def days_in(text: str, month_first: bool = False) -> list[FoundDate]:
    """All days named in a text, with or without a year, in order."""
    found = sorted(_matches(text, month_first), key=lambda day: day.start)
    return [day for day in found if _date(day.year or 2000, day.month, day.day)]


def times_in(text: str) -> list[time]:
    """The times of day in a text, in order."""
    found = [(match.start(), _time(match.groups())) for match in TIME.finditer(text)]
    found += [(match.start(), _spoken(match)) for match in SPOKEN.finditer(text)]
    return [moment for _, moment in sorted(found, key=lambda each: each[0]) if moment is not None]


def time_range(text: str) -> tuple[time | None, time | None]:
    """Start and end of "10.00 to 12.20", "1000-1300 hrs" or "2-4pm"; None where not written."""
    for match in RANGE.finditer(text):
        start, end = _clock(match["start"], match["end"]), _clock(match["end"], match["end"])
        if start and end and start < end:
            return start, end
    times = times_in(text)
    return (times[0] if times else None), None


def _matches(text: str, month_first: bool) -> Iterator[FoundDate]:
    for pattern in _patterns_for(text):
        for match in pattern.finditer(text):
            day, month = _number(match["day"], ORDINALS), _number(match["month"], ())
            if month_first and pattern is NUMERIC:
                day, month = month, day
            yield FoundDate(day, month, _year(match["year"]), match.start(), match.end())


def _patterns_for(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns that can match at all: most texts hold no digit or no name of a month."""
    digits, folded = DIGIT.search(text), text.lower()
    if any(stem in folded for stem in STEMS):
        yield from (WRITTEN, AMERICAN, IN_WORDS) if digits else (IN_WORDS,)
    if digits:
        yield from (NUMERIC, ISO)


def _number(written: str, ordinals: Sequence[str]) -> int:
    """A day or a month, in digits or words."""
    word = written.lower()
    if word.isdigit():
        return int(word)
    return ordinals.index(word) + 1 if word in ordinals else MONTHS.get(word, 0)


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    year = int(written.strip("'"))
    return year + 2000 if year < 100 else year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(written: str, other: str) -> time | None:
    """Read one end of a range; "2-4pm" gives the half of the day only once."""
    digits = re.sub(r"\D", "", written)
    hour, minute = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    half = re.search(r"([ap])\.?m", written, re.IGNORECASE) or (
        re.search(r"([ap])\.?m", other, re.IGNORECASE) if hour <= _hour(other) else None
    )
    return _moment(hour, minute, half[1] if half else "")


def _hour(written: str) -> int:
    digits = re.sub(r"\D", "", written)
    return int(digits[:-2] if len(digits) > 2 else digits)


def _time(groups: tuple[str | None, ...]) -> time | None:
    hour, minute, half, hour24, minute24, military_hour, military_minute = groups
    return _moment(
        int(hour or hour24 or military_hour or 0),
        int(minute or minute24 or military_minute or 0),
        half or "",
    )


def _spoken(match: re.Match[str]) -> time | None:
    """ "Half past six", "seven o'clock in the evening", "12 noon"."""
    if match["noon"]:
        return time(12)
    word = (match["of"] or match["hour"]).lower()
    hour = int(word) if word.isdigit() else HOURS.index(word) + 1
    minute = {"half": 30, "quarter": 15}.get((match["part"] or "").lower(), 0)
    if minute and match["side"].lower() == "to":
        hour, minute = (hour - 1) or 12, 60 - minute
    return _moment(hour, minute, "p" if match["late"] else "")


def _moment(hour: int, minute: int, half: str) -> time | None:
    if half.lower() == "p" and hour < 12:
        hour += 12
    if half.lower() == "a" and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
