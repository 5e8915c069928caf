"""The API: the same answers as the pages, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from index.errors import BuiltIndexMissing, MinutesError
from qa import AnswerStatus, Limits
from qa.asked import parse_date
from web.rendering import Live
from web.text import Text

router = APIRouter()


def _date_as_text(value: Any) -> date | None:
    if value is not None and not isinstance(value, str):
        raise ValueError("a date is a text like 2021-12-31")
    return parse_date(value or "")


IsoDate = Annotated[
    date | None,
    BeforeValidator(_date_as_text),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "format": "date"}, {"const": ""}, {"type": "null"}]}
    ),
]


class AskRequest(BaseModel):
    """A question, the questions asked before it (oldest first), and what limits the search."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"question": "What was said about burglary?"}]},
    )

    question: Text
    history: list[Text] = []
    body: Text = ""
    meeting: Text = ""
    from_date: IsoDate = Field(None, alias="from")
    to_date: IsoDate = Field(None, alias="to")
    ignore: list[Literal["dates", "bodies", "people"]] = []

    def limits(self) -> Limits:
        return Limits(
            meeting=self.meeting,
            body=self.body,
            from_date=self.from_date,
            to_date=self.to_date,
            ignore=frozenset(self.ignore),
        )


@router.post("/api/ask")
def ask(request: Request, asked: AskRequest, live: Live) -> JSONResponse:
    """Answer one question from the minutes, in their own words."""
    answer = live.answer(asked.question, asked.history, asked.limits())
    request.state.answer = answer
    status = 503 if answer.status is AnswerStatus.NO_INDEX else 200
    return JSONResponse(answer.to_json(), status)


@router.get("/healthz", include_in_schema=False)
async def health() -> PlainTextResponse:
    """Whether the process answers at all."""
    return PlainTextResponse("ok")


@router.get("/readyz", include_in_schema=False)
def readiness(live: Live) -> Response:
    """Whether questions can be answered."""
    try:
        _ = live.built
    except BuiltIndexMissing:
        return PlainTextResponse("no minutes have been loaded", 503)
    except MinutesError:
        return PlainTextResponse("the built index cannot be opened", 503)
    return PlainTextResponse("ok")
