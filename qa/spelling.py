"""Puts misspelt words of a question right, by the words of the minutes and by a list of English."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from spellchecker import SpellChecker

from index import BuiltIndex, terms
from qa.everyday import lexicon

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# A shorter word is too close to too many others; a long one may have two letters wrong.
SHORTEST, LONG = 5, 8
CLOSEST = 20
# The list of English words is American and has not every inflection; "gettin" is spoken.
ENDINGS = re.compile(r"(?:s|es|ed|ing)$")
BRITISH = (
    ("is", "iz"),
    ("ys", "yz"),
    ("our", "or"),
    ("ll", "l"),
    ("ogue", "og"),
    ("mme", "m"),
    ("ellery", "elry"),
)


@dataclass(frozen=True, slots=True)
class Speller:
    """Corrects words that neither the minutes nor a list of English words know.

    ``frequency`` says of a word of the minutes how often it stands there; of several words that
    are equally close the most frequent is meant.
    """

    words: tuple[str, ...]
    frequency: Callable[[str], int]
    known: frozenset[str] = field(init=False)

    @classmethod
    def of(cls, built: BuiltIndex) -> Speller:
        """A speller that knows the words of a built index."""
        vocabulary = built.store.vocabulary()
        words = sorted(word for word in built.meanings.stored if len(word) >= SHORTEST - 1)
        return cls(
            tuple(words),
            lambda word: max((vocabulary.get(term, 0) for term in terms(word)), default=0),
        )

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", frozenset(self.words) | everyday_words())

    def correct(self, question: str) -> str:
        """The question with its misspelt words put right and all else as it was."""
        return WORD.sub(self._corrected, question)

    def _corrected(self, match: re.Match[str]) -> str:
        word = match[0].lower()
        if len(word) < SHORTEST or not word.isalpha() or word in self.known or is_english(word):
            return match[0]
        if word.endswith("in") and is_english(f"{word}g"):
            return f"{match[0]}g"
        is_name = match[0][0].isupper() and match.start() > 0
        return self._closest(word, of_minutes_only=is_name) or match[0]

    def _closest(self, word: str, of_minutes_only: bool) -> str:
        """The word that is meant: the closest, then one of the minutes, then the commonest.

        The first letter is hardly ever mistyped (Yannakoudakis and Fawthrop, 1983).
        """
        furthest = 2 if len(word) >= LONG else 1
        near = extract(word, self.words, scorer=OSA.distance, score_cutoff=furthest, limit=CLOSEST)
        meant = [(distance, False, -self.frequency(each), each) for each, distance, _ in near]
        if not of_minutes_only:
            meant += [(1, True, -english()[each], each) for each in one_letter_away(word)]
        alike = [found for found in meant if found[-1][0] == word[0]]
        return min(alike)[-1] if alike else ""


@cache
def everyday_words() -> frozenset[str]:
    """All words of the lexicon of everyday words."""
    means = lexicon().means
    return frozenset(WORD.findall(" ".join([*means, *means.values()]).lower()))


@cache
def english() -> SpellChecker:
    """The list of English words; reading it takes a while, so only where a word is unknown."""
    return SpellChecker(language="en", distance=1)


def is_english(word: str) -> bool:
    """Whether a word in lower case is English, in British spelling too, or but for its ending."""
    american = [word.replace(*spelt) for spelt in BRITISH]
    return bool(
        english().known([word, *american, *(ENDINGS.sub("", each) for each in (word, *american))])
    )


def one_letter_away(word: str) -> set[str]:
    """The English words that differ by one letter or by two letters that changed places."""
    return (english().candidates(word) or set()) - {word}
