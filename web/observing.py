"""Observes each request by the pattern of its address: never the address, which may hold words."""

from __future__ import annotations

import logging
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa import Answer
from web.metrics import Metrics

log = logging.getLogger(__name__)

METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}


class Observer:
    """Counts requests, and logs them where the log takes what is only for information."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, started = 0, perf_counter()

        async def send_observed(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, send_observed)
        finally:
            self._observe(scope, status, perf_counter() - started)

    def _observe(self, scope: Scope, status: int, seconds: float) -> None:
        # Anybody can make up a method; each that is counted takes memory.
        method = scope["method"] if scope["method"] in METHODS else "other"
        route = _route(scope)
        self.metrics.count_request(method, route, status, seconds)
        seen = {
            "method": method,
            "route": route,
            "status": status,
            "milliseconds": round(seconds * 1000, 1),
        }
        answer = scope.get("state", {}).get("answer")
        if isinstance(answer, Answer):
            self.metrics.count_answer(answer)
            seen["answer"] = answer.status.value
        log.info("request", extra=seen)


def _route(scope: Scope) -> str:
    """The pattern that the address fits, such as /meetings/{meeting_id}; "none" where none does."""
    pattern = getattr(scope.get("route"), "path_format", "")
    return f"{scope.get('root_path', '')}{pattern}" or "none"
