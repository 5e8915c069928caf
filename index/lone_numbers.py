"""Numbers that stand alone, on a line or in the first column of a table, and what they count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from index.headings import is_subheading
from index.numbering import REFERENCE, numeral, order
from index.readers.blocks import Block, BlockKind
from index.run_in import is_capitalized

# What may stand in the first column beside an agenda item: 3, 3., 3.1, 077/21, TB/31, EOS.40.
NUMBER = re.compile(
    r"^(?:(?i:(?:agenda )?item|minute) (?:(?i:no)\.? )?)?"
    rf"(?:{REFERENCE}|\(?(?:[A-Za-z]{{1,6}}[./ -]?)?\d{{1,4}}(?:[./]\d{{1,4}})*[.):]?)$|"
    r"^(?:[A-Z]|[IVX]{1,5})[.)]?$"
)
# A number that what it counts stands beside.
LEADING = re.compile(r"^(?:[A-Z]{1,6}[./ -]?)?\d{1,4}(?:[./]\d{1,4})*[.):]?(?=\s)")
TITLE_WORDS = 15
FEWEST = 4  # Numbers that show by counting what they count.
FLOWING = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def with_lone_numbers(blocks: Sequence[Block]) -> list[Block]:
    """Join numbers that stand alone on their lines to what they count, under them."""
    leading = (
        NUMBER.match(block.text) or LEADING.match(block.text) if block.kind in FLOWING else None
        for block in blocks
    )
    numbers = {at: match[0] for at, match in enumerate(leading) if match}
    alike = sorted(numbers, key=lambda at: _kind(numbers[at]))
    counting = {
        at
        for one, other in [*pairwise(numbers), *pairwise(alike)]
        if one < other and _counts_on(order(numbers[one]), order(numbers[other]))
        for at in (one, other)
    }
    joined = {
        at
        for at in counting
        if NUMBER.match(blocks[at].text) and _may_be_numbered(numbers[at], blocks[at + 1 : at + 2])
    }
    joined -= _under_titles(blocks, {at: _kind(numbers[at]) for at in joined})
    joined |= _counting_paragraphs(blocks) | _numerals(blocks)
    return [
        with_number(blocks[at - 1], block) if at - 1 in joined else block
        for at, block in enumerate(blocks)
        if at not in joined
    ]


def _counting_paragraphs(blocks: Sequence[Block]) -> set[int]:
    """Numbers without a sign that count up from 1, each over a paragraph; no page's number is.

    The text of a page goes on from the one before, somewhere in the middle of a sentence.
    """
    alone = [at for at, block in enumerate(blocks[:-1]) if block.text.isdigit()]
    counting = [blocks[at].text for at in alone] == [str(1 + at) for at in range(len(alone))]
    under = [blocks[at + 1].text for at in alone]
    begin = all(text[0].isupper() and len(text.split()) > TITLE_WORDS for text in under)
    return set(alone) if counting and begin and len(alone) >= FEWEST else set()


def _numerals(blocks: Sequence[Block]) -> set[int]:
    """Roman numerals that stand alone and count up from I, whatever letters stand between them."""
    found: list[int] = []
    for at, block in enumerate(blocks[:-1]):
        if numeral(block.text.rstrip(".)")) == len(found) + 1:
            found.append(at)
    below = (blocks[at + 1] for at in found)
    titled = all(block.kind in FLOWING and block.text[0].isupper() for block in below)
    return set(found) if titled and len(found) >= FEWEST else set()


def _kind(number: str) -> str:
    return re.sub(r"\d+", "9", number)


def _counts_on(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether a number is the next one: 3 or 2.1 after 2, 3 after 2.4, 078/21 after 077/21."""
    steps = [(before[:at], part + 1, before[at + 1 :]) for at, part in enumerate(before)]
    following = [(*kept, part, *rest) for kept, part, rest in steps]
    return after in [*following, *((*kept, part) for kept, part, _ in steps), (*before, 1)]


def _may_be_numbered(number: str, below: Sequence[Block]) -> bool:
    """Whether a number counts the block below it; one without any sign may be a page's."""
    if not below or below[0].kind not in FLOWING or NUMBER.match(below[0].text):
        return False
    text = below[0].text
    title = len(text.split()) <= TITLE_WORDS and not text.endswith((".", ";", ","))
    return text[0].isupper() and (title or not number.isdigit())


def _under_titles(blocks: Sequence[Block], kinds: Mapping[int, str]) -> set[int]:
    """Numbers that count the title above them, as most of their kind do."""
    under = {at for at in kinds if _is_under_title(blocks[max(at - 1, 0) : at + 2])}
    often, all_of_kind = Counter(kinds[at] for at in under), Counter(kinds.values())
    return under | {at for at, kind in kinds.items() if 2 * often[kind] >= all_of_kind[kind]}


def _is_under_title(around: Sequence[Block]) -> bool:
    """Whether a number stands between its title, which is set apart, and a sentence."""
    if len(around) < 3 or not (is_subheading(around[0]) or around[0].text.isupper()):
        return False
    return around[2].text.endswith(".") and not is_capitalized(around[2].text)


def with_number(number: Block, title: Block) -> Block:
    """A block with its number before it."""
    text = f"{number.text} {title.text}"
    emphasis = title.emphasis + len(text) - len(title.text) if title.emphasis else 0
    return replace(title, text=text, emphasis=emphasis, number=number.text)
