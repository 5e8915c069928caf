"""Questions about a meeting itself, which its records answer: who came, when, where, what next."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index import Meeting, Passage, PassageKind, search_terms, terms
from index.dates import days_in, times_in
from index.minutes import Attendance, Line, LinkKind, Person
from qa.asked_for import Sort
from qa.mentions import holds
from qa.patterns import any_of

Tells = Callable[[Meeting, Passage, Line], bool]

SITTING = r"(?:meetings?|sessions?|boards?|panels?|committees?)"


ABSENCE = any_of(r"\b(?:apolog|absen|regrets)", r"\bunable to\b", r"\bdid not attend\b")
OBSERVING = any_of(r"\bobserv")
CHAIRING = any_of(r"\bchair(?:ed|ing|man|woman|person)?\b", r"\bpresid(?:ed|ing)\b")
NOTING = any_of(r"\b(?:minutes?|notes?|note[- ]?taker|secretar\w+|clerk|scribe)\b")
NEXT = any_of(
    rf"\b(?:next|future|forthcoming|further) (?:\w+ ){{0,3}}?(?:{SITTING}|dates?)\b",
    r"\bmeetings? dates?\b",
    r"\bnext\b.{0,40}\bmeet",
)
OPENING_OR_END = any_of(
    r"\b(?:closed|ended|concluded|rose|finished|adjourned|started|began|opened)\b"
)
HOW_HELD = any_of(
    r"\b(?:remote(?:ly)?|zoom|teams|online|virtual(?:ly)?|video ?conference|hybrid|in person)\b",
    r"\b(?:held (?:at|in)|venue|location|place)\b",
)

PRESENTING = any_of(
    r"\b(?:presented|introduced|outlined)\b",
    r"\b(?:gave|given|delivered|provided|led|took)\b.*\b(?:presentation|overview|talk|update|briefing|"
    r"report|item|through)\b",
)


def _has(line: Line, person: Person) -> bool:
    return person.name.casefold() in line.text.casefold()


def _listed_as(attendance: Attendance) -> Tells:
    def tells(meeting: Meeting, passage: Passage, line: Line) -> bool:
        return passage.kind is PassageKind.ATTENDANCE and any(
            person.attendance is attendance and _has(line, person) for person in meeting.people
        )

    return tells


def _said(words: re.Pattern[str], listed: Tells) -> Tells:
    return lambda meeting, passage, line: (
        words.search(line.text) is not None or listed(meeting, passage, line)
    )


def _chairs(meeting: Meeting, passage: Passage, line: Line) -> bool:
    return CHAIRING.search(line.text) is not None and (
        passage.kind is PassageKind.ATTENDANCE
        or any(_has(line, person) for person in meeting.people)
    )


def _takes_notes(meeting: Meeting, passage: Passage, line: Line) -> bool:
    return passage.kind is PassageKind.ATTENDANCE and NOTING.search(line.text) is not None


def _presents(meeting: Meeting, passage: Passage, line: Line) -> bool:
    return PRESENTING.search(line.text) is not None and holds(line.text, Sort.PERSON)


def _is_next(meeting: Meeting, passage: Passage, line: Line) -> bool:
    context = passage.context.text if passage.context else ""
    said = NEXT.search(f"{meeting.item(passage).title}\n{context}\n{line.text}")
    return said is not None and bool(days_in(line.text) or times_in(line.text))


def _says_hours(meeting: Meeting, passage: Passage, line: Line) -> bool:
    told = passage.item_position == 0 or OPENING_OR_END.search(line.text) is not None
    return told and bool(times_in(line.text))


def _says_where(meeting: Meeting, passage: Passage, line: Line) -> bool:
    named = bool(meeting.venue) and meeting.venue in line.text
    return passage.item_position == 0 and (named or HOW_HELD.search(line.text) is not None)


def _leads_to(kind: LinkKind) -> Tells:
    return lambda meeting, passage, line: any(
        link.kind is kind and link.url in line.text for link in meeting.links
    )


def _is_action(meeting: Meeting, passage: Passage, line: Line) -> bool:
    return line.action or passage.kind is PassageKind.ACTION


def _is_decision(meeting: Meeting, passage: Passage, line: Line) -> bool:
    return passage.kind is PassageKind.DECISION


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
    (ABSENT, _said(ABSENCE, _listed_as(Attendance.APOLOGIES))),
    (PRESENT, _listed_as(Attendance.PRESENT)),
    (OBSERVED, _said(OBSERVING, _listed_as(Attendance.OBSERVER))),
    (CHAIRED, _chairs),
    (MINUTED, _takes_notes),
    (PRESENTED, _presents),
    (MEETS_NEXT, _is_next),
    (HOURS, _says_hours),
    (WHERE, _says_where),
    (RECORDED, _leads_to(LinkKind.RECORDING)),
    (PAPERS, _leads_to(LinkKind.PAPERS)),
    (ACTIONS, _is_action),
    (DECISIONS, _is_decision),
)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a question asks of the record of a meeting; nothing for most questions."""

    asked: tuple[Tells, ...]

    @classmethod
    def of(cls, question: str) -> Particulars:
        asked = [tells for pattern, tells in PARTICULARS if pattern.search(question)]
        if match := HOLDER.search(question):
            asked.append(_holds(frozenset(search_terms(match["role"]))))
        if ROLE.search(question):
            asked.append(_is_named(frozenset(terms(question))))
        return cls(tuple(asked))

    def told_in(self, meeting: Meeting, passage: Passage, line: Line) -> bool:
        """Whether a line tells one of the particulars that are asked for."""
        return any(tells(meeting, passage, line) for tells in self.asked)


def _holds(role: frozenset[str]) -> Tells:
    """Lines of the attendance list with somebody of a role, given by its terms."""
    return lambda meeting, passage, line: (
        bool(role)
        and any(role <= set(terms(person.role)) and _has(line, person) for person in meeting.people)
    )


def _is_named(said: frozenset[str]) -> Tells:
    """Lines of the attendance list with somebody whose whole name is said, given by its terms."""
    return lambda meeting, passage, line: (
        passage.kind is PassageKind.ATTENDANCE
        and any(set(terms(person.name)) <= said and _has(line, person) for person in meeting.people)
    )
