"""The chat in a frame on other sites: its pages, and the script that puts it there."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, RedirectResponse, Response

from web import pages
from web.safe_headers import EMBED
from web.static_files import FOLDER, read_manifest

router = APIRouter()
router.add_api_route(EMBED, pages.start)
router.add_api_route(f"{EMBED}/ask", pages.ask, methods=["POST"])


@router.get(f"{EMBED}/ask")
def conversation_address() -> RedirectResponse:
    return RedirectResponse(EMBED, 303)


@router.get(f"{EMBED}.js")
def script() -> Response:
    """What other sites load; its address stays the same, so it is not kept for long."""
    file = FOLDER / Path(read_manifest()["embed.js"]).name
    headers = {"Cache-Control": "public, max-age=3600"}
    return FileResponse(file, media_type="text/javascript", headers=headers)
