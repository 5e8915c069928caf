"""Cuts a text where a label begins: "Present: A, B. Apologies: C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from index.attendance import ABSENT, ALONE, GROUPS, KNOWN, LOOKED_ON, OTHER_FACT, THERE, is_known
from index.attendee import SINGLE
from index.bodies import ORGANISATION
from index.entries import ABBREVIATED, COUNTED, FIRST, begins_with_person, entry_spans, is_roll
from index.names import OTHER_WORDS, RANKS, UPPER, clean_length, is_person
from index.office_first import lists_holders, surname_place

WORDS = rf"[\w{UPPER}][\w'’/&+-]*\.?"
LABEL = re.compile(
    rf"(?P<label>{WORDS}(?: (?:[/|] ?)?{WORDS}){{0,9}}(?: ?\([a-zA-Z ]{{3,30}}\))?)"
    rf"\s*(?P<mark>:[–—-]?|\.{{4,}}|\s\*|\s[–—-])(?=\s|$|(?<=:)[{UPPER}]|(?<=:-)[{UPPER}])\s*(?:[:–—-]\s+)?"
)
# Words of a label without a colon, at most; a sign within them says that they are none.
LONGEST = 5
SIGN = re.compile(r"[,;:()]|\.\s")
SPACE = re.compile(r"\s+")
NAME_BEGINS = re.compile(rf"[{UPPER}]|d['’]|[^\w\s]|(?:and|from|for|none|apologies|regrets)\b")
RANK = 60  # Characters of the longest rank before a full stop.
SMALL = frozenset("a an and at by for from in of on the to".split())
MOVED = re.compile(r"\b(?:proposed|seconded)$", re.IGNORECASE)
ORDINARY = OTHER_WORDS - SMALL
ACRONYM = re.compile(rf"[{UPPER}&]{{3,6}}")
TELLING = re.compile(
    r"(?<=\s)(?:(?:Members|Staff|Officers|Officials|Councillors|Others?) )?"
    rf"(?:{ABSENT.pattern}|{LOOKED_ON.pattern}|\b{THERE}\b|(?:in attendance|also)\b)"
    r"[^:;,.()]{0,30}:",
    re.IGNORECASE,
)
CAPITALS = rf"[{UPPER}]{{2}}[{UPPER}/'’-]*"
# A label that no stop sets off from the name before it: "Cllrs Hull and Marsh CLERK: Cy Finch".
AFTER_NAME = re.compile(
    rf"(?<=[a-z)])\s+(?={CAPITALS}(?: (?:/ )?{CAPITALS}){{0,4}} ?:|(?=[A-Z])(?i:{GROUPS}):)"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under a label of its own, or under none; ``label`` is as printed.

    ``within`` says that the label stands inside another's list: "Present: Police – A Hull".
    """

    label: str
    text: str
    within: bool = False


@lru_cache(1024)  # asked of each block at the top for every style of headings
def opens_list(text: str) -> bool:
    """Whether a list of people begins here: its label alone, or a label with the first names."""
    first = next((segment for segment in segments(text) if segment.text), Segment("", ""))
    return _is_label_alone(text) or (first.label != "" and begins_with_person(first.text))


def is_listed_anywhere(segment: Segment) -> bool:
    """Whether a label says by itself that a list of those present or absent follows."""
    votes = segment.label.casefold() == "absent"
    known = ALONE.fullmatch(segment.label) or (ABSENT.match(segment.label) and not votes)
    return bool(known) and (not segment.text or is_roll(segment.text))


def segments(text: str) -> Iterator[Segment]:
    """Cut a text where another label begins: "Present: A, B. Apologies: C"."""
    label, start = Label("", 0, 0), 0
    for following in _labels(text):
        if text[start : following.start].strip(" .;,") or label.words:
            yield Segment(label.words, text[start : following.start].strip(" ;,"), label.within)
        label, start = following, following.end
    if label.words or text[start:].strip():
        yield Segment(label.words, text[start:].strip(), label.within)


@dataclass(frozen=True, slots=True)
class Label:
    """A label's words and where it stands, with the colon or dash after it."""

    words: str
    start: int
    end: int
    within: bool = False


def _labels(text: str) -> Iterator[Label]:
    reached = 0
    for at in _starts(text):
        label = _label_at(text, at) if at >= reached else None
        if label:
            yield label
            reached = label.end


def _starts(text: str) -> list[int]:
    """Where a label may begin: at each entry, and at words of attendance before a colon."""
    named = (m.start() for m in TELLING.finditer(text) if m[0][0].isupper())
    after = (
        m.end()
        for m in re.finditer(r"(?:[.;):]-?(?: [–-])?|\s[–-])\s+|,\s+(?=[A-Z][\w ]{1,20}:)", text)
    )
    kept = (
        at
        for at in after
        if text[at - 2] != "." or not ABBREVIATED.search(text[max(0, at - RANK) : at].rstrip(" ."))
    )
    return sorted({0, *kept, *named, *(match.end() for match in AFTER_NAME.finditer(text))})


