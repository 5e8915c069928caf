"""Where a meeting was held, as the lines at the top of its minutes print it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.body_words import BODIES, KIND_OF_DOCUMENT
from index.dates import MONTH, RANGE, TIME, days_in

REMOTE = re.compile(
    r"\b(?:remote(?:ly)?|zoom|teams|online|on-line|virtual(?:ly)?|video ?conference|webex)\b",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:^|(?<=[.;]\s)|(?<=\s))(?P<label>venue|place|where|location)\b"
    r"(?:\s*:\s*|\s+[–—-]\s+|\s+(?=(?-i:[A-Z])))"
    r"(?P<venue>(?:(?!\.\s|\s\s).)+)",
    re.IGNORECASE,
)
ALONE = re.compile(r"(?:meeting )?(?:venue|place|where|location)\s*:$", re.IGNORECASE)
HELD = re.compile(
    r"\b(?:held|meeting)\s+(?:at|in)\s+(?:the\s+)?(?P<venue>(?-i:[A-Z\d])[^;|]*?)"
    r"(?=,?\s+(?:on|at)\s+(?:the\s+)?(?:\w+day\b|\d)|[.;:]\s|\s*[.;:]?$|"
    r",?\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|,?\s+because\b|\s+\[|\s+and (?:webcast|"
    r"online))",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:room|rooms|suite|chamber|hall|house|street|st\.?|road|lane|row|square|centre|center|"
    r"office|offices|headquarters|library|school|church|museum|station|building|exchange|hq|hotel|"
    r"court|college|university|institute|cafe|theatre|park|quay|avenue|terrace|wharf|floor|annexe?|"
    r"guildhall|townhall|castle|pavilion|academy|village|studio|classroom|block|tower)\b|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
    re.IGNORECASE,
)
AWAY = re.compile(
    r"\s*(?:\((?:hybrid|webcast|livestream|and |or |also )[^()]*\)|"
    r"\((?:[^()\s]+\s+){5,}[^()]*\)|,?\s+and (?:by )?video link)\s*$",
    re.I,
)
WEEKDAY = r"(?:mon|tues?|wed|weds|wednes|thurs?|fri|sat|satur|sun)(?:day)?\.?"
LONGEST = 25  # Words of a place with its address.
NEAR = 2  # Lines after the one with the date that may hold the place alone.


def venue_of(lines: Sequence[str], dated: int) -> str:
    """The venue, or "remote" where the meeting had none; ``dated`` is the line with the date."""
    top = lines[: dated + NEAR + 3]
    for line, following in pairwise([*top, ""]):
        if match := LABEL.search(f"{line} {following}" if ALONE.match(line) else line):
            return _remote(match["venue"]) or _tidy(match["venue"])
    for line in top:
        if len(line.split()) < 40 and (match := HELD.search(line)) and _may_be(match["venue"]):
            return _tidy(match["venue"])
    beside = _beside_date(lines[dated]) if dated < len(lines) else ""
    near = [line for line in lines[dated + 1 : dated + 1 + NEAR] if _is_place(line)]
    near += [line for line in lines[max(dated - 1, 0) : dated] if _is_address(line)]
    place = beside or next((_tidy(_after_hours(line)) for line in near), "")
    return place or next(filter(None, map(_remote, top)), "")


def _may_be(held_at: str) -> bool:
    """Whether words after "held in" are a place and no month, committee or public."""
    when = TIME.match(held_at) or re.match(rf"(?:{MONTH}|public|private)\b", held_at, re.I)
    return when is None and (PLACE.search(held_at) is not None or held_at[0].isupper())


def _after_hours(line: str) -> str:
    """A line without the hours that stand before or after the place."""
    times = list(TIME.finditer(line)) + list(RANGE.finditer(line))
    first, last = (
        min((m.start() for m in times), default=0),
        max((m.end() for m in times), default=0),
    )
    after = line[last:].lstrip(" ,.;:–—-")
    before = re.split(r"(?<=[a-z]{3})\.\s", line[:first] if first else line)[0]
    return after if _is_place(after) else re.sub(r"\s*[,–—-]\s*$", "", before)


def _beside_date(line: str) -> str:
    """What stands after date and time on their line, or before them: "…, Town Hall, Orlby"."""
    days = days_in(line)
    if not days or len(line.split()) > 40:
        return ""
    ends = [day.end for day in days] + [match.end() for match in TIME.finditer(line)]
    after = re.sub(
        r"^[\s,.;:()–—-]*(?:hrs|hours|noon)?[\s,.;:–—-]*(?:in |at )?(?:the )?",
        "",
        line[max(ends) :],
    )
    if _is_place(after):
        return _tidy(after)
    before = re.split(r"(?i)\b(?:meeting|minutes)\b[^,–—]*[,–—]", line[: days[0].start])[-1]
    before = re.sub(rf"[\s,–—-]*(?:{WEEKDAY})?[\s,–—-]*$", "", before, flags=re.IGNORECASE)
    if before == line[: days[0].start] or KIND_OF_DOCUMENT.search(before):
        return ""
    return _tidy(before) if _is_place(before) else ""


def _is_place(text: str) -> bool:
    plain = ":" not in text and len(text.split()) <= LONGEST and not days_in(text)
    return plain and bool(PLACE.search(text)) and bool(re.match(r"[A-Z\d]", text.strip()))


def _is_address(line: str) -> bool:
    """Whether a line over the date can only be where the meeting was held."""
    named = KIND_OF_DOCUMENT.search(line) or any(words.search(line) for words in BODIES)
    return "," in line and not named and _is_place(line)


def _remote(text: str) -> str:
    """ "remote" where a text tells of no place but the network."""
    elsewhere = re.search(r"hybrid|\bor\b|\band\b|/", text, re.IGNORECASE) or PLACE.search(text)
    if len(text.split()) < 40 and REMOTE.search(text) and not elsewhere:
        return "remote"
    return ""


def _tidy(text: str) -> str:
    place = re.sub(r"^(?:in|at) (?:the )?", "", text.strip(" ,.;:"), flags=re.IGNORECASE)
    return AWAY.sub("", place).strip(" ,.;:")
