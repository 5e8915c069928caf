"""The body that decides things in minutes, or approves its own: where their top names none."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from index.body_names import names_in
from index.body_words import BODIES

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


def body_that_decides(text: str) -> str:
    """The body that most often decided something, or whose own minutes it approved; or empty."""
    found = (*DECIDED.finditer(text), *APPROVED.finditer(text))
    often = Counter(name for match in found for name in islice(names_in(match["name"]), 1))
    return next((name for name, _ in often.most_common() if _is_named(name)), "")


def _is_named(name: str) -> bool:
    """Whether a name says which body it is, as "Board" does not."""
    several = " " in name and any(words.search(name) for words in BODIES)
    return several or name in ALONE
