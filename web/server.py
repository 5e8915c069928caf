"""Runs the web service with uvicorn."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from index.errors import BuiltIndexMissing
from qa import LiveAnswerer
from qa.wording import count_of
from web.app import create_app
from web.logs import write_json
from web.settings import Settings, read_settings


class _Server(uvicorn.Server):
    """Says where it listens once it does, not before."""

    ready = ""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        host, port, *_ = self.servers[0].sockets[0].getsockname()
        print(f"{self.ready} http://{f'[{host}]' if ':' in host else host}:{port}", flush=True)


def serve(folder: Path, host: str, port: int) -> None:
    """Serve the built index in ``folder`` until stopped; MinutesError where it is damaged.

    Without a built index the pages say so, and the first build is picked up when it is there.
    """
    answerer = LiveAnswerer(folder)
    settings = read_settings(os.environ)
    app = create_app(answerer, settings)
    listen(app, host, port, _what_is_ready(answerer), settings)


def listen(app: ASGIApp, host: str, port: int, ready: str, settings: Settings) -> None:
    """Serve an application until stopped; ``ready`` is said with the address once it listens."""
    if settings.log_json:
        write_json()
    config = uvicorn.Config(
        app,
        log_level="warning",
        # Requests are not logged: addresses of readers are nobody's business.
        access_log=False,
        log_config=None if settings.log_json else uvicorn.config.LOGGING_CONFIG,
        server_header=False,
        # Who came by a proxy that is not named here could say that he is anybody.
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
    )
    server = _Server(config)
    server.ready = ready
    # Bound here, so that a port in use is an OSError for the caller to report.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listening:
        server.run(sockets=[listening])


def _what_is_ready(answerer: LiveAnswerer) -> str:
    try:
        held = count_of(len(answerer.built.store.meetings()), "meeting")
    except BuiltIndexMissing:
        return "No minutes have been loaded yet; load some with `minuted build`. Serving at"
    return f"Ready to answer from {held} at"
