"""How one wording differs from another, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

TOKEN = re.compile(r"\S+")


class Change(StrEnum):
    """What happens to words on the way from one wording to the other."""

    SAME = "same"
    LEFT_OUT = "left_out"
    PUT_IN = "put_in"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that both wordings have, or only the first (left out), or only the second (put in)."""

    change: Change
    words: str


def compare(first: str, second: str) -> tuple[Difference, ...]:
    """The way from one wording to another, in order; white space does not count."""
    before, after = first.split(), second.split()
    return tuple(_differences(before, after))


def _differences(before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for operation, start, end, to_start, to_end in matcher.get_opcodes():
        if operation == "equal":
            yield Difference(Change.SAME, " ".join(after[to_start:to_end]))
            continue
        if end > start:
            yield Difference(Change.LEFT_OUT, " ".join(before[start:end]))
        if to_end > to_start:
            yield Difference(Change.PUT_IN, " ".join(after[to_start:to_end]))
