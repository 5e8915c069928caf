"""Labels of attendance lists, such as "Present:", and as what they name people.

Any few words may label a list of names; only the words of absence and of looking on say more
than that the people were there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.entries import is_roll
from index.minutes import Attendance
from index.names import clean_length, is_person

ABSENT = re.compile(
    r"\b(?:apolog\w+|apols?|absen(?:t|ce|ces|tees?)|excused|regrets?|sorry|unable|leithsc\w+|"
    r"ymddiheur\w+|frånvarande|abwesend|entschuldigt|afwezig|excusés?|ausentes|assenti|"
    r"(?:not|never|n['’]t) (?:able|present|here|attend\w*|join\w*|come)|could not come)\b",
    re.IGNORECASE,
)
LOOKED_ON = re.compile(
    r"\b(?:observ\w+|guests?|visitors?|public|press|spectators?|gallery)\b", re.IGNORECASE
)
TOOK_PART = re.compile(
    r"\b(?:officers|officials|staff|members(?! of (?:the )?(?:pu|pr)))\b", re.IGNORECASE
)
# Labels that stand for a list even where no name follows in the same text.
THERE = (
    r"(?:present|attend(?:ees?|ance|ed|ing)|sederunt|participants|participat(?:ed|ing)|"
    r"taking part|took part|in the room|on the call|"
    r"invitees|witnesses|(?:i )?l[áa]thair|(?:yn )?bresennol|presennol|närvarande|anwesend|"
    r"aanwezig|présents|presentes|presenti|roll call)"
)
GROUPS = (
    r"(?:members|councillors|officers|officials|observers|guests|visitors|presenters|speakers|"
    r"comhairleoirí|deputies|senators|teachtaí(?: dála)?|seanadóirí|secretariat|"
    r"staff|administration|clerk|guest speaker)"
)
GROUP = (
    r"(?:board|panel|committee|member|councillor|officer|official|chair(?:man|woman|person)?|"
    r"convener|cabinet|observer|guest|presenter|speaker|(?:an )?cathaoirleach|cadeirydd|"
    rf"secretary|note ?takers?|minutes(?: by)?|online|{GROUPS})"
)
WHOSE = (
    r"(?:the|following|those|who|was|were|in|of|all|also|other|others|part|voting|non-voting|"
    r"observers|executive|non-executive|and|elected|independent|regular|core|board|panel|"
    r"committee|council|group|liaisons|members?|people|"
    r"cllrs|councillors|officers|officials|staff|directors|governors|trustees)"
)
# "Who came", "People who attended", "The people that came along".
CAME = r"(?:(?:the )?people )?(?:who|that) (?:came|attended|joined(?: us)?)(?: along)?"
ALONE = re.compile(
    rf"(?:(?:non-)?{WHOSE} )*{THERE}\b.*|"
    rf"(?:(?!of )[\w'’]+ ){{0,5}}(?:{GROUPS}|alternates|directors|governors|trustees) "
    r"(?:present|in attendance)|(?:[\w'’]+ ){0,5}yn bresennol|"
    rf"(?:[\w'’]+ ){{0,3}}(?:attendees|participants)|"
    r"members of the (?:[\w'’]+ ){0,3}(?:board|committee|panel|council)|"
    rf"who was there|{CAME}|also|in the chair|membership|"
    r"(?:persons|those) entitled to attend|"
    r"(?:the )?members (?:convened|assembled|in attendance(?: to business)?)(?: were)?|"
    rf"(?:(?!of )[\w'’]+ ){{0,3}}{GROUPS}(?:(?:,| and| &|/) ?{GROUPS})?",
    re.IGNORECASE,
)
# Offices and groups over those who hold them, where a list of people may stand.
OVER_NAMES = re.compile(
    r"(?:(?:vice|deputy|depute|acting|leas)[ -])?(?:chair(?:man|woman|person)?|convener|"
    r"ch?athaoirleach)|presiding|clerks?(?: to the \w+)?|(?:committee|board|panel) members",
    re.IGNORECASE,
)
KNOWN = re.compile(
    rf"{ALONE.pattern}|(?:[\w'’/]+ )?(?:(?!of )[\w'’/]+ )?{GROUP}|(?:vice-|deputy )?chair\w*|"
    r"members of the (?:public|press|board|committee|panel|council|senedd|parliament|assembly)",
    re.IGNORECASE,
)
TITLE = re.compile(
    rf"^(?:(?:record|list) of |those )?(?:{THERE}|who was there|{CAME}|in attendance|apologies|"
    r"members? present|absent|absence|attendance and apologies|"
    r"(?:officials|officers|councillors|staff|others|also) present|leithsc\w+|ymddiheur\w+)\b",
    re.IGNORECASE,
)
CHAIRS = re.compile(
    r"\b(?:chair(?:man|woman|person|ing|s)?|convener|presid(?:ing|ed)|cathaoirleach|cadeirydd|"
    r"llywydd|in the chair)\b",
    re.IGNORECASE,
)
DEPUTY = re.compile(r"\b(?:vice|deputy|former|sub|past|leas)\b", re.IGNORECASE)
# Labels that are the office of whoever is named after them.
OFFICE = re.compile(
    r"(?:chair\w*|clerk|secretary|convener|facilitator|treasurer|note ?taker|minutes(?: by)?|"
    r"recorder)$",
    re.IGNORECASE,
)
# Facts that are labelled as lists are.
OTHER_FACT = re.compile(
    r"^(?:date|time|day|venue|place|where|when|location|title|subject|status|item|question|action|agenda|"
    r"decision|resolved|proposed|seconded|recommendation|purpose|contact|website|tel(?:ephone)?|"
    r"held|owner|lead|by whom|e-?mail|authors?|minutes of)\b",
    re.IGNORECASE,
)
LABEL_END = re.compile(r"^(?P<label>[^:–—]{2,60}?)\s*(?::|\s[–—-]\s|\.{4,}|$)\s*")


@lru_cache(4096)
def attendance_label(text: str) -> Attendance | None:
    """As what the people after a label such as "Apologies:" are named; None for other text."""
    match = LABEL_END.match(text)
    if match is None or OTHER_FACT.match(match["label"]):
        return None
    label, rest = match["label"].strip("* ."), text[match.end() :]
    alone = match.end("label") == len(text)
    if is_known(label, alone) or (
        rest and not is_person(label) and len(label.split()) < 7 and is_roll(rest)
    ):
        return status_of(label)
    return None


def is_known(label: str, alone: bool = False) -> bool:
    """Whether a label stands for a list of people even where none follows."""
    one, slash, other = label.partition(" | ") if " | " in label else label.partition("/")
    two = slash and "/" not in other and " | " not in other
    if two and (is_known(one.strip(), alone) or is_known(other.strip(), alone)):
        return True  # In two languages: "Yn bresennol/In attendance".
    plain = re.sub(r"\s*\((?P<inside>[^()]*)\)$", "", label)
    inside = label[len(plain) :].strip(" ()")
    patterns = (ALONE, OVER_NAMES) if alone else (KNOWN,)
    known = any(pattern.fullmatch(plain) for pattern in patterns) or ABSENT.match(plain)
    if not known and len(plain.split()) < 5:
        known = ABSENT.search(plain)
    return bool(known) and not clean_length(inside)


def status_of(label: str) -> Attendance:
    """As what the words of a label name people."""
    if ABSENT.search(label):
        return Attendance.APOLOGIES
    looked_on = LOOKED_ON.search(label) and not TOOK_PART.search(label)
    return Attendance.OBSERVER if looked_on else Attendance.PRESENT


def is_attendance_title(title: str) -> bool:
    """Whether an agenda item of this title lists who was there."""
    return TITLE.match(title) is not None


def says_chair(role: str) -> bool:
    """Whether a label or a role is that of whoever chairs, not of a deputy."""
    parts = re.split(r"[,;]", role)
    return any(CHAIRS.search(part) and not DEPUTY.search(part) for part in parts)


def label_length(text: str) -> int:
    """How many characters at the start are the attendance label and its colon."""
    match = LABEL_END.match(text)
    return match.end() if match else 0


def says_whether(label: str) -> bool:
    """Whether a label says by itself that people were there, were not, or looked on."""
    there = re.search(rf"\b{THERE}\b", label, re.IGNORECASE)
    return bool(there or ABSENT.search(label) or LOOKED_ON.search(label))


def names_a_group(label: str) -> bool:
    """Whether a label says only that people were there or not, not what they are."""
    group = re.search(rf"\b{GROUPS}(?<!clerk)\b", label, re.IGNORECASE)
    return says_whether(label) or group is not None
