"""Stretches of a line at the top of minutes that may be the name of the body that met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.body_words import BODIES, KIND_OF_DOCUMENT, KIND_OF_SITTING, ORDINAL
from index.dates import MONTH, days_in

# "Eskmarsh City Council Planning Committee": the council comes first, then its committee.
COMMITTEE_OF = re.compile(
    r"^(?!(?:community|parish|town|city|county|borough|district|full) council)"
    r"(?P<organisation>(?:\S+ ){1,6}(?:Council|Authority|Trust|Borough)) "
    r"(?P<name>(?:\S+ ){1,9}\S*(?:Board|Committee|Panel|Cabinet|Forum|Group|Commission))$",
    re.IGNORECASE,
)
NAMED_AFTER = re.compile(
    r".*\b(?:meeting|minutes|notes?|proceedings)\s+of\s+(?:an?\s+)?(?:the\s+)?"
    r"(?P<name>[^,:|]*?\b(?:board|committee|panel|council|group|forum|trust|authority|cabinet|"
    r"court|district|senate|assembly|association|partnership|governors|commission|parish meeting|"
    r"society|club|union|institute|foundation|church)\b"
    rf"[^,:|]*?)(?=\s+(?:(?:{KIND_OF_SITTING})\s+)*(?:held|on|meeting|minutes)\b|[,:|]|$)",
    re.IGNORECASE,
)
# "The Committee on Parks, of the Council, met in private at 10.30 …"; no pronoun or clause.
MET = re.compile(
    r"^(?:The )?(?P<name>(?!(?:The|This|These|It|They|We|Members)\b)[A-Z][^:;.]*?)"
    r"(?:, (?:of|in) .*?)?,? (?:met|convened|assembled) "
    r"(?:in|at|on|by|for|from|via|virtually|remotely|[\"“'‘(])",
)
# "Minutes of 11 December 2024 Board Meeting".
AFTER_DATE = re.compile(r"\b(?:19|20)\d\d (?P<name>[A-Z][^,:|\d]*?) meeting\b", re.IGNORECASE)
# "Joint Committee on Agriculture, Food and the Marine": commas are part of the name.
CONCERNED = re.compile(
    r"^(?!.*\b(?:held|minutes|meeting)\b)(?:[^,:|\s]+ )*(?:board|committee|panel|group|forum|"
    r"commission) (?:on|for) [^,:|]+(?:, [^,:|]+)*,? (?:and|&) [^,:|]+?(?=\s-\s|$)",
    re.IGNORECASE,
)
# Where such a name begins on a line that has it in another language first.
CHARGED = re.compile(
    r"\b(?:(?:joint|select|standing|special) )+(?:sub-?)?committee (?:on|for)\b", re.IGNORECASE
)
# Signs beside a name; "Orlby (Without) and Marsh" goes on after its bracket.
SIGNS = re.compile(
    r":(?=\s|$)|[|–—•·]|\s-\s|\s{3,}|\((?!\w+\) (?:and|with) [A-Z]|"
    r"[A-Z]{2,6}\) (?:[A-Z]\w+ ){0,2}(?i:board|committee|panel|group|forum)\b)"
)
# A comma before the last part of "Culture, Sport and Media Committee" is part of the name.
LISTED = re.compile(
    r"\s*[A-Z][^,]*(?:, [A-Z][^,]*)+ (?i:and|&) [A-Z][^,]* "
    r"(?i:committee|board|panel|forum|commission|commissioner|partnership)\b"
)
# A heading, a room or a picture rather than a body: "Select Committee Report", "Committee Room 4".
NO_BODY = re.compile(r"\b(?:reports?|rooms?(?: [\d-]+)?|logo|crest|banner)$", re.IGNORECASE)
# How far a document may be passed on, as printed beside the name.
MARKING = re.compile(r"\s+(?:OPEN|PUBLIC|OFFICIAL(?:[ -]SENSITIVE)?|UNCLASSIFIED|RESTRICTED)$")
SITTING = re.compile(
    rf"\s*\b(?:(?:{ORDINAL}|{KIND_OF_SITTING}|{MONTH})\s*)*"
    r"(?<!parish )(?:(?:meeting|session|sitting|teleconference|telecon|conference call)s?|"
    r"A\.?G\.?M)\b.*$",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"^(?:(?i:these are|draft|confirmed|unconfirmed|approved)\s+)?"
    rf"(?:(?i:{MONTH})\s+\d{{4}}\s+)?"
    rf"(?:(?:[\d.]+\s+)?(?i:date\s+(?=of\b)))?(?:(?i:of|from|for)\s+(?i:the\s+)?)?(?:an?\s+)?(?:the\s+)?(?:{ORDINAL}\s+)?"
    r"(?:(?i:extra-?ordinary|ordinary|statutory|special(?= meeting)|annual(?= meeting))\s+)*"
    r"(?:meeting\s+of\s+)?(?:[Tt]he\s+(?=[A-Z]))?"
    # The staff of a house of parliament, who publish its minutes.
    r"(?:Department of the\s+(?=(?:Senate|House|Legislative|Parliament)\b))?"
)
# "Annual" and the like in "Orlby Annual Parish Council Meeting" say which sitting it was.
WITHIN = re.compile(
    r"\b(?:annual|ordinary|extra-?ordinary|special)\s+(?=(?:\w+\s+)?council$)", re.IGNORECASE
)
TRAILING = re.compile(
    rf"\s+(?:{ORDINAL}|relating to .+|of|for|the|on|held|met|was|its|their|no\.?|\d+|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)$",
    re.IGNORECASE,
)
# Where the meeting was rather than whose it was.
PLACE = re.compile(
    r"\b(?:room|chambers?(?! of)|offices|floor|street|square|road|lane|walk|avenue|terrace|"
    r"crescent|house|hall|suite|hotel|"
    r"buildings?)\b|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|^(?:venue|where|place|location|held|present|attend\w+|"
    r"apologies|in attendance|chair\w*|clerk|cllrs?|councillors?(?!['’])|members?|"
    r"(?:no\. )?items?)\b",
    re.IGNORECASE,
)
# "Committee: Boats", "Name of Committee Boats Panel".
NAME_LABEL = re.compile(
    r"^(?:\w+:\s+|(?:name|title) of (?:the )?(?:committee|board|body|group|meeting)\b:?\s*)",
    re.IGNORECASE,
)
# A number that counts an item: "PL21/081 Present".
COUNTED = re.compile(r"\S*\d/\d")
SMALL = frozenset("& a an and as at by for from in into of on or the to with".split())
LONGEST = 12  # Words of a body's name; more are a sentence.
CHARGED_LONGEST = 18  # Of one that says with what a committee is charged.


def name_that_met(line: str) -> str:
    """The body of which a line says that it met; empty where none of several words is said to."""
    match = MET.match(line)
    name = next(_cleaned(match["name"]), "") if match else ""
    return name if " " in name and any(words.search(name) for words in BODIES) else ""


def names_in(line: str) -> Iterator[str]:
    """Stretches of a header line that may be a body's name."""
    line = NAME_LABEL.sub("", line)
    if match := CONCERNED.match(line):
        name = KIND_OF_DOCUMENT.split(match[0])[0]
        charged = CHARGED.search(name) if len(name.split()) > LONGEST else None
        yield from _cleaned(name[charged.start() :], CHARGED_LONGEST) if charged else _cleaned(name)
        return
    if match := NAMED_AFTER.search(line):
        name = _beside_date(match["name"])
        yield from _cleaned(name.title() if name.islower() else name)
    if match := AFTER_DATE.search(line):
        yield from _cleaned(match["name"])
    for part in _parts(line):
        for piece in KIND_OF_DOCUMENT.split(_beside_date(part)):
            if piece:
                yield from _cleaned(piece)


