"""The name of the body that met, as the lines at the top of its minutes print it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from index.dates import days_in

# Words that a body's name ends in, the closest to the meeting first.
BODIES = (
    re.compile(
        r"\b(?:board|committee|sub-?committee|panel|cabinet|forum|working party|"
        r"(?<!commissioning )group|governing body|commission|taskforce|task force|"
        r"municipal district)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:partnership|assembly|authority|council|trust|meeting|governors|trustees|senate|"
        r"parliament|court|association|federation)\b",
        re.IGNORECASE,
    ),
)
ORGANISATION = re.compile(
    r"\b(?:partnership|assembly|authority|council|trust|school|college|university|office|borough|"
    r"opcc|parliament|bank|association|federation|commissioning group)\b",
    re.IGNORECASE,
)
# "Eskmarsh City Council Planning Committee": the council comes first, then its committee.
COMMITTEE_OF = re.compile(
    r"^(?P<organisation>(?:\S+ ){1,6}(?:Council|Authority|Trust|Borough)) "
    r"(?P<name>(?:\S+ ){1,9}\S*(?:Board|Committee|Panel|Cabinet|Forum|Group|Commission))$",
    re.IGNORECASE,
)
NAMED_AFTER = re.compile(
    r".*\b(?:meeting|minutes|notes?|proceedings)\s+of\s+(?:an?\s+)?(?:the\s+)?"
    r"(?P<name>[^,:|]*?\b(?:board|committee|panel|council|group|forum|trust|authority|cabinet|"
    r"court|district|senate|assembly|association|partnership|governors|commission|parish meeting)\b"
    r"[^,:|]*?)(?=\s+(?:held|on|meeting|minutes)\b|[,:|]|$)",
    re.IGNORECASE,
)
# "Minutes of 11 December 2024 Board Meeting".
AFTER_DATE = re.compile(r"\b(?:19|20)\d\d (?P<name>[A-Z][^,:|\d]*?) meeting\b", re.IGNORECASE)
# "Joint Committee on Agriculture, Food and the Marine": commas are part of the name.
CONCERNED = re.compile(
    r"^(?!.*\b(?:held|minutes|meeting)\b)(?:[^,:|\s]+ )*(?:board|committee|panel|group|forum|"
    r"commission) (?:on|for) [^,:|]+(?:, [^,:|]+)*,? (?:and|&) [^,:|]+$",
    re.IGNORECASE,
)
# A comma before the last part of "Culture, Sport and Media Committee" is part of the name.
LISTED = re.compile(
    r"\s*[A-Z][^,]*(?:, [A-Z][^,]*)+ (?:and|&) [A-Z][^,]* "
    r"(?i:committee|board|panel|forum)\b"
)
# How far a document may be passed on, as printed beside the name.
MARKING = re.compile(r"\s+(?:OPEN|PUBLIC|OFFICIAL(?:[ -]SENSITIVE)?|UNCLASSIFIED|RESTRICTED)$")
KIND_OF_DOCUMENT = re.compile(
    r"\b(?:(?:draft|confirmed|unconfirmed|approved|formal|concise)\s+)?"
    r"(?:minutes?|notes?(?: and actions)?|debate|"
    r"official report|report(?= of the\b.*\bmeeting)|record|summary|proceedings|transcript|"
    r"agenda|action (?:log|notes?))\b",
    re.IGNORECASE,
)
ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"\w+teenth|eleventh|twelfth|\w+tieth|twenty-\w+|thirty-\w+)"
)
SITTING = re.compile(
    rf"\s*\b(?:(?:{ORDINAL}|annual(?: general)?|ordinary|extra-?ordinary|special|statutory|monthly|"
    r"quarterly|regular|full|open|public|inaugural|virtual|remote|spring|summer|autumn|winter)\s*)*"
    r"(?<!parish )(?:meeting|session|sitting)s?\b.*$",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"^(?:(?i:these are|draft|confirmed|unconfirmed|approved)\s+)?"
    rf"(?:(?i:of|from|for)\s+)?(?:an?\s+)?(?:the\s+)?(?:{ORDINAL}\s+)?"
    r"(?:(?i:extra-?ordinary|ordinary|statutory|special(?= meeting)|annual(?= meeting))\s+)*"
    r"(?:meeting\s+of\s+)?(?:the\s+(?=[A-Z]))?"
)
# "Annual" and the like in "Orlby Annual Parish Council Meeting" say which sitting it was.
WITHIN = re.compile(
    r"\b(?:annual|ordinary|extra-?ordinary|special)\s+(?=(?:\w+\s+)?council$)", re.IGNORECASE
)
TRAILING = re.compile(
    rf"\s+(?:{ORDINAL}|of|for|the|on|held|met|was|its|their|no\.?|\d+)$", re.IGNORECASE
)
# Where the meeting was rather than whose it was.
PLACE = re.compile(
    r"\b(?:room|chamber(?! of)|offices|floor|street|square|road|lane|house|hall|suite|hotel|"
    r"buildings?)\b|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|^(?:venue|where|place|location|held|present|attend\w+|"
    r"apologies|in attendance|chair\w*|clerk|members?|(?:no\. )?items?)\b",
    re.IGNORECASE,
)
# Labels of what is no name of a body.
LABEL = re.compile(
    r"(?:(?:meeting )?venue|where|place|location|held (?:at|in)|present|in attendance|apologies|"
    r"contact)\s*:",
    re.IGNORECASE,
)
SPACED = re.compile(r"\b(?:[A-Z] ){4,}[A-Z]\b")
SMALL = frozenset("& a an and as at by for from in into of on or the to with".split())
LONGEST = 12  # Words of a body's name; more are a sentence.


def body_named_in(header: Sequence[str]) -> str:
    """The name closest to the meeting, after that of its organisation where it is short.

    Empty where no name says by its words that it is a body's.
    """
    names = [name for line in _naming(header) for name in _names(closed_up(line))]
    names = [name for name in names if not any(_is_fuller(other, name) for other in names)]
    told = [name for name in names if _is_told(name)]
    for passed, words in product((told, ()), BODIES):
        named = [at for at, name in enumerate(names) if words.search(name) and name not in passed]
        named = [at for at in named if " " in names[at]] or named
        if named:
            before = [name for name in names[: named[0]] if ORGANISATION.search(name)]
            before = [name for name in before if name not in told]
            name = names[named[0]]
            parts = [*before[-1:], name] if _is_short(name) else [name]
            return ", ".join(map(_in_title_case, parts))
    return ""


def _naming(header: Sequence[str]) -> Iterator[str]:
    """The lines that may name the body: none with another label, or under one."""
    for above, line in pairwise(["", *header]):
        under = LABEL.fullmatch(above.strip())
        if not (under or LABEL.match(line)):
            yield line


def first_name_in(header: Sequence[str]) -> str:
    """The first name of several words, which may be a body's: "Eskmarsh Custody Visitors"."""
    names = (name for line in _naming(header) for name in _names(closed_up(line)))
    names = (name for name in names if not _is_told(name))
    return _in_title_case(next((name for name in names if " " in name), ""))


