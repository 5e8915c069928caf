"""The briefing: a page to put it together on, and its exports."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from qa import AnswerStatus, LiveAnswerer
from qa.briefing import Briefing, Reference, verify
from qa.briefing_docx import to_docx
from qa.briefing_draft import searched_of
from qa.briefing_markdown import to_markdown
from qa.briefing_parts import parts
from qa.briefing_wording import Imprint
from web.briefing_contexts import BriefingPage, FoundForBriefing, PrintedBriefing
from web.briefing_form import BriefingForm, SentBriefing, that_fits
from web.rendering import Live, SiteAddress, SiteSettings, render

router = APIRouter()

WAS_SEARCHED = (AnswerStatus.ANSWERED, AnswerStatus.NOT_IN_MINUTES)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def imprint(form: SentBriefing, settings: SiteSettings, site: SiteAddress) -> Imprint:
    """What an export says of itself."""
    author = settings.body_name or settings.service_name
    return Imprint(date.today(), author, site, form.annex)


SentOutWith = Annotated[Imprint, Depends(imprint)]


@router.get("/briefing")
def empty(request: Request, live: Live) -> HTMLResponse:
    return render(request, "briefing.html", BriefingPage(verify(live.built, Briefing())))


@router.post("/briefing")
def briefing(
    request: Request, live: Live, form: SentBriefing, settings: SiteSettings
) -> HTMLResponse:
    """The briefing as it was sent, changed as the button says, with every quote verified."""
    changed = form.changed()
    if form.verb == "renew":
        changed = verify(live.built, changed).renewed(form.position)
    found = _find(live, form)
    if found and found.answer.status in WAS_SEARCHED:
        changed = changed.with_searched(searched_of(found.answer))
    checked = verify(live.built, changed)
    # A quarter is left for notes that are still to be written.
    room = settings.max_request_bytes * 3 // 4
    fitting = that_fits(checked, room)
    page = BriefingPage(
        verify(live.built, fitting),
        title=changed.title,
        keeps=form.is_whole,
        annex=form.annex,
        found=found,
        left_out=len(changed.entries) - len(fitting.entries),
    )
    return render(request, "briefing.html", page)


@router.post("/briefing/word")
def word(live: Live, form: SentBriefing, imprint: SentOutWith) -> Response:
    return _file(to_docx(verify(live.built, form.briefing), imprint), WORD, "docx")


@router.post("/briefing/markdown")
def markdown(live: Live, form: SentBriefing, imprint: SentOutWith) -> Response:
    text = to_markdown(verify(live.built, form.briefing), imprint)
    return _file(text.encode(), "text/markdown; charset=utf-8", "md")


@router.post("/briefing/print")
def print_page(
    request: Request, live: Live, form: SentBriefing, imprint: SentOutWith
) -> HTMLResponse:
    """The briefing as a page to print."""
    checked = verify(live.built, form.briefing)
    page = PrintedBriefing(checked.title, imprint.made_on, tuple(parts(checked, imprint)))
    return render(request, "briefing_print.html", page)


def _find(live: LiveAnswerer, form: BriefingForm) -> FoundForBriefing | None:
    if not form.question or form.verb == "empty":
        return None
    answer = live.answer(form.question)
    quotes = answer.quotes or answer.nearest
    return FoundForBriefing(answer, tuple((quote, str(Reference.of(quote))) for quote in quotes))


def _file(content: bytes, media_type: str, suffix: str) -> Response:
    name = f"briefing-{date.today().isoformat()}.{suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
