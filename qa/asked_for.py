"""What sort of thing a question asks for, and whether a line holds such a thing."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from index.dates import MONTH


class Sort(StrEnum):
    """The sort of thing that would answer a question."""

    NUMBER = "number"
    MONEY = "money"
    TIME = "time"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"


# The first pattern that fits decides, so the narrower stand first.
ASKED = {
    Sort.MONEY: re.compile(
        r"\bhow much (?:money|cash|funding|will|did|does|do|is|was|are|has|have|would|it|more)\b|"
        r"\b(?:costs?|price[ds]?|bill|budget|fee|fees|salary|paid|pay|spend|spent|grant|fine|rent|worth|£)"
        r"\b.*\?*$|\bwhat (?:sum|amount)\b|\bhow expensive\b",
        re.IGNORECASE,
    ),
    Sort.NUMBER: re.compile(
        r"\bhow (?:many|big|large|far|high|tall|old|often|full)\b|\bwhat (?:number|percentage|"
        r"proportion|share|fraction|rate|figure|slice|score|size)\b|\bnumber of\b|\bpercent|"
        r"\bhow much\b",
        re.IGNORECASE,
    ),
    Sort.TIME: re.compile(
        r"\bwhen\b|\bhow (?:long|soon|quickly|late|early)\b|\b(?:what|which) (?:date|day|time|year|"
        r"month|week|hours?)\b|\bfrom what point\b|\bdeadline\b|\bsince when\b",
        re.IGNORECASE,
    ),
    Sort.PERSON: re.compile(
        r"\bwho(?:se|m|'s|’s)?\b|\bwhich (?:person|officer|member|councillor|firm|company|body)\b|"
        r"\bwhat (?:firm|company|organisation)\b|\bnames?\b",
        re.IGNORECASE,
    ),
    Sort.PLACE: re.compile(
        r"\bwhere(?:abouts)?\b|\b(?:what|which) (?:place|town|city|street|road|venue|area|site|"
        r"building|room|district|school)s?\b",
        re.IGNORECASE,
    ),
    Sort.REASON: re.compile(
        r"\bwhy\b|\bhow come\b|\bwhat (?:caused|reason|made|led|makes|lies behind|is behind|put)\b|"
        r"\breasons?\b|\bwhat['’]?s (?:causing|making|behind)\b",
        re.IGNORECASE,
    ),
}
COUNTED = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundreds?|thousands?|millions?|dozens?|half|third|quarter|fifth|none|nobody|no|twice|both|"
    r"doubled?)"
)
UNIT = r"(?:minutes?|mins?|seconds?|secs?|hours?|hrs?|days?|fortnights?|weeks?|months?|years?)"
TITLED = (
    r"(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady|Prof(?:essor)?|PC|Sgt|Inspector|"
    r"Superintendent|Supt|ACC|DCC|CC|Judge|Rev)"
)
OFFICE = (
    r"(?:chair(?:man|woman|person)?|vice-chair|commissioner|constable|officers?|director|secretary|"
    r"treasurer|clerk|manager|leader|mayor|minister|inspector|superintendent|governor|auditors?|"
    r"panel|committee|board|team|members?|staff|everyone|nobody|residents?|volunteers?)"
)
INSTITUTION = (
    r"(?:Council|Board|Trust|Group|Ltd|Limited|Company|Association|Authority|Agency|Department|"
    r"Office|Services?|Foundation|University|College|School|Partnership|Committee|Police|Force|"
    r"Society|Forum|Union|Hospital|Institute|Network|plc|LLP)"
)
SHOWN = {
    Sort.NUMBER: re.compile(rf"\d[\d,.]*|\b{COUNTED}\b", re.IGNORECASE),
    Sort.MONEY: re.compile(
        r"[£$€]\s?\d[\d,.]*\s?(?:k|m|bn|million|billion|thousand)?\b|"
        r"\b\d[\d,.]*\s?(?:pounds|pence|p)\b",
        re.IGNORECASE,
    ),
    Sort.TIME: re.compile(
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{MONTH})\b(?:\s+(?:19|20)\d\d)?|"
        r"\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|"
        r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
        r"\b(?:spring|summer|autumn|winter|christmas|easter|noon|midnight|soon)\b|"
        r"\b(?:next|last) (?:year|month|week|meeting)\b|"
        r"\b\d{1,2}[.:]\d\d\s?(?:am|pm|hrs|hours)?\b|\b\d{1,2}\s?(?:am|pm)\b|"
        rf"\b(?:\d[\d.,]*|{COUNTED}|an?|several|few)[\s-]+{UNIT}\b|"
        r"\b(?:annual|daily|weekly|monthly|quarterly)(?:ly)?\b",
        re.IGNORECASE,
    ),
    Sort.PERSON: re.compile(
        rf"\b{TITLED}\.?\s+[A-Z][\w'’-]+|\b[A-Z][a-z'’-]+\s+(?:[A-Z]\.?\s+)?[A-Z][a-z'’-]+\b|"
        rf"\b(?:[A-Z][\w&'’-]+\s+){{1,4}}{INSTITUTION}\b|\b[A-Z]{{2,}}[a-z]?[A-Z]*\b|"
        rf"\b(?i:{OFFICE})\b"
    ),
    Sort.PLACE: re.compile(
        r"\b(?:at|in|from|to|on|near|outside|across|by|of|between)\s+(?:the\s+)?[A-Z][\w'’-]+|"
        r"\b[A-Z][\w'’-]+\s+(?:Street|Road|Lane|Park|Centre|Station|Hall|School|Ward|Square|"
        r"Bridge|House|Quay|Farm|Library)\b|\b(?:online|remotely|upstairs|car park|depot|yard)\b"
    ),
    Sort.REASON: re.compile(
        r"\b(?:because|due to|owing to|as a result|result(?:ed|s|ing)? (?:of|from|in)|since|so as|"
        r"so that|reasons?|caus(?:ed?|es|ing)|therefore|in order to|to (?:ensure|avoid|allow|help|"
        r"enable|prevent|reduce|protect)|given|mainly|linked to|put (?:this |it )?down to|"
        r"on account of|explained|as|blamed?|driven by|thanks to|means|meant|concern(?:s|ed)?|"
        r"but)\b",
        re.IGNORECASE,
    ),
}
# "How many officers": what is counted, in the first or second word.
COUNTED_THING = re.compile(
    r"\b(?:how many|number of|how much)\s+"
    r"(?:(?:more|extra|new|other|different|of|the|our|their)\s+)*(?P<thing>[a-z'’-]+(?:\s+[a-z'’-]+)?)",
    re.IGNORECASE,
)


def asked_for(question: str) -> Sort | None:
    """The sort of thing a question asks for, or None where its words do not tell."""
    return next((sort for sort, pattern in ASKED.items() if pattern.search(question)), None)


def counted(question: str) -> str:
    """The words for what a question asks the number of; empty where it asks for none."""
    match = COUNTED_THING.search(question)
    return match["thing"] if match else ""


def holds(line: str, sort: Sort) -> bool:
    """Whether a line has something of a sort in it."""
    return bool(mentions(line, sort))


@lru_cache(maxsize=100_000)
def mentions(line: str, sort: Sort) -> tuple[tuple[int, int], ...]:
    """Where a line has things of a sort; kept, as the same lines come up again and again."""
    return tuple(match.span() for match in SHOWN[sort].finditer(line))
