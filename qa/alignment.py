"""Finds the stretch of a text that is most like a given wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from qa.verbatim import WORD


@dataclass(frozen=True, slots=True)
class Alignment:
    """A stretch of a text and how like the wording it is, from 0 to 1 for the same words."""

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
    likeness, first, last = max(
        (
            (_likeness(blocks[at : to + 1], len(sought)), blocks[at], blocks[to])
            for at in range(len(blocks))
            for to in range(at, len(blocks))
        ),
        key=lambda found: found[0],
    )
    # The words of the wording that stand nowhere have others in their place, as many perhaps.
    begin = max(0, first.b - first.a)
    finish = min(len(words), last.b + len(sought) - last.a)
    return Alignment(words[begin].start(), words[finish - 1].end(), likeness)


def _likeness(blocks: Sequence[Match], sought: int) -> float:
    """The share of words in common, of whichever is longer: the wording or the stretch."""
    shared = sum(block.size for block in blocks)
    return shared / max(sought, blocks[-1].b + blocks[-1].size - blocks[0].b)
