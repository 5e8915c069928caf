"""Errors of the API as problem details (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.responses import JSONResponse
from pydantic import BaseModel

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """What went wrong; ``errors`` names the fields of a request that cannot be read, with why."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: dict[str, str] = {}


def problem_response(
    status: int, detail: str, errors: Mapping[str, str] | None = None
) -> JSONResponse:
    problem = Problem(
        title=HTTPStatus(status).phrase, status=status, detail=detail, errors=dict(errors or {})
    )
    return JSONResponse(problem.model_dump(), status, media_type=MEDIA_TYPE)


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How OpenAPI describes some problems; all others are the default."""
    content = {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}}
    named: dict[int | str, str] = {status: HTTPStatus(status).phrase for status in statuses}
    return {
        status: {"description": phrase, "content": content}
        for status, phrase in (named or {"default": "Any other problem"}).items()
    }
