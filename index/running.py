"""Running text: how much of it a block holds, and how much stands under a heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from index.attendance import attendance_label
from index.entries import begins_with_person
from index.headings import Heading
from index.readers.blocks import Block, BlockKind

# A block of so many words runs on even where no stop ends it.
RUNNING = 20
# What stands under the last item: so many words, or entries of a list.
SAID = 6
# So many words in an entry of a list say something.
NOTED = 4
# All that stands under some headings.
NOTHING = re.compile(r"(?:none|nil|noted|n/a|there (?:was|were) none)\W*", re.IGNORECASE)


def words_under(blocks: Sequence[Block], headings: Mapping[int, Heading]) -> dict[int, int]:
    """How many words of running text stand under each heading."""
    ends = [*list(headings), len(blocks)][1:]
    return {
        at: len(blocks[at].text[heading.length :].split())
        + sum(running_words(block) for block in blocks[at + 1 : end])
        for (at, heading), end in zip(headings.items(), ends, strict=True)
    }


@lru_cache(4096)  # asked of each block for every style of headings
def running_words(block: Block) -> int:
    """The words of a block of running text; 0 for names, labels and entries of lists."""
    words = block.text.split()
    small = sum(word[0].islower() for word in words[1:])
    ends = block.text.rstrip("\"'”’)").endswith((".", "?", "!"))
    ends = ends or (block.text.endswith(":") and len(words) >= SAID)
    # Names are mostly capitals; a sentence that ends with a stop may hold many of them.
    told = 2 * small >= len(words) - 1 and (ends or len(words) >= RUNNING)
    named = ends and 3 * small >= len(words) - 1 and attendance_label(block.text) is None
    said = told or named or _notes(block, small) or NOTHING.fullmatch(block.text)
    return len(words) if said and block.kind is not BlockKind.ROW else 0


def _notes(block: Block, small: int) -> bool:
    """Whether an entry of a list notes something in a few words and names nobody."""
    words = len(block.text.split())
    noted = block.kind is BlockKind.BULLET and words >= NOTED and 2 * small >= words - 1
    return noted and not begins_with_person(block.text)
