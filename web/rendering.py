"""Renders a page from its template, and gives handlers what answers their questions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypeVar, cast

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from qa import LiveAnswerer
from qa.briefing_wording import citation_in_words, loss_in_words
from qa.check_quote import LONGEST as LONGEST_QUOTE
from qa.clean import LONGEST
from qa.messages import VERDICTS, searched_in_words
from qa.wording import count_of, date_in_words, list_in_words, time_in_words
from web.briefing_form import pack
from web.components import components
from web.feedback import LONGEST_COMMENT
from web.safe_headers import EMBED, is_embedded
from web.settings import Settings
from web.theme import theme_address

Sent = TypeVar("Sent", bound=Response)
FOLDER = Path(__file__).parent

# What stands in the navigation of every page: the words, and the address.
NAVIGATION = (
    ("Ask", "/"),
    ("Search", "/search"),
    ("Meetings", "/meetings"),
    ("People", "/people"),
    ("Actions", "/actions"),
    ("Check a quote", "/check-a-quote"),
    ("Briefing", "/briefing"),
)


def make_templates(settings: Settings, assets: Mapping[str, str]) -> Jinja2Templates:
    """The templates with what they use; a name that is not given is an error."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        site=settings,
        assets=assets,
        theme_address=theme_address(settings.accent),
        navigation=NAVIGATION,
        longest_question=LONGEST,
        longest_quote=LONGEST_QUOTE,
        longest_comment=LONGEST_COMMENT,
        verdicts=VERDICTS,
        **components(),
    )
    environment.filters.update(
        date_in_words=date_in_words,
        time_in_words=time_in_words,
        list_in_words=list_in_words,
        count_of=count_of,
        searched=searched_in_words,
        contact_address=contact_address,
        packed=pack,
        citation=citation_in_words,
        loss=loss_in_words,
    )
    environment.tests["web_address"] = is_web_address
    return Jinja2Templates(env=environment)


def is_web_address(url: str) -> bool:
    """Whether a link may be offered: an address from a document could be a script."""
    return url.startswith(("https://", "http://"))


def contact_address(contact: str) -> str:
    """Where a link to the contact leads; empty where it is only words."""
    if is_web_address(contact):
        return contact
    return f"mailto:{contact}" if "@" in contact and " " not in contact else ""


def render(request: Request, template: str, page: object, status: int = 200) -> HTMLResponse:
    """The page; or only "not modified" where the reader's browser holds the same page already.

    ``embed`` is where the chat stands if the page is one in a frame of another site, else empty.
    """
    templates = cast(Jinja2Templates, request.app.state.templates)
    settings = cast(Settings, request.app.state.settings)
    embed = EMBED if is_embedded(request.url.path, settings.embed_origins) else ""
    given = {"page": page, "embed": embed, "site_address": address_of(request, settings)}
    response: HTMLResponse = templates.TemplateResponse(request, template, given, status)
    return response if status != 200 else unless_held(request, response)


def unless_held(request: Request, response: Sent) -> Sent:
    """The response to a GET; only "not modified" where the reader's program holds the same."""
    if request.method != "GET":
        return response
    tag = f'W/"{hashlib.sha256(response.body).hexdigest()[:20]}"'
    if tag in request.headers.get("if-none-match", ""):
        response.status_code, response.body = 304, b""
        response.init_headers()
    response.headers["ETag"] = tag
    return response


async def site_settings(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


SiteSettings = Annotated[Settings, Depends(site_settings)]


async def site_address(request: Request, settings: SiteSettings) -> str:
    return address_of(request, settings)


def address_of(request: Request, settings: Settings) -> str:
    """Where the service is, without a path."""
    return settings.public_url or str(request.base_url).rstrip("/")


async def live_answerer(request: Request) -> LiveAnswerer:
    return cast(LiveAnswerer, request.app.state.answerer)


Live = Annotated[LiveAnswerer, Depends(live_answerer)]
SiteAddress = Annotated[str, Depends(site_address)]
