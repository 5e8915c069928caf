"""Headings that are set letter by letter: "M I N U T E S"."""

from __future__ import annotations

import re

SPACED = re.compile(r"\b(?:[A-Z] ){4,}[A-Z]\b")


def closed_up(line: str) -> str:
    """A heading set letter by letter, as words: "M I N U T E S", "A U D I T B O A R D"."""
    return SPACED.sub(lambda match: _words_of(match[0].replace(" ", "")), line)


def _words_of(letters: str) -> str:
    """Letters closed up, cut before the word that names the body."""
    match = re.search(r"(?<=\w)(?:BOARD|COMMITTEE|PANEL|CABINET|FORUM|COUNCIL|GROUP)$", letters)
    return f"{letters[: match.start()]} {match[0]}" if match else letters
