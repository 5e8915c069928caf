"""Everyday words -> the words that minutes use for the same thing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LEXICON_NAME = "everyday.toml"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases as people say them, in lower case, and what stands for each in minutes."""

    means: dict[str, str]
    pattern: re.Pattern[str]

    def put(self, question: str) -> str:
        """The question with everyday words put as minutes would; unchanged if it has none."""
        return self.pattern.sub(lambda match: self.means[_spaced(match[0])], question)


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as it was asked and as minutes would put it."""

    asked: str
    official: str

    @property
    def both(self) -> str:
        """All the words to search for."""
        return self.asked if self.asked == self.official else f"{self.asked} {self.official}"


def word(question: str) -> Wording:
    """Both wordings of a question."""
    return Wording(question, lexicon().put(question))


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    return read_lexicon(files("qa").joinpath(LEXICON_NAME).read_text(encoding="utf-8"))


def read_lexicon(source: str) -> Lexicon:
    """Read ``[[entry]]`` tables with ``says`` (phrases) and ``means``."""
    entries = tomllib.loads(source)["entry"]
    means = {says: entry["means"] for entry in entries for says in entry["says"]}
    longest_first = sorted(means, key=lambda says: (-len(says), says))
    phrases = "|".join(re.escape(says).replace(r"\ ", r"\s+") for says in longest_first)
    return Lexicon(means, re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE))


def _spaced(phrase: str) -> str:
    return " ".join(phrase.lower().replace("’", "'").split())
