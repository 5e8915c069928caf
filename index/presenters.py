"""Who presents an agenda item, as its heading or the line under it says."""

from __future__ import annotations

import re

from index.names import NAMES, PERSONAL, RANKS, ends_in_post, names_in

LEAD = re.compile(
    r"^(?:lead|lead officer|presented by|presenters?|presenting|introduced by|speakers?|"
    r"report (?:of|by|author)|paper (?:of|by))\s*:\s*(?P<names>[^;]{3,120}?)\.?$",
    re.IGNORECASE,
)
# What may name the presenters at the end of a title: "(Mr Purdie)", "– HC", "by Julie Williams".
TAIL = re.compile(
    r"(?:\s[-–—]\s+|\(|:\s+|\b(?:by|from)\s+)(?P<names>(?:(?![-–—(:]\s).)+?)\s*(?:\([^()]*\))?\)?$"
)
# Presenters that a heading gives as such.
PRESENTED = re.compile(r"\s*[-–—(]?\s*presented by:?\s+(?P<names>[^)]+)\)?$", re.IGNORECASE)
INITIALS = re.compile(r"[A-Z](?:[A-Z]|-(?=[A-Z])){1,4}")


def presenters(explicit: str, title: str, under: str, front: str) -> tuple[str, ...]:
    """Names as printed: those a heading gives as such, else those its title or next line ends in.

    ``under`` is the line below the heading; ``front`` the text before the first item: a name in a
    title is taken for one only with its rank or where the attendance has it.
    """
    if explicit:
        return names_in(explicit)
    if match := LEAD.match(under):
        return names_in(match["names"])
    match = TAIL.search(title)
    names = names_in(match["names"].replace(", ", " and ")) if match else ()
    return tuple(name for name in names if _is_person(name, front))


def without_presenters(title: str) -> tuple[str, str]:
    """A title without those whom it gives as its presenters, and their names."""
    match = PRESENTED.search(title)
    names = match["names"].strip() if match else ""
    kept = title[: match.start()] if match else title
    return kept.strip().rstrip(":|–—-…").strip(), names


def _is_person(name: str, front: str) -> bool:
    if ends_in_post(name) or name.startswith("A "):
        return False
    return PERSONAL.match(name) is not None or _is_known(name, front)


def _is_known(name: str, front: str) -> bool:
    """Whether the attendance has a name, or somebody of such initials, at the head of an entry."""
    if INITIALS.fullmatch(name):
        names = (found[0] for line in front.splitlines() for found in NAMES.finditer(line))
        return any(initials(known).startswith(name) for known in names)
    return " " in name and bool(re.search(rf"(?:^|[,;:]\s){re.escape(name)}\b", front, re.M))


def initials(name: str) -> str:
    """The initials under which minutes record somebody: "Hana Bexwood-Amadi" is HB-A."""
    words = [word for word in RANKS.sub("", name).split() if word[0].isupper()]
    return "".join("-".join(part[0] for part in word.split("-") if part) for word in words)
