"""What a reader is told when something is wrong: a page, or JSON where the API was asked."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from index.errors import BuiltIndexMissing, MinutesError
from qa.wording import count_of
from web.contexts import ErrorPage
from web.problems import problem_response
from web.rendering import render

log = logging.getLogger(__name__)

PAGES = {
    400: ErrorPage("This request cannot be read", "Go back and try again."),
    404: ErrorPage("Page not found", "If you typed the address, check that it is right."),
    405: ErrorPage("This address cannot be used like that", "Start again from the first page."),
    413: ErrorPage("That is too much text", "Start again with a shorter question."),
    422: ErrorPage("This request cannot be read", "Start again from the first page."),
    500: ErrorPage("Something went wrong", "It is our fault, not yours. Try again in a minute."),
    503: ErrorPage("The minutes cannot be opened just now", "Try again in a few minutes."),
}
# Where errors are problem details; what was there before stays as it was.
API = "/api/v1/"
OFF = "This service is switched off just now"
OFF_MESSAGE = "Try again later."
NOTHING_LOADED = ErrorPage(
    "No minutes have been loaded yet",
    "There is nothing to search, so questions cannot be answered.",
    "If you run this service, load minutes with: minuted build FOLDER",
)


def add_error_handlers(app: FastAPI) -> None:
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(MinutesError, _no_minutes)
    app.add_exception_handler(Exception, _broken)


def error_response(request: Request, status: int, message: str = "") -> Response:
    """A fixed sentence for a status; ``message`` replaces it for the API."""
    return _respond(request, PAGES.get(status, PAGES[400]), status, message)


def too_often(request: Request, seconds: int) -> Response:
    """What a client is told that has to wait before it may ask again."""
    wait = f"Wait {count_of(seconds, 'second')}, then try again."
    page = ErrorPage("You have asked for too much at once", wait)
    response = _respond(request, page, 429)
    response.headers["Retry-After"] = str(seconds)
    return response


def switched_off(request: Request, message: str) -> Response:
    """What everyone is told while the service is switched off."""
    return _respond(request, ErrorPage(OFF, message or OFF_MESSAGE), 503)


def _respond(request: Request, page: ErrorPage, status: int, detail: str = "") -> Response:
    if request.url.path.startswith(API):
        return problem_response(status, detail or f"{page.title}. {page.message}")
    if _asks_api(request):
        return JSONResponse({"detail": detail or f"{page.title}."}, status)
    return render(request, "error.html", page, status)


def _asks_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    response = error_response(request, error.status_code)
    response.headers.update(error.headers or {})
    return response


def _broken(request: Request, error: Exception) -> Response:
    return error_response(request, 500)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    said = "; ".join(_problem(found) for found in error.errors())
    if request.url.path.startswith(API):
        return problem_response(422, said, {_field(each): each["msg"] for each in error.errors()})
    return error_response(request, 422, said)


def _problem(found: dict[str, Any]) -> str:
    if found["type"] == "json_invalid":
        return "The request is not valid JSON"
    return f"{_field(found)}: {found['msg'].removeprefix('Value error, ')}"


def _field(found: dict[str, Any]) -> str:
    return ".".join(str(part) for part in found["loc"][1:]) or "request"


def _no_minutes(request: Request, error: Exception) -> Response:
    if isinstance(error, BuiltIndexMissing) and not _asks_api(request):
        return render(request, "error.html", NOTHING_LOADED, 503)
    # The error's own text is for the operator: it may name folders.
    log.error("%s: %s", type(error).__name__, error)
    return error_response(request, 503)
