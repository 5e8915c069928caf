"""The entries of an attendance list that runs on: where each begins, and whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.attendee import (
    BRACKETED,
    MODE,
    SEVERAL,
    read_person,
)
from index.bare_names import ROLE_AFTER, names_and_posts, only_names
from index.minutes import Attendance, Person
from index.names import OTHER_WORDS, RANK, RANKS, UPPER, clean_length, is_initials, names_post
from index.office_first import OFFICE_HELD, holds_office, names_holder
from index.offices import OFFICE, SEVERAL_RANKS
from index.spelt_out import returned, spelt_out
from index.surnames import surnames

BOUNDARY = re.compile(
    rf"""(?P<hard>\s*[;•]\s*|\s+[*/]\s+|\s*//\s*)|(?P<comma>\s*,\s*(?:and\s+)?)
    |(?P<and>\s+(?:and|&|agus|a)\s+(?=[{UPPER}]|(?:[a-z]+\ ){{1,6}}[{UPPER}]))
    |(?P<stop>\.\s+(?=[{UPPER}]))
    |(?P<close>(?<=[)])\s*(?=[{UPPER}]))|(?P<chair>(?<=(?i:in\ the\ chair))\s+(?=[{UPPER}]))
    |(?P<rank>(?<=\w)\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?\s+[{UPPER}]))
    |(?P<initial>(?<=[a-z])\s+(?=(?:[{UPPER}]\.?\s)+[{UPPER}][\w'’-]))""",
    re.VERBOSE,
)
BRACKET = re.compile(r"[()\[\]]")
ABBREVIATED = re.compile(
    rf"(?:\b(?:{RANK}(?<!lrs)(?<!lors)|Lt|No|St|Dept|Asst|[{UPPER}]|[{UPPER}]\.[{UPPER}]))$"
)
FIRST, LIST = 400, 2000  # Characters within which a first entry ends, and most lists.
PLURAL_RANK = re.compile(rf"\b{SEVERAL_RANKS}\s")
# What several people in a sentence are: "the rector, Ada Hull; vestry members Ben Marsh, …".
SEVERAL_OF = re.compile(
    r"\s*(?:and )?(?:the )?(?:[A-Za-z][a-z]+ ){0,2}"
    r"(?:[Mm]embers|governors|trustees|directors|officers|wardens),? "
    r"(?=[A-Z])"
)
COUNTED = re.compile(
    r"\W*(?:plus,? |and |approximately |about |c\. ?)?(?:\d+|an?|no(?:ne|body|t)?|one|two|three|"
    r"four|"
    r"five|six|seven|eight|nine|ten|several|vacan\w+|there were|members? of the (?:public|"
    r"press))\b",
    re.IGNORECASE,
)
# "A Hull", "Ada J. Hull": an initial stands before nothing but a surname.
INITIALLED = re.compile(rf"(?:[{UPPER}][\w'’-]+\s)?(?:[{UPPER}](?:\.\s?|\s))+[{UPPER}]")
# The whole of a name without its first names: "Mrs A B Hull".
SHORT_NAME = re.compile(rf"(?:{RANK}\.?\s+)?(?:[{UPPER}]\.?\s)+[{UPPER}][\w'’-]+")
# What begins a post rather than names somebody: "Ada Hull, PCC Link Officer".
POST_OF_RANK = re.compile(rf"[A-Z]{{2,5}} [{UPPER}]\w+")
# "Ada Hull for Ben Marsh".
STANDS_IN = re.compile(rf"\s(?:for|replacing|in place of) [{UPPER}]")
# A word that its stop cuts short: "Asst. Planner".
SHORTENED = re.compile(r"\b[A-Z][a-z]{1,3}$")
# What a person is, after a full stop instead of a comma: "S. Hull. Senior Engineer".
POST = re.compile(
    rf"(?:[A-Z/][\w/’'-]*(?: (?:of|for|and|the|to))* ){{0,5}}(?i:{OFFICE}|executive)s?\s*[.,;]?$"
)


def entry_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each entry of a list that runs on in one text."""
    start, closed = 0, _inside_brackets(text)
    for match in BOUNDARY.finditer(text):
        if match.start() in closed or match.start() < start:
            continue
        if _begins_entry(text[start : match.start()], match):
            if text[start : match.start()].strip():
                yield start, match.start()
            start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def people_in(text: str, attendance: Attendance, label: str = "") -> list[Person]:
    """The people whom a list names; after a label such as "Councillors" it holds names alone."""
    parts = text.split(";")
    if any(map(SEVERAL_OF.match, parts)):
        named = (SEVERAL_OF.sub("", part) for part in parts)
        return [each for part in named for each in people_in(part, attendance, label)]
    if member := read_person(returned(text), attendance):
        return [member]
    people = []
    text = spelt_out(text)
    if PLURAL_RANK.search(f"{label} ") or _is_plural(label):
        text = f"Councillors {SEVERAL.sub('', text.lstrip(' *'))}"
    if SEVERAL.match(text) and (alone := surnames(text, attendance, every=True)):
        return alone
    for entry in _entries(text):
        person = read_person(entry, attendance)
        several = SEVERAL.match(entry) is not None and surnames(entry, attendance, every=True)
        people += surnames(entry, attendance) or several or ([person] if person else [])
    return people


def _is_plural(label: str) -> bool:
    """Whether a label is that of several posts, such as "Directors", over nothing but names."""
    post = label.rpartition(" ")[2].casefold()
    return post.endswith("s") and post.removesuffix("s") in OTHER_WORDS


def is_roll(text: str) -> bool:
    """Whether a text is nothing but a list of people, most of them read as such."""
    if not begins_with_person(text):
        return False
    return 2 * len(people_in(text, Attendance.PRESENT)) >= len(list(_entries(text)))


def all_ranked(text: str) -> bool:
    """Whether a text without a label lists nothing but people with their ranks."""
    ranked = SEVERAL.match(text) is not None
    if not (ranked or RANKS.match(text)) or not is_roll(text):
        return False
    found = people_in(text, Attendance.PRESENT)
    return bool(found) and (ranked or all(RANKS.match(person.name) for person in found))


def gives_initials(text: str) -> bool:
    """Whether a text is a name with its initials in brackets: "Ada Hull (AH)"."""
    person = read_person(text, Attendance.PRESENT)
    return person is not None and text.endswith(f"({person.initials})") and person.initials != ""


def begins_with_person(text: str) -> bool:
    """Whether the first entry of a list names a person."""
    first = returned(text[:FIRST]) or next(_entries(text[:FIRST]), "")
    return read_person(first, Attendance.PRESENT) is not None


def _entries(text: str) -> Iterator[str]:
    text = text.strip(" *")
    return (text[start:end] for start, end in entry_spans(text))


def _begins_entry(before: str, match: re.Match[str]) -> bool:
    """Whether what stands after a boundary is another entry rather than more of this one."""
    kind, following = match.lastgroup, match.string[match.end() : match.end() + FIRST]
    held = before.endswith(")") and OFFICE_HELD.match(following)
    if kind == "hard" or held or (kind == "comma" and names_holder(following)):
        return True
    if kind == "stop":
        cut = SHORTENED.search(before) and not clean_length(following)
        several = SEVERAL.fullmatch(f"{before} ")
        return not (ABBREVIATED.search(before) or cut or several or POST.match(following))
    if kind in {"comma", "and"} and holds_office(following) and only_names(match.string):
        return True
    length = clean_length(following)
    if not length or RANKS.fullmatch(before + " "):
        return False
    if kind in {"rank", "chair"}:
        return kind == "chair" or clean_length(before) > 0
    if kind == "initial":
        return SHORT_NAME.fullmatch(before) is not None
    return _begins_with_name(before, match, following, length)


def _begins_with_name(before: str, match: re.Match[str], following: str, length: int) -> bool:
    """Whether the name of so many characters after a boundary begins another entry."""
    kind = match.lastgroup
    name, rest = following[:length], following[length:].lstrip(" .")
    if STANDS_IN.search(before) and STANDS_IN.match(f" {rest}"):
        return True
    short = re.match(r"([A-Z]\w{1,3})\b\s*", rest)
    rest = rest[short.end() :] if short and is_initials(short[1], name) else rest
    if POST_OF_RANK.fullmatch(name) and names_post(rest.split(",")[0]):
        return False
    if RANKS.match(name) or INITIALLED.match(name):
        return True
    ends = not rest or rest[0] in ",;([–—-:" or bool(re.match(r"(?:and|&)\s", rest))
    ends = ends or ROLE_AFTER.match(rest) is not None
    if kind == "close" or not ends:
        return ends and kind == "close"
    plural = (
        PLURAL_RANK.search(match.string, max(0, match.start() - LIST), match.start()) is not None
    )
    listed = only_names(match.string) or names_and_posts(match.string)
    return plural or listed or _continues_names(before, rest, kind)


def _continues_names(before: str, rest: str, kind: str | None) -> bool:
    """Whether a plain name after a comma or "and" is a person's rather than a role's."""
    if before.endswith(")"):
        return True
    bare = clean_length(before) == len(before)
    bracketed = BRACKETED.match(rest)
    own_role = bracketed is not None and not MODE.match(bracketed["inside"])
    return bare and (kind == "and" or own_role)


def _inside_brackets(text: str) -> set[int]:
    """The positions between brackets that are closed again."""
    inside: set[int] = set()
    opened: list[int] = []
    for match in BRACKET.finditer(text):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            inside |= set(range(opened.pop() + 1, match.end()))
    return inside
