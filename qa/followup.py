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
    r"\b(?:it|its|that|this|those|these|they|them|their|theirs|he|him|his|she|her|hers|there|one|"
    r"ones|same|former|latter|either|both|else|others?)\b",
    re.IGNORECASE,
)
# A question with this many words of its own says what it is about.
ENOUGH_TERMS = 4


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
    if POINTING.search(question):
        return terms <= 2 * ENOUGH_TERMS
    return terms < ENOUGH_TERMS - 1
