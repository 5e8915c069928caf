"""What a search finds and what was promised, to save as spreadsheets."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response

from index import BuiltIndex
from qa import Quote
from qa.actions import ActionRequest, list_actions
from qa.search import Order, Searcher
from web.marking import addresses_of
from web.rendering import Live, SiteAddress, unless_held
from web.search_fields import ValidFields
from web.spreadsheets import MEDIA_TYPE, spreadsheet

router = APIRouter()

MOST_ROWS = 1000
CITED = ("date", "body", "item", "minute", "title", "page", "address")


@router.post("/search.csv")
def search_table(live: Live, fields: ValidFields, site: SiteAddress) -> Response:
    """What a search finds; by POST, so that its words stand in no address."""
    if not fields.text:
        raise HTTPException(422)
    built = live.built
    found = Searcher(built).search(fields.wanted(Order.RELEVANCE, MOST_ROWS))
    rows = (
        (*_cited(built, hit.quote, site), hit.kind.value, hit.quote.context, hit.quote.text)
        for hit in found.hits
    )
    return _file("search", spreadsheet((*CITED, "kind", "context", "text"), rows))


@router.get("/actions.csv")
def actions_table(request: Request, live: Live, fields: ValidFields, site: SiteAddress) -> Response:
    built = live.built
    wanted = ActionRequest(fields.limits(), page=fields.page, per_page=MOST_ROWS)
    rows = (
        (
            *_cited(built, action.quote, site),
            action.owner,
            action.quote.text,
            " ".join(f"{site}{addresses_of(built, quote).permanent}" for quote in action.later),
        )
        for action in list_actions(built, wanted).actions
    )
    content = spreadsheet((*CITED, "owner", "action", "later"), rows)
    return unless_held(request, _file("actions", content))


def _cited(built: BuiltIndex, quote: Quote, site: str) -> tuple[str | int | None, ...]:
    cited = quote.citation
    return (
        cited.date,
        cited.body,
        cited.item_number,
        cited.minute_ref,
        cited.item_title,
        cited.page,
        f"{site}{addresses_of(built, quote).permanent}",
    )


def _file(name: str, content: bytes) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(content, media_type=MEDIA_TYPE, headers=headers)
