"""Versions of the minutes of one meeting: told from other meetings, and the best of them chosen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from index.document import Document
from index.minutes import Meeting

# Words are compared in runs of three. Of the runs of both, one meeting in two formats shares
# 0.90 to 1.00, and two meetings of one day share 0.01 (measured, see the README).
RUN = 3
ONE_TEXT = 0.85
ONE_MEETING = 0.5
WORD = re.compile(r"\w+")
STRUCTURED = ("wordprocessingml", "opendocument", "html", "markdown")


@dataclass(frozen=True, slots=True)
class Superseded:
    """A document that another version of the same minutes is taken in the place of, and why."""

    document: Document
    by: Document
    why: str


# What decides between two versions, the weightiest first: the greater value is preferred.
PREFERENCES: tuple[tuple[Callable[[Document], Any], str], ...] = (
    (lambda each: each.meeting.status != "draft", "this one is marked as a draft"),
    (lambda each: not each.taken_over, "that one was given later"),
    (lambda each: each.meeting.status == "approved", "that one is marked as approved"),
    (lambda each: _structure(each), "the format of that one keeps more of the structure"),
    (lambda each: each.modified, "the file of that one is newer"),
)


def choose_versions(documents: Iterable[Document]) -> tuple[list[Document], list[Superseded]]:
    """One document for each meeting, and those that it was chosen over."""
    by_date: dict[date | None, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda each: each.name):
        by_date[document.meeting.date].append(document)
    kept: list[Document] = []
    superseded: list[Superseded] = []
    for group in by_date.values():
        chosen = _chosen(group)
        kept.extend(document for document, others in chosen)
        superseded.extend(_superseded(best, each) for best, others in chosen for each in others)
    return kept, superseded


def version_among(documents: Iterable[Document], document: Document) -> Superseded | None:
    """The document that is another version of the same minutes, to take its place."""
    version = next((each for each in documents if _versions(each, document)), None)
    return _superseded(version, document) if version else None


def is_renewed(held: Document, given: Document) -> bool:
    """Whether a file given under a name holds the minutes that were held under it, changed.

    It does not where each month's minutes are published under one name.
    """
    if _same_occasion(held.meeting, given.meeting):
        return True
    return shared_words(held.meeting, given.meeting) >= ONE_MEETING


def shared_words(one: Meeting, other: Meeting) -> float:
    """The share of runs of words that two meetings' texts have in common, of all that they have."""
    runs, others = _runs(one.text), _runs(other.text)
    if min(len(runs), len(others)) < ONE_MEETING * max(len(runs), len(others)):
        return 0.0  # they cannot share enough to matter
    shared = len(runs & others)
    return shared / (len(runs) + len(others) - shared)


def _chosen(group: Sequence[Document]) -> list[tuple[Document, list[Document]]]:
    """The documents of one day that are kept, each with those that it supersedes."""
    chosen: list[tuple[Document, list[Document]]] = []
    for document in sorted(group, key=_preference, reverse=True):
        for place, (rival, others) in enumerate(chosen):
            if _versions(document, rival):
                best, other = _better(document, rival)
                chosen[place] = (best, [*others, other])
                break
        else:
            chosen.append((document, []))
    return chosen


def _versions(one: Document, other: Document) -> bool:
    ids = {each.file.overrides.id for each in (one, other) if each.file.overrides.id}
    if len(ids) > 1 or not _same_occasion(one.meeting, other.meeting):
        return False
    least = ONE_MEETING if one.meeting.date else ONE_TEXT
    return shared_words(one.meeting, other.meeting) >= least


def _same_occasion(one: Meeting, other: Meeting) -> bool:
    """Whether two meetings may be one: of one day, and of one body where both are known."""
    bodies = {" ".join(each.body.casefold().split()) for each in (one, other) if each.body}
    return one.date == other.date and len(bodies) < 2


def _better(document: Document, preferred: Document) -> tuple[Document, Document]:
    """What is preferred stays; but the very same words are kept in the better format."""
    same_words = shared_words(document.meeting, preferred.meeting) == 1
    same_status = document.meeting.status == preferred.meeting.status
    if same_words and same_status and _structure(document) > _structure(preferred):
        return document, preferred
    return preferred, document


def _superseded(best: Document, other: Document) -> Superseded:
    shared = shared_words(best.meeting, other.meeting)
    reasons = (why for value, why in PREFERENCES if value(best) > value(other))
    reason = next(reasons, "that one comes first by name")
    return Superseded(other, best, f"the same meeting, {shared:.0%} of the words shared; {reason}")


def _preference(document: Document) -> tuple[Any, ...]:
    return tuple(value(document) for value, _ in PREFERENCES)


def _structure(document: Document) -> int:
    """2 for a format that keeps headings, lists and tables, 1 for pages, 0 for words alone."""
    media_type = document.meeting.source.media_type
    if any(kind in media_type for kind in STRUCTURED):
        return 2
    return 1 if media_type == "application/pdf" else 0


@lru_cache(maxsize=256)
def _runs(text: str) -> frozenset[int]:
    words = WORD.findall(text.casefold())
    return frozenset(
        hash(tuple(words[at : at + RUN])) for at in range(max(1, len(words) - RUN + 1))
    )
