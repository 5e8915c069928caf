"""The pages: each handler reads the request, makes one call and renders."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from web.answering import conversation_page
from web.contexts import AskForm, Held, StartPage
from web.conversation import Turn
from web.examples import example_questions
from web.question_form import QuestionForm
from web.rendering import Live, SiteAddress, render

router = APIRouter()


@router.get("/")
def start(request: Request, live: Live) -> HTMLResponse:
    built = live.built
    held = Held.of(built)
    page = StartPage(held, example_questions(built), AskForm(held.bodies))
    return render(request, "start.html", page)


@router.get("/ask")
def conversation_address() -> RedirectResponse:
    """A conversation is kept nowhere, so its address leads to the start."""
    return RedirectResponse("/", 303)


@router.post("/ask")
def ask(
    request: Request,
    live: Live,
    site_address: SiteAddress,
    asked: Annotated[QuestionForm, Depends()],
) -> HTMLResponse:
    """The conversation with its newest question answered."""
    form = AskForm(
        Held.of(live.built).bodies,
        question=asked.question,
        problems=asked.problems(),
        body=asked.body,
        from_date=asked.from_date,
        to_date=asked.to_date,
        earlier=asked.earlier(),
    )
    if form.problems:
        page = conversation_page(live, form, None, site_address)
        return render(request, "conversation.html", page, 422)
    page = conversation_page(live, form, Turn(asked.question, asked.limits()), site_address)
    request.state.answer = page.newest and page.newest.answer
    return render(request, "conversation.html", page)
