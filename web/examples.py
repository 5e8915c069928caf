"""Chooses the example questions of the start page from the questions put in the meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from index.generation import BuiltIndex
from index.minutes import Meeting, PassageKind

WANTED = 6
# One sentence that fits a phone's screen and names what it asks about.
READABLE = re.compile(
    r"(?:What|How|Is|Are|Has|Have|When|Who|Which|Why|Can|Do|Does)\b[^.?!:;()]{25,85}\?"
)
MEETINGS_TRIED = 24


def example_questions(built: BuiltIndex) -> tuple[str, ...]:
    """Up to six questions, the newest meeting's first; the same at every call."""
    newest_first = built.store.meetings()[::-1]
    step = max(1, len(newest_first) // MEETINGS_TRIED)
    meetings = [built.store.meeting(entry.id) for entry in newest_first[::step][:MEETINGS_TRIED]]
    asked = [_readable_questions(meeting) for meeting in meetings if meeting]
    asked = [questions for questions in asked if questions][:WANTED]
    if not asked:
        return ()
    each = -(-WANTED // len(asked))
    return tuple(chain.from_iterable(_spread(questions, each) for questions in asked))[:WANTED]


def _readable_questions(meeting: Meeting) -> list[str]:
    return [
        passage.context.text
        for passage in meeting.passages
        if passage.kind is PassageKind.QUESTION and passage.context and passage.lines
        if READABLE.fullmatch(passage.context.text)
    ]


def _spread(questions: Sequence[str], wanted: int) -> Sequence[str]:
    step = max(1, len(questions) // wanted)
    return questions[::step][:wanted]
