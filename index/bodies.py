"""The name of the body that met, as the lines at the top of its minutes print it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, product

from index.body_names import SMALL, name_that_met, names_in
from index.body_words import BODIES, KIND_OF_SITTING
from index.header_lines import HELD, naming_lines, registered_name, says_it_was_held
from index.names import is_person
from index.spaced import closed_up

ORGANISATION = re.compile(
    r"\b(?:partnership|assembly|authority|council|trust|school|college|university|office|borough|"
    r"opcc|parliament|bank|association|federation|commissioning group|society|"
    r"institute|club|limited|ltd)\b",
    re.IGNORECASE,
)
# Initials, or a name that begins with some: "ESKM", "OpenMARSH", "OSMarsh:UK".
INITIALS = r"(?:[A-Z]\.){3,6}|[A-Z]{3,6}|[A-Z]+[a-z]+[A-Z][\w:]*|[A-Z]{2,}[a-z:][\w:]*"
# A line of nothing but initials: no word, for want of vowels.
LETTERS = re.compile(r"(?P<initials>[A-Z][B-DF-HJ-NP-TV-Z]{2,4})")
SHORTENED = frozenset({"ST", "STS", "MT", "DR"})  # Words cut short, without a vowel.
# What somebody is on a body called by its initials: "TSC Vice-Chair", "member of the TSC".
MEMBER_OF = re.compile(
    r"\b(?P<initials>[A-Z]{2,6}) (?:(?:[Vv]ice|[Dd]eputy|[Cc]o)[ -]?)?"
    r"(?:[Cc]hair(?:man|woman|person)?|[Mm]embers?|[Ss]ecretary)\b"
)
# Entries of menus that are about bodies in general.
OF_A_MENU = re.compile(r"(?:your|our|about|council|committees?|home|meetings?) ", re.IGNORECASE)
GENERAL_MEETING = re.compile(
    r"\b(?:Annual|Extraordinary|Special) General Meeting\b|\b[AE]GM\b", re.IGNORECASE
)
# What a sentence has and no name.
VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|called)\b")


def body_named_in(header: Sequence[str]) -> str:
    """The name closest to the meeting, after that of its organisation where it is short.

    Empty where no name says by its words that it is a body's.
    """
    lines = [closed_up(line) for line in naming_lines(header)]
    names = [name for line in lines for name in names_in(line)]
    titles = [line for line in lines if says_it_was_held(line)]
    held = {name for line in titles for name in names_in(line) if not HELD.search(name)}
    met = next(filter(None, map(name_that_met, header)), "")
    plain = {name.casefold().removeprefix("the ") for name in names}
    fuller = any(met.casefold() in name for name in plain - {met.casefold()})
    if met and not fuller and not _is_told(met):
        return in_title_case(met)
    names = [
        name
        for name in names
        if not (VERB.search(name) or any(_is_fuller(other, name) for other in names))
    ]
    told = [name for name in names if _is_told(name)]
    for passed, words in product((told, ()), BODIES):
        named = [at for at, name in enumerate(names) if words.search(name) and name not in passed]
        named = [at for at in named if " " in names[at]] or named
        if named:
            at = next((at for at in named if names[at] in held), named[0])
            name = names[at]
            above = [other for other in names[:at] if not (other in told or _is_same(other, name))]
            before = list(filter(ORGANISATION.search, above)) or _beside(name, names, told)
            if name in told:  # The sentence goes on after the name: "Board opened".
                name = name[: [*words.finditer(name)][-1].end()]
            parts = [*before[-1:], name] if _is_short(name) else [name]
            return ", ".join(map(in_title_case, parts))
    return ""


def with_organisation(body: str, page_headers: Sequence[str]) -> str:
    """A short name after that of its organisation, which the pages may name at their top alone."""
    if not body or not _is_short(body) or ORGANISATION.search(body):
        return body
    names = (name for line in page_headers for name in names_in(line) if not _is_told(name))
    above = next((name for name in names if " " in name and ORGANISATION.search(name)), "")
    return f"{in_title_case(above)}, {body}" if above else body


def first_name_in(header: Sequence[str], among_people: bool = False) -> str:
    """The first name of several words, which may be a body's: "Eskmarsh Custody Visitors".

    One that may as well be a person's only ``among_people``.
    """
    lines = (HELD.split(closed_up(line))[0] for line in naming_lines(header))
    names = (name for line in lines for name in (registered_name(line), *names_in(line)))
    names = (name for name in names if not _is_told(name) and (among_people or not _is_other(name)))
    return in_title_case(next((name for name in names if " " in name), ""))


def body_called(header: Sequence[str], text: str) -> str:
    """The body of minutes that call it by initials: "27th ODUG meeting", in full where said."""
    calls = (
        re.search(
            rf"(?<!\S)(?!A\.?G\.?M|E\.?G\.?M)(?P<initials>{INITIALS}) (?:\d{{4}} )?"
            rf"(?:(?i:{KIND_OF_SITTING}) )*(?:AGM|"
            rf"[Mm]eeting|[Tt]ele(?:conference|con)|[Cc]all|[Mm]inutes|[Nn]otes|[Aa]ttendees)\b",
            line,
        )
        for line in header
    )
    alone = (match for line in header if (match := LETTERS.fullmatch(line.strip())))
    short = next((match["initials"] for match in (*calls, *alone) if match), "")
    if not short:
        return ""
    full = r"\s+(?:(?:and|of|the|for|on)\s+)?".join(rf"{letter}[\w'’-]+" for letter in short)
    match = re.search(rf"\b{full}\b", text)
    return " ".join(match[0].split()) if match else short


def steps_to_bodies(steps: Sequence[str]) -> list[str]:
    """The steps to a page of a web site without those that are about bodies in general."""
    return [step for step in steps if not OF_A_MENU.match(f"{step} ")]


def body_of_members(text: str) -> str:
    """The initials of the body that more than one of those present belong to: "TSC Chair"."""
    often = Counter(match["initials"] for match in MEMBER_OF.finditer(text))
    short, times = next(iter(often.most_common(1)), ("", 0))
    return short if times > 1 else ""


def general_meeting(header: Sequence[str]) -> str:
    """The general meeting of minutes that name no other body: "Annual General Meeting", "AGM"."""
    found = (GENERAL_MEETING.search(line) for line in header)
    return next((match[0] for match in found if match), "")


def initials(body: str) -> str:
    """A short form of a body's name for ids: initials, or the one word of which it consists."""
    words = [word.lower() for word in re.findall(r"\w+", body) if word.lower() not in SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else "".join(words)


def _is_same(name: str, other: str) -> bool:
    return name.casefold() == other.casefold()


def _is_told(name: str) -> bool:
    """Whether words are part of a sentence: ordinary ones among them are written small."""
    return any(word[0].islower() and word not in SMALL for word in name.split())


def _is_other(name: str) -> bool:
    """Whether a name is a person's or has a number; initials such as OPCC begin that of a body."""
    person = is_person(name) and not name.split()[0].isupper()
    return person or re.search(r"\d", name) is not None


def _is_fuller(name: str, other: str) -> bool:
    """Whether a name says which council another is: "Full Council", "Parish Council"."""
    kind = other.casefold().removeprefix("full ")
    fuller = name.casefold().removeprefix("the ")
    return fuller.endswith(f" {kind}") and name != other and not _is_told(name)


def _beside(name: str, names: Sequence[str], told: Sequence[str]) -> list[str]:
    """The first name of an organisation anywhere beside one such as "Committee"; none else."""
    others = (other for other in names if " " in other)
    found = (
        other
        for other in others
        if BODIES[1].search(other)
        and (other not in told or ORGANISATION.fullmatch(other.split()[-1]))
    )
    return list(islice(found, 1)) if " " not in name else []


def _is_short(name: str) -> bool:
    return len([word for word in name.split() if word.lower() not in SMALL]) <= 3


def in_title_case(name: str) -> str:
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
    if not (re.search("[AEIOUY]", word[1:]) or word.rstrip(".") in SHORTENED):
        return word  # Initials such as NHS or OPCC have no vowel after the first letter.
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda part: part[0].capitalize(), word)
