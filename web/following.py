"""Feeds, spreadsheets and a calendar: for following the minutes from elsewhere."""

from __future__ import annotations

import hashlib
from datetime import datetime

from fastapi import APIRouter, HTTPException, Request, Response

from index import BuiltIndex
from qa import Quote
from qa.actions import ActionRequest, list_actions
from qa.coming import next_meetings
from qa.search import Order, Searcher, SearchRequest, SearchResults
from qa.within import meetings_within
from qa.wording import date_in_words
from web import atom, calendars, spreadsheets
from web.atom import Entry, Feed
from web.marking import marked_quote
from web.rendering import Live, SiteAddress, SiteSettings, unless_held
from web.search_fields import Fields, SearchFields

router = APIRouter()

MOST_ENTRIES = 50
MOST_ROWS = 1000
CITED = ("date", "body", "item", "minute", "title", "page", "address")


@router.get("/search.atom")
def search_feed(
    request: Request, live: Live, fields: Fields, site: SiteAddress, settings: SiteSettings
) -> Response:
    """New minutes that say some words, which stand in the address: the page says so."""
    built = live.built
    found = _search(built, fields, Order.NEWEST, MOST_ENTRIES)
    feed = Feed(
        address=f"{site}{fields.address('/search.atom')}",
        page=f"{site}{fields.address('/search')}",
        title=f"{fields.text}: {settings.service_name}",
        author=settings.body_name or settings.service_name,
        entries=tuple(_entry(built, hit.quote, site) for hit in found.hits),
    )
    return _feed(request, built, feed)


@router.get("/actions.atom")
def actions_feed(
    request: Request, live: Live, fields: Fields, site: SiteAddress, settings: SiteSettings
) -> Response:
    """New actions and promises."""
    built = live.built
    _check(fields)
    wanted = ActionRequest(fields.limits(), per_page=MOST_ENTRIES)
    feed = Feed(
        address=f"{site}{fields.address('/actions.atom')}",
        page=f"{site}{fields.address('/actions')}",
        title=f"Actions and promises: {settings.service_name}",
        author=settings.body_name or settings.service_name,
        entries=tuple(
            _entry(built, action.quote, site, _known_by(action.quote))
            for action in list_actions(built, wanted).actions
        ),
    )
    return _feed(request, built, feed)


@router.get("/meetings.atom")
def meetings_feed(
    request: Request, live: Live, fields: Fields, site: SiteAddress, settings: SiteSettings
) -> Response:
    """Meetings whose minutes are new, the newest first."""
    built = live.built
    _check(fields)
    meetings = meetings_within(built.store, fields.limits())
    newest = sorted(meetings, key=lambda entry: entry.date.toordinal() if entry.date else 0)
    feed = Feed(
        address=f"{site}{fields.address('/meetings.atom')}",
        page=f"{site}/meetings",
        title=f"Minutes: {settings.service_name}",
        author=settings.body_name or settings.service_name,
        entries=tuple(
            Entry(
                address=f"{site}/meetings/{entry.id}",
                title=", ".join(filter(None, [entry.body, date_in_words(entry.date)])) or entry.id,
                text=entry.title or entry.file_name,
                date=entry.date,
                author=entry.body,
            )
            for entry in newest[: -MOST_ENTRIES - 1 : -1]
        ),
    )
    return _feed(request, built, feed)


@router.post("/search.csv")
def search_table(live: Live, fields: Fields, site: SiteAddress) -> Response:
    """What a search finds; by POST, so that its words stand in no address."""
    built = live.built
    found = _search(built, fields, Order.RELEVANCE, MOST_ROWS)
    rows = (
        (*_cited(built, hit.quote, site), hit.kind.value, hit.quote.context, hit.quote.text)
        for hit in found.hits
    )
    return _table("search", spreadsheets.spreadsheet((*CITED, "kind", "context", "text"), rows))


@router.get("/actions.csv")
def actions_table(request: Request, live: Live, fields: Fields, site: SiteAddress) -> Response:
    built = live.built
    _check(fields)
    wanted = ActionRequest(fields.limits(), page=fields.page, per_page=MOST_ROWS)
    rows = (
        (
            *_cited(built, action.quote, site),
            action.owner,
            action.quote.text,
            " ".join(f"{site}{quote.citation.url}" for quote in action.later),
        )
        for action in list_actions(built, wanted).actions
    )
    content = spreadsheets.spreadsheet((*CITED, "owner", "action", "later"), rows)
    return unless_held(request, _table("actions", content))


@router.get("/meetings.ics")
def coming_meetings(
    request: Request, live: Live, fields: Fields, site: SiteAddress, settings: SiteSettings
) -> Response:
    """The next meetings that minutes announce."""
    built = live.built
    _check(fields)
    announced = next_meetings(built, fields.limits())
    content = calendars.calendar(settings.service_name, announced, _built_at(built), site)
    return unless_held(request, Response(content, media_type=calendars.MEDIA_TYPE))


def _search(built: BuiltIndex, fields: SearchFields, order: Order, most: int) -> SearchResults:
    _check(fields)
    if not fields.text:
        raise HTTPException(422)
    wanted = SearchRequest(
        fields.text,
        fields.limits(),
        fields.kinds,
        fields.order_or(order),
        fields.page,
        per_page=most,
    )
    return Searcher(built).search(wanted)


def _check(fields: SearchFields) -> None:
    if fields.problems():
        raise HTTPException(422)


def _entry(built: BuiltIndex, quote: Quote, site: str, part: str = "") -> Entry:
    view = marked_quote(built, quote)
    words = "\n".join(filter(None, [quote.context, quote.text]))
    meeting = built.store.meeting(quote.citation.meeting)
    return Entry(
        address=f"{site}{view.addresses.permanent}{part}",
        title=quote.citation.label,
        text=words,
        date=meeting.date if meeting else None,
        author=quote.citation.body,
    )


def _known_by(quote: Quote) -> str:
    """Tells the lines of one passage from one another, whatever stands before them."""
    return f"#{hashlib.sha256(quote.text.encode()).hexdigest()[:8]}"


def _cited(built: BuiltIndex, quote: Quote, site: str) -> tuple[str | int | None, ...]:
    cited = quote.citation
    return (
        cited.date,
        cited.body,
        cited.item_number,
        cited.minute_ref,
        cited.item_title,
        cited.page,
        f"{site}{marked_quote(built, quote).addresses.permanent}",
    )


def _feed(request: Request, built: BuiltIndex, feed: Feed) -> Response:
    content = atom.atom(feed, _built_at(built))
    return unless_held(request, Response(content, media_type=atom.MEDIA_TYPE))


def _table(name: str, content: bytes) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(content, media_type=spreadsheets.MEDIA_TYPE, headers=headers)


def _built_at(built: BuiltIndex) -> datetime:
    return datetime.fromisoformat(built.manifest.built_at)
