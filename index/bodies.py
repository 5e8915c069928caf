"""The name of the body that met, as the lines at the top of its minutes print it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.dates import dates_in

# Words that a body's name ends in, the closest to the meeting first.
BODIES = (
    re.compile(
        r"\b(?:board|committee|sub-?committee|panel|cabinet|forum|working party|steering group|"
        r"user group|officials group|group|governing body|commission)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:partnership|assembly|authority|council|trust|meeting|governors)\b", re.IGNORECASE
    ),
)
ORGANISATION = re.compile(
    r"\b(?:partnership|assembly|authority|council|trust|school|college|office|borough)\b",
    re.IGNORECASE,
)
NAMED_AFTER = re.compile(
    r".*\b(?:meeting|minutes|notes)\s+of\s+(?:the\s+)?"
    r"(?P<name>[^,:|]*?\b(?:board|committee|panel|council|group)\b[^,:|]*?)"
    r"(?=\s+(?:held|on|meeting)\b|[,:|]|$)",
    re.IGNORECASE,
)
# How far a document may be passed on, as printed beside the name.
MARKING = re.compile(r"\s+(?:OPEN|PUBLIC|OFFICIAL(?:[ -]SENSITIVE)?|UNCLASSIFIED|RESTRICTED)$")
KIND_OF_DOCUMENT = re.compile(
    r"\b(?:draft\s+)?(?:minutes?|notes?(?: and actions)?|official report|record|summary|"
    r"proceedings|transcript)\b",
    re.IGNORECASE,
)
SMALL = frozenset("a an and as at by for from in into of on or the to with".split())


def body_named_in(header: Sequence[str]) -> str:
    """The name closest to the meeting, after that of its organisation where it is short."""
    names = [name for line in header for name in _names(line)]
    for words in BODIES:
        named = [at for at, name in enumerate(names) if words.search(name)]
        if named:
            before = [name for name in names[: named[0]] if ORGANISATION.search(name)]
            name = names[named[0]]
            parts = [*before[-1:], name] if _is_short(name) else [name]
            return ", ".join(map(_in_title_case, parts))
    return _in_title_case(names[0]) if names else ""


def initials(body: str) -> str:
    """A short form of a body's name for ids: initials, or the one word of which it consists."""
    words = [word.lower() for word in re.findall(r"\w+", body) if word.lower() not in SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else "".join(words)


def _is_short(name: str) -> bool:
    return len([word for word in name.split() if word.lower() not in SMALL]) <= 3


def _names(line: str) -> Iterator[str]:
    """Stretches of a header line that may be a body's name."""
    line = re.sub(r"^\w+:\s+", "", line)
    if match := NAMED_AFTER.search(line):
        yield match["name"].strip()
    for part in re.split(r"[:|–—•·,]|\s-\s|\s{3,}|\(", line):
        for piece in KIND_OF_DOCUMENT.split(part):
            name = MARKING.sub("", piece.strip(" -–—:.,)"))
            if name and len(name.split()) <= 12 and not dates_in(name) and name[0].isupper():
                yield re.sub(r"\s+(?:of|meeting|the)$", "", name, flags=re.IGNORECASE)


def _in_title_case(name: str) -> str:
    """A name set in capitals, as one writes it in a sentence; initials in brackets stay."""
    if not name.isupper():
        return name
    words = [_capitalized(word) for word in name.split()]
    return " ".join([words[0][0].upper() + words[0][1:], *words[1:]])


def _capitalized(word: str) -> str:
    if word.lower() in SMALL:
        return word.lower()
    if not re.search("[AEIOUY]", word[1:]):
        return word  # Initials such as NHS or OPCC have no vowel after the first letter.
    return re.sub(r"[A-Z]+(?:['’][A-Z]+)?", lambda part: part[0].capitalize(), word)
