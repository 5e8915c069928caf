"""The pages: each handler reads the request, makes one call and renders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse

from qa import AnswerStatus
from web.contexts import (
    AskForm,
    BodyMeetings,
    ConversationPage,
    Held,
    MeetingPage,
    MeetingsPage,
    StartPage,
)
from web.conversation import MAX_EARLIER, Exchange, Turn, answer_turns
from web.examples import example_questions
from web.limits import notices
from web.question_form import QuestionForm
from web.reading import items_of
from web.rendering import Live, render

router = APIRouter()

NOT_SEARCHED = (AnswerStatus.QUESTION_EMPTY, AnswerStatus.QUESTION_TOO_LONG)


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
def ask(request: Request, live: Live, asked: Annotated[QuestionForm, Depends()]) -> HTMLResponse:
    """The conversation with its newest question answered."""
    form = _form_as_sent(asked, Held.of(live.built).bodies)
    try:
        newest = Turn(asked.question, asked.limits())
    except ValueError as error:
        page = _with_problem(form, answer_turns(live, form.earlier), str(error))
        return render(request, "conversation.html", page, 422)
    *before, last = answer_turns(live, (*form.earlier, newest))
    if last.answer.status in NOT_SEARCHED:
        page = _with_problem(form, before, last.answer.message)
    else:
        page = _answered(form, before, last)
    return render(request, "conversation.html", page)


def _form_as_sent(asked: QuestionForm, bodies: tuple[str, ...]) -> AskForm:
    return AskForm(
        bodies,
        question=asked.question,
        body=asked.body,
        from_date=asked.from_date,
        to_date=asked.to_date,
        earlier=asked.earlier(),
    )


def _with_problem(form: AskForm, before: Sequence[Exchange], problem: str) -> ConversationPage:
    return ConversationPage(tuple(before), form.earlier, None, (), replace(form, problem=problem))


def _answered(form: AskForm, before: Sequence[Exchange], last: Exchange) -> ConversationPage:
    turns = (*form.earlier, last.turn)[-MAX_EARLIER:]
    limits = notices(last.answer.understood, last.turn.limits)
    emptied = replace(form, question="", earlier=turns)
    return ConversationPage(tuple(before), form.earlier, last, limits, emptied)


@router.get("/meetings")
def meetings(request: Request, live: Live) -> HTMLResponse:
    built = live.built
    page = MeetingsPage(Held.of(built), BodyMeetings.group(built.store.meetings()))
    return render(request, "meetings.html", page)


@router.get("/meetings/{meeting_id}")
def meeting(request: Request, live: Live, meeting_id: str) -> HTMLResponse:
    record = live.built.store.meeting(meeting_id)
    if record is None:
        raise HTTPException(404)
    return render(request, "meeting.html", MeetingPage(record, items_of(record)))


@router.get("/meetings/{meeting_id}/original")
def original(live: Live, meeting_id: str) -> FileResponse:
    """The file as it was published; as a download, so that nothing in it runs as a page."""
    built = live.built
    path, record = built.source_path(meeting_id), built.store.meeting(meeting_id)
    if path is None or record is None:
        raise HTTPException(404)
    return FileResponse(
        path, media_type="application/octet-stream", filename=record.source.file_name
    )
