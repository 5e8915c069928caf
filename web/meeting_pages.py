"""The pages of the meetings: their minutes, and the files that were published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse

from index.generation import BuiltIndex
from index.minutes import Meeting
from index.page_image import MEDIA_TYPE, PageNotDrawn, has_page_images
from index.passage_key import passage_of_key
from qa.series import neighbours
from web.contexts import BodyMeetings, Held
from web.events import MeetingEvent
from web.page_images import PageImages, WantedImage
from web.reading import items_of, passages_on, people_of
from web.reading_contexts import MeetingPage, MeetingsPage, PageOfOriginal, PassageGone
from web.rendering import Live, SiteAddress, SiteSettings, render

router = APIRouter()
images = PageImages()

LONGEST_MARK = 2000


@dataclass(frozen=True, slots=True)
class Marked:
    """The stretch of the reading text that is marked on a page, as an address names it."""

    start: Annotated[int, Query(alias="from", ge=0)] = 0
    end: Annotated[int, Query(alias="to", ge=0)] = 0

    @property
    def query(self) -> str:
        return f"?from={self.start}&to={self.end}" if self.start < self.end else ""

    def words_in(self, meeting: Meeting) -> str:
        return meeting.text[self.start : min(self.end, self.start + LONGEST_MARK)]


@router.get("/meetings")
def meetings(request: Request, live: Live) -> HTMLResponse:
    built = live.built
    page = MeetingsPage(Held.of(built), BodyMeetings.group(built.store.meetings()))
    return render(request, "meetings.html", page)


@router.get("/meetings/{meeting_id}")
def meeting(
    request: Request, live: Live, meeting_id: str, site: SiteAddress, settings: SiteSettings
) -> HTMLResponse:
    built = live.built
    record = _meeting(built, meeting_id)
    event = MeetingEvent(record, record.date, site, settings) if record.date else None
    page = MeetingPage(
        record,
        items_of(record),
        people_of(record),
        neighbours(built.store, meeting_id),
        has_page_images(record.source.media_type),
        event.json_ld() if event else None,
    )
    return render(request, "meeting.html", page)


@router.get("/meetings/{meeting_id}/passages/{key}")
def passage(request: Request, live: Live, meeting_id: str, key: str) -> Response:
    """Leads to a passage wherever it stands now; the key is of its words, so it never changes."""
    record = _meeting(live.built, meeting_id)
    found = passage_of_key(record, key)
    if found is None:
        return render(request, "passage_gone.html", PassageGone(record), 410)
    return RedirectResponse(f"/meetings/{meeting_id}#{found.anchor}", 302)


@router.get("/meetings/{meeting_id}/pages/{number}")
def page_of_original(
    request: Request, live: Live, meeting_id: str, number: int, marked: Annotated[Marked, Depends()]
) -> HTMLResponse:
    """A page of the published file beside what was read on it."""
    record = _meeting(live.built, meeting_id)
    if not has_page_images(record.source.media_type):
        raise HTTPException(404)
    page = PageOfOriginal(
        meeting=record,
        number=number,
        image=f"/meetings/{meeting_id}/pages/{number}/image{marked.query}",
        passages=passages_on(record, number),
        marks=marked.words_in(record) != "",
    )
    if not 1 <= number <= (record.source.pages or 0):
        raise HTTPException(404)
    return render(request, "page_of_original.html", page)


@router.get("/meetings/{meeting_id}/pages/{number}/image")
def page_image(
    request: Request, live: Live, meeting_id: str, number: int, marked: Annotated[Marked, Depends()]
) -> Response:
    """The image of a page with the words between two offsets marked."""
    record, path = _meeting(live.built, meeting_id), live.built.source_path(meeting_id)
    if path is None or not has_page_images(record.source.media_type):
        raise HTTPException(404)
    wanted = WantedImage(path, record.source.sha256, number, marked.words_in(record))
    if wanted.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": wanted.tag})
    try:
        image = images.draw(wanted)
    except PageNotDrawn as error:
        raise HTTPException(503) from error
    if image is None:
        raise HTTPException(404)
    return Response(image, media_type=MEDIA_TYPE, headers={"ETag": wanted.tag})


@router.get("/meetings/{meeting_id}/original")
def original(live: Live, meeting_id: str) -> FileResponse:
    """The file as it was published; as a download, so that nothing in it runs as a page."""
    built = live.built
    path, record = built.source_path(meeting_id), built.store.meeting(meeting_id)
    if path is None or record is None:
        raise HTTPException(404)
    return FileResponse(
        path, media_type="application/octet-stream", filename=record.source.file_name
    )


def _meeting(built: BuiltIndex, meeting_id: str) -> Meeting:
    record = built.store.meeting(meeting_id)
    if record is None:
        raise HTTPException(404)
    return record
