"""Headings that a list of contents names: its lines stand again over what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from index.headings import Heading, without_stop
from index.readers.blocks import Block
from index.running import running_words

CONTENTS = re.compile(r"(?:table of )?contents:?|cynnwys:?", re.IGNORECASE)
# The page that an entry is on: "Questions ...... 12", "Questions, 12".
PAGE = re.compile(r"(?:\s*(?:\.\s?){3,}|\s*…+|\t|,)\s*\d*\s*$|(?<=[A-Za-z)])\s+\d{1,3}$")
LONGEST = 25  # Words of an entry.


def headings_of_contents(blocks: Sequence[Block]) -> dict[int, Heading]:
    """The lines, by position, that stand in a list of contents before; at least two of them."""
    begins = next((at for at, block in enumerate(blocks) if CONTENTS.fullmatch(block.text)), None)
    if begins is None:
        return {}
    entries = _entries(blocks[begins + 1 :])
    after = begins + 1 + len(entries)
    found: dict[int, Heading] = {}
    for at, block in enumerate(blocks[after:], after):
        if (title := _folded(block.text)) in entries:
            entries = entries[entries.index(title) + 1 :]
            found[at] = Heading("|contents", "", "", without_stop(block.text), len(block.text))
    return found if len(found) > 1 else {}


def _entries(blocks: Sequence[Block]) -> list[str]:
    """The lines of a list, without their pages, up to one that runs on or stands there again."""
    entries: list[str] = []
    for block in takewhile(_may_be_listed, blocks):
        entry = _folded(PAGE.sub("", block.text))
        if entry in entries:
            break
        entries.append(entry)
    return entries


def _may_be_listed(block: Block) -> bool:
    return len(block.text.split()) <= LONGEST and not running_words(block)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
