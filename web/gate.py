"""Who is let in: nobody while the service is switched off, and nobody too often."""

from __future__ import annotations

import time

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from web.errors import switched_off, too_often
from web.rates import RateLimit
from web.safe_headers import EMBED
from web.settings import Settings

# What a page needs, and what watches over the service.
ALWAYS_OPEN = ("/static/", f"{EMBED}.js", "/theme/", "/healthz", "/readyz", "/metrics")


class Gate:
    """Answers in the place of the service where that is switched off or asked too often."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self.rate = RateLimit(settings.requests_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.app
        if scope["type"] == "http" and not scope["path"].startswith(ALWAYS_OPEN):
            app = self._stopped(scope) or app
        await app(scope, receive, send)

    def _stopped(self, scope: Scope) -> ASGIApp | None:
        request = Request(scope)
        if self.settings.off:
            return switched_off(request, self.settings.off_message)
        address, _ = scope.get("client") or ("", 0)
        wait = self.rate.seconds_to_wait(address, time.monotonic())
        return too_often(request, wait) if wait else None
