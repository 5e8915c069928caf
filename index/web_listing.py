"""A web page that lists minutes -> the addresses of the minutes it links to."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from index.errors import UnreadableMinutes
from index.fetch import is_same_host
from index.worker import Task

MOST_LINKED = 1_000
MINUTES = "minutes"
DOCUMENTS = {".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".md"}

Links = tuple[tuple[str, str], ...]


def links_of_listing(task: Task) -> Links:
    """The links of a web page, as (words, address); none of a page that is minutes itself.

    A page is taken for minutes if a date and agenda items are found in it.
    """
    from index.readers.decode import decode
    from index.readers.markup import is_page, read_page
    from index.reading import read_meeting

    data = task.path.read_bytes()
    text = decode(task.name, data)
    if not is_page(text):
        return ()
    published = read_page(text)
    try:
        meeting = read_meeting(task.name, data)
    except UnreadableMinutes:  # a page of nothing but links
        return published.links
    return () if meeting.date and len(meeting.items) > 1 else published.links


def linked_minutes(links: Links, page: str) -> list[str]:
    """The addresses on the same host that say "minutes"; if none does, those of documents."""
    found: dict[str, str] = {}
    for words, address in links:
        url = urldefrag(urljoin(page, address.strip())).url
        if url.startswith(("http://", "https://")) and is_same_host(url, page) and url != page:
            found[url] = f"{found.get(url, '')} {words} {unquote(urlsplit(url).path)}".casefold()
    called = [url for url, words in found.items() if MINUTES in words]
    documents = [url for url in found if _suffix(url) in DOCUMENTS]
    return (called or documents)[:MOST_LINKED]


def _suffix(url: str) -> str:
    return PurePosixPath(urlsplit(url).path).suffix.lower()
