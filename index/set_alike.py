"""Headings that belong to those of the items by how they are set, whatever numbers these have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.body_words import says_what_met
from index.headings import PLAIN
from index.readers.blocks import Block, BlockKind
from index.running import running_words, words_under
from index.short_lines import is_short_title, short_heading
from index.sifting import MARKED, USUAL, Headings, header_length, of_items

COLUMN = 3  # So many titles make a column.
# What may stand over the items: a summary of them.
OVERVIEW = re.compile(
    r"^(?:(?:key|main|summary of) )?(?:summary|contents|agenda|decisions|actions|outcomes|"
    r"points|messages|resolutions|disclaimer|synopsis)\b|\bat a glance\b",
    re.IGNORECASE,
)


def set_higher(blocks: Sequence[Block], found: Headings, candidates: Headings) -> Headings:
    """Marked headings of a higher level, after the first one found, with text of their own."""
    setting = next(iter(found.values())).setting
    higher = {
        at: heading
        for at, heading in candidates.items()
        if MARKED.match(setting) and MARKED.match(heading.setting) and heading.setting < setting
    }
    bodies = words_under(blocks, dict(sorted((found | higher).items())))
    return {at: each for at, each in higher.items() if at > min(found) and bodies[at]}


def set_alike(blocks: Sequence[Block], found: Headings, candidates: Headings) -> Headings:
    """Headings without a number, between numbered ones, that are marked as most of these are."""
    [(level, often)] = Counter(blocks[at].level for at in found).most_common(1)
    if not level or 2 * often <= len(found):
        return {}
    between = range(min(found), max(found))
    return {
        at: heading
        for at, heading in candidates.items()
        if at in between and blocks[at].level == level and not heading.numbered
    }


def before_first(blocks: Sequence[Block], found: Headings, candidates: Headings) -> Headings:
    """Headings without a number, over the first numbered one, that are set apart as these are."""
    first = min(found)
    [(setting, often)] = Counter(each.setting for each in found.values()).most_common(1)
    if setting in PLAIN or 2 * often <= len(found):
        return {}
    levels = {blocks[at].level for at in found} - {0}
    before = {
        at: heading
        for at, heading in candidates.items()
        if header_length(blocks) <= at < first
        and (heading.setting == setting or {blocks[at].level} == levels)
        and not heading.numbered
    }
    apart = of_items(blocks[:first], before)
    return {
        at: each
        for at, each in apart.items()
        if not (OVERVIEW.search(each.title) or says_what_met(each.title))
    }


def alone_in_bold(found: Headings, candidates: Headings) -> Headings:
    """Headings on lines of their own that end in a colon, where others begin their lines."""
    if next(iter(found.values())).setting != "run-in":
        return {}
    return {
        at: each
        for at, each in candidates.items()
        if at > min(found) and each.setting == "bold" and each.colon
    }


def plain_between(blocks: Sequence[Block], found: Headings) -> Headings:
    """Lines that hold a usual title over text, between plain numbered headings."""
    if next(iter(found.values())).setting not in PLAIN:
        return {}
    return {
        at: short_heading(blocks[at].text)
        for at in range(min(found), max(found))
        if blocks[at].kind is BlockKind.PARAGRAPH
        and at not in found
        and USUAL.fullmatch(blocks[at].text)
        and at - 1 not in found
        and running_words(blocks[at + 1])
    }


def in_column(blocks: Sequence[Block], found: Headings) -> Headings:
    """Titles alone in their cells under others in one column of a table, from its second row on."""
    cells = [cell for at in found if (cell := blocks[at].cell)]
    columns = {column for _, column in cells}
    if len(cells) < len(found) or len(columns) != 1 or len({row for row, _ in cells}) < COLUMN:
        return {}
    [column] = columns
    titles = _alone_in_cells(blocks, column)
    if not {row for row, _ in cells} <= titles.keys():
        return {}
    first = min(row for row, _ in cells)
    while first - 1 in titles and first - 2 in titles:  # The first row heads the columns.
        first -= 1
    return {at: short_heading(blocks[at].text) for row, at in titles.items() if row >= first}


def _alone_in_cells(blocks: Sequence[Block], column: int) -> dict[int, int]:
    """The rows in which nothing but a short title stands in a column, and where it does."""
    texts = [
        (cell[0], at) for at, each in enumerate(blocks) if (cell := each.cell) and cell[1] == column
    ]
    often = Counter(row for row, _ in texts)
    return {row: at for row, at in texts if often[row] == 1 and is_short_title(blocks[at].text)}


def usual(blocks: Sequence[Block], found: Headings) -> Headings:
    """Lines that hold a usual title, among short lines whose setting is lost."""
    if next(iter(found.values())).setting != "short":
        return {}
    return {
        at: short_heading(block.text)
        for at, block in enumerate(blocks[: max(found)])
        if at >= min(found) - 1
        and block.kind is BlockKind.PARAGRAPH
        and USUAL.fullmatch(block.text)
    }
