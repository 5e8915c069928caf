"""What sort of thing a question asks for, and whether a line holds such a thing."""

from __future__ import annotations

import re
from enum import StrEnum


class Sort(StrEnum):
    """The sort of thing that would answer a question."""

    NUMBER = "number"
    MONEY = "money"
    TIME = "time"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"


MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
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
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|"
    r"thousands?|half|third|fifth|none|nobody|twice|doubled?|one in)\b"
)
HELD = {
    Sort.NUMBER: re.compile(COUNTED, re.IGNORECASE),
    Sort.MONEY: re.compile(
        r"[£$€]|\b(?:pounds?|pence|free|budget|funded|funding)\b|\d+\s?[km]\b", re.I
    ),
    Sort.TIME: re.compile(
        rf"\b(?:{MONTHS})\b|\b(?:19|20)\d\d\b|\b\d{{1,2}}[.:]\d\d\b|\b\w+day\b|"
        r"\b(?:minutes?|mins?|seconds?|secs?|hours?|hrs?|weeks?|months?|years?|annual(?:ly)?|daily|"
        r"weekly|monthly|spring|summer|autumn|winter|christmas|easter|noon|midnight|today|soon|"
        r"[ap]\.?m)\b",
        re.IGNORECASE,
    ),
    Sort.PERSON: re.compile(
        r"\b(?-i:[A-Z])[\w'’-]+\s+(?-i:[A-Z])[\w'’-]+|\b(?-i:[A-Z]){2,}\b|\b(?:chair|commissioner|"
        r"constable|officers?|director|members?|councillor|cllr|manager|force|police|team|board|mr|"
        r"mrs|ms|miss|dr|treasurer|clerk|inspector|everyone|nobody)\b",
        re.IGNORECASE,
    ),
    Sort.PLACE: re.compile(
        r"\b(?:at|in|from|to|on|near|outside|across|by|of|between)\s+(?:the\s+)?(?-i:[A-Z])[\w'’-]+|"
        r"\b(?:street|road|lane|park|centre|station|hall|school|ward|area|room|site|online)\b",
        re.IGNORECASE,
    ),
    Sort.REASON: re.compile(
        r"\b(?:because|due to|owing to|as a result|result(?:ed|s|ing)?|since|so that|so as|"
        r"reasons?|caused?|therefore|in order to|to (?:ensure|avoid|allow|enable|make|get)|given|"
        r"mainly|linked to|put (?:this )?down to|on account of|explained|as)\b",
        re.IGNORECASE,
    ),
}


def asked_for(question: str) -> Sort | None:
    """The sort of thing a question asks for, or None where its words do not tell."""
    return next((sort for sort, pattern in ASKED.items() if pattern.search(question)), None)


def holds(line: str, sort: Sort) -> bool:
    """Whether a line has something of a sort in it."""
    return HELD[sort].search(line) is not None
