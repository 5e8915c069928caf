"""Makes the web service."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from qa import LiveAnswerer
from web import api, pages
from web.edge import Edge
from web.errors import add_error_handlers
from web.rendering import FOLDER, make_templates
from web.settings import Settings


def create_app(answerer: LiveAnswerer, settings: Settings) -> FastAPI:
    """The service that answers with ``answerer``."""
    app = FastAPI(
        title=settings.service_name,
        openapi_url="/openapi.json" if settings.docs else None,
        # The usual pages of documentation load scripts from a third party.
        docs_url=None,
        redoc_url=None,
    )
    app.state.answerer = answerer
    app.state.templates = make_templates(settings.service_name)
    app.include_router(pages.router, include_in_schema=False)
    app.include_router(api.router)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"))
    app.add_middleware(Edge, max_request_bytes=settings.max_request_bytes)
    add_error_handlers(app)
    return app
