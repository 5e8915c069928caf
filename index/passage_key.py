"""What a passage is called as long as its text stays the same, in whichever build."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import lru_cache

from index.minutes import Meeting, Passage

LENGTH = 12
# Meetings whose keys are kept in memory: every quote that is shown asks for one of them.
KEPT = 256


def passage_keys(meeting: Meeting) -> tuple[str, ...]:
    """Part of a hash of each passage's words, in order.

    Of passages with the same words the second's ends in -2.
    """
    return _keys(meeting.text, tuple((each.start, each.end) for each in meeting.passages))


@lru_cache(KEPT)
def _keys(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    times: Counter[str] = Counter()
    keys = []
    for digest in (_digest(text[start:end]) for start, end in spans):
        times[digest] += 1
        keys.append(digest if times[digest] == 1 else f"{digest}-{times[digest]}")
    return tuple(keys)


def key_of_passage(meeting: Meeting, passage: Passage) -> str:
    return passage_keys(meeting)[passage.number - 1]


def passage_of_key(meeting: Meeting, key: str) -> Passage | None:
    """The passage that has a key, or None where no passage says those words any more."""
    keyed = zip(passage_keys(meeting), meeting.passages, strict=True)
    return next((passage for its_key, passage in keyed if its_key == key), None)


def _digest(passage: str) -> str:
    # Of the words alone: how a file's lines are broken may change.
    words = " ".join(passage.split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:LENGTH]
