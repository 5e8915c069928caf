"""Which headings are those of agenda items, told from layout cues that minutes share.

The headings of one document share a style. The style that suits best as that of the items decides:
many, counting up, set apart, each with text of its own, together over all of the document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.announced import announced_items
from index.few_items import numbered_paragraphs, only_heading, title_of_page, told_items
from index.headings import PLAIN, Heading, order_of, read_heading
from index.numbering import REFERENCE, counts_up, numbering, order
from index.readers.blocks import Block, BlockKind
from index.short_lines import short_lines
from index.sifting import (
    STANDARD,
    Headings,
    header_length,
    of_items,
    running_words,
    words_under,
)
from index.speakers import turn

# An item of such a title already is what a standard item under it would be.
CLOSING = re.compile(r"\b(?:dates?|meetings?|clos\w+|next)\b", re.IGNORECASE)
MARKED = re.compile(r"h\d")
HOUR = re.compile(r"\d{1,2}\.\d\d\s")
# So much of a document under one heading shows that others have not been told.
MOST = 0.7
# Settings that say less than bold type and marked headings do.
TYPED = frozenset({"row", "capitals", "named"})


def find_headings(blocks: Sequence[Block], speakers: frozenset[str] = frozenset()) -> Headings:
    """Return the headings of agenda items by the position of their block.

    ``speakers`` are those of a verbatim report, whose turns are no headings.
    """
    found = (read_heading(block) for block in blocks)
    candidates = {
        at: heading
        for at, heading in enumerate(found)
        if heading and not turn(blocks[at], speakers)
    }
    candidates |= _numbered_like_hours(blocks, candidates)
    chosen = _chosen(blocks, candidates)
    if chosen and not _heads_nothing_else(blocks, chosen):
        return chosen
    lines = short_lines(blocks, speakers)
    if chosen:
        lines = {at: line for at, line in lines.items() if at not in candidates}
    others = announced_items(blocks, speakers) or _chosen(blocks, lines)
    return (
        max(chosen, others, key=lambda found: _fit(blocks, found))
        or numbered_paragraphs(told_items(blocks))
        or only_heading(blocks, candidates)
        or title_of_page(blocks)
    )


def _heads_nothing_else(blocks: Sequence[Block], headings: Headings) -> bool:
    """Whether most of the document stands under one heading, none of them being numbered."""
    bodies = words_under(blocks, headings).values()
    numbered = any(heading.numbered for heading in headings.values())
    return not numbered and max(bodies) > MOST * sum(bodies)


def _numbered_like_hours(blocks: Sequence[Block], candidates: Headings) -> Headings:
    """Headings whose numbers could be hours, 21.44 and 21.45, but count up one by one."""
    found = {at: blocks[at].text.split()[0] for at in candidates if HOUR.match(blocks[at].text)}
    if len(found) < 3 or counts_up(list(found.values())) < 1:
        return {}
    return {
        at: replace(candidates[at], number=number, style=f"9.9|{candidates[at].setting}")
        for at, number in found.items()
    }


def _chosen(blocks: Sequence[Block], candidates: Headings) -> Headings:
    """The headings in the style that suits best, and those that belong to them."""
    header = header_length(blocks) or 1
    styles: dict[str, Headings] = defaultdict(dict)
    for at, heading in candidates.items():
        if at >= header or heading.numbered:
            styles[heading.style][at] = heading
    suited = {
        style: of_items(blocks, headings)
        for style, headings in styles.items()
        if not _counts_paragraphs(blocks, headings)
    }
    chosen = max(suited, key=lambda style: _fit(blocks, suited[style]), default="")
    found = suited.get(chosen, {})
    if len(found) < 2:
        return {}
    if next(iter(found.values())).numbered:
        found = _without_gaps(found, told_items(blocks) | candidates)
        found = _cut_at_colons(blocks, _without_translated(found))
    else:
        found |= _set_higher(blocks, found, candidates)
        found = {at: _with_reference(heading, blocks[at + 1 :]) for at, heading in found.items()}
    return dict(sorted((found | _standard_items(blocks, found)).items()))


def _cut_at_colons(blocks: Sequence[Block], found: Headings) -> Headings:
    """Headings in plain text end at their colons where most have text on the same line."""
    plain = {at: each for at, each in found.items() if each.setting == "plain"}
    followed = (
        ": " in each.title or each.length < len(blocks[at].text) for at, each in plain.items()
    )
    if 2 * sum(followed) <= len(found):
        return found
    return found | {at: _before_colon(blocks[at].text, each) for at, each in plain.items()}


def _before_colon(text: str, heading: Heading) -> Heading:
    title, colon, _ = heading.title.partition(": ")
    end = text.index(heading.title) + len(title) + 1
    return replace(heading, title=title, length=end) if colon else heading


def _set_higher(blocks: Sequence[Block], found: Headings, candidates: Headings) -> Headings:
    """Marked headings of a higher level, after the first one found, with text of their own."""
    setting = next(iter(found.values())).setting
    higher = {
        at: heading
        for at, heading in candidates.items()
        if MARKED.match(setting) and MARKED.match(heading.setting) and heading.setting < setting
    }
    bodies = words_under(blocks, dict(sorted((found | higher).items())))
    return {at: each for at, each in higher.items() if at > min(found) and bodies[at]}


def _with_reference(heading: Heading, below: Sequence[Block]) -> Heading:
    """A heading with the minute number that stands alone on the line under it."""
    alone = below and re.fullmatch(REFERENCE, below[0].text)
    return replace(heading, minute_ref=below[0].text) if alone else heading


def _counts_paragraphs(blocks: Sequence[Block], headings: Headings) -> bool:
    """Whether the numbers of headings are those of paragraphs, most of which are no headings."""
    shape, _, setting = next(iter(headings.values())).style.partition("|")
    if not shape or setting not in PLAIN:
        return False
    read = (numbering(block.text) for block in blocks)
    alike = [found.reference or found.number for found in read if found and found.shape == shape]
    return len(alike) > 2 * len(headings) and counts_up(alike) == 1


def _fit(blocks: Sequence[Block], headings: Headings) -> float:
    """How well headings suit as those of the items; 0 for a single one."""
    if len(headings) < 2:
        return 0.0
    bodies = list(words_under(blocks, headings).values())
    first = next(iter(headings.values()))
    weight = 1.0 if first.setting in PLAIN else 2.0 if first.setting in TYPED else 2.5
    titles = {heading.title for heading in headings.values()}
    weight *= (len(titles) / len(headings)) ** 2
    if first.style.partition("|")[0]:
        weight *= 4 * counts_up([heading.counter for heading in headings.values()]) ** 2
    # A list within one item leaves most of the document before it or under its last entry.
    before = sum(running_words(block) for block in blocks[: min(headings)])
    whole = max(sum(bodies) + before, 1)
    weight *= (1.05 - (max(bodies) / whole) ** 2) * (1 - before / whole) ** 2
    return weight * (sum(map(bool, bodies)) + len(headings) / 10)


def _without_gaps(found: Headings, candidates: Headings) -> Headings:
    """Add headings in another style whose number is the next one missing."""
    filled = dict(found)
    for at, heading in candidates.items():
        before = max((other for other in filled if other < at), default=None)
        after = min((other for other in found if other > at), default=None)
        over = before is not None and _follows(filled[before], heading)
        under = after is not None and _follows(heading, found[after])
        early = after is None or order_of(heading) < order_of(found[after])
        # Without any setting only a number that fits on both sides is surely an item's.
        fits = over and (under or (early and heading.setting != "plain"))
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


def _follows(before: Heading, heading: Heading) -> bool:
    """Whether a number is the next one, or the next part of the same: 7, 8; 7i, 7ii; 6, 7i."""
    a, b = order(before.number), order(heading.number)
    if not len(a) == len(b) == 1:
        return False
    return b[0] == a[0] + 1 or (b == a and before.number != heading.number)


def _standard_items(blocks: Sequence[Block], found: Headings) -> Headings:
    """Closing items outside the numbering, after the first item."""
    return {at: heading for at, heading in _closing(blocks, found) if at not in found}


def _closing(blocks: Sequence[Block], found: Headings) -> Iterator[tuple[int, Heading]]:
    for at in range(min(found) + 1, len(blocks)):
        match = STANDARD.match(blocks[at].text)
        above = found.get(at - 1)
        under = above is not None and CLOSING.search(above.title)
        if match and not under and blocks[at].kind is not BlockKind.BULLET:
            yield at, Heading("standard", "", "", match["title"], match.end())
