"""Atom feeds (RFC 4287), the same bytes as long as they say the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from feedgen.feed import FeedGenerator

MEDIA_TYPE = "application/atom+xml"
# What XML 1.0 may not hold at all.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; its address is also what it is known by, so it must stay the same."""

    address: str
    title: str
    text: str
    date: date | None
    author: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its own address and that of the page that shows the same."""

    address: str
    page: str
    title: str
    author: str
    entries: tuple[Entry, ...]


def atom(feed: Feed, built_at: datetime) -> bytes:
    """The feed as XML; what has no date is dated when the index was built."""
    made = FeedGenerator()
    made.id(feed.address)
    made.title(_xml(feed.title))
    made.author(name=_xml(feed.author))
    made.link(href=feed.address, rel="self")
    made.link(href=feed.page, rel="alternate")
    made.updated(built_at)
    made.generator("Minuted")
    for entry in feed.entries:
        added = made.add_entry(order="append")
        added.id(entry.address)
        added.link(href=entry.address, rel="alternate")
        added.title(_xml(entry.title))
        added.content(_xml(entry.text), type="text")
        added.author(name=_xml(entry.author or feed.author))
        added.updated(datetime.combine(entry.date, time(), UTC) if entry.date else built_at)
    return bytes(made.atom_str())


def _xml(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)
