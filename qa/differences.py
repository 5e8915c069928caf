"""How one wording differs from another, word by word and sign by sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A word or a sign, with the white space after it.
TOKEN = re.compile(r"([^\W_]+|[^\s])\s*")


class Change(StrEnum):
    """What happens to words on the way from one wording to the other."""

    SAME = "same"
    LEFT_OUT = "left_out"
    PUT_IN = "put_in"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that both wordings have, or only the first (left out), or only the second (put in).

    The words that are the same and those put in make up the second wording.
    """

    change: Change
    words: str


def compare(first: str, second: str) -> tuple[Difference, ...]:
    """The way from one wording to another, in order; how white space runs does not count."""
    before, after = list(TOKEN.finditer(first)), list(TOKEN.finditer(second))
    return tuple(_differences(before, after))


def _differences(
    before: Sequence[re.Match[str]], after: Sequence[re.Match[str]]
) -> Iterator[Difference]:
    names = [token[1] for token in before], [token[1] for token in after]
    for operation, start, end, to_start, to_end in SequenceMatcher(
        None, *names, autojunk=False
    ).get_opcodes():
        if operation == "equal":
            yield Difference(Change.SAME, _text(after[to_start:to_end]))
            continue
        if end > start:
            yield Difference(Change.LEFT_OUT, _text(before[start:end]))
        if to_end > to_start:
            yield Difference(Change.PUT_IN, _text(after[to_start:to_end]))


def _text(tokens: Sequence[re.Match[str]]) -> str:
    return "".join(token[0] for token in tokens)
