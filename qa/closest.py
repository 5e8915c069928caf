"""The passages of all meetings that come closest to a question, however many."""

from __future__ import annotations

from qa.clean import clean, read_question
from qa.limits import Limits
from qa.pipeline import LEAST_SHARE, Answerer
from qa.retrieve import encode, retrieve
from qa.sought import seek
from qa.understand import understand


def closest(answerer: Answerer, question: str, limits: Limits) -> list[int]:
    """Their rows, the closest first: those that an answer would quote, and more of them.

    What limits the search is found in the question as in any that is asked.
    """
    built = answerer.built
    scope = understand(built, read_question(clean(question), (), answerer.speller), limits)
    if not scope.meetings:
        return []
    sought = seek(built, scope.understood.text, scope.text)
    candidates = retrieve(built, sought.wording, encode(built, sought.wording), scope.rows)
    judged = answerer.judge.judge(sought, candidates).judged
    return [
        each.candidate.similarities.row
        for each in judged
        if 2.0 ** (each.score - judged[0].score) >= LEAST_SHARE
    ]