def body_called(header: Sequence[str], text: str) -> str:
    """The body of minutes that call it by initials: "27th ODUG meeting", in full where said."""
    calls = (
        re.search(
            rf"\b(?:{ORDINAL} )?(?P<initials>[A-Z]{{3,6}}) (?:[Mm]eeting|[Mm]inutes|[Nn]otes|"
            rf"[Aa]ttendees)",
            line,
        )
        for line in header
    )
    short = next((match["initials"] for match in calls if match), "")
    if not short:
        return ""
    full = r"\s+(?:(?:and|of|the|for|on)\s+)?".join(rf"{letter}[\w'’-]+" for letter in short)
    match = re.search(rf"\b{full}\b", text)
    return " ".join(match[0].split()) if match else short


def initials(body: str) -> str:
    """A short form of a body's name for ids: initials, or the one word of which it consists."""
    words = [word.lower() for word in re.findall(r"\w+", body) if word.lower() not in SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else "".join(words)


def closed_up(line: str) -> str:
    """A heading set letter by letter, as words: "M I N U T E S", "A U D I T B O A R D"."""
    return SPACED.sub(lambda match: _words_of(match[0].replace(" ", "")), line)


def _words_of(letters: str) -> str:
    """Letters closed up, cut before the word that names the body."""
    match = re.search(r"(?<=\w)(?:BOARD|COMMITTEE|PANEL|CABINET|FORUM|COUNCIL|GROUP)$", letters)
    return f"{letters[: match.start()]} {match[0]}" if match else letters


def _is_told(name: str) -> bool:
    """Whether words are part of a sentence: ordinary ones among them are written small."""
    return any(word[0].islower() and word not in SMALL for word in name.split())


def _is_fuller(name: str, other: str) -> bool:
    """Whether a name says which council "Full Council" is."""
    first, _, kind = other.casefold().rpartition(" ")
    return first == "full" and name.casefold().endswith(f" {kind}") and name != other


def _is_short(name: str) -> bool:
    return len([word for word in name.split() if word.lower() not in SMALL]) <= 3


def _names(line: str) -> Iterator[str]:
    """Stretches of a header line that may be a body's name."""
    line = re.sub(r"^\w+:\s+", "", line)
    if match := CONCERNED.match(line):
        yield from _cleaned(match[0])
        return
    if match := NAMED_AFTER.search(line):
        yield from _cleaned(_before_date(match["name"]))
    if match := AFTER_DATE.search(line):
        yield from _cleaned(match["name"])
    for part in _parts(line):
        for piece in KIND_OF_DOCUMENT.split(_before_date(part)):
            if piece:
                yield from _cleaned(piece)


def _parts(line: str) -> Iterator[str]:
    """A line cut at its signs; at commas unless these are part of a name."""
    for part in re.split(r"[:|–—•·]|\s-\s|\s{3,}|\(", line):
        yield from [part] if LISTED.match(part) else part.split(",")


def _cleaned(text: str) -> Iterator[str]:
    """A stretch as a name, or as an organisation's and its committee's; none where it is none."""
    name = LEADING.sub("", MARKING.sub("", text.strip(" -–—:.,)'\"")), count=1)
    sitting = SITTING.search(name)
    if sitting and not _names_meeting(name[: sitting.start()], sitting[0]):
        name = name[: sitting.start()]
    while match := TRAILING.search(name):
        name = name[: match.start()]
    name = WITHIN.sub("", name.strip(" -–—:.,"))
    words = name.split()
    if not words or not name[0].isupper() or len(words) > LONGEST or words[-1].lower() in SMALL:
        return
    if PLACE.search(name) and not (BODIES[0].search(name) or BODIES[1].match(words[-1])):
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


def _before_date(text: str) -> str:
    days = days_in(text)
    if not days:
        return text
    return re.sub(r"\s+\w+day$", "", text[: days[0].start].rstrip(" ,"), flags=re.IGNORECASE)


def _in_title_case(name: str) -> str:
    """A name set in capitals, as one writes it in a sentence; initials in brackets stay."""
    capitals = [word for word in name.split() if word.isupper() and len(word) > 2]
    acronym = name.isupper() and len(name) < 7 and " " not in name
    if acronym or (not name.isupper() and len(capitals) < 3):
        return name
    words = [_capitalized(word) if word.isupper() else word for word in name.split()]
    return " ".join([words[0][0].upper() + words[0][1:], *words[1:]])


def _capitalized(word: str) -> str:
    if word.lower() in SMALL:
        return word.lower()
    if not re.search("[AEIOUY]", word[1:]):
        return word  # Initials such as NHS or OPCC have no vowel after the first letter.
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda part: part[0].capitalize(), word)
