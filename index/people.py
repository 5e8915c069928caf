"""Names in minutes: who was there, as what, and who presented, asked or spoke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.minutes import Attendance, Person

RANK = (
    r"(?:Cllrs?|Councillors?|County Cllr|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|"
    r"Revd?|Canon|Imam|Hon|Rt Hon|PC|PCSO|Sgt|Insp(?:ector)?|Ch(?:ief)? Insp(?:ector)?|CI|Det|"
    r"DI|DS|(?:T/|D/)?Supt|Superintendent|Ch(?:ief)? Supt|Chief Superintendent|CS|ACC|DCC|T/ACC|CC|"
    r"DPCC|APCC|PCC|CFO|DCFO|AM|GM|Governor|Mayor|Alderman)"
)
WORD = r"(?:[A-Z][\w'’.-]*[\w.]|[A-Z]\.?|Mc\w+|O['’]\w+)"
PARTICLE = r"(?:al|AL|bin|da|de|del|der|di|du|la|le|van|von|y)"
NAME = rf"(?:{RANK}\.?\s+)*{WORD}(?:\s+(?:{PARTICLE}\s+)?{WORD}){{0,4}}"
NAMES = re.compile(NAME)
NAME_AND_ROLE = re.compile(rf"(?P<name>{NAME})\s*\((?P<role>[^()]*(?:\([^()]*\)[^()]*)*)\)")
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
        r"|(?:board|panel)?\s*members?|board|panel|officers|councillors|online|"
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
LABEL_END = re.compile(r"^(?P<label>[^:–—]{2,40}?)\s*(?::|\s[–—-]\s|$)\s*")
SEPARATOR = re.compile(r";\s*|\s*•\s*|\s/\s|(?<=\))\.?,?\s+(?=[A-Z])|\s*,\s+(?=" + NAME + r"\s*\()")


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
        if text[start : match.start()].strip() and _balanced(text[start : match.start()]):
            yield start, match.start()
            start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def read_person(entry: str, attendance: Attendance) -> Person | None:
    """Read one entry of an attendance list: "Name (Role)", "Name : Role", "Name, Role"."""
    entry = entry[label_length(entry) :] if attendance_label(entry) else entry
    match = NAME_AND_ROLE.match(entry.strip())
    if match:
        return Person(_tidy(match["name"]), match["role"].strip(), attendance)
    name, _, role = re.sub(r"\s+:\s+|\s+[–—-]\s+|:\s+", ",", entry.strip(), count=1).partition(",")
    if NAMES.fullmatch(name.strip()) and len(name.split()) > 1:
        return Person(_tidy(name), role.strip(" .,"), attendance)
    return None


def read_people(entries: Iterable[tuple[str, Attendance]]) -> tuple[Person, ...]:
    """Read attendance entries; a name that comes again is kept once."""
    people: dict[str, Person] = {}
    for entry, attendance in entries:
        person = read_person(entry, attendance)
        if person is not None:
            people.setdefault(person.name.casefold(), person)
    return tuple(people.values())


def names_in(text: str) -> tuple[str, ...]:
    """Names joined by commas and "and", as after "Presented by:"."""
    parts = re.split(r"\s*(?:;|\band\b|&)\s*", text)
    names = [part.split(",")[0].strip(" .") for part in parts]
    return tuple(name for name in names if NAMES.fullmatch(name))


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")


def _tidy(name: str) -> str:
    """A surname in capitals as one writes it: "Simon FOSTER" is Simon Foster."""
    words = [
        word.title() if len(word.strip(".")) > 1 and word.isupper() and position else word
        for position, word in enumerate(name.split())
    ]
    return re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), " ".join(words))
