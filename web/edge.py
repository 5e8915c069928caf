"""The outer edge of the service: safe headers on every response, and no error shown raw."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.errors import error_response
from web.safe_headers import headers_for
from web.settings import Settings

log = logging.getLogger(__name__)

# For browsers that came by HTTPS already: never again without it.
ONLY_HTTPS = "max-age=31536000"


class Edge:
    """Limits what a request may send, guards what a response says."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        guarded = _SafeSend(send, scope, self.settings.embed_origins)
        try:
            most = self.settings.max_request_bytes
            await self.app(scope, limited(scope, receive, most), guarded)
        except Exception as error:
            # The error's own text is left out: it may hold words of the question.
            where = "".join(traceback.format_tb(error.__traceback__, limit=-8))
            log.error("%s while answering %r\n%s", type(error).__name__, scope["path"], where)
            if not guarded.started:
                await error_response(Request(scope), 500)(scope, receive, guarded)


class _SafeSend:
    def __init__(self, send: Send, scope: Scope, embed_origins: Sequence[str]) -> None:
        self.send = send
        self.headers = dict(headers_for(scope["path"], embed_origins))
        if scope["scheme"] == "https":
            self.headers["Strict-Transport-Security"] = ONLY_HTTPS
        self.cache = "no-store" if scope["method"] == "POST" else "no-cache"
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            headers.update(self.headers)
            headers.setdefault("Cache-Control", self.cache)
        await self.send(message)


def limited(scope: Scope, receive: Receive, most: int) -> Receive:
    """A ``receive`` that refuses a body of more than ``most`` bytes."""
    received = 0

    async def receive_limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most or _announced(scope) > most:
            raise HTTPException(413)
        return message

    return receive_limited


def _announced(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() else 0
