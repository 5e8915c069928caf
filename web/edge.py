"""The outer edge of the service: safe headers on every response, and no error shown raw."""

from __future__ import annotations

import logging
import traceback

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.errors import error_response

log = logging.getLogger(__name__)

SAFE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# For browsers that came by HTTPS already: never again without it.
ONLY_HTTPS = "max-age=31536000"


class Edge:
    """Limits what a request may send, guards what a response says."""

    def __init__(self, app: ASGIApp, max_request_bytes: int) -> None:
        self.app = app
        self.max_request_bytes = max_request_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        guarded = _SafeSend(send, scope)
        try:
            await self.app(scope, limited(scope, receive, self.max_request_bytes), guarded)
        except Exception as error:
            # The error's own text is left out: it may hold words of the question.
            where = "".join(traceback.format_tb(error.__traceback__, limit=-8))
            log.error("%s while answering %r\n%s", type(error).__name__, scope["path"], where)
            if not guarded.started:
                await error_response(Request(scope), 500)(scope, receive, guarded)


class _SafeSend:
    def __init__(self, send: Send, scope: Scope) -> None:
        self.send = send
        self.headers = dict(SAFE_HEADERS)
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
