"""The pages for searching: by words, and a topic over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from index import PassageKind
from qa.briefing import Searched
from qa.search import Order, Searcher
from qa.timeline import TimelineRequest, Timelines
from qa.wording import count_of
from web.briefing_form import pack
from web.chart import chart_of
from web.contexts import Held
from web.marking import marked_hit
from web.reading_contexts import FilterForm, MeetingMentionsView, SearchPage, TopicPage
from web.rendering import Live, render
from web.search_fields import KIND_NAMES, Fields, SearchFields

router = APIRouter()

ORDERS = (("relevance", "Best match first"), ("newest", "Newest first"), ("oldest", "Oldest first"))


@router.get("/search")
@router.post("/search")
def search(request: Request, live: Live, fields: Fields) -> HTMLResponse:
    """Search by words; words come in the address only by a link that was asked for."""
    built = live.built
    form = FilterForm(
        "/search",
        fields,
        Held.of(built).bodies,
        ORDERS,
        _kinds(dict.fromkeys(KIND_NAMES, 0)),
        _came_by_link(request, fields),
    )
    if fields.problems() or not fields.text:
        return render(request, "search.html", SearchPage(form, None), _status(fields))
    results = Searcher(built).search(fields.wanted(Order.RELEVANCE))
    found = tuple((KIND_NAMES[hit.kind], marked_hit(built, hit)) for hit in results.hits)
    form = replace(form, kinds=_kinds(results.kinds))
    limits = "; ".join(each.words for each in fields.selected())
    outcome = f"{count_of(results.total, 'passage')} found"
    searched = pack(Searched(fields.text, limits, outcome, answered=results.total > 0))
    return render(request, "search.html", SearchPage(form, results, found, searched))


@router.get("/topics")
@router.post("/topics")
def topic(request: Request, live: Live, fields: Fields) -> HTMLResponse:
    """A topic over time; its words come in the address only by a link that was asked for."""
    built = live.built
    form = FilterForm(
        "/topics",
        fields,
        Held.of(built).bodies,
        ORDERS[:0:-1],
        by_link=_came_by_link(request, fields),
    )
    if fields.problems() or not fields.text:
        return render(request, "topic.html", TopicPage(form, None), _status(fields))
    order = fields.order_or(Order.OLDEST)
    timeline = Timelines(live.answerer).timeline(
        TimelineRequest(fields.text, fields.limits(), order, fields.page)
    )
    groups = tuple(
        MeetingMentionsView(group.meeting, tuple(marked_hit(built, hit) for hit in group.mentions))
        for group in timeline.groups
    )
    page = TopicPage(form, timeline, groups, chart_of(timeline.periods))
    return render(request, "topic.html", page)


def _kinds(counts: Mapping[PassageKind, int]) -> tuple[tuple[str, str], ...]:
    """The kinds to choose from, each with how many passages of it were found."""
    return tuple(
        (kind.value, f"{name} ({counts[kind]:,})" if counts[kind] else name)
        for kind, name in KIND_NAMES.items()
        if kind in counts
    )


def _came_by_link(request: Request, fields: SearchFields) -> bool:
    return request.method == "GET" and bool(fields.text)


def _status(fields: SearchFields) -> int:
    return 422 if fields.problems() else 200
