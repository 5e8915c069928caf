"""Which blocks could be the heading of an agenda item, and how each is numbered and set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.attached import without_attached
from index.meeting_dates import says_when
from index.numbering import AGENDA_NUMBER, REFERENCE_AFTER, Numbering, numbering, order
from index.presenters import PRESENTED, without_presenters
from index.readers.blocks import Block, BlockKind
from index.run_in import (
    LEADING,
    begins_large,
    continues,
    guessed_end,
    is_capitalized,
    is_title_alone,
    led_by_capitals,
    names_who_acts,
)

# "ACTION: X to …", "TIME – 10 a.m." and "[The Chair left]" may be set like headings.
NOT_A_HEADING = re.compile(
    r"^(?:new )?(?:actions?|decisions?|due|agreed|resolved|noted)\b[^:]{0,12}(?::\s*|\s[–—-]\s+)\S|"
    r"^(?:time|date|location|venue|place|quorum|attendance|(?:vice-)?chair\w*)\s+[–—-]\s+\S|"
    r"^\[.*\]$|^(?-i:AND|OR|OF|FOR)\s|"
    r"^(?:(?:and|it was|unanimously) )*(?:agreed|resolved|carried|lost|adopted|noted)\W*$|"
    r"^(?:[A-Z]{1,6}[./ -]?)?\d{1,4}(?:/\d{1,4})*[.):]?$|\.{4,}\s*\d*$|"
    r"^(?:(?:table of )?contents|cynnwys|no\. (?:item|title))$|^photo of\b|https?://|\bwww\.",
    re.IGNORECASE,
)
STOPS = (".", "—", "–", ":")
TITLE_WORDS = 15
# Titles as long as those of planning applications, where they are numbered and set apart.
LONG_TITLE_WORDS = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A block as a heading: ``length`` characters of its text are the heading.

    ``style`` is how it is numbered and how it is set, joined by a bar; ``colon`` says that a
    colon ends it, ``spoken`` that it is part of a speech, which goes on.
    """

    style: str
    number: str
    minute_ref: str
    title: str
    length: int
    presenters: str = ""
    colon: bool = False
    spoken: bool = False

    @property
    def numbered(self) -> bool:
        return bool(self.number or self.minute_ref)

    @property
    def counter(self) -> str:
        """What counts it among those of its style."""
        return self.minute_ref or self.number

    @property
    def setting(self) -> str:
        return self.style.rpartition("|")[2]


@lru_cache(4096)
def read_heading(block: Block) -> Heading | None:
    """Read a block as a heading, or None where neither numbering nor setting speaks for one."""
    block = without_attached(block)
    counted = numbering(block.text)
    if counted is None:
        return None
    bold = block.emphasis >= len(block.text)
    if block.kind in {BlockKind.BULLET, BlockKind.ROW} and not (bold and counted.shape):
        return None
    setting = _setting(block, counted)
    length = _heading_length(block, counted)
    title, presenters = without_presenters(block.text[counted.start : length])
    if not _may_head(block, counted, setting, title) or says_when(block.text):
        return None
    # A reference or "Item 4" speaks for itself, whether set in a table row or on its own line.
    style = (
        f"{counted.shape}|{'named' if counted.named else 'plain' if setting == 'led' else setting}"
    )
    number, reference = counted.number, counted.reference
    if match := AGENDA_NUMBER.search(title):
        title, number, reference = title[: match.start()], match[1], reference or number
    if match := REFERENCE_AFTER.search(title):
        title, reference = title[: match.start()], reference or match["ref"]
    colon = block.text[:length].rstrip().endswith(":")
    return Heading(style, number, reference, without_stop(title), length, presenters, colon)


def order_of(heading: Heading) -> tuple[int, ...]:
    """Where a heading stands in the counting of its style."""
    return order(heading.counter)


def is_subheading(block: Block) -> bool:
    """Whether a block heads what follows without counting as an item."""
    if block.kind is BlockKind.HEADING:
        return True
    ends = block.text.endswith((".", ";", ",")) or ": " in block.text
    short = len(block.text.split()) <= TITLE_WORDS and not ends
    set_apart = block.emphasis >= len(block.text) or _is_capitals(block.text)
    apart = short and set_apart and block.kind is BlockKind.PARAGRAPH
    return apart and NOT_A_HEADING.search(block.text) is None


