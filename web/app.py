"""Makes the web service."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from qa import LiveAnswerer
from web import (
    api,
    briefing_pages,
    check_pages,
    discovery,
    embedding,
    feedback_pages,
    following,
    meeting_pages,
    metrics,
    pages,
    people_pages,
    saving,
    search_pages,
    statements,
    theme,
)
from web.api_v1 import make_api
from web.edge import Edge
from web.errors import add_error_handlers
from web.feedback_store import FeedbackStore
from web.gate import Gate
from web.metrics import Metrics
from web.observing import Observer
from web.rendering import make_templates
from web.settings import Settings
from web.static_files import FOLDER, UnchangingFiles, read_manifest


def create_app(answerer: LiveAnswerer, settings: Settings) -> FastAPI:
    """The service that answers with ``answerer``; AssetsMissing before ``make setup``."""
    app = FastAPI(
        title=settings.service_name,
        openapi_url="/openapi.json" if settings.docs else None,
        # The usual pages of documentation load scripts from a third party.
        docs_url=None,
        redoc_url=None,
        lifespan=feedback_pages.forgetting if settings.feedback_file else None,
    )
    app.state.answerer = answerer
    app.state.settings = settings
    app.state.metrics = Metrics(answerer)
    if settings.feedback_file:
        app.state.feedback = FeedbackStore(Path(settings.feedback_file), settings.feedback_days)
        app.include_router(feedback_pages.router, include_in_schema=False)
    app.state.templates = make_templates(settings, read_manifest())
    for public in (
        pages,
        search_pages,
        meeting_pages,
        people_pages,
        check_pages,
        following,
        saving,
        discovery,
        briefing_pages,
        statements,
    ):
        app.include_router(public.router, include_in_schema=False)
    if settings.metrics:
        app.include_router(metrics.router, include_in_schema=False)
    if settings.embed_origins:
        app.include_router(embedding.router, include_in_schema=False)
    app.include_router(api.router)
    app.include_router(theme.router)
    app.mount("/api/v1", make_api(answerer, settings))
    app.mount("/static", UnchangingFiles(directory=FOLDER))
    # The last that is added stands outermost.
    app.add_middleware(Gate, settings=settings)
    app.add_middleware(
        TrustedHostMiddleware, allowed_hosts=settings.allowed_hosts or ["*"], www_redirect=False
    )
    app.add_middleware(Edge, settings=settings)
    app.add_middleware(GZipMiddleware)
    app.add_middleware(Observer, metrics=app.state.metrics)
    add_error_handlers(app)
    return app
