"""One entry of an attendance list: the person it names, as what, and how they took part."""

from __future__ import annotations

import re

from index.capitals import tidy
from index.minutes import Attendance, Person
from index.names import OTHER_WORDS, UPPER, clean_length, is_initials
from index.office_first import with_office_last
from index.offices import SEVERAL_RANKS

BRACKETED = re.compile(r"[\s,]*[([](?P<inside>(?:[^()[\]]|[([][^()[\]]*[)\]])*)[)\]]")
# When and how somebody took part, rather than as what.
MODE = re.compile(
    r"(?:from|until|till|to) (?:[\d.:]+|item|part|about)|(?:for|on) (?:items?|minutes?|paras?|"
    r"agenda|"
    r"part|the (?:first|last|item)|\w+/\d+)\b|(?:all |both )?(?:items?|minutes?|paras?) (?:\d|"
    r"[A-Z]\b|only)|"
    r"via |by (?:phone|tele|video|zoom|teams|skype|invitation|webex|conference)|"
    r"join(?:ed|ing)\b|left\b|leaving|arriv\w+|part\b|late\b|part[- ]time$|"
    r"(?:on)?line\b|on(?: |-)line|remote|virtual(?:ly)?$|(?:on |ms )?teams\b|zoom\b|telephone|"
    r"phon\w+ in|"
    r"dial\w*[ -]in|in person|first item|part of|attended|present\b|video|expected|may come",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|all|other) [a-z]|all "
)
# "Ada Hull and 4 members of the public".
AND_OTHERS = re.compile(
    r",?\s(?:(?:and|&|plus)\s+(?:(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"several)\s+[a-z].*|the (?i:clerk)\.?)|(?:together|along) with\s+(?:\d+|an?|the)\s.*)$"
)
MISSING = re.compile(r"[\s(–—-]*\b(?:apologies|absent|not present)\b", re.IGNORECASE)
LATE = re.compile(r"(?:arriv\w+ |joined )?late\b", re.IGNORECASE)
NO_ROLE = re.compile(
    r"(?:\d+|for whom|who|which|gave|sent|had|has|having|is|was|were|will|no substitute|see|also|"
    r"left|but|as)\b"
)
RUNS_ON = re.compile(
    r"(?:for|taking|in the [Cc]hair|chairing|representing|deputising|on behalf)\b|"
    r"(?:late|online|remotely|via|by)\b|(?:from|until|to|on) (?:\d|item|about|part)"
)
# What somebody said, in a transcript: "Ada Hull: I let out two flats."
SPOKEN = re.compile(r"\s*:\s*(?:\S+\s+){3}.*[.?!…]\s*$", re.DOTALL)
# A sentence to or about the person: "Ada Hull, I rule that …", "Ada Hull, Clerk, was asked to …".
SENTENCE = re.compile(
    r",\s+(?:I|we|you|it|please|thank you)\s(?:\S+\s+){2}|"
    r".*?,\s+(?:was|is|had|has)\s(?:\S+\s+){5}.*\.\s*$|"
    r".*?,\s+(?:explained|said|asked|advised|reported|told|thanked|welcomed|outlined|stated|"
    r"informed|introduced|presented|confirmed|highlighted|congratulated)\s(?:\S+\s+){5}"
)
SET_OFF = re.compile(r"\s*(?:,|:|\.(?=\s|$)|[-–—])[\s,]*|\s*$")
LED_BY = re.compile(
    r"^(?:and |& )?(?:(?:none |apologies |regrets |(?:(?:were |was |(?:has|have|had) been )?"
    r"(?:received|noted|accepted|sent) ))?(?:from|by) )?(?:[Ff]or (?:items?|"
    r"minutes?) [\d, -]+)?(?=[A-Z])"
)
SEVERAL = re.compile(
    rf"^(?:(?:(?:The )?Hon(?:ou?rable|\.)? )?(?:County |City |Town |Borough )?{SEVERAL_RANKS}|"
    r"Messrs)\.?\s+"
)
# What somebody is called where they work together: "Ada Hull @ahull".
HANDLE = re.compile(r"\s+\(?@[\w-]+\)?")
RECORDED_BY = re.compile(
    r"^(?P<role>(?:minutes|notes?|record)(?: taken)?)(?: by)?:?\s+(?!of\b)(?=[A-Z])", re.I
)
# Where a role ends: at a stop that shortens no word ("Asst. Planner"), and before a label.
ENDED = re.compile(
    r"(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})\.\s+(?=[A-Z0-9])|;|"
    r"\s+[A-Z]\w+(?: \w+)?:\s"
)
# A first name or surname alone, with what the person is: "Mel, parent representative".
SINGLE = re.compile(
    rf"^(?P<name>[{UPPER}][\w'’-]*[a-z])(?:,\s+(?=[a-z])|"
    rf"\s*\()(?P<role>[\w'’ /&-]*\b(?i:representative|rep|"
    r"member|parent|pupil|student|resident|tenant|volunteer|chair(?:man|woman)?|clerk|secretary|"
    r"treasurer|officer|director|manager|leader|adviser))\b"
)


def read_person(entry: str, attendance: Attendance) -> Person | None:
    """Read an entry that names one person: "Name (Role)", "Name : Role" or "Name, Role"."""
    entry = re.sub(r"[,\s]+(?:and|&)$", "", AND_OTHERS.sub("", entry.strip(" \t*+#^•·†")))
    entry = SEVERAL.sub("", LED_BY.sub("", HANDLE.sub("", entry)))
    entry = with_office_last(entry)
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


def _role_of(name: str, rest: str) -> tuple[str, str] | None:
    """Role and initials in what follows a name; None where a sentence about the person does."""
    roles, initials = [], ""
    short = re.match(r"\s+([A-Z]\w{1,3})(?=[\s,(]|$)", rest)
    if short and is_initials(short[1], name):
        initials, rest = short[1], rest[short.end() :]
    while match := BRACKETED.match(rest):
        inside, rest = match["inside"].strip(" ,"), rest[match.end() :]
        if is_initials(inside, name):
            initials = inside
        else:
            roles.append(_without_mode(inside))
    set_off = SET_OFF.match(rest)
    after = rest[set_off.end() :] if set_off else rest.strip()
    if SPOKEN.match(rest) or SENTENCE.match(rest):
        return None
    if after and not set_off and not roles and not _may_follow(after):
        return None
    if set_off or not roles:
        roles.append(_without_mode(after))
    return ", ".join(role for role in roles if role), initials


def _may_follow(text: str) -> bool:
    """Whether words after a name without a comma may still belong to its entry."""
    return text[0].isupper() or bool(RUNS_ON.match(text))


def _without_mode(text: str) -> str:
    """A role without what is said of the day: "Minister - Apologies", "Clerk, until 8.15"."""
    text = ENDED.split(text)[0]
    missing = MISSING.search(text)
    text = text[: missing.start()] if missing else text
    parts = re.split(r",\s*(?![^(]*\))|\s+[–—-]\s+(?=item|part|all\b|from|until|for item)", text)
    kept = []
    for part in parts:
        if NO_ROLE.match(part) or MODE.match(part) or OTHERS.match(part):
            break
        if part:
            kept.append(part.strip(" .–—-"))
    role = re.sub(r"\s*\(\d+\)$", "", ", ".join(kept))
    return role if role.count("(") >= role.count(")") else role.rstrip(" )")
