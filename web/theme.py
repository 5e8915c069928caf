"""The body's own colour as a style sheet, which inline styles may not set."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Response

from web.colours import contrast_with_white, darker, is_colour
from web.settings import LEAST_CONTRAST, Settings

router = APIRouter()


def theme_address(accent: str) -> str:
    """Where the style sheet of a colour is; empty for the colour that the styles have anyway."""
    return "" if accent == Settings().accent else f"/theme/{accent[1:]}.css"


@router.get("/theme/{accent}.css", include_in_schema=False)
async def theme(accent: str) -> Response:
    """The style sheet of one colour. It never changes, so browsers may keep it."""
    colour = f"#{accent}"
    if not is_colour(colour) or contrast_with_white(colour) < LEAST_CONTRAST:
        raise HTTPException(404)
    style = (
        f":root{{--minuted-accent:{colour};--minuted-accent-dark:{darker(colour)};"
        f"--govuk-brand-colour:{colour}}}"
    )
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(style, media_type="text/css", headers=headers)
