"""The body as the text of minutes tells it, where their top names none or only a kind of meeting.

It decides things, approves its own minutes, or stands on a line by itself where business begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from index.bodies import in_title_case
from index.body_names import names_in
from index.body_words import BODIES
from index.header_lines import naming_lines

# "The Parish Council RESOLVED to …"; "the minutes of the Audit Panel held on … were approved".
A_BODY = r"(?P<name>[A-Z][\w'’&-]*(?: (?:[A-Z][\w'’&-]*|and|of|the|for|on)){0,8})"
DECIDED = re.compile(
    rf"\b[Tt]he {A_BODY}(?<=[a-z]) (?i:unanimously )?"
    r"(?i:resolved|agreed|noted|approved|considered|received)\b"
)
APPROVED = re.compile(
    rf"\b[Mm]inutes of the (?:[a-z]+ )?(?:meeting of the )?{A_BODY}(?: meeting)?,? held on "
    r"[^.]{4,40} (?:(?:were|be|was) )?(?:approved|confirmed|agreed|signed|accepted|adopted)\b"
)
ALONE = frozenset({"Cabinet", "Executive"})  # Bodies that one word names.
# "A Rates Meeting of the Orlby Loans Panel was held in …"; a name that tells no more than that.
MEETING_OF = re.compile(
    r"(?:An? |The )(?:[\w-]+ ){0,5}[Mm]eeting of (?:the )?[A-Z][^.:;]{3,120}? (?:was|were) held\b"
)
MEETING = re.compile(r"\bmeeting$", re.IGNORECASE)
# What stands under the name of a body where its business begins: who presides, and that it met.
SITS = re.compile(
    r"\W{0,3}(?:chair(?:man|woman|person)?\s*:|(?:the )?\w[\w ]{2,40} met at\b|"
    r".{3,80}? in the chair\W{0,3}$)",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
BEGINNING = 100  # Lines among which business begins, after a list of contents.
UNDER = 4  # Lines under the name of a body that say that it sits.


def is_only_a_meeting(name: str) -> bool:
    """Whether a name says no more than what kind of meeting it was, or nothing."""
    return not name or MEETING.search(name) is not None


def body_of_the_meeting(lines: Sequence[str]) -> str:
    """The body of which a sentence says that its meeting was held: "A meeting of the Board was"."""
    named = (name for line in lines if MEETING_OF.match(line) for name in names_in(line))
    return in_title_case(next((name for name in named if not is_only_a_meeting(name)), ""))


def body_that_sits(text: str) -> str:
    """The body whose name alone is on a line over those that say when and how it sat."""
    lines = list(naming_lines(text.splitlines()[:BEGINNING]))
    for at, line in enumerate(lines):
        line = ARTICLE.sub("", line.strip(" .:"))
        name = ARTICLE.sub("", next(iter(names_in(line)), ""))
        alone = name.casefold() == line.casefold()
        under = lines[at + 1 : at + 1 + UNDER]
        if alone and _is_named(name) and any(SITS.match(below) for below in under):
            return in_title_case(name)
    return ""


def body_that_decides(text: str) -> str:
    """The body that most often decided something, or whose own minutes it approved; or empty."""
    found = (*DECIDED.finditer(text), *APPROVED.finditer(text))
    often = Counter(name for match in found for name in islice(names_in(match["name"]), 1))
    return next((name for name, _ in often.most_common() if _is_named(name)), "")


def _is_named(name: str) -> bool:
    """Whether a name says which body it is, as "Board" does not."""
    several = " " in name and any(words.search(name) for words in BODIES)
    return several or name in ALONE
