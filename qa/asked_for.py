"""What sort of thing a question asks for."""

from __future__ import annotations

import re
from enum import StrEnum

from qa.patterns import any_of


class Sort(StrEnum):
    """The sort of thing that would answer a question."""

    MONEY = "money"
    SHARE = "share"
    DURATION = "duration"
    NUMBER = "number"
    TIME = "time"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    NAME = "name"


# Where a question word asks, and does not only join as in "the people who came".
BEGINS = (
    r"(?:^|[^\w\s'’-]\s*|\b(?:and|or|but|so|then|to|by|with|for|of|from|about|on|know|say|says|"
    r"said|tell me|told|confirm|name|is|was)\s+)"
)
DOES = r"(?:is|are|was|were|do|does|did|will|would|can|could|should|must|has|have|had|might)"
WHAT_DOES = rf"\bwhat(?:['’]s| {DOES})"
PRICED = (
    r"(?:cost(?:s|ing)?|pay(?:s|ing)?|paid|spen[dt](?:ing)?|earn(?:s|ed)?|worth|prices?|"
    r"fees?|salary|bill|(?:fork|shell)(?:ed|ing)? out|sav(?:ed?|ings?)|set (?:\w+ ){1,2}back)"
)
SUM = r"(?:sum|amount|price|cost|fee|salary|wage|budget|grant|rent|fine|pay)s?"
# What is said of a thing before it is named, as in "the panel's annual".
SAID_OF = r"(?:(?!(?:of|for|in|on|to|at|by|about)\b)[\w'’-]+ ){0,3}?"
OF_WHAT = r"(?:of|for|at|in|to|on|by|this|last|next|per|each|a|be|is|was|will|going)\b"
DEAL = r"(?:grants?|contracts?|deals?|funds?|loans?|stolen|stock)"
AMOUNT = (
    r"(?:number|rate|figure|score|size|total|average|age|ratio|turnout|capacity|length|height|"
    r"weight|depth|speed|distance|temperature|population)s?"
)
UNIT = r"(?:minutes?|mins?|seconds?|secs?|hours?|hrs?|days?|fortnights?|weeks?|months?|years?)"
# What is told apart, but has no name of its own.
UNNAMED = (
    r"(?:figures?|numbers?|types?|kinds?|sorts?|topics?|subjects?|areas?|issues?|items?|parts?|"
    r"things?|options?|ways?|rules?|groups?|recommendations?|lines?|phrases?|formats?|measures?|"
    r"actions?|reasons?|words?|sets?|side|matters?|aspects?|steps?|points?|factors?|concerns?|"
    r"problems?|bits?)"
)
# The first pattern that fits decides, so the narrower stand first.
ASKED = {
    Sort.MONEY: any_of(
        r"\bhow much (?:money|cash|funding)\b",
        r"\bin pounds\b",
        r"\bhow expensive\b",
        rf"\bwhat (?:\w+ )?{SUM}\b",
        # "What is the budget for roads?", not "What is the budget consultation about?"
        rf"{WHAT_DOES} {SAID_OF}{SUM}(?= {OF_WHAT}|\W*$)",
        rf"(?:\bhow much|{WHAT_DOES}|\bwhat['’]ll)\b.*\b{PRICED}\b",
        r"\bwhat\b.*\b(?:was|were|is|are|been|be|get|got) paid\b",
        rf"\b(?:value|amount|cost|price|size) of\b.*\b{DEAL}\b",
    ),
    Sort.SHARE: any_of(
        r"\b(?:what|which) (?:\w+ )?(?:percentage|proportion|share|fraction|slice)\b",
        r"\bper ?cent(?:age)?\b",
        r"%",
    ),
    Sort.DURATION: any_of(
        r"\bhow long\b",
        rf"\b(?:how many|number of) (?:\w+ )?{UNIT}\b",
        r"\blength of time\b",
    ),
    Sort.NUMBER: any_of(
        r"\bhow (?:many|much|big|large|far|high|tall|old|often|full)\b",
        rf"\bwhat (?:\w+ )?{AMOUNT}\b",
        rf"{WHAT_DOES} {SAID_OF}{AMOUNT}\b",
        # "Will the number of officers rise?" asks for yes or no.
        rf"^(?!\W*{DOES}\b).*\bnumber of\b",
    ),
    Sort.TIME: any_of(
        rf"\bwhen(?:['’]s| {DOES})\b",
        r"\bwhen\W*$",
        r"\bhow (?:soon|quickly|late|early)\b",
        r"\b(?:what|which) (?:\w+ )?(?:date|day|time|year|month|week|hour)s?\b",
        r"\bfrom what point\b",
        r"\b(?:deadline|date)\b",
    ),
    Sort.PERSON: any_of(
        rf"{BEGINS}who(?:se|m|s|['’]s)?\b",
        r"\bwhich (?:person|officer|member|councillor)\b",
    ),
    Sort.PLACE: any_of(
        rf"{BEGINS}where(?:abouts)?\b",
        r"\bwhat (?:place|town|city|street|road|venue|area|site|building|room|district|school)s?\b",
        r"\bwhich (?:place|venue)s?\b",
    ),
    Sort.REASON: any_of(
        r"\bwhy\b",
        r"\bhow come\b",
        r"\bwhat (?:caused|reason|made|led|makes|lies behind|is behind|put)\b",
        r"\bwhat['’]?s (?:causing|making|behind)\b",
        r"\breasons?\b",
    ),
    Sort.NAME: any_of(
        rf"{BEGINS}which\b(?!(?: \w+)? {UNNAMED}\b)",
        r"\bwhat (?:\w+ )?(?:firm|company|organisation|supplier|contractor|charity)\b",
        r"\bnames?\b",
        rf"{WHAT_DOES}\b.*\b(?:called|named|known as)\W*$",
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
    match = COUNTED_THING.search(question) if asked_for(question) else None
    return match["thing"] if match else ""
