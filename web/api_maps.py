"""What ``qa`` finds -> what the API and the tools give of it."""

from __future__ import annotations

from typing import Any

from index import BuiltIndex, Meeting
from qa import Limits
from qa.paging import Page, page_of
from qa.people import list_people
from qa.reading import passage_id_of, passage_ids
from qa.search import Hit, Searcher, SearchRequest
from qa.within import meetings_within
from web import api_models as models


def list_of_meetings(
    built: BuiltIndex, limits: Limits, page: int, per_page: int
) -> models.Meetings:
    found = page_of(meetings_within(built.store, limits), page, per_page)
    listed = [models.MeetingEntry.model_validate(each) for each in found.items]
    return models.Meetings(meetings=listed, **_place(built, found))


def list_of_people(built: BuiltIndex, limits: Limits, page: int, per_page: int) -> models.People:
    found = page_of(list_people(built, limits), page, per_page)
    return models.People(people=list(found.items), **_place(built, found))


def whole_meeting(built: BuiltIndex, meeting: Meeting) -> models.Meeting:
    ids: dict[int, list[str]] = {item.position: [] for item in meeting.items}
    for passage, name in zip(meeting.passages, passage_ids(meeting), strict=True):
        ids[passage.item_position].append(name)
    found = models.Meeting.model_validate(meeting)
    return found.model_copy(update={"passage_ids": ids, "generation": built.id})


def search_results(built: BuiltIndex, request: SearchRequest) -> models.SearchResults:
    results = Searcher(built).search(request)
    hits = [_hit(built, hit) for hit in results.hits]
    return models.SearchResults.model_validate(results).model_copy(update={"hits": hits})


def _hit(built: BuiltIndex, hit: Hit) -> models.Hit:
    name = passage_id_of(built, hit.quote)
    return models.Hit.model_validate(hit).model_copy(update={"passage": name})


def _place(built: BuiltIndex, page: Page[Any]) -> dict[str, Any]:
    return models.Pages(
        total=page.total, page=page.number, pages=page.pages, generation=built.id
    ).model_dump()
