"""What each template of the briefing may use, given to it as ``page``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qa import Answer, Quote
from qa.briefing import CheckedBriefing
from qa.briefing_parts import Part


@dataclass(frozen=True, slots=True)
class FoundForBriefing:
    """The answer to a question asked on the page of a briefing; each quote with its reference."""

    answer: Answer
    quotes: tuple[tuple[Quote, str], ...]


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """briefing.html; ``title`` is as it was typed.

    ``keeps`` says that the page holds the whole briefing, which the browser is to keep; else it
    is what comes to the briefing that the browser has kept. ``left_out`` counts what did not fit.
    """

    briefing: CheckedBriefing
    title: str = ""
    keeps: bool = False
    annex: bool = False
    found: FoundForBriefing | None = None
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class PrintedBriefing:
    """briefing_print.html"""

    title: str
    made_on: date
    parts: tuple[Part, ...]
