"""Feeds and a calendar: for following the minutes from elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from qa import Quote
from qa.actions import ActionRequest, list_actions
from qa.coming import next_meetings
from qa.search import Order, Searcher
from qa.within import meetings_within
from qa.wording import date_in_words
from web import atom, calendars
from web.atom import Entry, Feed
from web.marking import addresses_of
from web.rendering import Live, SiteAddress, SiteSettings, unless_held
from web.search_fields import ValidFields

router = APIRouter()

MOST_ENTRIES = 50


class Follower:
    """Somebody who follows the minutes: what they ask for, and how they are answered."""

    def __init__(
        self,
        request: Request,
        live: Live,
        fields: ValidFields,
        site: SiteAddress,
        settings: SiteSettings,
    ) -> None:
        self.request = request
        self.built = live.built
        self.built_at = datetime.fromisoformat(self.built.manifest.built_at)
        self.fields = fields
        self.site = site
        self.settings = settings

    def feed(self, title: str, page: str, entries: Iterable[Entry]) -> Response:
        """A feed of some entries; ``page`` is the path of the page that shows the same."""
        feed = Feed(
            address=f"{self.site}{self.fields.address(self.request.url.path)}",
            page=f"{self.site}{page}",
            title=f"{title}: {self.settings.service_name}",
            author=self.settings.body_name or self.settings.service_name,
            entries=tuple(entries),
        )
        return self.answer(atom.atom(feed, self.built_at), atom.MEDIA_TYPE)

    def entry(self, quote: Quote, part: str = "") -> Entry:
        """A quote as an entry; ``part`` tells it from others of its passage."""
        meeting = self.built.store.meeting(quote.citation.meeting)
        return Entry(
            address=f"{self.site}{addresses_of(self.built, quote).permanent}{part}",
            title=quote.citation.label,
            text="\n".join(filter(None, [quote.context, quote.text])),
            date=meeting.date if meeting else None,
            author=quote.citation.body,
        )

    def answer(self, content: bytes, media_type: str) -> Response:
        return unless_held(self.request, Response(content, media_type=media_type))


Following = Annotated[Follower, Depends()]


@router.get("/search.atom")
def search_feed(follower: Following) -> Response:
    """New minutes that say some words, which stand in the address: the page says so."""
    fields = follower.fields
    if not fields.text:
        raise HTTPException(422)
    found = Searcher(follower.built).search(fields.wanted(Order.NEWEST, MOST_ENTRIES))
    entries = (follower.entry(hit.quote) for hit in found.hits)
    return follower.feed(fields.text, fields.address("/search"), entries)


@router.get("/actions.atom")
def actions_feed(follower: Following) -> Response:
    """New actions and promises."""
    wanted = ActionRequest(follower.fields.limits(), per_page=MOST_ENTRIES)
    quotes = [action.quote for action in list_actions(follower.built, wanted).actions]
    entries = (follower.entry(quote, _known_by(quote)) for quote in quotes)
    return follower.feed("Actions and promises", follower.fields.address("/actions"), entries)


@router.get("/meetings.atom")
def meetings_feed(follower: Following) -> Response:
    """Meetings whose minutes are new, the newest first."""
    meetings = meetings_within(follower.built.store, follower.fields.limits())
    newest = sorted(meetings, key=lambda entry: entry.date.toordinal() if entry.date else 0)
    entries = (
        Entry(
            address=f"{follower.site}/meetings/{entry.id}",
            title=", ".join(filter(None, [entry.body, date_in_words(entry.date)])),
            text=entry.title or entry.file_name,
            date=entry.date,
            author=entry.body,
        )
        for entry in newest[: -MOST_ENTRIES - 1 : -1]
    )
    return follower.feed("Minutes", "/meetings", entries)


@router.get("/meetings.ics")
def coming_meetings(follower: Following) -> Response:
    """The next meetings that minutes announce."""
    announced = next_meetings(follower.built, follower.fields.limits())
    name = follower.settings.service_name
    content = calendars.calendar(name, announced, follower.built_at, follower.site)
    return follower.answer(content, calendars.MEDIA_TYPE)


def _known_by(quote: Quote) -> str:
    """Tells the lines of one passage from one another, whatever stands before them."""
    return f"#{hashlib.sha256(quote.text.encode()).hexdigest()[:8]}"
