"""Questions about several meetings: the best passage of each comes before the second of any."""

from __future__ import annotations

import re

from qa.judge import Verdict
from qa.understand import Scope

# What asks for more than one meeting without naming dates or bodies.
COMPARES = re.compile(
    r"\b(?:compar\w+|contrast\w*|differ(?:s|ed|ence|ences|ent|ently)?|over (?:time|the years)|"
    r"(?:at|in|of|across|for|between) (?:each|both|either|all|the (?:two|three|four|different))\b"
    r".{0,40}?\b(?:meeting|minute|board|year|session|sitting)s?)\b",
    re.IGNORECASE,
)

# From how many meetings one passage each comes first, however far behind it is.
MOST_LEADING = 3


def asks_of_several(scope: Scope) -> bool:
    """Whether passages of more than one of the meetings searched are asked for."""
    named = scope.several or COMPARES.search(scope.understood.text) is not None
    return named and len(scope.meetings) > 1


def spread(verdict: Verdict) -> tuple[Verdict, int]:
    """Put the best passage of each of a few meetings first; return how many those are."""
    leading: dict[str, int] = {}
    for place, judged in enumerate(verdict.judged):
        leading.setdefault(judged.candidate.meeting.id, place)
    first = list(leading.values())[:MOST_LEADING]
    rest = [place for place in range(len(verdict.judged)) if place not in first]
    ordered = tuple(verdict.judged[place] for place in (*first, *rest))
    return Verdict(ordered, verdict.confidence), len(first)
