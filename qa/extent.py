"""How far a quote reaches: whole lines around the best one."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from index import Meeting, Passage

# How long a quote may grow around its best line, in words, and one of a verbatim report: there
# one remark makes a point in many lines (README, "Decisions").
WORDS, SPOKEN_WORDS = 70, 150


def choose_lines(meeting: Meeting, passage: Passage, scores: Sequence[float]) -> tuple[int, int]:
    """The first and last line to quote: the best and, while they fit, the better neighbours.

    A score of minus infinity says that a line must not be quoted.
    """
    lengths = [len(line.text.split()) for line in passage.lines]
    first = last = max(range(len(scores)), key=lambda at: (scores[at], -at))
    room = (SPOKEN_WORDS if meeting.is_verbatim else WORDS) - lengths[first]
    while True:
        beside = [at for at in (first - 1, last + 1) if 0 <= at < len(lengths)]
        fitting = [at for at in beside if lengths[at] <= room and scores[at] > -inf]
        if not fitting:
            return first, last
        chosen = max(fitting, key=lambda at: (scores[at], at))
        room -= lengths[chosen]
        first, last = min(first, chosen), max(last, chosen)
