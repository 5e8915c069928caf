"""Renders a page from its template, and gives handlers what answers their questions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from qa import LiveAnswerer
from qa.wording import count_of, date_in_words, list_in_words, time_in_words

FOLDER = Path(__file__).parent


def make_templates(service_name: str) -> Jinja2Templates:
    """The templates with the filters they use; a name that is not given is an error."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["service_name"] = service_name
    environment.filters.update(
        date_in_words=date_in_words,
        time_in_words=time_in_words,
        list_in_words=list_in_words,
        count_of=count_of,
    )
    environment.tests["web_address"] = is_web_address
    return Jinja2Templates(env=environment)


def is_web_address(url: str) -> bool:
    """Whether a link may be offered: an address from a document could be a script."""
    return url.startswith(("https://", "http://"))


def render(request: Request, template: str, page: object, status: int = 200) -> HTMLResponse:
    templates = cast(Jinja2Templates, request.app.state.templates)
    return templates.TemplateResponse(request, template, {"page": page}, status)


async def live_answerer(request: Request) -> LiveAnswerer:
    return cast(LiveAnswerer, request.app.state.answerer)


Live = Annotated[LiveAnswerer, Depends(live_answerer)]
