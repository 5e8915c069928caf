"""Names that minutes shorten, as in "Violence Reduction Partnership (VRP)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index import BuiltIndex, terms
from index.bodies import initials

SHORTENED = re.compile(r"\((?P<short>[A-Z][A-Z&]{1,7})s?\)")
WORD = re.compile(r"[\w'’-]+")
# Small words in a name that its initials pass over: "Registry of the Courts (RC)".
SMALL_WORDS = 3
# Passages, the likeliest first, that are read for what a short form stands for.
PASSAGES = 30


def put_initials(built: BuiltIndex, question: str) -> str:
    """The question with each shortened name in the form that more passages have."""
    hits = built.words.search(question, PASSAGES)
    texts = (line.text for _, row in hits for line in built.store.passage(row).lines)
    for short, long in dict.fromkeys(pair for text in texts for pair in shortened(text)):
        usual, other = (short, long) if _is_usual(built, short, long) else (long, short)
        question = re.sub(rf"\b{re.escape(other)}\b", usual, question, flags=re.IGNORECASE)
    return question


def shortened(text: str) -> Iterator[tuple[str, str]]:
    """Every short form that a text gives in brackets after what it stands for, with that."""
    for match in SHORTENED.finditer(text):
        short = match["short"]
        words = list(WORD.finditer(text, 0, match.start()))[-len(short) - SMALL_WORDS :]
        for first in reversed(words[:-1]):
            long = text[first.start() : match.start()].rstrip()
            if initials(long).casefold() == short.casefold():
                yield short, long
                break


def _is_usual(built: BuiltIndex, short: str, long: str) -> bool:
    """Whether at least as many passages have the short form as have all of the long one."""
    vocabulary = built.store.vocabulary()
    counts = [[vocabulary.get(term, 0) for term in terms(form)] for form in (short, long)]
    return min(counts[0], default=0) >= min(counts[1], default=0)
