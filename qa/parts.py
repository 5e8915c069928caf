"""A passage longer than one quote is quoted in parts, the better ones first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf, log2

from qa.extent import choose_lines
from qa.judge import Judged, Verdict

# How much less likely a part is to answer than its lines say, for each part of the passage before
# it: odds of one half. Scores are powers of two, as in the shares of quotes.
FURTHER = 1.0


def in_parts(verdict: Verdict, least: float) -> Verdict:
    """The passages of a verdict, each once for every quote that it fills, the best first.

    Lines that an earlier part quotes are not for the later ones (their score is minus infinity).
    Passages that score less than the share ``least`` of the best one stay whole.
    """
    lowest = max((judged.score for judged in verdict.judged), default=0.0) + log2(least)
    parts = [
        part
        for judged in verdict.judged
        for part in (_parts(judged) if judged.score >= lowest else [judged])
    ]
    return replace(verdict, judged=tuple(sorted(parts, key=lambda part: -part.score)))


def _parts(judged: Judged) -> Iterator[Judged]:
    meeting, passage = judged.candidate.meeting, judged.candidate.passage
    while judged.score > -inf:
        yield judged
        first, last = choose_lines(meeting, passage, judged.lines)
        lines = (
            -inf if first <= at <= last else score - FURTHER
            for at, score in enumerate(judged.lines)
        )
        judged = replace(judged, lines=tuple(lines))
