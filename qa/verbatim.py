"""Finds given words in a text as they stand there: exactly, or whatever case and punctuation."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+")
BETWEEN = r"[\W_]+"


def words_of(text: str) -> list[str]:
    """The words of a text, without what stands between them."""
    return WORD.findall(text)


def exactly(text: str) -> re.Pattern[str]:
    """Matches the same characters, however white space runs between them."""
    return _whole(r"\s+".join(map(re.escape, text.split())))


def same_words(text: str) -> re.Pattern[str]:
    """Matches the same words in the same order, whatever their case and what is between them."""
    return _whole(BETWEEN.join(map(re.escape, words_of(text))), re.IGNORECASE)


def _whole(pattern: str, flags: int = 0) -> re.Pattern[str]:
    # Part of a word is not what was said: "arrest" is not in "arrested".
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])" if pattern else r"(?!)", flags)
