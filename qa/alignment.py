"""Finds the stretch of a text that is most like a given wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from qa.verbatim import WORD


@dataclass(frozen=True, slots=True)
class Alignment:
    """A stretch of a text; ``likeness`` is the share of words in common, of whichever is longer."""

    start: int
    end: int
    likeness: float


def align(wording: str, text: str, start: int, end: int) -> Alignment | None:
    """The stretch of ``text[start:end]`` likest to a wording; None where they share no word."""
    sought = [match[0].casefold() for match in WORD.finditer(wording)]
    words = list(WORD.finditer(text, start, end))
    matcher = SequenceMatcher(None, sought, [word[0].casefold() for word in words], autojunk=False)
    blocks = matcher.get_matching_blocks()[:-1]
    if not blocks:
        return None
    stretches = (blocks[at : to + 1] for at in range(len(blocks)) for to in range(at, len(blocks)))
    best = max(stretches, key=lambda stretch: _shared(stretch) / (len(sought) + _words(stretch)))
    first, last = best[0], best[-1]
    # The words of the wording that stand nowhere have others in their place, as many perhaps.
    begin = max(0, first.b - first.a)
    finish = min(len(words), last.b + len(sought) - last.a)
    likeness = _shared(best) / max(len(sought), _words(best))
    return Alignment(words[begin].start(), words[finish - 1].end(), likeness)


def _shared(stretch: Sequence[Match]) -> int:
    """How many words of the wording stand in a stretch."""
    return sum(block.size for block in stretch)


def _words(stretch: Sequence[Match]) -> int:
    """How many words a stretch has, those between its matches included."""
    return stretch[-1].b + stretch[-1].size - stretch[0].b
