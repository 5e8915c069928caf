"""Published minutes to develop on, where they lie beside the repository, each read once a run."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from index.minutes import Meeting
from index.reading import read_meeting
from tests.once import made_once

MINUTES = Path(__file__).parent.parent.parent / "shared" / "data" / "minutes"
Read = Callable[[Path], Meeting]


@pytest.fixture(scope="session")
def read_published(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Reads a file of the published minutes, or gives what was read of it before in this run."""
    if not MINUTES.is_dir():
        pytest.skip("the published minutes are not here")

    def read(path: Path) -> Meeting:
        def make(folder: Path) -> None:
            folder.mkdir()
            meeting = read_meeting(path.name, path.read_bytes())
            (folder / "meeting").write_bytes(pickle.dumps(meeting))

        name = f"published-{sha256(bytes(path.resolve())).hexdigest()}"
        meeting = pickle.loads((made_once(tmp_path_factory, name, make) / "meeting").read_bytes())
        assert isinstance(meeting, Meeting)
        return meeting

    return read
