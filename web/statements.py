"""The pages about the service itself: what it is, how good, privacy, accessibility."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from index.errors import MinutesError
from qa import LiveAnswerer
from web.contexts import AboutPage, AccuracyPage, Held
from web.rendering import Live, render

router = APIRouter()


@router.get("/about")
def about(request: Request, live: Live) -> HTMLResponse:
    return render(request, "about.html", AboutPage(_held(live)))


@router.get("/accuracy")
def accuracy(request: Request, live: Live) -> HTMLResponse:
    return render(request, "accuracy.html", AccuracyPage(live.accuracy, _generation(live)))


@router.get("/privacy")
def privacy(request: Request) -> HTMLResponse:
    return render(request, "privacy.html", AboutPage())


@router.get("/accessibility")
def accessibility(request: Request) -> HTMLResponse:
    return render(request, "accessibility.html", AboutPage())


def _held(live: LiveAnswerer) -> Held | None:
    try:
        return Held.of(live.built)
    except MinutesError:
        return None


def _generation(live: LiveAnswerer) -> str:
    try:
        return live.built.id
    except MinutesError:
        return ""
