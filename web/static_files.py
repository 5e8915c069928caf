"""The styles, scripts and images that `make setup` builds, under names that change with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.types import Scope

from index.errors import MinutesError

FOLDER = Path(__file__).parent / "static"


class AssetsMissing(MinutesError):
    """The styles and scripts of the pages have not been built."""


def read_manifest(folder: Path = FOLDER) -> Mapping[str, str]:
    """Which file each plain name stands for; AssetsMissing where nothing was built."""
    try:
        names: dict[str, str] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise AssetsMissing("The styles and scripts are not built. Run: make setup") from error
    return {name: f"/static/{hashed}" for name, hashed in names.items()}


class UnchangingFiles(StaticFiles):
    """Files that browsers may keep: one that changes gets another name."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
