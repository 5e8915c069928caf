"""What the question form sends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Form

from qa import Limits
from web.conversation import Turn, read_turns
from web.limits import date_problems, read_limits
from web.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForm:
    """The fields as they were sent; ``history_limits`` stands beside ``history``."""

    question: Annotated[Text, Form()] = ""
    history: Annotated[list[Text], Form(default_factory=list)]
    history_limits: Annotated[list[Text], Form(default_factory=list)]
    body: Annotated[Text, Form()] = ""
    from_date: Annotated[Text, Form(alias="from")] = ""
    to_date: Annotated[Text, Form(alias="to")] = ""
    ignore: Annotated[list[Text], Form(default_factory=list)]

    def earlier(self) -> tuple[Turn, ...]:
        return read_turns(self.history, self.history_limits)

    def problems(self) -> tuple[tuple[str, str], ...]:
        return date_problems(self.from_date, self.to_date)

    def limits(self) -> Limits:
        """ValueError where a date is none."""
        return read_limits(self.body, self.from_date, self.to_date, self.ignore)
