"""Lists of people in which the name and what each is stand on a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.attendance import attendance_label
from index.entries import begins_with_person
from index.names import clean_length, names_post
from index.readers.blocks import Block, BlockKind

# So many names with a line under each show that these lines belong to the names.
FEWEST = 3
LONGEST = 15  # Words of a line that says what somebody is.
BRACKETED = re.compile(r"\([A-Z][^()]{3,80}\)")


def with_roles(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document, with names and the lines under them joined by a comma.

    A line in brackets is joined to the name or the office above it by a space.
    """
    blocks = _with_brackets(blocks)
    pairs = {at for run in _runs(blocks) if len(run) >= FEWEST for at in run}
    return [
        replace(block, text=f"{block.text}, {blocks[at + 1].text}") if at in pairs else block
        for at, block in enumerate(blocks)
        if at - 1 not in pairs
    ]


def _with_brackets(blocks: Sequence[Block]) -> list[Block]:
    joined: list[Block] = []
    for block in blocks:
        if joined and BRACKETED.fullmatch(block.text) and _is_explained(joined[-1], block):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {block.text}")
        else:
            joined.append(block)
    return joined


def _is_explained(above: Block, below: Block) -> bool:
    """Whether a line is a name, or an office whose holder the one under it names in brackets."""
    single = above.kind is below.kind is BlockKind.PARAGRAPH and not (above.cell or below.cell)
    office = names_post(above.text) and begins_with_person(below.text.strip("()"))
    return single and (_is_name(above) or office)


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of names, as far as every other line is one."""
    at = 0
    while at < len(blocks):
        run: list[int] = []
        while _is_pair(blocks[at : at + 2]):
            run.append(at)
            at += 2
        yield run
        at += 1


def _is_pair(lines: Sequence[Block]) -> bool:
    return len(lines) == 2 and _is_name(lines[0]) and _says_what(lines[1])


def _is_name(block: Block) -> bool:
    name = re.sub(r"\s*\([^()]*\)$", "", block.text)
    single = block.kind is BlockKind.PARAGRAPH and not block.cell
    return single and 0 < clean_length(name) == len(name)


def _says_what(block: Block) -> bool:
    text = block.text
    single = block.kind is BlockKind.PARAGRAPH and not block.cell
    line = single and len(text.split()) <= LONGEST and not text.endswith((".", ":", ";", ","))
    return line and not (begins_with_person(text) or attendance_label(text))
