"""Images of pages of published files, the latest kept in memory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from index.page_image import draw_page

# At some 100 KB an image.
KEPT = 64


@dataclass(frozen=True, slots=True)
class WantedImage:
    """A page of a file, counted from 1, and the words to mark on it."""

    path: Path
    source_sha256: str
    page: int
    marked: str

    @property
    def tag(self) -> str:
        """Tells one image from another, in whichever build."""
        made_of = f"{self.source_sha256} {self.page} {self.marked}"
        return f'"{sha256(made_of.encode("utf-8", "replace")).hexdigest()[:20]}"'


class PageImages:
    """Draws pages, each once while it is kept."""

    def __init__(self) -> None:
        self.draw = lru_cache(KEPT)(_draw)


def _draw(wanted: WantedImage) -> bytes | None:
    return draw_page(wanted.path, wanted.page, wanted.marked)
