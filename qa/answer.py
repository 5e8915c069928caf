"""What an answer is: its status, its quotes with their citations, and what was searched."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class AnswerStatus(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    NOT_IN_MINUTES = "not_in_minutes"
    QUESTION_EMPTY = "question_empty"
    QUESTION_TOO_LONG = "question_too_long"
    NO_INDEX = "no_index"


@dataclass(frozen=True, slots=True)
class Understood:
    """The question as it was searched, and the limits that were found in it or set.

    ``from_date`` and ``to_date`` are ISO dates, both inclusive.
    """

    text: str
    from_date: str | None = None
    to_date: str | None = None
    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quote stands. ``date`` is an ISO date or None, ``page`` None where there is none.

    ``original`` is the address that the minutes were published at, or empty; ``ocr`` says
    that the words were recognised in a picture of the page.
    """

    body: str
    meeting: str
    date: str | None
    item_number: str
    item_title: str
    minute_ref: str
    asked_by: str
    speakers: tuple[str, ...]
    page: int | None
    label: str
    url: str
    source: str
    recording: str
    original: str = ""
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """One line of a quote; ``answers`` marks the lines chosen for the question."""

    text: str
    start: int
    end: int
    answers: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is needed to check a quote later: offsets into the meeting's reading text."""

    source_sha256: str
    generation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines of one passage, verbatim, in document order. ``score`` lies between 0 and 1."""

    context: str
    lines: tuple[QuotedLine, ...]
    score: float
    citation: Citation
    receipt: Receipt

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many meetings are held and were searched, and from when to when (ISO dates)."""

    meetings: int
    searched: int
    from_date: str | None = None
    to_date: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that is said in reply to one question."""

    status: AnswerStatus
    message: str
    question: str
    understood: Understood
    quotes: tuple[Quote, ...] = ()
    nearest: tuple[Quote, ...] = ()
    coverage: Coverage = Coverage(0, 0)
    timings_ms: dict[str, float] = field(default_factory=dict)
    generation: str = ""

    def to_json(self) -> dict[str, Any]:
        """The answer with the field names that the command line and the API promise."""
        return {
            "status": self.status.value,
            "message": self.message,
            "question": self.question,
            "understood": _with_range(self.understood),
            "quotes": [_quote_to_json(quote) for quote in self.quotes],
            "nearest": [_quote_to_json(quote) for quote in self.nearest],
            "coverage": _with_range(self.coverage),
            "timings_ms": self.timings_ms,
            "generation": self.generation,
        }


def _with_range(record: Understood | Coverage) -> dict[str, Any]:
    # "from" is a Python keyword, so the records say from_date where the JSON says from.
    names = {"from_date": "from", "to_date": "to"}
    return {names.get(name, name): _listed(value) for name, value in asdict(record).items()}


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _quote_to_json(quote: Quote) -> dict[str, Any]:
    citation = {name: _listed(value) for name, value in asdict(quote.citation).items()}
    return {
        "text": quote.text,
        "context": quote.context,
        "lines": [asdict(line) for line in quote.lines],
        "score": quote.score,
        "citation": citation,
        "receipt": asdict(quote.receipt),
    }
