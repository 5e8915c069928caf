"""Items of minutes without a series of headings: numbered paragraphs, or a heading alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attendance import attendance_label
from index.body_words import KIND_OF_DOCUMENT, says_what_met
from index.dates import times_in
from index.entries import begins_with_person
from index.headings import Heading, without_stop
from index.numbering import numbering
from index.readers.blocks import Block, BlockKind
from index.run_in import short_title_end, told_title_end
from index.running import running_words, words_under
from index.sentences import sentence_spans
from index.short_lines import is_short_title, short_heading
from index.sifting import HEADER, Headings, header_length

# So many paragraphs that count up are items.
FEWEST = 3
FIRST = frozenset({"1", "1.0", "1.1", "I"})
COUNTED = re.compile(r"[1-9]\d*")
# Things are counted rather than items: "2 concerns for safety".
THINGS = re.compile(r"\d+ [a-z]")
# A line that says where the meeting was or how to reach somebody.
REACHED = re.compile(
    r"\b(?:tel|telephone|e-?mail)\b|^(?:venue|location|contact)\s*:", re.IGNORECASE
)
# With what meetings begin; paragraphs that do not may be those of a report.
BUSINESS = re.compile(r"apolog|welcom|declar|interests?\b|minutes|matters|elect|treasurer", re.I)


def told_items(blocks: Sequence[Block]) -> Headings:
    """Numbered paragraphs as if they were items; all of one is its text as well."""
    told = ((at, _told(block)) for at, block in enumerate(blocks))
    return {at: heading for at, heading in told if heading}


def _told(block: Block) -> Heading | None:
    """A paragraph as an item: what is set off as its title, or else its first sentence."""
    text, counted = block.text, numbering(block.text)
    if counted is None or not COUNTED.fullmatch(counted.number) or block.kind is BlockKind.ROW:
        return None
    if THINGS.match(text):
        return None
    start = counted.start
    first = next((stop for _, stop in sentence_spans(text[start:])), len(text) - start)
    end = told_title_end(text, start) or start + first
    title = without_stop(text[start:end].strip().rstrip(" :–—-"))
    return Heading("9|plain", counted.number, counted.reference, title, end, spoken=True)


def numbered_paragraphs(told: Headings) -> Headings:
    """Numbered paragraphs on a meeting's business that count up from 1; a number may be missing."""
    found: Headings = {}
    last = 0
    for at, heading in told.items():
        if int(heading.number) - last in ({1, 2} if found else {1}):
            found[at] = heading
            last = int(heading.number)
    opening = [heading.title for heading in found.values()][:FEWEST]
    return found if len(opening) == FEWEST and any(map(BUSINESS.search, opening)) else {}


def led_paragraphs(blocks: Sequence[Block]) -> Headings:
    """Paragraphs on a meeting's business, most of which begin with a title: "Bank. We have …"."""
    top = header_length(blocks)
    ends = {at: short_title_end(blocks[at].text) for at in range(top, len(blocks))}
    said = [at for at in ends if running_words(blocks[at])]
    led = {at: _led(blocks[at].text[:end]) for at, end in ends.items() if end and at in said}
    opening = [heading.title for heading in led.values()][:FEWEST]
    if len(opening) < FEWEST or 2 * len(led) <= len(said) or not any(map(BUSINESS.search, opening)):
        return {}
    # What a title leads in may be no sentence: "Planning: 5 Bay Road, extension".
    labels = {
        at: blocks[at].text[:end]
        for at, end in ends.items()
        if not attendance_label(blocks[at].text)
    }
    listed = {at: _led(label) for at, label in labels.items() if label.endswith(":")}
    return dict(sorted((led | listed).items()))


def _led(title: str) -> Heading:
    return Heading("|led", "", "", without_stop(title.rstrip(" :–-")), len(title))


def only_heading(blocks: Sequence[Block], candidates: Headings, verbatim: bool) -> Headings:
    """The heading that is number 1 or marked as one, with those of its style, over text.

    In a verbatim report the title of its debate may stand over the date.
    """
    dated = header_length(blocks)
    after = {
        at: each
        for at, each in candidates.items()
        if 0 < dated <= at or (verbatim and not says_what_met(each.title))
    }
    marked = (at for at in after if blocks[at].kind is BlockKind.HEADING)
    numbered = (at for at, each in candidates.items() if each.counter in FIRST)
    first = next(numbered, next(marked, None))
    if first is None:
        return {}
    of_style = candidates if candidates[first].numbered else after
    alike = {at: each for at, each in of_style.items() if each.style == candidates[first].style}
    return alike if any(words_under(blocks, alike).values()) else {}


def title_of_page(blocks: Sequence[Block], verbatim: bool) -> Headings:
    """The heading of a page that holds one debate: the last line over the text, under the date.

    A verbatim report may begin with it.
    """
    dated = header_length(blocks)
    said = next((at for at in range(dated, len(blocks)) if running_words(blocks[at])), 0)
    may_begin = bool(dated) or (verbatim and not says_what_met(blocks[0].text))
    near = may_begin and dated < said < dated + HEADER
    if not near or KIND_OF_DOCUMENT.match(blocks[said].text):
        return {}
    over = blocks[dated:said]
    if any(attendance_label(block.text) for block in over):
        return {}
    titles = [at for at, block in enumerate(over, dated) if _may_be_title(block.text)]
    return {at: short_heading(blocks[at].text) for at in titles[-1:]}


def _may_be_title(text: str) -> bool:
    """Whether a line is no time or place, no speaker with a party or office, no row of links."""
    speaks = "(" in text and begins_with_person(text)
    other = speaks or times_in(text) or REACHED.search(text) or " | " in text
    return is_short_title(text) and not other
