"""What each template may use: one dataclass per template, given to it as ``page``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.generation import BuiltIndex
from index.store import MeetingEntry
from qa import Answer
from qa.accuracy import Accuracy
from qa.clean import clean
from qa.wording import count_of, days_in_words
from web.conversation import Exchange, Turn
from web.limits import Filter
from web.marking import MarkedQuote


@dataclass(frozen=True, slots=True)
class Held:
    """What there is to search: in words how many meetings and of which days, and the bodies."""

    words: str
    bodies: tuple[str, ...]

    @classmethod
    def of(cls, built: BuiltIndex) -> Held:
        entries = built.store.meetings()
        days = [entry.date.isoformat() for entry in entries if entry.date]
        held = [count_of(len(entries), "meeting")]
        held += [days_in_words(min(days), max(days))] if days else []
        return cls(
            words=", ".join(held),
            bodies=tuple(sorted({entry.body for entry in entries if entry.body})),
        )


@dataclass(frozen=True, slots=True)
class AskForm:
    """The question box: what it holds, what was wrong with it, and the turns it follows on.

    The dates are as they were typed. Each problem stands with the name of its field.
    """

    bodies: tuple[str, ...]
    question: str = ""
    problems: tuple[tuple[str, str], ...] = ()
    body: str = ""
    from_date: str = ""
    to_date: str = ""
    earlier: tuple[Turn, ...] = ()

    @property
    def is_limited(self) -> bool:
        return bool(self.body or self.from_date or self.to_date)


@dataclass(frozen=True, slots=True)
class StartPage:
    """start.html"""

    held: Held
    examples: tuple[str, ...]
    form: AskForm


@dataclass(frozen=True, slots=True)
class EarlierExchange:
    """An earlier question of a conversation, its answer, and the best quote of that."""

    turn: Turn
    answer: Answer
    best: MarkedQuote | None


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """conversation.html; ``newest`` is None when there was nothing to search for.

    ``followed`` are the turns that the newest question followed on, ``quotes`` and ``nearest``
    those of the newest answer, ``searched_packed`` what a briefing keeps of its question,
    ``agreement`` what feedback keeps of it where its asker agrees.
    """

    held: Held
    earlier: tuple[EarlierExchange, ...]
    form: AskForm
    followed: tuple[Turn, ...] = ()
    newest: Exchange | None = None
    filters: tuple[Filter, ...] = ()
    quotes: tuple[MarkedQuote, ...] = ()
    nearest: tuple[MarkedQuote, ...] = ()
    searched_packed: str = ""
    agreement: str = ""

    @property
    def title(self) -> str:
        if self.newest is None:
            return f"Error: {self.form.problems[0][1]}"
        outcome = "Answer" if self.quotes else "Not in these minutes"
        return f"{outcome}: {clean(self.newest.turn.question)}"

    @property
    def understood(self) -> str:
        """The question as it was searched, where that is not as it was asked; else empty."""
        if self.newest is None:
            return ""
        searched, asked = self.newest.answer.understood.text, clean(self.newest.turn.question)
        return searched if searched.casefold() != asked.casefold() else ""


@dataclass(frozen=True, slots=True)
class BodyMeetings:
    """The meetings of one body, newest first."""

    body: str
    meetings: tuple[MeetingEntry, ...]

    @classmethod
    def group(cls, oldest_first: Sequence[MeetingEntry]) -> tuple[BodyMeetings, ...]:
        by_body: dict[str, list[MeetingEntry]] = {}
        for entry in reversed(oldest_first):
            by_body.setdefault(entry.body, []).append(entry)
        return tuple(cls(body, tuple(by_body[body])) for body in sorted(by_body))


@dataclass(frozen=True, slots=True)
class AccuracyPage:
    """accuracy.html; ``accuracy`` is None where none was published."""

    accuracy: Accuracy | None
    generation: str

    @property
    def is_live(self) -> bool:
        """Whether the figures are of the minutes that are searched now."""
        return self.accuracy is not None and self.accuracy.generation == self.generation


@dataclass(frozen=True, slots=True)
class AboutPage:
    """about.html, privacy.html and accessibility.html; ``held`` is None where nothing is loaded."""

    held: Held | None = None


@dataclass(frozen=True, slots=True)
class FeedbackPage:
    """feedback.html; ``kept`` says whether what somebody said is stored."""

    kept: bool


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """error.html"""

    title: str
    message: str
    advice: str = ""
