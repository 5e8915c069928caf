"""The agenda items of real and invented minutes are those that a reader of them writes down."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from index.reading import read_meeting

HERE = Path(__file__).parent
ROOT = HERE.parent
OUTLINES = tomllib.loads((HERE / "outlines.toml").read_text(encoding="utf-8"))
OURS = [name for name in OUTLINES if not name.startswith("..")]
PUBLISHED = [name for name in OUTLINES if name.startswith("..")]
TARGET = 0.95


def comparable(title):
    """A title without case and punctuation."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def expected(name):
    items = (item.split("|", 2) for item in OUTLINES[name]["items"])
    return [(number.strip(), ref.strip(), comparable(title)) for number, ref, title in items]


def found(meeting):
    return [(item.number, item.minute_ref, comparable(item.title)) for item in meeting.items[1:]]


@pytest.mark.parametrize("name", OURS, ids=lambda name: Path(name).stem)
def test_the_items_of_an_invented_document_are_all_found_and_no_more(name):
    path = ROOT / name
    assert found(read_meeting(path.name, path.read_bytes())) == expected(name)


def test_the_items_of_published_documents_are_found(read_published):
    pairs = [(found(read_published(ROOT / name)), expected(name)) for name in PUBLISHED]
    right = sum((Counter(read) & Counter(listed)).total() for read, listed in pairs)
    assert 2 * right / sum(len(read) + len(listed) for read, listed in pairs) >= TARGET


def test_outlines_are_written_down_for_enough_published_documents():
    assert len(PUBLISHED) >= 20
