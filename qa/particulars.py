"""Questions about a meeting itself, which its records answer: who came, when, where, what next."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index import Meeting, Passage, search_terms, terms
from index.minutes import Attendance, Line, LinkKind
from qa.patterns import any_of
from qa.telling import (
    ABSENCE,
    OBSERVING,
    SITTING,
    Tells,
    chairs,
    holds_role,
    is_action,
    is_decision,
    is_named,
    is_next,
    leads_to,
    listed_as,
    presents,
    said,
    says_hours,
    says_where,
    takes_notes,
)

ABSENT = any_of(
    r"\bapolog(?:y|ies|ised|ized)\b",
    r"\babsent\b",
    r"\b(?:could ?n['’]?o?t|unable to|did ?n['’]?o?t|failed to) "
    r"(?:make (?:it|the)|come|attend|be there|turn up|get there)",
    r"\b(?:who|which (?:\w+ ){0,3})(?:was|were)(?: all)? (?:missing|away|not (?:there|present))\b",
)
PRESENT = any_of(
    r"\b(?:who|which|what|any(?:one|body)?|was|were|names?|list)\b.*\b(?:attend(?:ed|ing|ees)?|"
    r"(?:was|were|be) present|(?:was|were|been)(?: all)? (?:there|at the|in the room)|turned up|"
    r"took part|on the call)\b",
    r"\b(?:who|which|anybody|anyone)\b.*\b(?:came|come along)\b",
    r"^\W*attend(?:ance|ees)\b",
    r"\bin attendance\b",
)
OBSERVED = any_of(r"\bobserv(?:ers?|ing|ed)\b", r"\bjust (?:to watch|watching)\b")
CHAIRED = any_of(
    r"\bchair(?:ed|ing)\b",
    r"\bwho(?:['’]s| is| was| will be)? (?:the |in the )?(?:acting )?chair(?:man|woman|person)?\b",
    r"\b(?:took|takes|in) the chair\b",
    rf"\b(?:led|ran|presided over|in charge of) the\b.*\b{SITTING}\b",
)
MINUTED = any_of(
    r"\bwho (?:took|wrote|kept|did|typed|made) (?:up )?(?:the )?(?:minutes|notes|record)\b",
    r"\b(?:note|minute)-?\s?takers?\b",
)
PRESENTED = any_of(
    r"\bwho (?:\w+ )?(?:presented|introduced|outlined)\b",
    r"\bwho (?:gave|delivered|provided|led|spoke to|talked (?:about|through|to)|took \w+ through)\b"
    r".*\b(?:reports?|items?|papers?|updates?|overviews?|presentations?|talks?|briefings?)\b",
)
MEETS_NEXT = any_of(
    rf"\b(?:next|following) (?:\w+ ){{0,3}}?(?:{SITTING}|one|date|get-?together)\b",
    r"\bwhen (?:will|do|does|is|are)\b.*\b(?:meet(?:ing)?|sit|get together|convene|reconvene)\b",
    r"\b(?:meet(?:ing)?|sit) (?:next|again)\b",
)
HOURS = any_of(
    rf"\b(?:what time|when|how late|how long)\b.*\b(?:{SITTING}|they)\b.*"
    r"\b(?:start|begin|began|finish|end|close|over|rise|last)\b",
    r"\bwhat time did\b",
)
WHERE = any_of(
    rf"\bwhere (?:was|were|did)\b.*\b(?:{SITTING}|it|they)\b.*\b(?:held|meet|sit|take place)\b",
    r"\bvenue\b",
    r"\b(?:in person|online) or\b",
    r"\b(?:meeting|session)\b.*\b(?:held|online|virtual|remote|zoom|teams)\b",
)
RECORDED = any_of(
    rf"\b(?:watch|listen to|see|find|link to)\b.*\b(?:{SITTING}|recording|video|webcast)\b",
    r"\bwebcast|\blive-?\s?stream|\byoutube\b",
    r"\b(?:meeting|session) (?:was )?recorded\b",
)
PAPERS = any_of(
    r"\b(?:where|how)\b.*\b(?:reports?|papers?|agenda|documents?)\b.*"
    r"\b(?:see|seen|view|viewed|read|find|found|get|download)",
    r"\bwhere (?:are|can)\b.*\b(?:reports?|papers|agenda)\b",
    r"\blink to\b",
)
ACTIONS = any_of(
    r"\b(?:what|which|list|any|all|show|give)\b.*"
    r"\b(?:actions?|action points|to-?dos?|jobs? to do|follow-?ups?)\b",
)
DECISIONS = any_of(
    r"\b(?:what|which|list|any|all)\b.*"
    r"\b(?:decisions?|resolutions?|resolved|decided|motions?|votes?)\b",
)
# "Who was the Chief Constable at each meeting?", "What is Ada Marsh's job?"
HOLDER = re.compile(
    r"\bwho(?:['’]s| is| was| were| are)(?: the| our| your| its)? (?P<role>[\w' &-]+?)"
    r"(?= (?:at|in|on|during|and|for|when|then|now)\b|[?,.]|$)",
    re.IGNORECASE,
)
ROLE = any_of(r"\b(?:job|role|title|position|post|who is)\b")

PARTICULARS: tuple[tuple[re.Pattern[str], Tells], ...] = (
    (ABSENT, said(ABSENCE, listed_as(Attendance.APOLOGIES))),
    (PRESENT, listed_as(Attendance.PRESENT)),
    (OBSERVED, said(OBSERVING, listed_as(Attendance.OBSERVER))),
    (CHAIRED, chairs),
    (MINUTED, takes_notes),
    (PRESENTED, presents),
    (MEETS_NEXT, is_next),
    (HOURS, says_hours),
    (WHERE, says_where),
    (RECORDED, leads_to(LinkKind.RECORDING)),
    (PAPERS, leads_to(LinkKind.PAPERS)),
    (ACTIONS, is_action),
    (DECISIONS, is_decision),
)


# The words with which particulars are asked for: without others, the record is all that is meant.
PARTICULAR_TERMS = frozenset(
    terms(
        "attend attended attendance attendees person present there come came turned up took part "
        "sent apologies apologised absent missing away observed observers observing "
        "chaired chairing chair chairman chairwoman chairperson presided "
        "took take takes taken minuted note taker wrote kept "
        "next future following forthcoming meet meets sit convene reconvene "
        "date dates time over start started begin began finish finished end ended close closed "
        "last held venue place in online remote zoom teams recorded recording watch video webcast "
        "actions action points decisions decision resolutions resolved decided "
        "list listed show give any all agreed made set given arose arising out"
    )
)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a question asks of the record of a meeting; nothing for most questions."""

    asked: tuple[Tells, ...]

    @classmethod
    def of(cls, question: str) -> Particulars:
        asked = [tells for pattern, tells in PARTICULARS if pattern.search(question)]
        if match := HOLDER.search(question):
            asked.append(holds_role(frozenset(search_terms(match["role"]))))
        if ROLE.search(question):
            asked.append(is_named(frozenset(terms(question))))
        return cls(tuple(asked))

    def told_in(self, meeting: Meeting, passage: Passage, line: Line) -> bool:
        """Whether a line tells one of the particulars that are asked for."""
        return any(tells(meeting, passage, line) for tells in self.asked)
