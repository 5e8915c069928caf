"""Whether the words of a piece of evidence stand in what was shown, and after how many words."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
RUN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Letters:
    """A text as its letters and digits only.

    ``words_until`` gives, for each place where a run of letters ends (and for 0), how many
    words a reader has read there; a word is what stands between white space.
    """

    text: str
    words_until: Mapping[int, int]

    @property
    def words(self) -> int:
        return self.words_until[len(self.text)]


@dataclass(frozen=True, slots=True)
class Found:
    """The first quote that holds a span, counting from 1, and the words read until its end."""

    rank: int
    words: int


def letters_of(text: str) -> Letters:
    """Return what is compared: a text without case, white space, punctuation and mark-up."""
    runs: list[str] = []
    words_until = {0: 0}
    length = words = 0
    for word in plain(text).split():
        found = RUN.findall(word)
        words += bool(found)
        for run in found:
            runs.append(run)
            length += len(run)
            words_until[length] = words
    return Letters("".join(runs), words_until)


def plain(text: str) -> str:
    """Return a text case-folded and without tags, character references and link targets."""
    bare = TAG.sub(" ", LINK_TARGET.sub("] ", html.unescape(text)))
    return unicodedata.normalize("NFKC", bare).casefold()


def words_until_found(span: Letters, shown: Letters) -> int | None:
    """How many words of ``shown`` a reader reads until the span is complete; None if it is not.

    The span must begin and end where runs of letters do: "12" does not stand in "312".
    """
    start = shown.text.find(span.text)
    while start >= 0:
        end = start + len(span.text)
        if start in shown.words_until and end in shown.words_until:
            return shown.words_until[end]
        start = shown.text.find(span.text, start + 1)
    return None


def locate(span: Letters, quotes: Iterable[Letters]) -> Found | None:
    """Find the first quote that holds the whole span."""
    words_before = 0
    for rank, quote in enumerate(quotes, 1):
        words = words_until_found(span, quote)
        if words is not None:
            return Found(rank, words_before + words)
        words_before += quote.words
    return None
