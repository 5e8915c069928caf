"""The sentence that each status shows."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer import AnswerStatus, Coverage, Quote, Understood
from qa.check_quote import Verdict
from qa.clean import LONGEST
from qa.wording import count_of, days_in_words, period_in_words

NO_INDEX = "No minutes have been loaded yet. Run minuted build with the published files."

VERDICTS = {
    Verdict.EXACT: "The minutes say exactly this",
    Verdict.SAME_WORDS: "The minutes say this, but for capitals or punctuation",
    Verdict.NEAREST: "The minutes do not say exactly this",
    Verdict.NOT_FOUND: "The minutes do not say this",
}


def message(
    status: AnswerStatus, quotes: Sequence[Quote], coverage: Coverage, period: str = ""
) -> str:
    """Say how a question ended. ``period`` names dates of which no minutes are held."""
    if status is AnswerStatus.ANSWERED:
        passages = count_of(len(quotes), "passage")
        quoted = len({quote.citation.meeting for quote in quotes})
        share = f"{quoted} of " if coverage.searched > 1 else ""
        return f"{passages} from {share}{count_of(coverage.searched, 'meeting')}."
    if status is AnswerStatus.QUESTION_EMPTY:
        return "Type a question, for example: what was said about burglary?"
    if status is AnswerStatus.QUESTION_TOO_LONG:
        return f"The question is too long. Use at most {LONGEST} characters."
    if status is AnswerStatus.NO_INDEX:
        return NO_INDEX
    if period:
        return f"No minutes are held for {period}. {held_in_words(coverage)}"
    if not coverage.searched:
        return f"No minutes that are held fit these limits. {held_in_words(coverage)}"
    return f"These minutes do not seem to answer that. {_searched(coverage)}"


def searched_in_words(coverage: Coverage) -> str:
    """ "Searched 2 of 3 meetings, 21 December 2021 to 17 December 2024." """
    held = count_of(coverage.meetings, "meeting")
    return f"Searched {coverage.searched:,} of {held}{_range(coverage)}."


def held_in_words(coverage: Coverage) -> str:
    """ "Minutes are held of 3 meetings, 21 December 2021 to 17 December 2024." """
    return f"Minutes are held of {count_of(coverage.meetings, 'meeting')}{_range(coverage)}."


def limits_in_words(understood: Understood) -> str:
    """The limits that a question was searched with, set or found in it; empty where none were."""
    period = period_in_words(understood.from_date, understood.to_date)
    return "; ".join(filter(None, [*understood.bodies, *understood.people, period]))


def _searched(coverage: Coverage) -> str:
    return f"{count_of(coverage.searched, 'meeting').capitalize()} searched{_range(coverage)}."


def _range(coverage: Coverage) -> str:
    if coverage.from_date is None or coverage.to_date is None:
        return ""
    return f", {days_in_words(coverage.from_date, coverage.to_date)}"
