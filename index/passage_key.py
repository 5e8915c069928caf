"""What a passage is called as long as its text stays the same, in whichever build."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import lru_cache

from index.minutes import Meeting, Passage

LENGTH = 12


@lru_cache(maxsize=256)
def passage_keys(meeting: Meeting) -> dict[str, Passage]:
    """The passages of a meeting by key; where texts are the same the second ends in -2."""
    keys: dict[str, Passage] = {}
    times: Counter[str] = Counter()
    for passage in meeting.passages:
        digest = _digest(meeting, passage)
        times[digest] += 1
        number = times[digest]
        keys[digest if number == 1 else f"{digest}-{number}"] = passage
    return keys


def _digest(meeting: Meeting, passage: Passage) -> str:
    """Of the words alone: how a file's lines are broken, or cut into lines, may change."""
    words = " ".join(meeting.text[passage.start : passage.end].split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:LENGTH]
