"""What a web site adds to the title of an item that has a paper."""

from __future__ import annotations

import re
from dataclasses import replace

from index.readers.blocks import Block

# As in "pdf icon PDF 238 KB".
ATTACHED = re.compile(r"\s+(?:\w+ icon\s+)?(?:PDF|DOCX?|XLSX?)\s+[\d.]+\s*[KM]B$", re.IGNORECASE)


def without_attached(block: Block) -> Block:
    """A block without what a web site adds to a title for its paper."""
    attached = ATTACHED.search(block.text)
    text = block.text[: attached.start()] if attached else block.text
    return replace(block, text=text, emphasis=min(block.emphasis, len(text)))
