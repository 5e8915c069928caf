"""Everyday words -> the words that minutes use for the same thing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LEXICON_NAME = "everyday.toml"


PIECE = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases as people say them, in lower case, and what stands for each in minutes.

    ``longest`` is the number of pieces (words, spaces and signs) in the longest phrase.
    """

    means: dict[str, str]
    longest: int

    def put(self, question: str) -> str:
        """The question with everyday words put as minutes would; unchanged if it has none."""
        pieces = PIECE.findall(question)
        plain = [_plain(piece) for piece in pieces]
        put: list[str] = []
        start = 0
        while start < len(pieces):
            end = self._phrase_end(plain, start)
            put.append(self.means["".join(plain[start:end])] if end else pieces[start])
            start = end or start + 1
        return "".join(put)

    def _phrase_end(self, plain: list[str], start: int) -> int:
        """Where the longest phrase that starts there ends; 0 where none starts."""
        ends = range(min(start + self.longest, len(plain)), start, -1)
        return next((end for end in ends if "".join(plain[start:end]) in self.means), 0)


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
    return Lexicon(means, max(len(PIECE.findall(says)) for says in means))


def _plain(piece: str) -> str:
    return " " if piece.isspace() else piece.lower().replace("’", "'")
