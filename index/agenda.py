"""Which headings are those of agenda items, told from layout cues that minutes share.

The headings of one document share a style. The style that suits best as that of the items decides:
many, counting up, set apart, each with text of its own, together over all of the document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from index.announced import announced_items
from index.body_words import says_what_met
from index.completing import completed
from index.contents import headings_of_contents
from index.few_items import (
    led_paragraphs,
    numbered_paragraphs,
    only_heading,
    title_of_page,
    told_items,
)
from index.headings import PLAIN, read_heading
from index.numbering import counts_up, numbering, numeral
from index.readers.blocks import Block
from index.running import running_words, words_under
from index.short_lines import short_lines
from index.sifting import Headings, header_length, of_items
from index.speakers import is_speaker, turn

HOUR = re.compile(r"\d{1,2}\.\d\d\s")
NUMERAL = re.compile(r"[IVX]+\s+(?=[A-Z])")
# So much of a document under one heading shows that others have not been told.
MOST = 0.7
# So many of the bold labels before what was said are those of speakers.
SPOKEN = 0.8
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
    candidates = _without_speakers(blocks, candidates)
    candidates |= _numbered_like_hours(blocks, candidates) | _with_numerals(candidates)
    in_style, listed = _chosen(blocks, candidates), _in_contents(blocks)
    chosen = max(in_style, listed, key=lambda found: _fit(blocks, found))
    if chosen and not _heads_nothing_else(blocks, chosen):
        return chosen
    lines = short_lines(blocks, speakers)
    if chosen:
        lines = {at: line for at, line in lines.items() if at not in candidates}
    others = announced_items(blocks, speakers) or _chosen(blocks, lines)
    return (
        max(chosen, others, key=lambda found: _fit(blocks, found))
        or numbered_paragraphs(told_items(blocks))
        or led_paragraphs(blocks)
        or only_heading(blocks, candidates, bool(speakers))
        or title_of_page(blocks, bool(speakers))
    )


def _in_contents(blocks: Sequence[Block]) -> Headings:
    """The headings that a list of contents names, of those that could be items'."""
    listed = headings_of_contents(blocks)
    return of_items(blocks, listed) if listed else {}


def _without_speakers(blocks: Sequence[Block], candidates: Headings) -> Headings:
    """Headings without bold names before what was said, some of them more than once."""
    bold = {
        at: block.text[: block.emphasis].strip()
        for at, block in enumerate(blocks)
        if 0 < block.emphasis < len(block.text)
    }
    labels = {at: label.rstrip(" :") for at, label in bold.items() if label.endswith(":")}
    named = {at for at, label in labels.items() if is_speaker(label)}
    if len(set(labels.values())) == len(labels) or len(named) < SPOKEN * len(labels):
        return candidates
    return {at: each for at, each in candidates.items() if at not in named}


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


def _with_numerals(candidates: Headings) -> Headings:
    """Headings that roman numerals count up from I: these are no letters, and need no stop."""
    found: Headings = {}
    setting = ""
    for at, heading in candidates.items():
        match = None if heading.numbered else NUMERAL.match(heading.title)
        number = match[0].strip() if match else heading.number
        if numeral(number) == len(found) + 1:
            title = heading.title[match.end() if match else 0 :]
            setting = setting or heading.setting
            found[at] = replace(heading, number=number, title=title, style=f"I|{setting}")
    return found if len(found) > 2 else {}


def _chosen(blocks: Sequence[Block], candidates: Headings) -> Headings:
    """The headings in the style that suits best, and those that belong to them."""
    header = header_length(blocks) or (0 if _begins_at_once(blocks) else 1)
    styles: dict[str, Headings] = defaultdict(dict)
    for at, heading in candidates.items():
        if at >= header or heading.numbered:
            styles[heading.style][at] = heading
    suited = {
        style: of_items(blocks, headings)
        for style, headings in styles.items()
        if not (_counts_paragraphs(blocks, headings) or _are_parts(styles, style))
    }
    chosen = max(suited, key=lambda style: _fit(blocks, suited[style]), default="")
    found = suited.get(chosen, {})
    return completed(blocks, found, candidates) if len(found) > 1 else {}


def _are_parts(styles: dict[str, Headings], style: str) -> bool:
    """Whether letters count the headings of a style within one that a numeral counts."""
    numerals = [at for name, found in styles.items() if name.startswith("I|") for at in found]
    before = {sum(other < at for other in numerals) for at in styles[style]}
    return style.startswith("A|") and len(numerals) > 0 and len(before) == 1


def _begins_at_once(blocks: Sequence[Block]) -> bool:
    """Whether the first line heads running text rather than naming the meeting or the body."""
    return len(blocks) > 1 and running_words(blocks[1]) > 0 and not says_what_met(blocks[0].text)


def _counts_paragraphs(blocks: Sequence[Block], headings: Headings) -> bool:
    """Whether the numbers of headings are those of paragraphs, most of which are no headings."""
    shape, _, setting = next(iter(headings.values())).style.partition("|")
    if not shape or setting not in PLAIN:
        return False
    read = (numbering(block.text) for block in blocks)
    alike = [found.reference or found.number for found in read if found and found.shape == shape]
    counters = {heading.counter for heading in headings.values()}
    few = len(alike) > (1 if alike[:1] == ["1"] and "1" not in counters else 2) * len(headings)
    return few and counts_up(alike) == 1


def _fit(blocks: Sequence[Block], headings: Headings) -> float:
    """How well headings suit as those of the items; 0 for a single one."""
    if len(headings) < 2:
        return 0.0
    bodies = list(words_under(blocks, headings).values())
    first = next(iter(headings.values()))
    weight = 1.0 if first.setting in PLAIN else 2.0 if first.setting in TYPED else 2.5
    titles = {heading.title for heading in headings.values()}
    weight *= (len(titles) / len(headings)) ** 2
    counters = [heading.counter for heading in headings.values()]
    if first.style.partition("|")[0] and len(set(counters)) > 1:
        weight *= 4 * counts_up(counters) ** 2
    # A list within one item leaves most of the document before it or under its last entry.
    # Where no stop ends any text under the headings, nothing can be said of what is before them.
    before = sum(running_words(block) for block in blocks[: min(headings)]) if any(bodies) else 0
    whole = max(sum(bodies) + before, 1)
    weight *= (1.05 - (max(bodies) / whole) ** 2) * (1 - before / whole) ** 2
    return weight * (sum(map(bool, bodies)) + len(headings) / 10)
