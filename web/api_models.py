"""What the versioned API takes and gives, as OpenAPI describes it."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, WithJsonSchema

from index import PassageKind
from index.minutes import Link, Person, Source
from qa import Limits
from qa.answer import AnswerStatus, Citation, QuotedLine, Receipt
from qa.check_quote import Place, Verdict
from qa.people import PersonEntry
from qa.search import Order, SearchRequest
from web.api import IsoDate
from web.text import Text

MOST_PER_PAGE = 100


class Filters(BaseModel):
    """What limits a search: a body by its name or initials, a meeting by its id, dates."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    body: Text = ""
    meeting: Text = ""
    from_date: IsoDate = Field(None, alias="from")
    to_date: IsoDate = Field(None, alias="to")

    def limits(self) -> Limits:
        return Limits(self.meeting, self.body, self.from_date, self.to_date)


class Paged(Filters):
    """Pages count from 1; a page too far is the last page, as ``page`` in the reply says."""

    page: int = Field(1, ge=1, le=1_000_000)
    per_page: int = Field(20, ge=1, le=MOST_PER_PAGE)


class SearchQuery(Paged):
    """Words and "exact phrases"; without kinds passages of every kind."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": '"knife crime" schools', "kind": ["question"]}]}
    )

    text: Text = Field(max_length=1000)
    kind: list[PassageKind] = []
    order: Order = Order.RELEVANCE

    def wanted(self) -> SearchRequest:
        return SearchRequest(
            self.text, self.limits(), frozenset(self.kind), self.order, self.page, self.per_page
        )


class ActionsQuery(Paged):
    """``owner`` is the key of a person, as /people gives it."""

    owner: Text = ""


class QuoteToCheck(Filters):
    """Words that are said to stand in the minutes."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "1,225 drivers were stopped"}]}
    )

    text: Text


class Record(BaseModel):
    """Read from the record of the same fields."""

    model_config = ConfigDict(from_attributes=True)


# Records say from_date where the JSON says from, which is a keyword of Python.
FirstDay = Annotated[
    str | None,
    Field(validation_alias=AliasChoices("from", "from_date"), serialization_alias="from"),
]
LastDay = Annotated[
    str | None, Field(validation_alias=AliasChoices("to", "to_date"), serialization_alias="to")
]


class Coverage(Record):
    """How many meetings are held and were searched, and from when to when."""

    meetings: int
    searched: int
    from_date: FirstDay
    to_date: LastDay


class Understood(Record):
    """The question as it was searched, and the limits that were found in it or set."""

    text: str
    from_date: FirstDay
    to_date: LastDay
    bodies: list[str]
    people: list[str]


class Quote(Record):
    """Words of the minutes, verbatim; ``text`` joins the lines.

    ``receipt`` has the offsets of the quote in the ``text`` of its meeting.
    """

    text: str
    context: str
    lines: list[QuotedLine]
    score: float
    citation: Citation
    receipt: Receipt


class Answer(Record):
    """The reply to a question; with ``not_in_minutes`` there are no quotes, but maybe nearest."""

    status: AnswerStatus
    message: str
    question: str
    understood: Understood
    quotes: list[Quote]
    nearest: list[Quote]
    coverage: Coverage
    timings_ms: dict[str, float]
    generation: str


class Pages(Record):
    """Where a page stands in the whole list."""

    total: int
    page: int
    pages: int
    generation: str


class Hit(Record):
    """A passage that was found; ``marks`` are offsets of what was sought in the meeting's text."""

    passage: str = ""
    kind: PassageKind
    quote: Quote
    marks: list[tuple[int, int]]


class SearchResults(Pages):
    """``every_word`` is false where no passage holds all words, so that some suffice."""

    hits: list[Hit]
    every_word: bool
    kinds: dict[PassageKind, int]
    coverage: Coverage


class MeetingEntry(Record):
    """A meeting in a list."""

    id: str
    body: str
    title: str
    date: datetime.date | None
    status: str
    passages: int


class Meetings(Pages):
    """Meetings by date, the undated last."""

    meetings: list[MeetingEntry]


class AgendaItem(Record):
    """An item of the agenda; ``position`` is 0 for what stands before the first."""

    position: int
    number: str
    minute_ref: str
    title: str
    presenters: list[str]
    section: str
    start: int
    end: int


# What JSON Schema calls a time has a zone, which minutes do not print.
ClockTime = Annotated[
    datetime.time, WithJsonSchema({"type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}$"})
]


class Meeting(Record):
    """The minutes of a meeting; every offset of the API points into its ``text``.

    ``passage_ids`` are those of each item, by its position.
    """

    id: str
    body: str
    title: str
    date: datetime.date | None
    start_time: ClockTime | None
    end_time: ClockTime | None
    venue: str
    status: str
    next_meeting: datetime.date | None
    people: list[Person]
    links: list[Link]
    source: Source
    items: list[AgendaItem]
    text: str
    passage_ids: dict[int, list[str]] = {}
    generation: str = ""


class Line(Record):
    """``meeting.text[start:end]``; ``action`` says that somebody is to do something later."""

    text: str
    start: int
    end: int
    action: bool


class Passage(Record):
    """A stretch of one agenda item, whole; its id stays the same while its words do."""

    id: str
    kind: PassageKind
    text: str
    context: str
    lines: list[Line]
    citation: Citation
    receipt: Receipt
    previous: str | None
    following: str | None


class People(Pages):
    """People by surname."""

    people: list[PersonEntry]


class Action(Record):
    """A line that asks or promises something; ``later`` may speak of it again."""

    quote: Quote
    owner: str
    owner_keys: list[str]
    later: list[Quote]


class Actions(Pages):
    """Actions, those of the newest meeting first."""

    actions: list[Action]
    coverage: Coverage


class CheckedQuote(Record):
    """Whether the minutes say exactly that; ``total`` counts all places, ten are given."""

    text: str
    verdict: Verdict
    places: list[Place]
    total: int
    coverage: Coverage
    generation: str
