"""Completes the headings of agenda items with those that are set otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.few_items import told_items
from index.heading_ends import cut_at_signs, without_rest
from index.headings import Heading, order_of
from index.numbering import REFERENCE, order
from index.readers.blocks import Block, BlockKind
from index.set_alike import (
    alone_in_bold,
    before_first,
    in_column,
    plain_between,
    set_alike,
    set_higher,
    usual,
)
from index.sifting import STANDARD, Headings

# An item of such a title already is what a standard item under it would be.
CLOSING = re.compile(r"\b(?:dates?|meetings?|clos\w+|next)\b", re.IGNORECASE)


def completed(blocks: Sequence[Block], found: Headings, candidates: Headings) -> Headings:
    """The headings of one style with those that belong to them; ``candidates`` are of any."""
    if next(iter(found.values())).numbered:
        found = _without_gaps(found, told_items(blocks) | candidates)
        found = cut_at_signs(blocks, _without_translated(found))
        alike = set_alike(blocks, found, candidates) | before_first(blocks, found, candidates)
        found = alike | plain_between(blocks, found) | found
    else:
        found = _without_pairs(blocks, found)
        found = found | set_higher(blocks, found, candidates) | usual(blocks, found)
        found = in_column(blocks, found) | found
        found = found | alone_in_bold(found, candidates)
        found = {at: _with_reference(heading, blocks[at + 1 :]) for at, heading in found.items()}
    found = {at: without_rest(heading) for at, heading in found.items()}
    return dict(sorted((found | _standard_items(blocks, found)).items()))


def _with_reference(heading: Heading, below: Sequence[Block]) -> Heading:
    """A heading with the minute number that stands alone on the line under it."""
    alone = below and re.fullmatch(REFERENCE, below[0].text)
    return replace(heading, minute_ref=below[0].text) if alone else heading


def _without_gaps(found: Headings, candidates: Headings) -> Headings:
    """Add headings in another style whose number is the next one missing.

    What is before the first found is counted back from it.
    """
    filled, places = dict(found), sorted(candidates)
    for at in (*places, *reversed(places)):
        heading = candidates[at]
        before = max((other for other in filled if other < at), default=None)
        after = min((other for other in filled if other > at), default=None)
        over = before is not None and _follows(filled[before], heading)
        under = after is not None and _follows(heading, filled[after])
        early = after is None or order_of(heading) < order_of(filled[after])
        # Without any setting only a number that fits on both sides is surely an item's.
        surely = heading.setting != "plain" or STANDARD.match(heading.title)
        fits = over and (under or (early and surely))
        first = before is None and under and heading.setting != "plain"
        if at not in filled and (fits or first):
            filled[at] = heading
    return dict(sorted(filled.items()))


def _without_translated(found: Headings) -> Headings:
    """Headings without those that the next line gives again, in another language."""
    if len({heading.counter for heading in found.values()}) == 1:
        return found
    return {
        at: heading
        for at, heading in found.items()
        if at + 1 not in found or found[at + 1].counter != heading.counter
    }


def _without_pairs(blocks: Sequence[Block], found: Headings) -> Headings:
    """Headings without the first of each two that stand together, where most do: translations."""
    alone = {at for at, heading in found.items() if heading.length == len(blocks[at].text)}
    first = {at for at in alone if at + 1 in alone and at - 1 not in found}
    if 3 * len(first) <= len(found):
        return found
    return {at: heading for at, heading in found.items() if at not in first}


def _follows(before: Heading, heading: Heading) -> bool:
    """Whether a number is the next one, or the next part of the same: 7, 8; 7i, 7ii; 6, 7i."""
    a, b = order(before.number), order(heading.number)
    alike = before.number[:1].isdigit() == heading.number[:1].isdigit()
    if not (alike and len(a) == len(b) == 1):
        return False
    return b[0] == a[0] + 1 or (b == a and before.number != heading.number)


def _standard_items(blocks: Sequence[Block], found: Headings) -> Headings:
    """Closing items outside the numbering, after the first item."""
    titles = {heading.title.casefold() for heading in found.values()}
    return {
        at: heading
        for at, heading in _closing(blocks, found)
        if at not in found and heading.title.casefold() not in titles
    }


def _closing(blocks: Sequence[Block], found: Headings) -> Iterator[tuple[int, Heading]]:
    for at in range(min(found) + 1, len(blocks)):
        match = STANDARD.match(blocks[at].text)
        above = found.get(at - 1)
        under = above is not None and CLOSING.search(above.title)
        if match and not under and blocks[at].kind is not BlockKind.BULLET:
            yield at, Heading("standard", "", "", match["title"], match.end())
