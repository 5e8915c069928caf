"""Addresses that minutes print: of the recording, of the papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.minutes import Link, LinkKind

URL = re.compile(r"https?://[^\s<>\"')\]]+")
RECORDING = re.compile(
    r"record(?:ed|ing)|webcast|video|youtu|watch|broadcast|stream", re.IGNORECASE
)
PAPERS = re.compile(r"report|paper|agenda|document|archive", re.IGNORECASE)
SOURCE_KEYS = ("source_url", "source url", "source", "original", "canonical_url", "canonical")


def read_links(lines: Sequence[str], linked: Sequence[tuple[str, str]]) -> tuple[Link, ...]:
    """Classify addresses by the words around them; addresses of neither kind are left out."""
    found = [(line, url.rstrip(".,;")) for line in lines for url in URL.findall(line)]
    links: dict[str, Link] = {}
    for words, url in [*found, *linked]:
        kind = _link_kind(f"{words} {url}")
        if kind is not None and url.startswith(("http://", "https://")):
            links.setdefault(url, Link(kind, url))
    return tuple(links.values())


def links_given(front_matter: Sequence[tuple[str, str]]) -> tuple[Link, ...]:
    """Addresses in front matter: the document's own, the recording's, papers."""
    links: dict[str, Link] = {}
    for key, value in front_matter:
        if not value.startswith(("http://", "https://")):
            continue
        kind = LinkKind.ORIGINAL if key in SOURCE_KEYS else _link_kind(f"{key} {value}")
        if kind is not None:
            url = value.replace(" ", "%20")
            links.setdefault(url, Link(kind, url))
    return tuple(links.values())


def _link_kind(words: str) -> LinkKind | None:
    if RECORDING.search(words):
        return LinkKind.RECORDING
    return LinkKind.PAPERS if PAPERS.search(words) else None
