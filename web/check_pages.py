"""The page that checks a quote."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from index.generation import BuiltIndex
from qa.check_quote import LONGEST, CheckedQuote, QuoteChecker, Verdict
from web.marking import addresses
from web.reading_contexts import CheckPage
from web.rendering import Live, render
from web.text import Text

router = APIRouter()

PROBLEMS = {
    Verdict.EMPTY: "Enter the words to check",
    Verdict.TOO_LONG: f"Use at most {LONGEST:,} characters",
}


@router.get("/check-a-quote")
def form(request: Request) -> HTMLResponse:
    return render(request, "check.html", CheckPage())


@router.post("/check-a-quote")
def check(request: Request, live: Live, text: Annotated[Text, Form()] = "") -> HTMLResponse:
    """What the minutes say of a quote, which comes in the body only."""
    built = live.built
    checked = QuoteChecker(built).check(text)
    if problem := PROBLEMS.get(checked.verdict, ""):
        return render(request, "check.html", CheckPage(text, problem), 422)
    return render(request, "check.html", _page(built, text, checked))


def _page(built: BuiltIndex, text: str, checked: CheckedQuote) -> CheckPage:
    places = []
    for place in checked.places:
        meeting = built.store.meeting(place.citation.meeting)
        if meeting:
            found = addresses(meeting, place.receipt.start, place.receipt.end)
            places.append((place, found))
    return CheckPage(text, "", checked, tuple(places))
