"""What stands before the text of a Markdown file: its keys and values, in YAML or TOML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

FENCED = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<inside>.*?)\r?\n(?P=fence)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL,
)
PAIR = re.compile(
    r"^[ \t]*(?:- )?(?P<key>[A-Za-z][\w -]{0,30}?)[ \t]*[:=][ \t]*(?P<value>.*?)[ \t]*$"
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``length`` characters of the source, their lines, and each key with its value.

    Keys are in lower case; those inside lists and tables stand beside the others, in order.
    """

    length: int = 0
    lines: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, text: str) -> FrontMatter:
        match = FENCED.match(text)
        lines = [line.strip() for line in match["inside"].splitlines()] if match else []
        pairs = [PAIR.match(line) for line in lines]
        if match is None or not any(pairs):
            return cls()
        values = [
            (pair["key"].lower(), unescape(pair["value"].strip("\"' ")))
            for pair in pairs
            if pair is not None
        ]
        return cls(match.end(), tuple(line for line in lines if line), tuple(values))
