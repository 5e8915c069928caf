"""Agenda items that the chair only announces: "Item 2, rough sleeping. We have …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.headings import Heading
from index.readers.blocks import Block
from index.speakers import turn

ANNOUNCED = re.compile(
    r"(?:^|(?<=[.!?:]\s))(?:(?:we (?:now )?(?:move|turn|come)(?: now)?(?: on)? to|(?:the )?next is|"
    r"this brings us to|moving on to)\s+)?(?:agenda\s+)?item (?:number |no\. )?(?P<number>\d{1,2})"
    r"(?: today| this \w+)?(?:\s+(?:is|concerns)|[,:]|\s+[–—-])\s+(?:then,?\s+)?(?:the\s+)?"
    r"(?P<title>[^.;:!?]{3,120}?)(?=\s+and (?:I|we)\b|[.;!?,]|$)",
    re.IGNORECASE,
)


def announced_items(blocks: Sequence[Block], speakers: frozenset[str]) -> dict[int, Heading]:
    """The first announcement of each item, by the position of the turn that makes it.

    The words stay in the turn as well: the heading is a part of it.
    """
    found: dict[int, Heading] = {}
    for at, block in enumerate(blocks):
        match = ANNOUNCED.search(block.text) if turn(block, speakers) else None
        if match and all(match["number"] != heading.number for heading in found.values()):
            found[at] = Heading(
                "announced", match["number"], "", match["title"], match.end(), spoken=True
            )
    return found if len(found) > 1 else {}
