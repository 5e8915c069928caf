"""Takes what readers say of an answer."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Depends, FastAPI, Form, HTTPException, Request
from fastapi.responses import HTMLResponse

from qa import AnswerStatus
from web.contexts import FeedbackPage
from web.feedback import LONGEST_COMMENT, Feedback, check_agreement
from web.feedback_store import FeedbackStore
from web.rendering import render
from web.text import Text

log = logging.getLogger(__name__)
router = APIRouter()

HOUR = 3600


async def _store(request: Request) -> FeedbackStore:
    return cast(FeedbackStore, request.app.state.feedback)


def _agreed(asked: Annotated[Text, Form()] = "") -> str:
    """The question, sent only where the box beside it is ticked."""
    try:
        if asked:
            check_agreement(asked)
    except ValueError:
        raise HTTPException(422) from None
    return asked


@router.post("/feedback")
def give(
    request: Request,
    store: Annotated[FeedbackStore, Depends(_store)],
    asked: Annotated[str, Depends(_agreed)],
    useful: Annotated[Literal["yes", "no"], Form()],
    status: Annotated[AnswerStatus, Form()],
    generation: Annotated[Text, Form(max_length=64)] = "",
    comment: Annotated[Text, Form(max_length=2 * LONGEST_COMMENT)] = "",
) -> HTMLResponse:
    """Keep whether an answer was useful; its question only where the reader agreed."""
    given = Feedback(
        useful=useful == "yes",
        status=status,
        generation=generation,
        comment=comment.strip(),
        asked=asked,
    )
    try:
        store.add(given)
    except sqlite3.Error as error:
        log.error("Feedback could not be kept: %s", error)
        return render(request, "feedback.html", FeedbackPage(kept=False), 503)
    return render(request, "feedback.html", FeedbackPage(kept=True))


@asynccontextmanager
async def forgetting(app: FastAPI) -> AsyncIterator[None]:
    """While the service runs, what is too old is deleted although nothing new comes."""
    task = asyncio.create_task(_forget_hourly(app.state.feedback))
    yield
    task.cancel()


async def _forget_hourly(store: FeedbackStore) -> None:
    while True:
        await asyncio.sleep(HOUR)
        with suppress(sqlite3.Error):
            await asyncio.to_thread(store.forget)
