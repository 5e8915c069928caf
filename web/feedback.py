"""What readers say of an answer, and the line of a file of questions that it becomes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from index import BuiltIndex
from qa import AnswerStatus
from qa.asked import parse_asked
from qa.check_quote import QuoteChecker, Verdict
from web.conversation import Exchange, Turn

LONGEST_COMMENT = 1000
# Ten questions of the greatest length and a quote take less, written out as JSON.
LONGEST_AGREEMENT = 16_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """Whether an answer was what somebody looked for.

    ``asked`` is the question, empty unless whoever asked it agreed: an object of JSON, as a line
    of a batch has it, with what was shown as ``evidence``. ``id`` is 0 until it is kept.
    """

    useful: bool
    status: AnswerStatus
    generation: str = ""
    comment: str = ""
    asked: str = ""
    given_on: date = field(default_factory=date.today)
    id: int = 0

    @property
    def question(self) -> str:
        return str(json.loads(self.asked)["question"]) if self.asked else ""


def agreement(followed: Sequence[Turn], newest: Exchange) -> str:
    """What is sent of a question, and kept, only if its asker agrees."""
    limits = newest.turn.limits
    filters = {"body": limits.body, "from": limits.from_date, "to": limits.to_date}
    evidence = [
        {
            "meeting": quote.citation.meeting,
            "item": quote.citation.item_number,
            "quote": next((line.text for line in quote.lines if line.answers), quote.text),
        }
        for quote in newest.answer.quotes[:1]
    ]
    asked = {
        "question": newest.turn.question,
        "history": [turn.question for turn in followed],
        "evidence": evidence,
        "filters": {name: str(value) for name, value in filters.items() if value},
    }
    return json.dumps(asked, ensure_ascii=False)


def check_agreement(asked: str) -> None:
    """ValueError unless this could have come from ``agreement``."""
    if len(asked) > LONGEST_AGREEMENT:
        raise ValueError("longer than any question")
    parse_asked(asked)
    evidence = json.loads(asked).get("evidence")
    if not isinstance(evidence, list) or not all(isinstance(span, dict) for span in evidence):
        raise ValueError("'evidence' must be a list of objects")


def question_line(given: Feedback) -> dict[str, Any]:
    """The line of a file of questions; ``answerable`` is null where a person must find out."""
    asked = json.loads(given.asked)
    answered = given.status is AnswerStatus.ANSWERED
    return {
        "id": f"feedback-{given.id}",
        "question": asked["question"],
        "history": asked.get("history", []),
        "category": "feedback",
        "answerable": answered if given.useful else None,
        "evidence": asked["evidence"] if given.useful and answered else [],
        "need": "any",
        "filters": asked.get("filters", {}),
        "comment": given.comment,
    }


def accepted_line(built: BuiltIndex, given: Feedback, evidence: Sequence[str]) -> dict[str, Any]:
    """The line once somebody has found what answers the question; no evidence: nothing does.

    ValueError where the minutes do not say exactly that.
    """
    checker = QuoteChecker(built)
    spans = []
    for words in evidence:
        checked = checker.check(words)
        if checked.verdict is not Verdict.EXACT:
            raise ValueError(f"the minutes do not say exactly {words!r}")
        place = checked.places[0]
        cited = place.citation
        spans.append({"meeting": cited.meeting, "item": cited.item_number, "quote": place.text})
    return question_line(given) | {"answerable": bool(spans), "evidence": spans}
