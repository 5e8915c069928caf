"""Short lines over running text, or over the turns of speakers, as headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.attached import without_attached
from index.dates import dates_in
from index.entries import begins_with_person
from index.headings import (
    NOT_A_HEADING,
    Heading,
    without_stop,
)
from index.readers.blocks import Block, BlockKind
from index.run_in import begins_large, is_capitalized
from index.running import SAID, running_words
from index.sifting import Headings
from index.speakers import OFFICE_ALONE, turn

# A heading whose setting is lost has at most so many words.
SHORT = 10
FACT = re.compile(r"\w+:\s+\S")
# What a sentence has over a list, and no title.
LEADS_IN = re.compile(r"\b(?:is|are|was|were|be|been|following)\b.*:$")
APPROVAL = re.compile(
    r"\b(?:approv|agree|confirm|adopt|amend|accept)\w*\b.*\bminutes\b|\bminutes\b.*\b(?:last|previous)\b",
    re.IGNORECASE,
)
SUM = re.compile(r"[£$€]\s?\d")


def short_lines(blocks: Sequence[Block], speakers: frozenset[str]) -> Headings:
    """Short lines over running text: what is left of headings where the setting is lost."""
    # A verbatim report has its headings among the turns; before them stand contents and lists.
    begun = next((at for at, block in enumerate(blocks) if turn(block, speakers)), 0)
    blocks = [without_attached(block) for block in blocks]
    return {
        at: short_heading(block.text, "bullet" if block.kind is BlockKind.BULLET else "short")
        for at, (block, below) in enumerate(pairwise(blocks))
        if (block.kind is BlockKind.PARAGRAPH or _stands_over(block, below))
        and at >= begun - 2
        and is_short_title(block.text, spoken := turn(below, speakers) is not None)
        and (spoken or running_words(below) or _is_point(below))
        and not turn(block, speakers)
        and (spoken or not _are_listed(blocks[max(at - 1, 0) : at + 1]))
    }


def short_heading(text: str, setting: str = "short") -> Heading:
    """A line of text as the heading of an item."""
    return Heading(f"|{setting}", "", "", without_stop(text.rstrip(":")), len(text))


def _stands_over(block: Block, below: Block) -> bool:
    """Whether an entry of a list heads paragraphs: "■ Income", and what is said of it."""
    return block.kind is BlockKind.BULLET and below.kind is BlockKind.PARAGRAPH


def _is_point(block: Block) -> bool:
    """Whether an entry of a list says something, rather than names somebody."""
    words = block.text.split()
    small = sum(word[0].islower() for word in words)
    return block.kind is BlockKind.BULLET and len(words) >= SAID and 2 * small >= len(words)


def _are_listed(blocks: Sequence[Block]) -> bool:
    """Whether a line and the one above it are entries of a list of people, or labelled facts."""
    people = all(begins_with_person(block.text) for block in blocks)
    return len(blocks) > 1 and (people or all(FACT.match(block.text) for block in blocks))


def is_short_title(text: str, spoken: bool = False) -> bool:
    """Whether a line may be a title; over the turn of a speaker, it may end in a stop."""
    if (
        NOT_A_HEADING.search(text)
        or SUM.search(text)
        or LEADS_IN.search(text)
        or OFFICE_ALONE.fullmatch(text.rstrip(":"))
    ):
        return False
    ends = text.endswith((",", ";", "?", "!", "—") if spoken else (".", ",", ";", "?", "!", "—"))
    told = text.endswith(".") and not is_capitalized(text)
    begins = begins_large(text.lstrip("“‘\"'"))
    return len(text.split()) <= SHORT and begins and not (ends or told or _is_dated(text))


def _is_dated(text: str) -> bool:
    """Whether a line says when something was, other than the minutes to be approved."""
    return bool(dates_in(text)) and APPROVAL.search(text) is None