def _may_head(block: Block, counted: Numbering, setting: str, title: str) -> bool:
    numbered = bool(counted.shape)
    words = len(title.split())
    alone = counted.named and is_title_alone(block.text, counted.start)
    long = setting == "capitals" or (numbered and (setting not in PLAIN or _is_title(title)))
    if words > (LONG_TITLE_WORDS if long or alone else TITLE_WORDS):
        return False
    if NOT_A_HEADING.search(block.text) or not re.search(r"[^\W\d]", title):
        return False
    if counted.named:
        goes_on = title[:1].islower() and block.text[: counted.start].rstrip()[-1:].isalnum()
        return not goes_on and (words <= TITLE_WORDS or setting != "plain" or alone)
    if setting == "row" and _is_sentence(block.text[counted.start :], title):
        return False
    if numbered:
        acts = setting == "run-in" and names_who_acts(block.text, counted.start, block.emphasis)
        return not acts and (setting != "plain" or _is_title(title))
    asks = block.text.endswith("?") and block.kind is not BlockKind.HEADING
    runs_on = setting == "run-in" and continues(block.text, block.emphasis)
    return setting != "plain" and not asks and not runs_on


PLAIN = frozenset({"plain", "led", "run-in", "sentence"})


def _setting(block: Block, counted: Numbering) -> str:
    title = block.text[counted.start :]
    if block.number:
        return "row bold" if block.emphasis >= len(block.text) else "row"
    if block.kind is BlockKind.HEADING:
        return f"h{block.level}"
    if block.emphasis:
        whole = block.emphasis >= len(block.text.rstrip(" :."))
        sentence = whole and block.text.endswith(".") and len(block.text.split()) > 3
        return "sentence" if sentence else "bold" if whole else "run-in"
    if led_by_capitals(title, bool(counted.shape)) or _is_capitals(title.split(":")[0]):
        return "capitals"
    runs_on = len(title.split()) > TITLE_WORDS or title.endswith(STOPS)
    return "led" if runs_on and LEADING.match(title) else "plain"


def _is_capitals(text: str) -> bool:
    plain = re.sub(r"\(.*?\)|(?<=[A-Z] )(?:and|of|the|to|for|in|on)(?= [A-Z\d])", "", text)
    return plain.isupper() and sum(map(str.isalpha, plain)) >= 3


def _is_title(text: str) -> bool:
    return begins_large(text) and not text.endswith((".", ";", ",", "?"))


def _is_sentence(text: str, title: str) -> bool:
    """Whether a table cell holds a sentence, or its title would be the first word of one."""
    whole = len(title) >= len(text) - 1 and text.endswith(".") and len(text.split()) > 2
    return (whole and not is_capitalized(title)) or (len(title) < 4 and not title.isupper())


def _heading_length(block: Block, counted: Numbering) -> int:
    """Where the heading ends: at the end of the block, or before text that runs on in it."""
    text = block.text
    if PRESENTED.search(text):
        return len(text)
    if counted.start < block.emphasis < len(text):
        return block.emphasis
    runs_on = len(text.split()) > TITLE_WORDS or text.endswith(STOPS)
    if runs_on and (end := _led_end(block, counted)):
        return end
    if counted.named and is_title_alone(text, counted.start):
        return len(text)
    set_apart = block.emphasis or block.kind is BlockKind.HEADING
    if runs_on and not set_apart and (block.number or counted.named):
        return guessed_end(text, counted.start)
    return len(text)


def _led_end(block: Block, counted: Numbering) -> int:
    """Where a title ends that its signs or its capitals set off; 0 where none do."""
    led = _setting(block, counted) == "led"
    rest = block.text[counted.start :]
    match = LEADING.match(rest) if led else led_by_capitals(rest, bool(counted.shape))
    # A colon may end a label, where no number says that a title stands before it.
    if match and (counted.shape or (not led and match[0][-1] != ":")):
        return counted.start + match.end()
    return 0


def without_stop(title: str) -> str:
    """A title without its full stop; the stops of "A.O.B." stay."""
    return title[:-1] if title.find(".") == len(title) - 1 else title
