"""The entries of an attendance list: where each begins, and the person it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index.minutes import Attendance, Person
from index.names import (
    OTHER_WORDS,
    RANK,
    RANKS,
    UPPER,
    clean_length,
    is_initials,
    is_person,
    tidy,
)

BOUNDARY = re.compile(
    rf"""(?P<hard>\s*[;•]\s*|\s+[*/]\s+|\s*//\s*)|(?P<comma>\s*,\s*(?:and\s+)?)
    |(?P<and>\s+(?:and|&|agus|a)\s+(?=[{UPPER}]))|(?P<stop>\.\s+(?=[{UPPER}]))
    |(?P<close>(?<=[)])\s*(?=[{UPPER}]))|(?P<chair>(?<=(?i:in\ the\ chair))\s+(?=[{UPPER}]))
    |(?P<rank>(?<=\w)\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?\s+[{UPPER}]))""",
    re.VERBOSE,
)
ABBREVIATED = re.compile(
    rf"(?:\b(?:{RANK}(?<!lrs)(?<!lors)|Lt|No|St|Dept|Asst|[{UPPER}]|[{UPPER}]\.[{UPPER}]))$"
)
BRACKETED = re.compile(r"[\s,]*[([](?P<inside>(?:[^()[\]]|[([][^()[\]]*[)\]])*)[)\]]")
# When and how somebody took part, rather than as what.
MODE = re.compile(
    r"(?:from|until|till|to) (?:[\d.:]+|item|part|about)|(?:for|on) (?:items?|minutes?|paras?|agenda|"
    r"part|the (?:first|last|item)|\w+/\d+)\b|(?:all |both )?(?:items?|minutes?|paras?) (?:\d|[A-Z]\b|only)|"
    r"via |by (?:phone|tele|video|zoom|teams|skype|invitation|webex|conference)|"
    r"join(?:ed|ing)\b|left\b|leaving|arriv\w+|part\b|late\b|part[- ]time$|"
    r"(?:on)?line\b|on(?: |-)line|remote|virtual(?:ly)?$|(?:on |ms )?teams\b|zoom\b|telephone|phon\w+ in|"
    r"dial\w*[ -]in|in person|first item|part of|attended|present\b|video|expected|may come",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\W*(?:plus,? |and |approximately |about |c\. ?)?(?:\d+|an?|no(?:ne|body|t)?|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|several|vacan\w+|there were|members? of the (?:public|press))\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|all|other) [a-z]|all "
)
MISSING = re.compile(r"[\s(–—-]*\b(?:apologies|absent|not present)\b", re.IGNORECASE)
LATE = re.compile(r"(?:arriv\w+ |joined )?late\b", re.IGNORECASE)
NO_ROLE = re.compile(
    r"(?:who|which|gave|sent|had|has|having|is|was|were|will|no substitute|see|also|left|but|as)\b"
)
RUNS_ON = re.compile(
    r"(?:for|taking|in the chair|chairing|representing|deputising|on behalf)\b|"
    r"(?:late|online|remotely|via|by)\b|(?:from|until|to|on) (?:\d|item|about|part)"
)
# What somebody said, in a transcript: "Ada Hull: I let out two flats."
SPOKEN = re.compile(r"\s*:\s*(?:\S+\s+){3,}.*[.?!…]\s*$", re.DOTALL)
SET_OFF = re.compile(r"\s*(?:,|:|\.(?=\s|$)|[-–—])[\s,]*|\s*$")
LED_BY = re.compile(
    r"^(?:and |& )?(?:(?:none |apologies |regrets )?from )?(?:[Ff]or (?:items?|minutes?) [\d, -]+)?(?=[A-Z])"
)
SEVERAL = re.compile(r"^(?:Cllrs|Councillors|Deputies|Senators|Messrs|Comhairleoirí)\.?\s+")
RECORDED_BY = re.compile(
    r"^(?P<role>(?:minutes|notes?|record)(?: taken)?)(?: by)?:?\s+(?=[A-Z])", re.I
)
# A first name or surname alone, with what the person is: "Mel, parent representative".
SINGLE = re.compile(
    rf"^(?P<name>[{UPPER}][\w'’-]*[a-z])(?:,\s+(?=[a-z])|\s*\()(?P<role>[\w'’ /&-]*\b(?i:representative|rep|"
    r"member|parent|pupil|student|resident|tenant|volunteer|chair(?:man|woman)?|clerk|secretary|"
    r"treasurer|officer|director|manager|leader|adviser))\b"
)
SURNAME = re.compile(rf"(?P<name>[{UPPER}][\w'’-]*[a-z])(?:\s*\((?P<role>[^()]*)\))?")


def entry_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each entry of a list that runs on in one text."""
    start, closed = 0, _inside_brackets(text)
    only_names = _only_names(text)
    for match in BOUNDARY.finditer(text):
        if match.start() in closed or match.start() < start:
            continue
        if _begins_entry(text[start : match.start()], match, only_names):
            if text[start : match.start()].strip():
                yield start, match.start()
            start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def attendee_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each entry to show: names that "and" joins stay together."""
    start = None
    for (first, last), (following, _) in pairwise([*entry_spans(text), (len(text),) * 2]):
        start = first if start is None else start
        if not re.search(r"\w", text[last:following]):
            yield start, last
            start = None


def people_in(text: str, attendance: Attendance) -> list[Person]:
    """The people whom a list names."""
    people = []
    for entry in _entries(text):
        person = read_person(entry, attendance)
        people += _surnames(entry, attendance) or ([person] if person else [])
    return people


def read_person(entry: str, attendance: Attendance) -> Person | None:
    """Read an entry that names one person: "Name (Role)", "Name : Role" or "Name, Role"."""
    entry = SEVERAL.sub("", LED_BY.sub("", entry.strip(" \t*•·†")))
    match = SINGLE.match(entry)
    if match and match["name"].casefold() not in OTHER_WORDS:
        return Person(match["name"], match["role"], attendance)
    recorder = RECORDED_BY.match(entry)
    entry = entry[recorder.end() :] if recorder else entry
    length = clean_length(entry)
    name = entry[:length].rstrip(".")
    found = _role_of(name, entry[length:].removeprefix(".")) if length else None
    if found is None:
        return None
    role, initials = found
    if MISSING.search(entry, length) and not MISSING.search(role):
        attendance = Attendance.APOLOGIES
    elif attendance is Attendance.PRESENT and re.search(r"\bobserv(?:er|ing)\b", role, re.I):
        attendance = Attendance.OBSERVER
    elif attendance is Attendance.APOLOGIES and LATE.match(entry[length:].strip(" ,(")):
        attendance = Attendance.PRESENT
    return Person(tidy(name), role or (recorder["role"] if recorder else ""), attendance, initials)


def is_roll(text: str) -> bool:
    """Whether a text is nothing but a list of people, most of them read as such."""
    people = people_in(text, Attendance.PRESENT)
    return begins_with_person(text) and 2 * len(people) >= len(_entries(text))


def begins_with_person(text: str) -> bool:
    """Whether the first entry of a list names a person."""
    first = next(iter(_entries(text)), "")
    return read_person(first, Attendance.PRESENT) is not None


def _entries(text: str) -> list[str]:
    text = SEVERAL.sub("", text.strip(" *"))
    return [text[start:end] for start, end in entry_spans(text)]


def _role_of(name: str, rest: str) -> tuple[str, str] | None:
    """Role and initials in what follows a name; None where a sentence about the person does."""
    roles, initials = [], ""
    while match := BRACKETED.match(rest):
        inside, rest = match["inside"].strip(" ,"), rest[match.end() :]
        if is_initials(inside, name):
            initials = inside
        else:
            roles.append(_without_mode(inside))
    bracketed = bool(roles or initials)
    set_off = SET_OFF.match(rest)
    after = rest[set_off.end() :] if set_off else rest.strip()
    if SPOKEN.match(rest):
        return None
    if after and not set_off and not bracketed and not _may_follow(after):
        return None
    if set_off or not bracketed:
        roles.append(_without_mode(after))
    return ", ".join(role for role in roles if role), initials


def _may_follow(text: str) -> bool:
    """Whether words after a name without a comma may still belong to its entry."""
    return text[0].isupper() or bool(RUNS_ON.match(text))


def _without_mode(text: str) -> str:
    """A role without what is said of the day: "Minister - Apologies", "Clerk, until 8.15"."""
    text = re.split(r"(?<!No)\.\s+(?=[A-Z0-9])|;", text)[0]
    missing = MISSING.search(text)
    text = text[: missing.start()] if missing else text
    parts = re.split(r",\s*(?![^(]*\))|\s+[–—-]\s+(?=item|part|all\b|from|until|for item)", text)
    kept = []
    for part in parts:
        if NO_ROLE.match(part) or MODE.match(part) or OTHERS.match(part):
            break
        if part:
            kept.append(part.strip(" .–—-"))
    role = ", ".join(kept)
    return role if role.count("(") >= role.count(")") else role.rstrip(" )")


def _begins_entry(before: str, match: re.Match[str], only_names: bool) -> bool:
    """Whether what stands after a boundary is another entry rather than more of this one."""
    kind, following = match.lastgroup, match.string[match.end() :]
    if kind == "hard":
        return True
    if kind == "stop":
        return ABBREVIATED.search(before) is None
    length = clean_length(following)
    if not length or RANKS.fullmatch(before + " "):
        return False
    if kind in {"rank", "chair"}:
        return kind == "chair" or clean_length(before) > 0
    name, rest = following[:length], following[length:].lstrip(" .")
    if RANKS.match(name) or re.match(rf"(?:[{UPPER}]\.?\s)+[{UPPER}]", name):
        return True
    ends = not rest or rest[0] in ",;(–—-:" or bool(re.match(r"(?:and|&)\s", rest))
    if kind == "close" or not ends:
        return ends and kind == "close"
    return only_names or _continues_names(before, rest, kind)


def _continues_names(before: str, rest: str, kind: str | None) -> bool:
    """Whether a plain name after a comma or "and" is a person's rather than a role's."""
    if before.endswith(")"):
        return True
    bare = clean_length(before) == len(before)
    bracketed = BRACKETED.match(rest)
    own_role = bracketed is not None and not MODE.match(bracketed["inside"])
    return bare and (kind == "and" or own_role)


def _only_names(text: str) -> bool:
    """Whether a list holds names alone, at least three of them."""
    bare = re.split(r"\s[–—-]\s", re.sub(r"\([^()]*\)", "", text))[0].rstrip(" .;,")
    parts = [part.strip() for part in re.split(r"[;,]|\s(?:and|&)\s", bare) if part.strip()]
    names = [part for part in parts if is_person(part) and len(part.split()) < 5]
    return len(parts) > 2 and len(names) > 0.8 * len(parts)


def _surnames(text: str, attendance: Attendance) -> list[Person]:
    """Three or more surnames alone: "Hull (Chair), Marsh and Finch"."""
    people = []
    for part in re.split(r"[,;.]\s*|\s+and\s+", text):
        match = SURNAME.fullmatch(part.strip())
        if match and match["name"].casefold() not in OTHER_WORDS:
            people.append(Person(match["name"], match["role"] or "", attendance))
    return people if len(people) > 2 else []


def _inside_brackets(text: str) -> set[int]:
    """The positions between brackets that are closed again."""
    inside: set[int] = set()
    opened: list[int] = []
    for at, letter in enumerate(text):
        if letter in "([":
            opened.append(at)
        elif letter in ")]" and opened:
            inside |= set(range(opened.pop() + 1, at + 1))
    return inside
