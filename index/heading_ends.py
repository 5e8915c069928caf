"""Where each heading of the agenda items ends on its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.entries import is_roll
from index.headings import TITLE_WORDS, Heading
from index.readers.blocks import Block
from index.sifting import STANDARD, Headings
from index.titles import title_end

# What sets a title off from what was said on the same line.
SIGN = re.compile(r"\s*:\s|\s[–—-]\s(?=[a-z])")
DASH = re.compile(r"\s[–—-]\s")
# A sentence after a dash: "Minutes – The minutes were agreed".
TOLD = re.compile(
    r"\s[–—-]\s(?=(?:The|It|There|This|These|No|None|An?)\s(?:\S+\s){0,12}?(?:was|were|had|has|have)\b)"
)


def cut_at_signs(blocks: Sequence[Block], found: Headings) -> Headings:
    """Headings in plain text end at their colons or dashes where most have text on the same line.

    One that a list of people follows on it does anyway.
    """
    plain = {at: each for at, each in found.items() if each.setting == "plain"}
    followed = (
        each.length < len(blocks[at].text) or (_sign(each) and _says_all(blocks, found, at))
        for at, each in plain.items()
    )
    most = 2 * sum(map(bool, followed)) > len(found)
    return found | {
        at: _before_sign(blocks[at].text, each, sign)
        for at, each in plain.items()
        if (sign := _sign(each, most))
        and (most or TOLD.search(each.title) or is_roll(each.title[sign.end() :]))
    }


def _sign(heading: Heading, most: bool = False) -> re.Match[str] | None:
    """What sets a title off; where most are, any dash before more words than a title has."""
    dash = DASH.search(heading.title) if most else None
    if dash and len(heading.title[dash.end() :].split()) > TITLE_WORDS:
        return dash
    return SIGN.search(heading.title) or TOLD.search(heading.title)


def _says_all(blocks: Sequence[Block], found: Headings, at: int) -> bool:
    """Whether nothing stands under a heading, or it ends as a sentence does."""
    return at + 1 in found or at + 1 == len(blocks) or blocks[at].text.endswith(".")


def _before_sign(text: str, heading: Heading, sign: re.Match[str]) -> Heading:
    end = text.index(heading.title) + sign.end()
    return replace(heading, title=heading.title[: sign.start()], length=end)


def without_rest(heading: Heading) -> Heading:
    """A heading without what its line goes on with: names, "none", or a sentence."""
    end = title_end(heading.title)
    length = heading.length - len(heading.title) + end
    whole = end == len(heading.title)
    cut = heading if whole else replace(heading, title=heading.title[:end], length=length)
    return _up_to_date(cut)


def _up_to_date(heading: Heading) -> Heading:
    """A heading on the next meeting without what it says of it: "Next meeting: 4 May"."""
    match = STANDARD.match(heading.title)
    if not match or match.end() == len(heading.title):
        return heading
    length = heading.length - len(heading.title) + match.end()
    return replace(heading, title=match["title"], length=length)