def _label_at(text: str, at: int) -> Label | None:
    if at == 0 and _is_label_alone(text):
        return Label(text.strip("* .:-"), 0, len(text))
    match = LABEL.match(text, at)
    if match and _labels_names(match["label"], text[match.end() : match.end() + FIRST], at):
        within = match["mark"].strip() in {"-", "–", "—"} and at > 0
        return Label(match["label"].strip(), at, match.end(), within)
    if RANKS.match(text, at) or not text[at : at + 1].isupper() or lists_holders(text[at:]):
        return None
    for space in islice(SPACE.finditer(text, at), LONGEST):
        words, rest = text[at : space.start()], text[space.end() : space.end() + FIRST]
        if SIGN.search(words):
            return None
        if _heads_bare(words, rest, at):
            return Label(words.rstrip("."), at, space.end())
    return None


def _is_label_alone(text: str) -> bool:
    words = text.strip("* .:-")
    if re.search(r"[:;]|\.{4}", words) or len(words.split()) > 8:
        return False
    known = is_known(words, alone=not text.rstrip(" -–—").endswith(":"))
    named = "(" in words and begins_with_person(words)
    return known and not (named or any(map(is_roll, _after_label(words))))


def _after_label(words: str) -> Iterator[str]:
    """What may be a list after a label of one word to three, which no small word ends."""
    for space in islice(SPACE.finditer(words), 3):
        if words[: space.start()].rpartition(" ")[2] not in SMALL:
            yield words[space.end() :]


def _labels_names(label: str, rest: str, at: int) -> bool:
    """Whether names, or a word that there are none, follow what may be a label."""
    if OTHER_FACT.match(label) or MOVED.search(label) or (RANKS.match(label) and is_person(label)):
        return False
    if not rest.strip():
        return at == 0 and is_known(label)
    if begins_with_person(rest):
        unlike_name = not clean_length(label) or KNOWN.fullmatch(label) is not None
        return unlike_name or (is_person(label) and _surely_person(rest))
    nested = LABEL.match(rest)
    if nested and begins_with_person(rest[nested.end() :]):
        return not clean_length(label) or KNOWN.fullmatch(label) is not None
    follows = COUNTED.match(rest) is not None or surname_place(rest.split(",")[0]) > 0
    return is_known(label) and (at == 0 or follows)


def _heads_bare(label: str, rest: str, at: int) -> bool:
    """Whether words without a colon may label the name after them: "Panel Mr Hull"."""
    if OTHER_FACT.match(label) or not (NAME_BEGINS.match(rest) or ";" in rest):
        return False
    plain = label.rstrip(".")
    if plain.rpartition(" ")[2] in SMALL:
        return False
    known = KNOWN.fullmatch(plain) or ABSENT.fullmatch(plain)
    if any(word.islower() and word not in SMALL for word in plain.split()) and not known:
        # "Log keeper R. Dobbs" is the whole of a text; "Chair thanked Mr Hull." is a sentence.
        return at == 0 and len(plain.split()) < 4 and _is_one_person(rest)
    if known:
        return begins_with_person(rest) or (
            ABSENT.match(plain) is not None and is_roll(rest.partition(";")[2])
        )
    alone = clean_length(rest) == len(rest) and ORGANISATION.fullmatch(plain.split()[-1])
    named = clean_length(plain) if at == 0 and not alone else clean_length(plain) == len(plain)
    return _is_ordinary(plain, rest) and not named and _surely_person(rest)


def _is_ordinary(label: str, rest: str) -> bool:
    """Whether a label holds words of posts and organisations, or is the initials of one.

    A short word of a line that is all in capitals is no initials: "ORLBY ON THE MARSH".
    """
    initials = ACRONYM.fullmatch(label) and not rest.isupper()
    return bool(initials) or any(word.casefold() in ORDINARY for word in label.split())


def _is_one_person(text: str) -> bool:
    ranked = RANKS.match(text) or re.match(rf"[{UPPER}]\.? ", text)
    return ranked is not None and clean_length(text) == len(text) and text[-1] != "."


def _surely_person(text: str) -> bool:
    """Whether a text begins with a name under a rank, or that can be nothing else here."""
    length = clean_length(text)
    if SINGLE.match(text):
        return True
    if not length or not begins_with_person(text):
        return False
    name, rest = text[:length], text[length:].lstrip()
    initial = re.match(rf"(?:[{UPPER}]\.?\s)+[{UPPER}]", name)
    first = next((text[a:b] for a, b in entry_spans(text[:FIRST])), "")
    alone = first.strip(" .") == name.strip(" .")
    return bool(RANKS.match(name) or initial) or rest[:1] in {"(", ";"} or alone
