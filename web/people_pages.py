"""The pages about people, and about what they were asked or promised to do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from index.generation import BuiltIndex
from qa.actions import Action, ActionRequest, list_actions
from qa.people import PersonEntry, list_people, person
from web.contexts import Held
from web.marking import marked_quote
from web.reading_contexts import ActionsPage, ActionView, FilterForm, PeoplePage, PersonPage
from web.rendering import Live, render
from web.search_fields import Fields

router = APIRouter()

# More people than this are listed letter by letter.
MOST_ON_ONE_PAGE = 500


@router.get("/people")
def people(request: Request, live: Live, letter: str = "") -> HTMLResponse:
    everyone = list_people(live.built)
    grouped = [(first, tuple(there)) for first, there in groupby(everyone, key=_letter)]
    letters = tuple(first for first, _ in grouped)
    chosen = letter if letter in letters else ""
    if not chosen and len(everyone) > MOST_ON_ONE_PAGE:
        chosen = letters[0]
    groups = tuple(group for group in grouped if chosen in {"", group[0]})
    return render(request, "people.html", PeoplePage(len(everyone), letters, chosen, groups))


@router.get("/people/{key}")
def one_person(request: Request, live: Live, key: str) -> HTMLResponse:
    built = live.built
    record = person(built, key)
    if record is None:
        raise HTTPException(404)
    page = PersonPage(
        record,
        asked=tuple(marked_quote(built, quote) for quote in record.asked.items),
        said=tuple(marked_quote(built, quote) for quote in record.said.items),
        actions=_views(built, record.actions.items),
    )
    return render(request, "person.html", page)


@router.get("/actions")
def actions(request: Request, live: Live, fields: Fields) -> HTMLResponse:
    """Actions and promises; the filters say nothing of the reader and stand in the address."""
    built = live.built
    form = FilterForm("/actions", fields, Held.of(built).bodies)
    if fields.problems():
        return render(request, "actions.html", ActionsPage(form, None), 422)
    listed = list_actions(built, ActionRequest(fields.limits(), page=fields.page))
    page = ActionsPage(form, listed, _views(built, listed.actions))
    return render(request, "actions.html", page)


def _views(built: BuiltIndex, found: Sequence[Action]) -> tuple[ActionView, ...]:
    return tuple(
        ActionView(
            action,
            marked_quote(built, action.quote),
            tuple(marked_quote(built, quote) for quote in action.later),
        )
        for action in found
    )


def _letter(entry: PersonEntry) -> str:
    return entry.key.rpartition("-")[2][:1].upper()
