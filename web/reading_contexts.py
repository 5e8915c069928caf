"""What each template of the pages for reading may use, given to it as ``page``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from index.minutes import Meeting
from index.store import MeetingEntry
from qa.actions import Action, ActionList
from qa.check_quote import CheckedQuote, Place
from qa.people import PersonEntry, PersonRecord
from qa.search import SearchResults
from qa.series import Neighbours
from qa.timeline import Timeline
from web.chart import Chart
from web.contexts import BodyMeetings, Held
from web.marking import Addresses, MarkedQuote
from web.reading import ItemView, PassageView, PersonView
from web.search_fields import SearchFields


@dataclass(frozen=True, slots=True)
class FilterForm:
    """The form of a search: where it is sent, what it offers, what it holds."""

    action: str
    fields: SearchFields
    bodies: tuple[str, ...]
    orders: tuple[tuple[str, str], ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    by_link: bool = False

    @property
    def link(self) -> str:
        """The address of this search, which holds its words."""
        return self.fields.address(self.action)

    def file(self, ending: str) -> str:
        """The address of the same as a feed or a file."""
        return self.fields.address(f"{self.action}.{ending}")


@dataclass(frozen=True, slots=True)
class SearchPage:
    """search.html; ``results`` is None where nothing was searched for.

    ``searched_packed`` is what a briefing keeps of the search.
    """

    form: FilterForm
    results: SearchResults | None
    found: tuple[tuple[str, MarkedQuote], ...] = ()
    searched_packed: str = ""

    @property
    def title(self) -> str:
        return titled("Search the minutes", self.form)


@dataclass(frozen=True, slots=True)
class MeetingMentionsView:
    """A meeting and what it says of a topic."""

    meeting: MeetingEntry
    quotes: tuple[MarkedQuote, ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """topic.html; ``timeline`` is None where no topic was given."""

    form: FilterForm
    timeline: Timeline | None
    groups: tuple[MeetingMentionsView, ...] = ()
    chart: Chart | None = None

    @property
    def title(self) -> str:
        return titled("A topic over time", self.form)


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action, those of its owners who have a page, and what was said of it later."""

    action: Action
    quote: MarkedQuote
    later: tuple[MarkedQuote, ...]


@dataclass(frozen=True, slots=True)
class ActionsPage:
    """actions.html; ``listed`` is None where the filters cannot be read."""

    form: FilterForm
    listed: ActionList | None
    actions: tuple[ActionView, ...] = ()

    @property
    def title(self) -> str:
        return titled("Actions and promises", self.form)


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """people.html; ``groups`` are people by the first letter of their surname.

    ``letter`` is the only one whose people are listed, or empty where all are.
    """

    people: int
    letters: tuple[str, ...]
    letter: str
    groups: tuple[tuple[str, tuple[PersonEntry, ...]], ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """person.html"""

    record: PersonRecord
    asked: tuple[MarkedQuote, ...]
    said: tuple[MarkedQuote, ...]
    actions: tuple[ActionView, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """check.html; ``checked`` is None before there is a quote to check.

    Each place has its addresses and its reference; ``searched_packed`` is what a briefing keeps.
    """

    text: str = ""
    problem: str = ""
    checked: CheckedQuote | None = None
    places: tuple[tuple[Place, Addresses, str], ...] = ()
    searched_packed: str = ""


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """meetings.html"""

    held: Held
    groups: tuple[BodyMeetings, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """meeting.html; ``people`` stand under the heading for their attendance.

    ``event`` is the meeting as JSON-LD, None where it has no date.
    """

    meeting: Meeting
    items: tuple[ItemView, ...]
    people: tuple[tuple[str, tuple[PersonView, ...]], ...]
    neighbours: Neighbours
    has_page_images: bool
    event: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class PassageGone:
    """passage_gone.html"""

    meeting: Meeting


@dataclass(frozen=True, slots=True)
class PageOfOriginal:
    """page_of_original.html: a page of a published file as an image, beside its passages.

    ``image`` is the image's address; ``marks`` says whether something is marked on it.
    """

    meeting: Meeting
    number: int
    image: str
    passages: tuple[PassageView, ...]
    marks: bool


def titled(name: str, form: FilterForm) -> str:
    """What a page of results is called: an error comes first, then what was sought."""
    if form.fields.problems():
        return f"Error: {name}"
    return f"{form.fields.text}: {name.lower()}" if form.fields.text else name