def _parts(line: str) -> Iterator[str]:
    """A line cut at its signs; at commas unless these are part of a name."""
    for part in SIGNS.split(line):
        yield from [part] if LISTED.match(part) else part.split(",")


def _cleaned(text: str, longest: int = LONGEST) -> Iterator[str]:
    """A stretch as a name, or as an organisation's and its committee's; none where it is none."""
    name = LEADING.sub("", LEADING.sub("", MARKING.sub("", text.strip(" -–—:.,)'\""))))
    sitting = SITTING.search(name)
    if sitting and not _names_meeting(name[: sitting.start()], sitting[0]):
        name = name[: sitting.start()]
    while match := TRAILING.search(name):
        name = name[: match.start()]
    name = WITHIN.sub("", name.strip(" -–—:.,'’"))
    if (
        not (words := name.split())
        or not name[0].isupper()
        or COUNTED.match(name)
        or len(words) > longest
        or words[-1].lower() in SMALL
        or words[0].lower() == "and"
        or NO_BODY.search(name)
    ):
        return
    named = any(body.search(name) for body in BODIES) and not PLACE.fullmatch(words[-1])
    if PLACE.search(name) and not named:
        return
    if match := COMMITTEE_OF.match(name):
        yield match["organisation"]
        name = match["name"]
    yield name


def _names_meeting(before: str, sitting: str) -> bool:
    """Whether "meeting" ends the name itself: "Performance and Accountability Meeting"."""
    plain = re.fullmatch(r"\s*meeting", sitting, re.IGNORECASE) is not None
    several = len([word for word in before.split() if word.lower() not in SMALL]) > 1
    return plain and several and not any(words.search(before) for words in BODIES)


def _beside_date(text: str) -> str:
    """A stretch up to its date, or what comes after one that it begins with."""
    days = days_in(text)
    if not days:
        return text
    if not text[: days[0].start].strip():
        return text[days[0].end :]
    return re.sub(r"\s+\w+day$", "", text[: days[0].start].rstrip(" ,"), flags=re.IGNORECASE)
