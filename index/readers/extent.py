"""How long a document may be: nobody publishes minutes longer than this, and reading must end."""

from __future__ import annotations

from index.errors import UnreadableMinutes
from index.readers.blocks import Published, Row

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
ADVICE = "split it into one file for each meeting"


def check_pages(name: str, pages: int) -> None:
    """Raise UnreadableMinutes for more pages than are read, or none."""
    if not pages:
        raise UnreadableMinutes(f"{name}: it has no pages; replace it with the published minutes")
    if pages > MOST_PAGES:
        raise UnreadableMinutes(
            f"{name}: it has {pages:,} pages, more than the {MOST_PAGES:,} that are read; {ADVICE}"
        )


def check_length(name: str, characters: int) -> None:
    """Raise UnreadableMinutes for a longer text than is read."""
    if characters > MOST_CHARACTERS:
        raise UnreadableMinutes(
            f"{name}: it has more than {MOST_CHARACTERS:,} characters of text; {ADVICE}"
        )


def check_content(name: str, published: Published) -> Published:
    """The same, if it is not longer than is read."""
    blocks = (
        block
        for part in published.content
        for block in (part.blocks if isinstance(part, Row) else (part,))
    )
    check_length(name, sum(len(block.text) for block in blocks))
    return published
