"""Where a line mentions a thing of a sort that questions ask for."""

from __future__ import annotations

import re
from functools import lru_cache

from index.dates import MONTH
from qa.asked_for import UNIT, Sort
from qa.patterns import any_of

COUNTED = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundreds?|thousands?|millions?|dozens?|half|third|quarter|fifth|none|nobody|no|twice|both|"
    r"doubled?)"
)
# Dates, and the numbers of minutes: 077/21.
DATED = (
    rf"(?:\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{MONTH})\b(?:\s+(?:19|20)\d\d)?|"
    r"\b(?:19|20)\d\d\b|\b\d{1,3}/\d{1,4}(?:/\d{2,4})?\b)"
)
SPELL = rf"(?:\d[\d.,]*|{COUNTED}|an?|several|few)[\s-]+(?:\w+ )?{UNIT}"
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
SITE = (
    r"(?:Street|Road|Lane|Park|Centre|Station|Hall|School|Ward|Square|Bridge|House|Quay|Farm|"
    r"Library)"
)
SHOWN = {
    Sort.MONEY: any_of(
        r"[£$€]\s?\d[\d,.]*\s?(?:k|m|bn|million|billion|thousand)?\b",
        r"\b\d[\d,.]*\s?(?:pounds|pence|p)\b",
    ),
    Sort.SHARE: any_of(
        r"\d\s?%",
        r"\bper ?cent\b",
        rf"\b(?:\d+|{COUNTED}) (?:in|out of|of) (?:(?:the|all|every) )?(?:\d+|{COUNTED})\b",
        r"\b(?:half|(?:two[- ])?thirds?|(?:three[- ])?quarters?|a fifth|a tenth)\b",
        r"\b(?:all|none|most|majority)\b",
    ),
    Sort.DURATION: any_of(
        rf"\b{SPELL}\b",
        r"\b(?:decades?|since|until|overnight)\b",
        rf"\bfrom\b.*\b(?:to|until)\b.*{DATED}",
    ),
    # What is dated is matched too, so that its numbers are not; "mentions" drops it.
    Sort.NUMBER: any_of(rf"(?P<dated>{DATED})", r"\d[\d,.]*", rf"\b{COUNTED}\b"),
    Sort.TIME: any_of(
        DATED,
        r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
        r"\b(?:spring|summer|autumn|winter|christmas|easter|noon|midnight|soon)\b",
        r"\b(?:next|last) (?:year|month|week|meeting)\b",
        r"\b\d{1,2}[.:]\d\d\s?(?:am|pm|hrs|hours)?\b",
        r"\b\d{1,2}\s?(?:am|pm)\b",
        rf"\b{SPELL}\b",
        r"\b(?:annual|daily|weekly|monthly|quarterly)(?:ly)?\b",
    ),
    Sort.PERSON: re.compile(
        rf"\b{TITLED}\.?\s+[A-Z][\w'’-]+|\b[A-Z][a-z'’-]+\s+(?:[A-Z]\.?\s+)?[A-Z][a-z'’-]+\b|"
        rf"\b(?:[A-Z][\w&'’-]+\s+){{1,4}}{INSTITUTION}\b|\b[A-Z]{{2,}}[a-z]?[A-Z]*\b|"
        rf"\b(?i:{OFFICE})\b"
    ),
    Sort.PLACE: re.compile(
        r"\b(?:at|in|from|to|on|near|outside|across|by|of|between)\s+(?:the\s+)?[A-Z][\w'’-]+|"
        rf"\b[A-Z][\w'’-]+\s+{SITE}\b|\b(?:online|remotely|upstairs|car park|depot|yard)\b"
    ),
    Sort.REASON: any_of(
        r"\b(?:because|since|as|so|but|given|following|after|until|unless|therefore|mainly)\b",
        r"\b(?:due|owing|linked|thanks) to\b",
        r"\bresult(?:ed|s|ing)? (?:of|from|in)\b|\bas a result\b|\bresponse to\b",
        r"\bin order to\b|\bto (?:ensure|avoid|allow|help|enable|prevent|reduce|protect)\b",
        r"\b(?:put (?:\w+ ){0,2}down to|on account of|driven by|lack of)\b",
        r"\b(?:reasons?|caus(?:ed?|es|ing)|explained|stems?|objections?|blamed?|enough)\b",
        r"\b(?:means|meant|concern(?:s|ed)?)\b",
    ),
    # A name begins with a capital; that of a line's first word tells nothing.
    Sort.NAME: re.compile(r"(?<=[\w,;:)’'\"] )[A-Z][\w&'’-]*|\b[A-Z]{2,}\b"),
}


def holds(line: str, sort: Sort) -> bool:
    """Whether a line has something of a sort in it."""
    return bool(mentions(line, sort))


@lru_cache(maxsize=100_000)
def mentions(line: str, sort: Sort) -> tuple[tuple[int, int], ...]:
    """Where a line has things of a sort; kept, as the same lines come up again and again."""
    found = SHOWN[sort].finditer(line)
    return tuple(match.span() for match in found if not match.groupdict().get("dated"))
