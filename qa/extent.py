"""How far a quote reaches: whole lines around the best one."""

from __future__ import annotations

from collections.abc import Sequence

from index import Passage

# How long a quote may grow around its best line, in words (README, "Decisions").
WORDS = 70


def choose_lines(passage: Passage, scores: Sequence[float]) -> tuple[int, int]:
    """The first and last line to quote: the best and, while they fit, the better neighbours."""
    lengths = [len(line.text.split()) for line in passage.lines]
    first = last = max(range(len(scores)), key=lambda at: (scores[at], -at))
    room = WORDS - lengths[first]
    while True:
        beside = [at for at in (first - 1, last + 1) if 0 <= at < len(lengths)]
        fitting = [at for at in beside if lengths[at] <= room]
        if not fitting:
            return first, last
        chosen = max(fitting, key=lambda at: (scores[at], at))
        room -= lengths[chosen]
        first, last = min(first, chosen), max(last, chosen)
