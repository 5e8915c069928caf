"""Names in minutes: who was there, as what, and who presented, asked or spoke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.minutes import Attendance, Person

RANK = (
    r"(?:Cllrs?|Councillors?|County Cllr|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|"
    r"(?:Deputy |Assistant )?Ch(?:ief)? Cons(?:table)?|"
    r"Revd?|Canon|Imam|Hon|Rt Hon|PC|PCSO|Sgt|Insp(?:ector)?|Ch(?:ief)? Insp(?:ector)?|CI|Det|"
    r"DI|DS|(?:T/|D/)?Supt|Superintendent|Ch(?:ief)? Supt|Chief Superintendent|CS|ACC|DCC|T/ACC|CC|"
    r"DPCC|APCC|PCC|CFO|DCFO|AM|GM|Governor|Mayor|Alderman)"
)
WORD = r"(?:[A-Z][\w'’.-]*[\w.]|[A-Z]\.?|Mc\w+|O['’]\w+)"
PARTICLE = r"(?:al|AL|bin|da|de|del|der|di|du|la|le|van|von|y)"
NAME = rf"(?:{RANK}\.?\s+)*{WORD}(?:\s+(?:{PARTICLE}\s+)?{WORD}){{0,4}}"
NAMES = re.compile(NAME)
NAME_AND_ROLE = re.compile(rf"(?P<name>{NAME})\s*\((?P<role>[^()]*(?:\([^()]*\)[^()]*)*)\)")
# Names that are surely a person's: after a rank or an initial.
PERSONAL = re.compile(rf"{RANK}\.?\s+{WORD}|(?:[A-Z](?:\.\s?|\s)){{1,3}}[A-Z][\w'’-]+")
APART = re.compile(r"(?:,\s*(?:and\s+)?|;\s*|\s+and\s+)(?![^(]*\))")
RANK_OF_SEVERAL = re.compile(r"^(?:Cllrs|Councillors)\s+")
NOT_A_PERSON = re.compile(
    r"\b(?:Officers?|Director|Manager|Head|Lead|Members?|Cllr|Councillor|Secretary|Clerk|Council|"
    r"Authority|Trust|Board|Committee|Panel|Forum|Association|Office|Service|Police|Justice|Audit)$"
)
RECEIVED_FROM = re.compile(r"^.{0,20}\bapologies\b.{0,40}?\bfrom\s+", re.IGNORECASE)
QUALIFICATIONS = frozenset("CPFA OBE MBE CBE QPM JP DL MP KC QC".split())
LABELS = {
    Attendance.APOLOGIES: re.compile(
        r"(?:apologies|apols|absent|not present|not here|sorry|could not come|not able to join|"
        r"unable to attend|sent (?:word|regrets|apologies))\b.*",
        re.IGNORECASE,
    ),
    Attendance.OBSERVER: re.compile(
        r"observers?|observing|also (?:present|attending|in attendance)|also|visitors?|public|"
        r"members of the public|guests",
        re.IGNORECASE,
    ),
    Attendance.PRESENT: re.compile(
        r"(?:attendees|attendance|attended|(?:those |also )?in attendance|"
        r"(?:members |those |cllrs |councillors )?present|part attendance|in the room|"
        r"round the table|who was there|"
        r"taking part|on the call|specified authorities attending|relevant authorities)\b.*"
        r"|(?:board|panel)?\s*members?|board|panel|officers(?: and guests)?|councillors|online|"
        r"(?:(?:independent |vice-)?chair(?:man|woman)?)|in the chair|participants|invitees|"
        r"(?:for |from )?the force|force|there|opcc|clerk|staff|statutory|community|secretariat|"
        r"cabinet(?: member)?|facilitator|note[ -]?taker|notes?(?: by| taker)?|minutes by|"
        r"log keeper|from the .{3,30} office",
        re.IGNORECASE,
    ),
}
TITLE = re.compile(
    r"^(?:attendance|attendees|present|in attendance|who was there|those present|apologies)\b", re.I
)
LABEL_END = re.compile(r"^(?P<label>[^:–—]{2,40}?)\s*(?::|\s[–—-]\s|\.{4,}|$)\s*")
SEPARATOR = re.compile(
    r";\s*|\s*•\s*|\s/\s|(?<=\))\.?,?\s+(?=[A-Z])|\s*,\s+(?=(?P<next>" + NAME + r")\s*\()"
    r"|\.?\s+(?=(?:Apologies|Clerk|In attendance|Also present|Observers?)\s*:)"
)


def attendance_label(text: str) -> Attendance | None:
    """As what the people after a label such as "Apologies:" are named; None for other text."""
    match = LABEL_END.match(text)
    if match is None:
        return None
    label = match["label"].strip("* .")
    for attendance, pattern in LABELS.items():
        if pattern.fullmatch(label):
            return attendance
    return None


def is_attendance_title(title: str) -> bool:
    """Whether an agenda item of this title lists who was there."""
    return TITLE.match(title) is not None


def label_length(text: str) -> int:
    """How many characters at the start are the attendance label and its colon."""
    match = LABEL_END.match(text)
    return match.end() if match else 0


def attendee_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each entry of an attendance list that runs on in one paragraph."""
    start = 0
    for match in SEPARATOR.finditer(text):
        entry, following = text[start : match.start()], match["next"]
        if entry.strip() and _balanced(entry) and (not following or _is_person(following)):
            yield start, match.start()
            start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def read_people(entries: Iterable[tuple[str, Attendance]]) -> tuple[Person, ...]:
    """Read attendance entries; a name that comes again is kept once."""
    people: dict[str, Person] = {}
    for entry, attendance in entries:
        for person in people_in(entry, attendance):
            people.setdefault(person.name.casefold(), person)
    return tuple(people.values())


