"""The passages of all meetings that come closest to a question, however many."""

from __future__ import annotations

from qa.clean import clean
from qa.limits import Limits
from qa.pipeline import LEAST_SHARE, Answerer


def closest(answerer: Answerer, question: str, limits: Limits) -> list[int]:
    """Their rows, the closest first: those that an answer would quote, and more of them.

    What limits the search is found in the question as in any that is asked.
    """
    scope = answerer.read(clean(question), (), limits)
    if not scope.meetings:
        return []
    sought, candidates = answerer.find(scope)
    judged = answerer.judge.judge(sought, candidates).judged
    return [
        each.candidate.similarities.row
        for each in judged
        if 2.0 ** (each.score - judged[0].score) >= LEAST_SHARE
    ]
