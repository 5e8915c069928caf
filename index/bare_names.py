"""Lists of nothing but names, with or without the office of each beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from index.names import clean_length, is_person, names_post
from index.office_first import OFFICE_FIRST, without_office

# What a person is, straight after the name: "Ada Hull Chair, Ben Marsh Vice Chair".
ROLE_AFTER = re.compile(
    r"\s*(?:(?i:vice|deputy|acting|parish|town|assistant|minutes?)[ -])*(?:(?i:chair(?:man|woman|"
    r"person)?|convener|president|secretary|treasurer|clerk|captain)|RFO)(?=\s*(?:[,;.(]|$|and\b|&))"
)


# Whoever holds an office, by initials alone: "Chairman AH".
INITIALS = re.compile(OFFICE_FIRST.pattern + r"[A-Z]{2,4}")


@lru_cache(64)
def only_names(text: str) -> bool:
    """Whether a list holds names alone, at least three of them or two of two words each."""
    bare = re.split(r"\s[–—-]\s", re.sub(r"\([^()]*\)", "", text))[0].rstrip(" .;,")
    listed = (part.strip() for part in re.split(r"[;,]|\s(?:and|&)\s", bare))
    parts = [_without_office(part) for part in listed if part and not INITIALS.fullmatch(part)]
    names = [part for part in parts if is_person(part) and len(part.split()) < 5]
    pair = len(names) == len(parts) == 2 and all(len(name.split()) == 2 for name in names)
    return pair or (len(parts) > 2 and len(names) > 0.8 * len(parts))


@lru_cache(64)
def names_and_posts(text: str) -> bool:
    """Whether commas part names from posts: "Ada Hull, Clerk, Ben Marsh, County Planner"."""
    listed = re.split(r",(?: and)?\s", text.rstrip(" ."))
    parts = [piece.strip(" .") for part in listed for piece in _joined_by_and(part)]
    names = [is_person(part) and len(part.split()) < 5 for part in parts]
    posts = [not name and _is_post(part) for part, name in zip(parts, names, strict=True)]
    mixed = sum(names) > 2 and sum(posts) > 1 and names[0]
    return mixed and all(map(any, zip(names, posts, strict=True)))


def _joined_by_and(part: str) -> list[str]:
    """A post and the name that "and" joins to it apart: "Clerk (Roads) and Ben Marsh"."""
    before, _, name = part.rpartition(" and ")
    return [before, name] if before and is_person(name) else [part]


def _is_post(part: str) -> bool:
    plain = re.sub(r"\s*\([^()]*\)$", "", part)
    return names_post(plain) and plain[:1].isupper() and re.search(r"[;():\d]", plain) is None


def _without_office(part: str) -> str:
    """A name without the office before or after it."""
    length = clean_length(part)
    return part[:length] if length and ROLE_AFTER.match(part[length:]) else without_office(part)
