"""Names in lists as one says them: "Hull, Ada; Marsh, Ben", "Ada and Ben Hull", "Mr & Mrs Hull"."""

from __future__ import annotations

import re

from index.names import OTHER_WORDS, RANK, UPPER

FIRST = rf"(?:[{UPPER}][\w'’-]*[a-z]|[{UPPER}]\.?)"
SURNAME = rf"[{UPPER}][\w'’-]+"
# An entry with the surname first: "Hull, Ada", "HULL, Ada J. (Chair)".
INVERTED = re.compile(
    rf"(?P<last>(?:(?:[Dd]e|[Vv]an|O) )?{SURNAME}),\s+"
    rf"(?P<first>(?:{RANK}\.? )?[{UPPER}][\w'’-]*\.?(?: [{UPPER}]\.?)?)"
    r"(?P<rest>\s*(?:\(.*\))?)"
)
# An entry of an official report, alone: "† Hull, Ada (Orlby) (Ind)", "Hull, Ada, Orlby (Ind)".
RETURNED = re.compile(
    rf"(?P<sign>[†‡*])?\s*(?P<last>(?:(?:[Dd]e|[Vv]an) )?{SURNAME}(?P<second> {SURNAME})?),\s+"
    rf"(?P<first>(?:{RANK}\.? )?{FIRST}(?: [{UPPER}]\.?){{0,2}})"
    rf"(?P<rest>(?:,\s+[{UPPER}][^,;:()]{{1,60}})?\s*\((?P<place>[{UPPER}][^()]{{0,60}})\)"
    r"(?P<party>\s*\([^()]{1,20}\))?[^;:]{0,80})"
)
# Two people of one surname, at the beginning of a list or after a full name.
PAIR = re.compile(
    rf"(?:^|(?<=[\w'’.)][,;]\s)|(?<=\b[a-z]{{5}}s\s))"
    rf"(?P<one>{FIRST})(?: and |\s?&\s?)(?P<two>{FIRST}) "
    rf"(?P<last>{SURNAME})(?=\s*(?:$|[,;.(]|and\b|&))"
)
COUPLE = re.compile(
    rf"\b(?P<one>Mr|Mrs|Ms|Dr|Cllr) (?:and|&) (?P<two>Mr|Mrs|Ms|Miss|Dr|Cllr) "
    rf"(?P<last>(?:[{UPPER}]\.? ?)*{SURNAME})"
)
# "Ada Hull, Jr."
JUNIOR = re.compile(r"(?<=[a-z]),\s+(?P<junior>Jr|Sr|II|III|IV)\b\.?")
# A sign before a name of a list that runs on: "Ada Hull, † Ben Marsh".
SIGNED = re.compile(r"(?:^|(?<=[,;] ))[†‡*] ?(?=[A-Z])")
SINGLE = re.compile(rf"(?:^|[,;])\s*{FIRST}[,;]\s+(?:and\s+)?$")


def spelt_out(text: str) -> str:
    """A list with each name in full, first names before surnames."""
    text = JUNIOR.sub(r" \g<junior>", SIGNED.sub("", text))
    text = COUPLE.sub(r"\g<one> \g<last>, \g<two> \g<last>", _turned(text))
    return PAIR.sub(_each, text)


def returned(text: str) -> str:
    """The entry of one who was returned for a place, first name first; empty for other texts."""
    match = RETURNED.fullmatch(text.strip())
    if match is None or (match["second"] and not (match["sign"] or match["party"])):
        return ""
    name = f"{match['first']} {match['last']}"
    words = re.findall(r"[\w-]+", f"{name} {match['place']}".casefold())
    return f"{name}{match['rest']}" if OTHER_WORDS.isdisjoint(words) else ""


def _turned(text: str) -> str:
    """A list whose entries begin with the surname, turned round."""
    parts = [part.strip() for part in text.rstrip(" .;").split(";")]
    found = [match for part in parts if (match := INVERTED.fullmatch(part))]
    if len(found) < 2 or len(found) < len(parts):
        return text
    return "; ".join(f"{match['first']} {match['last']}{match['rest']}" for match in found)


def _each(match: re.Match[str]) -> str:
    """A pair as two names; as printed where a list of single names may end in a full one."""
    words = {match[name].casefold() for name in ("one", "two", "last")}
    single = SINGLE.search(match.string[: match.start("one")])
    if single or not words.isdisjoint(OTHER_WORDS):
        return match[0]
    return f"{match['one']} {match['last']}, {match['two']} {match['last']}"
