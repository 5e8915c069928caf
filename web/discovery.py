"""What search engines and other programs find the meetings by."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from lxml import etree

from web.events import MeetingEvent
from web.rendering import Live, SiteAddress, SiteSettings, unless_held

router = APIRouter()

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
# A site map may not hold more.
MOST_ADDRESSES = 50_000
# Searches are endless, and their words are the reader's own.
NOT_TO_CRAWL = ("/search", "/topics", "/check-a-quote", "/ask", "/api/")


@router.get("/meetings/{meeting_id}/event.json")
def event(
    request: Request, live: Live, meeting_id: str, site: SiteAddress, settings: SiteSettings
) -> Response:
    """A meeting as Open Civic Data describes events; a meeting without a date is none."""
    meeting = live.built.store.meeting(meeting_id)
    if meeting is None or meeting.date is None:
        raise HTTPException(404)
    found = MeetingEvent(meeting, meeting.date, site, settings)
    return unless_held(request, JSONResponse(found.open_civic_data()))


@router.get("/sitemap.xml")
def sitemap(request: Request, live: Live, site: SiteAddress) -> Response:
    """The addresses of the newest meetings."""
    root = etree.Element("urlset", xmlns=SITEMAP)
    for entry in live.built.store.meetings()[-MOST_ADDRESSES:]:
        etree.SubElement(etree.SubElement(root, "url"), "loc").text = f"{site}/meetings/{entry.id}"
    content = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return unless_held(request, Response(content, media_type="application/xml"))


@router.get("/robots.txt")
def robots(site: SiteAddress) -> PlainTextResponse:
    kept_out = "".join(f"Disallow: {path}\n" for path in NOT_TO_CRAWL)
    return PlainTextResponse(f"User-agent: *\n{kept_out}Sitemap: {site}/sitemap.xml\n")
