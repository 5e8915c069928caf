"""Completes a question that leans on the ones before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index import search_terms

OPENING = re.compile(
    r"^\W*(?:and|but|or|so|also|then|ok(?:ay)?|what about|how about|what else|anything else|"
    r"(?:why(?: not| is that| was that)?|how (?:come|so|many|much)|who|when|where)(?=\W*$))\b",
    re.IGNORECASE,
)
POINTING = re.compile(
    r"\b(?:it|its|they|them|their|theirs|those|these|he|him|his|she|her|hers|same|else)\b|"
    r"\b(?:that|this)(?=\W*$|['’]s\b|\s+(?:is|was|were|are|did|does|do|has|had|have|will|would|can|"
    r"could|go|goes|went|one|ones|and|or|come|came|happen\w*|put|cost\w*|mean\w*|by|for|in|on)\b)",
    re.IGNORECASE,
)
# A question with more words of its own than these says what it is about.
POINTING_TERMS, FEW_TERMS = 6, 2


def complete(question: str, history: Sequence[str]) -> str:
    """Put before a leaning question the question that it leans on."""
    if not history or not leans(question):
        return question
    return f"{complete(history[-1], history[:-1])} {question}"


def leans(question: str) -> bool:
    """Whether a question can only be understood with the one before."""
    terms = len(search_terms(question))
    if OPENING.search(question):
        return True
    return terms <= (POINTING_TERMS if POINTING.search(question) else FEW_TERMS)
