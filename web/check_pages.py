"""The page that checks a quote."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from index.generation import BuiltIndex
from qa.briefing import Reference, Searched
from qa.check_quote import LONGEST, CheckedQuote, QuoteChecker, Verdict
from qa.messages import VERDICTS
from web.briefing_form import pack
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
            start, end = place.receipt.start, place.receipt.end
            reference = Reference(meeting.id, start, end, meeting.source.sha256)
            places.append((place, addresses(meeting, start, end), str(reference)))
    stands = checked.verdict in (Verdict.EXACT, Verdict.SAME_WORDS)
    searched = Searched(checked.text, outcome=VERDICTS[checked.verdict], answered=stands)
    return CheckPage(text, "", checked, tuple(places), pack(searched))