def people_in(entry: str, attendance: Attendance) -> list[Person]:
    """Read one entry: a person, a list of names, or "Apologies were received from Name"."""
    labelled = attendance_label(entry) or "...." in entry
    entry = entry[label_length(entry) :] if labelled else entry
    parts = _separate_names(RECEIVED_FROM.sub("", entry.strip()))
    people = (read_person(part, attendance) for part in parts)
    return [person for person in people if person is not None]


def read_person(entry: str, attendance: Attendance) -> Person | None:
    """Read an entry that names one person: "Name (Role)", "Name : Role" or "Name, Role"."""
    entry = RANK_OF_SEVERAL.sub("", entry.strip())
    if match := NAME_AND_ROLE.match(entry):
        return _person(match["name"], match["role"], attendance)
    name, _, role = re.sub(r"\s+:\s+|\s+[–—-]\s+|:\s+", ",", entry, count=1).partition(",")
    name = name.strip().removesuffix(".")
    if NAMES.fullmatch(name) and len(name.split()) > 1:
        return _person(name, role, attendance)
    return None


def names_in(text: str) -> tuple[str, ...]:
    """Names joined by commas and "and", as after "Presented by:"."""
    parts = re.split(r"\s*(?:;|\band\b|&)\s*", text)
    names = [part.split(",")[0].strip(" .") for part in parts]
    return tuple(name for name in names if NAMES.fullmatch(name))


def _separate_names(entry: str) -> Iterator[str]:
    """Cut where another name begins; a post or an organisation stays with the name before it."""
    parts = APART.split(entry)
    only_names = len(parts) > 2 and all(_is_plain_name(part) for part in parts)
    start = 0
    for match in APART.finditer(entry):
        if only_names or PERSONAL.match(entry, match.end()):
            yield entry[start : match.start()]
            start = match.end()
    yield entry[start:]


def _is_plain_name(text: str) -> bool:
    """Whether a text is a first name and a surname, or a name with its rank."""
    two_words = len(text.split()) == 2 and NAMES.fullmatch(text) and _is_person(text)
    return bool(two_words or PERSONAL.match(text))


def _person(name: str, role: str, attendance: Attendance) -> Person | None:
    if NOT_A_PERSON.search(name):
        return None
    return Person(_tidy(name), role.strip(" .,"), attendance)


def _is_person(name: str) -> bool:
    """Whether words with capitals name a person rather than a post or an organisation."""
    return " " in name and not NOT_A_PERSON.search(name)


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")


def _tidy(name: str) -> str:
    """A surname in capitals as one writes it: "Simon FOSTER" is Simon Foster."""
    first, *others = name.split()
    words = [first, *(word.title() if _is_surname(word) else word for word in others)]
    return re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), " ".join(words))


def _is_surname(word: str) -> bool:
    """Whether a word in capitals is a name rather than an initial or a qualification."""
    return word.isupper() and len(word.strip(".")) > 1 and word not in QUALIFICATIONS
