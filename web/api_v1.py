"""The versioned API: each handler maps a request to one call of ``qa`` and back."""

from __future__ import annotations

from itertools import chain
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query, Request, Response
from fastapi.routing import APIRoute
from starlette.middleware.cors import CORSMiddleware

from index import BuiltIndex
from qa import LiveAnswerer
from qa.actions import ActionRequest, list_actions
from qa.check_quote import QuoteChecker
from qa.reading import read_passage
from web import api_models as models
from web.api import AskRequest
from web.api_maps import list_of_meetings, list_of_people, search_results, whole_meeting
from web.errors import add_error_handlers, error_response
from web.problems import Problem, described
from web.rendering import Live
from web.settings import Settings

router = APIRouter()
Listed = TypeVar("Listed", bound=models.Pages)
UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "Nothing has changed"}}


def leading_to(parameter: str, held_at: str) -> dict[int | str, dict[str, Any]]:
    """Describes that a reply names what another address gives: as OpenAPI's links do."""
    name = parameter.removesuffix("_id")
    link = {
        "operationRef": f"#/paths/~1{name}s~1{{{parameter}}}/get",
        "parameters": {parameter: f"$response.body#{held_at}"},
    }
    return {200: {"links": {name: link}}}


TO_MEETING = leading_to("meeting_id", "/meetings/0/id")
TO_PASSAGE = leading_to("passage_id", "/hits/0/passage")


class NotModified(Exception):
    """The client holds what this generation says already."""

    def __init__(self, tag: str) -> None:
        self.tag = tag


class Described(FastAPI):
    """Describes its problems, which no handler returns, beside what handlers do return."""

    def openapi(self) -> dict[str, Any]:
        described = super().openapi()
        described["components"]["schemas"][Problem.__name__] = Problem.model_json_schema()
        return described


def make_api(live: LiveAnswerer, settings: Settings) -> FastAPI:
    """The API as a service to mount; its description is at /openapi.json under it."""
    app = Described(
        title=settings.service_name,
        version="1",
        description="Quotes from the minutes of public meetings, with their citations.",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=described() | described(422, 429, 503),
    )
    app.state.answerer = live
    app.include_router(router)
    add_error_handlers(app)
    app.add_exception_handler(NotModified, _not_modified)
    app.add_exception_handler(405, _not_allowed)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["content-type", "if-none-match"],
            expose_headers=["etag", "link", "retry-after"],
        )
    return app


def _not_modified(request: Request, unchanged: Exception) -> Response:
    assert isinstance(unchanged, NotModified)
    return Response(status_code=304, headers={"ETag": unchanged.tag})


def _not_allowed(request: Request, error: Exception) -> Response:
    """Name the methods of all routes of an address; the framework names those of the first."""
    path = request.url.path.removeprefix(request.scope.get("root_path", ""))
    routes = [route for route in router.routes if isinstance(route, APIRoute)]
    methods = [route.methods or () for route in routes if route.path_regex.match(path)]
    response = error_response(request, 405)
    response.headers["Allow"] = ", ".join(sorted(chain(*methods)))
    return response


def _built(request: Request, response: Response, live: Live) -> BuiltIndex:
    """The live index; what is said of it stays the same as long as it is live."""
    built = live.built
    if request.method == "GET":
        tag = f'W/"{built.id}"'
        if tag in request.headers.get("if-none-match", ""):
            raise NotModified(tag)
        response.headers["ETag"] = tag
    return built


Built = Annotated[BuiltIndex, Depends(_built)]


@router.post("/ask")
def ask(request: Request, asked: AskRequest, built: Built, live: Live) -> models.Answer:
    """Answer a question with quotes, or say that the minutes hold no answer."""
    answer = live.answer(asked.question, asked.history, asked.limits())
    request.state.answer = answer
    return models.Answer.model_validate(answer)


@router.get("/search", responses=UNCHANGED | TO_PASSAGE)
def search_by_address(
    request: Request,
    response: Response,
    query: Annotated[models.SearchQuery, Query()],
    built: Built,
) -> models.SearchResults:
    """Search by words. They stand in the address, which others may see: POST keeps them out."""
    return _linked(request, response, search_results(built, query.wanted()))


@router.post("/search", responses=TO_PASSAGE)
def search(query: models.SearchQuery, built: Built) -> models.SearchResults:
    """Search by words, which do not stand in the address."""
    return search_results(built, query.wanted())


@router.get("/meetings", responses=UNCHANGED | TO_MEETING)
def meetings(
    request: Request, response: Response, query: Annotated[models.Paged, Query()], built: Built
) -> models.Meetings:
    """List the meetings whose minutes are held."""
    listed = list_of_meetings(built, query.limits(), query.page, query.per_page)
    return _linked(request, response, listed)


@router.get("/meetings/{meeting_id}", responses=UNCHANGED | described(404))
def meeting(meeting_id: str, built: Built) -> models.Meeting:
    """The minutes of one meeting: its record, its agenda and its whole text."""
    record = built.store.meeting(meeting_id)
    if record is None:
        raise HTTPException(404)
    return whole_meeting(built, record)


@router.get("/passages/{passage_id}", responses=UNCHANGED | described(404))
def passage(passage_id: str, built: Built) -> models.Passage:
    """A whole passage; its id stays the same in every generation until its words change."""
    found = read_passage(built, passage_id)
    if found is None:
        raise HTTPException(404)
    return models.Passage.model_validate(found)


@router.get("/people", responses=UNCHANGED)
def people(
    request: Request, response: Response, query: Annotated[models.Paged, Query()], built: Built
) -> models.People:
    """List everyone named in the minutes."""
    listed = list_of_people(built, query.limits(), query.page, query.per_page)
    return _linked(request, response, listed)


@router.get("/actions", responses=UNCHANGED)
def actions(
    request: Request,
    response: Response,
    query: Annotated[models.ActionsQuery, Query()],
    built: Built,
) -> models.Actions:
    """List what somebody was asked to do or promised, the newest first."""
    wanted = ActionRequest(query.limits(), query.owner, query.page, query.per_page)
    listed = models.Actions.model_validate(list_actions(built, wanted))
    return _linked(request, response, listed)


@router.post("/check-quote")
def check_quote(quote: models.QuoteToCheck, built: Built) -> models.CheckedQuote:
    """Say whether and where the minutes say exactly that, or what comes nearest."""
    checked = QuoteChecker(built, quote.limits()).check(quote.text)
    return models.CheckedQuote.model_validate(checked)


def _linked(request: Request, response: Response, listed: Listed) -> Listed:
    """Say in a header where the other pages are (RFC 8288)."""
    at = {"first": 1, "prev": listed.page - 1, "next": listed.page + 1, "last": listed.pages}
    given = [pair for pair in request.query_params.multi_items() if pair[0] != "page"]
    links = (
        f'<{request.url.path}?{urlencode([*given, ("page", number)])}>; rel="{name}"'
        for name, number in at.items()
        if 1 <= number <= listed.pages
    )
    response.headers["Link"] = ", ".join(links)
    return listed
