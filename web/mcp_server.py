"""The minutes as tools of the Model Context Protocol: what they say, quoted and cited."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field
from starlette.middleware.trustedhost import TrustedHostMiddleware

from index import BuiltIndex, BuiltIndexMissing, MinutesError
from qa import Limits, LiveAnswerer
from qa.messages import NO_INDEX
from qa.reading import read_passage
from qa.search import SearchRequest
from web import api_models as models
from web.api_maps import list_of_meetings, search_results
from web.server import listen
from web.settings import Settings, read_settings

INSTRUCTIONS = (
    "Answers from the published minutes of public meetings, in their own words. Every quote is "
    "verbatim: give it unchanged, with the label of its citation. With the status not_in_minutes "
    "the minutes hold no answer: say so. What is listed as nearest does not answer the question."
)
READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
PER_PAGE = 20

Body = Annotated[str, Field(description="Only this body's meetings: its name or initials.")]
From = Annotated[date | None, Field(description="Only meetings from this day on.")]
To = Annotated[date | None, Field(description="Only meetings up to this day.")]
PageNumber = Annotated[int, Field(ge=1, le=1_000_000, description="Pages count from 1.")]


class MinutesTools:
    """The tools; each is one call of ``qa`` on whatever generation is live."""

    def __init__(self, live: LiveAnswerer) -> None:
        self.live = live

    def ask(
        self,
        question: Annotated[str, Field(description="In any words, up to 300 characters.")],
        earlier_questions: Annotated[
            Sequence[str], Field(description="Those it follows on, oldest first.")
        ] = (),
        body: Body = "",
        from_date: From = None,
        to_date: To = None,
    ) -> models.Answer:
        """Answer a question with verbatim quotes, or say that the minutes hold no answer."""
        self._built()
        limits = Limits(body=body, from_date=from_date, to_date=to_date)
        answer = self.live.answer(question, tuple(earlier_questions), limits)
        return models.Answer.model_validate(answer)

    def search(
        self,
        text: Annotated[str, Field(max_length=1000, description='Words or "exact phrases".')],
        body: Body = "",
        from_date: From = None,
        to_date: To = None,
        page: PageNumber = 1,
    ) -> models.SearchResults:
        """Find all passages with some words or an exact phrase; a total of 0 means none has."""
        limits = Limits(body=body, from_date=from_date, to_date=to_date)
        wanted = SearchRequest(text, limits, page=page, per_page=PER_PAGE)
        return search_results(self._built(), wanted)

    def read_passage(
        self,
        passage: Annotated[
            str, Field(description="The id of a passage, or the url of a quote's citation.")
        ],
    ) -> models.Passage:
        """Read the whole passage that a quote was taken from; it names the ones beside it."""
        found = read_passage(self._built(), passage)
        if found is None:
            raise ToolError("There is no such passage in the minutes that are held.")
        return models.Passage.model_validate(found)

    def list_meetings(
        self, body: Body = "", from_date: From = None, to_date: To = None, page: PageNumber = 1
    ) -> models.Meetings:
        """List the meetings whose minutes are held, by date."""
        limits = Limits(body=body, from_date=from_date, to_date=to_date)
        return list_of_meetings(self._built(), limits, page, PER_PAGE)

    def _built(self) -> BuiltIndex:
        try:
            return self.live.built
        except BuiltIndexMissing as error:
            raise ToolError(NO_INDEX) from error
        except MinutesError as error:
            raise ToolError("The minutes cannot be opened just now.") from error


def make_server(live: LiveAnswerer, settings: Settings) -> MCPServer:
    """The tools as a server that is not running yet."""
    # Below warnings the library would log what it is asked.
    server = MCPServer(settings.service_name, instructions=INSTRUCTIONS, log_level="WARNING")
    tools = MinutesTools(live)
    for tool in (tools.ask, tools.search, tools.read_passage, tools.list_meetings):
        server.add_tool(tool, annotations=READS)
    return server


def serve_stdio(folder: Path) -> None:
    """Serve one program over standard input and output until it closes them."""
    make_server(LiveAnswerer(folder), read_settings(os.environ)).run()


def serve_http(folder: Path, host: str, port: int) -> None:
    """Serve many programs by HTTP, at /mcp, until stopped."""
    settings = read_settings(os.environ)
    server = make_server(LiveAnswerer(folder), settings)
    app = server.streamable_http_app(
        host=host,
        json_response=True,
        stateless_http=True,
        max_request_body_size=settings.max_request_bytes,
    )
    guarded = TrustedHostMiddleware(app, allowed_hosts=settings.allowed_hosts or ["*"])
    listen(guarded, host, port, "Ready for MCP at /mcp of", settings)
