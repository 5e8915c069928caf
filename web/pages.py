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
from web.rendering import Live, render

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
    asked: Annotated[QuestionForm, Depends()],
) -> HTMLResponse:
    """The conversation with its newest question answered."""
    answerer = live.answerer
    form = AskForm(
        Held.of(answerer.built).bodies,
        question=asked.question,
        problems=asked.problems(),
        body=asked.body,
        from_date=asked.from_date,
        to_date=asked.to_date,
        earlier=asked.earlier(),
    )
    if form.problems:
        page = conversation_page(answerer, form, None)
        return render(request, "conversation.html", page, 422)
    page = conversation_page(answerer, form, Turn(asked.question, asked.limits()))
    request.state.answer = page.newest and page.newest.answer
    return render(request, "conversation.html", page)
