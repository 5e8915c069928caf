"""Which headings are those of agenda items, told from layout cues that minutes share.

The headings of one document share a style. The style that suits best as that of the items decides:
many, counting up, set apart, each with text of its own, together over all of the document.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.announced import announced_items
from index.dates import dates_in
from index.headings import PLAIN, Heading, read_heading
from index.numbering import counts_up, order
from index.people import attendance_label
from index.readers.blocks import Block, BlockKind
from index.speakers import speakers_of, turn

# Items that close minutes everywhere and often stand outside the numbering.
STANDARD = re.compile(
    r"^(?P<title>(?:(?:dates?|time|date and time|details)(?: and (?:time|venue))? of (?:the )?"
    r"(?:next|future) (?:\w+ )?meetings?|(?:next|future) (?:\w+ )?meetings?(?: dates?)?|"
    r"any other (?:\w+ )?business|A\.?O\.?B\.?|close(?: of meeting)?))"
    r"(?:\s*[:–—-]\s*|\s+(?=(?:mon|tue|wed|thu|fri|sat|sun)\w*\b)|\s*$)",
    re.IGNORECASE,
)
# An item of such a title already is what a standard item under it would be.
CLOSING = re.compile(r"\b(?:dates?|meetings?|clos\w+|next)\b", re.IGNORECASE)
# Parts of an item that have headings of their own.
PART = re.compile(r"^(?:points|comments|issues|questions) (?:made|raised)\b", re.IGNORECASE)
ATTENDING = re.compile(
    r"(?:[\w/]+ ){0,3}(?:attendees|attending|present|apologies|officials|members|guests?|presenters|"
    r"observers|speakers)(?: \(.*\))?",
    re.IGNORECASE,
)
HEADER = 8
# A block of so many words runs on even where no stop ends it.
RUNNING = 20
SHORT = 10
# What stands under the last item: so many words, or entries of a list.
SAID = 6
LISTED = frozenset({BlockKind.BULLET, BlockKind.ROW})

Headings = dict[int, Heading]


def find_headings(blocks: Sequence[Block]) -> Headings:
    """Return the headings of agenda items by the position of their block."""
    speakers = speakers_of(blocks)
    candidates = {
        at: heading
        for at, block in enumerate(blocks)
        if (heading := read_heading(block)) and not turn(block, speakers)
    }
    if found := _chosen(blocks, candidates):
        return found
    return announced_items(blocks, speakers) if speakers else _chosen(blocks, _short_lines(blocks))


def _chosen(blocks: Sequence[Block], candidates: Headings) -> Headings:
    """The headings in the style that suits best, and those that belong to them."""
    header = _header_length(blocks)
    styles: dict[str, Headings] = defaultdict(dict)
    for at, heading in candidates.items():
        if at >= header or heading.numbered:
            styles[heading.style][at] = heading
    suited = {style: _of_items(blocks, headings) for style, headings in styles.items()}
    chosen = max(suited, key=lambda style: _fit(blocks, suited[style]), default="")
    found = suited.get(chosen, {})
    if len(found) < 2:
        return {}
    if next(iter(found.values())).numbered:
        found = _without_gaps(found, candidates)
    return dict(sorted((found | _standard_items(blocks, found)).items()))


def _header_length(blocks: Sequence[Block]) -> int:
    """How many blocks, up to the one with the date, name the body and the meeting."""
    dated = (at for at, block in enumerate(blocks[:HEADER]) if dates_in(block.text))
    return next(dated, 0) + 1


def _of_items(blocks: Sequence[Block], headings: Headings) -> Headings:
    """The headings of one style without those of lists, labels and the attendance."""
    if any(heading.numbered for heading in headings.values()):
        return _without_listing(blocks, headings)
    if any(heading.style.partition("|")[0] for heading in headings.values()):
        return headings
    return _without_signature(blocks, _without_labels(_without_front(blocks, headings)))


def _without_listing(blocks: Sequence[Block], headings: Headings) -> Headings:
    """Numbered headings without the agenda: a list of titles before the items themselves."""
    items = list(headings.items())
    restart = next(
        (i for i, (a, b) in enumerate(pairwise(items), 1) if _order(b[1]) <= _order(items[0][1])),
        0,
    )
    listing, rest = dict(items[:restart]), dict(items[restart:])
    bodies = _bodies(blocks, headings)
    listed = sum(bool(bodies[at]) for at in listing) <= len(listing) / 4
    return rest if listed and len(listing) > 1 and len(rest) > 1 else headings


def _without_front(blocks: Sequence[Block], headings: Headings) -> Headings:
    """Headings from the first on that heads running text other than the attendance."""
    bodies = _bodies(blocks, headings)
    for number, (at, heading) in enumerate(headings.items()):
        apologies = number == 0 and heading.title.casefold().startswith("apolog")
        people = _lists_people(heading.title) and not apologies
        if bodies[at] and not people and not _is_letterhead(blocks, at, heading.title):
            return dict(list(headings.items())[number:])
    return {}


def _is_letterhead(blocks: Sequence[Block], at: int, title: str) -> bool:
    """Whether a heading only repeats what the first lines name: the body that met."""
    above = blocks[: min(at, HEADER)] if " " in title else ()
    return any(title.casefold() in block.text.casefold() for block in above)


def _lists_people(title: str) -> bool:
    return attendance_label(title) is not None or ATTENDING.fullmatch(title) is not None


def _without_labels(headings: Headings) -> Headings:
    """Headings without those of parts of an item: "Decision", "Cost:"."""
    plain = {at: heading for at, heading in headings.items() if not heading.colon}
    if len(headings) - len(plain) < 2 or len(plain) < 3:
        plain = headings
    titles = Counter(heading.title.casefold() for heading in plain.values())
    return {
        at: heading
        for at, heading in plain.items()
        if titles[heading.title.casefold()] == 1
        and not PART.match(heading.title)
    }


def _without_signature(blocks: Sequence[Block], headings: Headings) -> Headings:
    """Headings without the last ones where nothing stands under them."""
    kept = dict(headings)
    for at, heading in reversed(headings.items()):
        under = blocks[at + 1 : min((other for other in kept if other > at), default=None)]
        said = any(len(block.text.split()) >= SAID or block.kind in LISTED for block in under)
        if said or STANDARD.match(heading.title):
            break
        del kept[at]
    return kept


def _bodies(blocks: Sequence[Block], headings: Headings) -> dict[int, int]:
    """How many words of running text stand under each heading."""
    ends = [*list(headings), len(blocks)][1:]
    return {
        at: len(blocks[at].text[heading.length :].split())
        + sum(_words(block) for block in blocks[at + 1 : end])
        for (at, heading), end in zip(headings.items(), ends, strict=True)
    }


def _words(block: Block) -> int:
    """The words of a block of running text; 0 for names, labels and entries of lists."""
    words = block.text.split()
    small = [word for word in words[1:] if word[0].islower()]
    ends = block.text.rstrip("\"'”’)").endswith((".", "?", "!"))
    # Names are mostly capitals; a sentence that ends with a stop may hold many of them.
    flows = (3 if ends else 2) * len(small) >= len(words) - 1
    runs = flows and block.kind is not BlockKind.ROW and (ends or len(words) >= RUNNING)
    return len(words) if runs and attendance_label(block.text) is None else 0


def _fit(blocks: Sequence[Block], headings: Headings) -> float:
    """How well headings suit as those of the items; 0 for a single one."""
    if len(headings) < 2:
        return 0.0
    bodies = list(_bodies(blocks, headings).values())
    first = next(iter(headings.values()))
    weight = 1.0 if first.setting in PLAIN else 2.0
    titles = {heading.title for heading in headings.values()}
    weight *= (len(titles) / len(headings)) ** 2
    if first.style.partition("|")[0]:
        counters = [heading.minute_ref or heading.number for heading in headings.values()]
        weight *= 4 * counts_up(counters) ** 2
    # A list within one item leaves most of the document before it or under its last entry.
    before = sum(_words(block) for block in blocks[: min(headings)])
    whole = max(sum(bodies) + before, 1)
    weight *= (1.05 - (max(bodies) / whole) ** 2) * (1 - before / whole) ** 2
    return weight * (sum(map(bool, bodies)) + len(headings) / 10)


def _order(heading: Heading) -> tuple[int, ...]:
    return order(heading.minute_ref or heading.number)


def _without_gaps(found: Headings, candidates: Headings) -> Headings:
    """Add headings in another style whose number is the next one missing."""
    filled = dict(found)
    for at, heading in candidates.items():
        before = max((other for other in filled if other < at), default=None)
        after = min((other for other in found if other > at), default=None)
        if at in filled or before is None or heading.setting == "plain":
            continue
        follows = _follows(filled[before], heading)
        if follows and (after is None or _order(heading) < _order(found[after])):
            filled[at] = heading
    return dict(sorted(filled.items()))


def _follows(before: Heading, heading: Heading) -> bool:
    """Whether a number is the next one, or the next part of the same: 7, 8; 7i, 7ii; 6, 7i."""
    if not before.number or not heading.number:
        return False
    a, b = order(before.number), order(heading.number)
    parts = len(a) == len(b) == 1 and b[0] == a[0] and before.number != heading.number
    return bool(a and b) and len(a) == len(b) == 1 and (b[0] == a[0] + 1 or parts)


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


def _short_lines(blocks: Sequence[Block]) -> Headings:
    """Short lines over running text: what is left of headings where the setting is lost."""
    return {
        at: Heading("|short", "", "", block.text.rstrip(":"), len(block.text))
        for at, (block, below) in enumerate(pairwise(blocks))
        if block.kind is BlockKind.PARAGRAPH and _is_short_title(block.text) and _words(below)
    }


def _is_short_title(text: str) -> bool:
    ends = text.endswith((".", ",", ";", "?", "!"))
    return len(text.split()) <= SHORT and text[0].isupper() and not ends and not dates_in(text)
