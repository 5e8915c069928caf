"""Which blocks are the headings of agenda items, told from layout cues that minutes share.

Every block that could be a heading has a style: how it is numbered and how it is set. The
headings of one document share a style, so the style that fits best decides for all blocks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.attendance import attendance_label
from index.dates import dates_in
from index.readers.blocks import Block, BlockKind

REFERENCE = r"(?:[A-Z]{1,6}[/. -]?)?\d{1,4}(?:[/.]\d{1,4})+|[A-Z]{1,6}[./]\d{1,4}"
CLOCK = r"\[?\d{1,2}[:.]\d{2}\]?(?:\s*[ap]\.?m\.?)?(?=\s+\W*\s*[A-Z])"
NUMBERING = re.compile(
    rf"""^(?:(?P<clock>{CLOCK})\s*[-–—]?\s+)?(?:(?P<ref>{REFERENCE})\s*[-–—:.|]?\s+)?
    (?:(?P<word>(?i:agenda\s+item|item|minute|resolution))\s*:?\s+(?:[Nn]o\.?\s*)?
       (?P<counted>{REFERENCE}|\d{{1,3}}|[A-Z])\s*[-–—:.)|]?\s+
      |(?P<number>\d{{1,3}}|[A-Z](?=[.)])|[IVX]+(?=[.)])|\[[A-Z]\])(?:\s*[.):|]|\s+[-–—|](?=\s)|(?=\s))\s*)?
    (?P<title>\S.*)$""",
    re.VERBOSE | re.DOTALL,
)
PRESENTED = re.compile(r"\s*[-–—(]?\s*presented by:?\s+(?P<names>[^)]+)\)?$", re.IGNORECASE)
# Items that close minutes everywhere and often stand outside the numbering.
STANDARD = re.compile(
    r"^(?P<title>(?:(?:date|time|date and time|details)(?: and (?:time|venue))? of (?:the )?next "
    r"(?:\w+ )?meeting|next (?:\w+ )?meeting|any other business|AOB|close(?: of meeting)?))"
    r"(?:\s*[:–—-]\s*|\s+(?=(?:mon|tue|wed|thu|fri|sat|sun)\w*\b)|\s*$)",
    re.IGNORECASE,
)
SMALL = frozenset("a an and as at by for from in into of on or the to with re".split())
TITLE_WORDS = 15
HEADER = 8


@dataclass(frozen=True, slots=True)
class Heading:
    """A block as a heading: ``length`` characters of its text are the heading."""

    style: str
    number: str
    minute_ref: str
    title: str
    length: int
    presenters: str = ""

    @property
    def numbered(self) -> bool:
        return bool(self.number or self.minute_ref)


def find_headings(blocks: Sequence[Block]) -> dict[int, Heading]:
    """Return the headings of agenda items by the position of their block."""
    candidates = {
        position: heading
        for position, block in enumerate(blocks)
        if (heading := read_heading(block)) is not None
    }
    chosen = _best_style(candidates)
    header = _header_length(blocks)
    found = {
        at: heading
        for at, heading in candidates.items()
        if heading.style == chosen and (at >= header or heading.numbered)
    }
    if found:
        found |= _standard_items(blocks, found)
    return dict(sorted(found.items()))


def _header_length(blocks: Sequence[Block]) -> int:
    """How many blocks, up to the one with the date, name the body and the meeting."""
    dated = (at for at, block in enumerate(blocks[:HEADER]) if dates_in(block.text))
    return next(dated, 0) + 1


def read_heading(block: Block) -> Heading | None:
    """Read a block as a heading, or None where neither numbering nor setting speaks for one."""
    if block.kind in {BlockKind.BULLET, BlockKind.ROW} and not block.emphasis:
        return None
    match = NUMBERING.match(block.text)
    if match is None:
        return None
    setting = _setting(block, match["title"])
    named = _is_named(match)
    length = _heading_length(block, match.start("title"), named)
    title, presenters = _without_presenters(block.text[match.start("title") : length])
    if not _may_head(block, match, setting, title):
        return None
    number = match["counted"] or (match["number"] or "").strip("[]")
    # A reference or "Item 4" speaks for itself, whether set in a table row or on its own line.
    style = f"{_shape(match)}|{'named' if named else setting}"
    return Heading(style, number, match["ref"] or "", _without_stop(title), length, presenters)


def is_subheading(block: Block) -> bool:
    """Whether a block heads what follows without counting as an item."""
    if block.kind is BlockKind.HEADING:
        return True
    ends = block.text.endswith((".", ";", ",")) or ": " in block.text
    short = len(block.text.split()) <= TITLE_WORDS and not ends
    set_apart = block.emphasis >= len(block.text) or _is_capitals(block.text)
    return short and set_apart and block.kind is BlockKind.PARAGRAPH


def _may_head(block: Block, match: re.Match[str], setting: str, title: str) -> bool:
    if len(title.split()) > TITLE_WORDS:
        return False
    if _is_named(match):
        return True
    if match["ref"] or match["number"] or match["clock"]:
        return setting != "plain" or _is_title(title)
    asks = block.text.endswith("?")
    labels = setting == "run-in" and attendance_label(block.text)
    return setting != "plain" and not asks and not labels


def _is_named(match: re.Match[str]) -> bool:
    """Whether a heading says what it is; 4.2 may as well count a paragraph."""
    reference = match["ref"] or ""
    return bool(match["word"] or re.search("[A-Z/]", reference))


def _setting(block: Block, title: str) -> str:
    if block.number:
        return "row"
    if block.kind is BlockKind.HEADING:
        return f"h{block.level}"
    if block.emphasis:
        return "bold" if block.emphasis >= len(block.text.rstrip(" :")) else "run-in"
    return "capitals" if _is_capitals(title.split(":")[0]) else "plain"


def _shape(match: re.Match[str]) -> str:
    """How a heading is numbered: the kind of each part, whatever its value."""
    reference = re.sub(r"\d+", "9", re.sub(r"[A-Z]+", "A", match["ref"] or ""))
    word = (match["word"] or "").lower()
    counter = match["number"] or match["clock"] or ""
    kind = "clock" if match["clock"] else "9" if counter.isdigit() else "A" if counter else ""
    return f"{reference} {word}{kind}".strip()


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in re.sub(r"\(.*?\)", "", text) if letter.isalpha()]
    return len(letters) >= 3 and all(letter.isupper() for letter in letters)


def _is_title(text: str) -> bool:
    return bool(text) and text[0].isupper() and not text.endswith((".", ";", ",", "?"))


def _heading_length(block: Block, start: int, named: bool) -> int:
    """Where the heading ends: at the end of the block, or before text that runs on in it."""
    text = block.text
    if PRESENTED.search(text):
        return len(text)
    if start < block.emphasis < len(text):
        return block.emphasis
    runs_on = len(text.split()) > TITLE_WORDS or text.endswith(".")
    set_apart = block.emphasis or block.kind is BlockKind.HEADING
    if runs_on and not set_apart and (block.number or named):
        return _run_in_end(text, start)
    return len(text)


def _run_in_end(text: str, start: int) -> int:
    """The end of a title that a sentence follows without any mark-up between them."""
    stop = re.compile(r"[.:](?=\s)").search(text, start)
    if stop and len(text[start : stop.start()].split()) <= 8 and stop.end() < len(text):
        return stop.end()
    words = list(re.finditer(r"\S+", text[start:]))
    for position, word in enumerate(words):
        if word[0][0].islower() and word[0] not in SMALL:
            # The sentence began with the capital before its first ordinary word.
            before = [w for w in words[:position] if w[0][0].isupper()]
            return start + before[-1].start() if len(before) > 1 else len(text)
    return len(text)


def _without_presenters(title: str) -> tuple[str, str]:
    match = PRESENTED.search(title)
    names = match["names"].strip() if match else ""
    kept = title[: match.start()] if match else title
    return kept.strip().rstrip(":|").strip(), names


def _without_stop(title: str) -> str:
    """A title without its full stop; the stops of "A.O.B." stay."""
    return title[:-1] if title.find(".") == len(title) - 1 else title


def _best_style(candidates: dict[int, Heading]) -> str:
    styles: dict[str, list[Heading]] = defaultdict(list)
    for heading in candidates.values():
        styles[heading.style].append(heading)
    scores = {style: _fit(headings) for style, headings in styles.items() if len(headings) > 1}
    return max(scores, key=lambda style: scores[style], default="")


def _fit(headings: Sequence[Heading]) -> float:
    """How well a style suits as that of the items: many, numbered, counting up, set apart.

    A label that comes again and again ("Decision:") heads a part of an item, not an item.
    """
    setting = headings[0].style.rpartition("|")[2]
    weight = 1.0 if setting in {"plain", "run-in"} else 2.0
    weight *= (len({heading.title for heading in headings}) / len(headings)) ** 2
    if headings[0].style.partition("|")[0]:
        weight *= 2 * _counts_up(headings)
    return weight * len(headings)


def _counts_up(headings: Sequence[Heading]) -> float:
    """Share of headings whose number comes after the one before; 1 where none are numbered."""
    numbers = [_order(heading.minute_ref or heading.number) for heading in headings]
    if not any(numbers):
        return 1.0
    steps = [before < after for before, after in zip(numbers, numbers[1:], strict=False)]
    return sum(steps) / len(steps) if steps else 1.0


def _order(number: str) -> tuple[int, ...]:
    digits = tuple(int(part) for part in re.findall(r"\d+", number))
    return digits or tuple(ord(letter) for letter in number)


def _standard_items(blocks: Sequence[Block], found: dict[int, Heading]) -> dict[int, Heading]:
    """Closing items outside the numbering, after the first item."""
    items = {}
    for position in range(min(found) + 1, len(blocks)):
        block = blocks[position]
        match = STANDARD.match(block.text)
        if position not in found and match and block.kind is BlockKind.PARAGRAPH:
            items[position] = Heading("standard", "", "", match["title"], match.end())
    return items
