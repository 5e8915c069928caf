"""What was asked of or promised by somebody in the meetings, and what came of it later."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index import BuiltIndex
from index.minutes import Line
from qa.answer import Coverage, Quote, QuotedLine
from qa.later import mentioned_later
from qa.limits import Limits
from qa.paging import page_of
from qa.quote import quote_chosen
from qa.within import coverage_of, meetings_within, newest_first, rows_within

PER_PAGE = 20
LABEL = re.compile(
    r"^\W*(?:new\s+)?actions?\b(?:\s+(?:point|no\.?))?[\s\w/.-]{0,14}?\s*[:–-]\s*", re.I
)
# "Chief Executive to circulate", "The DCC will report", "Ms Lee agreed to look into".
OWNER = re.compile(
    r"^(?P<owner>(?:the\s+)?[A-Z][\w'’.&/-]*(?:\s+(?:of|for|and|the|&|[A-Z][\w'’.&/-]*)){0,6}?)\s+"
    r"(?:to|will|would|shall|is to|are to|was asked to|were asked to|agreed to|undertook to|"
    r"offered to|promised to|committed to|took an action to)\s",
)
OWNER_AFTER = re.compile(r"[(\[]\s*(?P<owner>[A-Z][\w'’.&/ -]{1,40}?)\s*(?:[,;:][^()]*)?[)\]]\W*$")
SEVERAL = re.compile(r"\s*(?:,|/|&|\band\b)\s*")
NOBODY = frozenset("happy it this that there they we he she these those".split())


@dataclass(frozen=True, slots=True)
class Action:
    """A line that asks or promises something for later.

    ``owner`` is whoever the line says it falls to, as printed, or empty; ``owner_keys`` name the
    people of the directory that this is. ``later`` are passages of later meetings of the
    same body that may speak of it again, the earliest first.
    """

    quote: Quote
    owner: str
    owner_keys: tuple[str, ...]
    later: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionRequest:
    """Which actions to list: within limits, and of one owner where ``owner_key`` is given."""

    limits: Limits = Limits()
    owner_key: str = ""
    page: int = 1
    per_page: int = PER_PAGE


@dataclass(frozen=True, slots=True)
class ActionList:
    """One page of the actions within some limits, the newest meeting first."""

    actions: tuple[Action, ...]
    total: int
    page: int
    pages: int
    coverage: Coverage
    generation: str


def list_actions(built: BuiltIndex, request: ActionRequest = ActionRequest()) -> ActionList:
    """List actions as the minutes record them; a page too far is the last page."""
    store = built.store
    meetings = meetings_within(store, request.limits)
    rows = rows_within(store, meetings)
    within = None if rows is None else set(rows.tolist())
    found = [
        (row, line)
        for row, line in store.overview.actions
        if within is None or row in within
        if not request.owner_key or request.owner_key in _owner_keys(built, row, line)
    ]
    found.sort(key=lambda each: newest_first(store, each[0]))
    page = page_of(found, request.page, request.per_page)
    return ActionList(
        actions=tuple(action for row, line in page.items if (action := _action(built, row, line))),
        total=len(found),
        page=page.number,
        pages=page.pages,
        coverage=coverage_of(store.meetings(), meetings),
        generation=built.id,
    )


def owner_of(line: str) -> str:
    """Whoever an action falls to, as the line prints it, or an empty string."""
    told = LABEL.sub("", line.strip())
    match = OWNER.match(told) or OWNER_AFTER.search(told)
    owner = match["owner"].strip() if match else ""
    return "" if owner.casefold() in NOBODY else owner


def _owner_keys(built: BuiltIndex, row: int, line: Line) -> tuple[str, ...]:
    meeting, directory = built.store.overview.passages[row].meeting, built.store.directory
    owners = filter(None, SEVERAL.split(owner_of(line.text)))
    keys = (directory.key_of(meeting, owner) for owner in owners)
    return tuple(key for key in keys if key in directory.people)


def _action(built: BuiltIndex, row: int, line: Line) -> Action | None:
    meeting, passage = built.store.meeting_of(row), built.store.passage(row)
    quoted = QuotedLine(line.text, line.start, line.end, answers=True)
    quote = quote_chosen(meeting, passage, (quoted,), built.id)
    if quote is None:
        return None
    later = mentioned_later(built, row, LABEL.sub("", line.text))
    return Action(quote, owner_of(line.text), _owner_keys(built, row, line), later)
