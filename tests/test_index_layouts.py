"""Minutes of many sorts of bodies: speakers, resolutions and actions are kept as printed."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from index.minutes import PassageKind
from index.reading import read_meeting

HERE = Path(__file__).parent
LAYOUTS = sorted((HERE / "layouts").iterdir())
TRANSCRIPTS = sorted((HERE.parent.parent / "shared" / "data" / "qmsum").glob("*/*.json"))


@cache
def meeting(name):
    path = HERE / "layouts" / name
    return read_meeting(name, path.read_bytes())


def passage(name, words):
    """The passage in which words stand, its context included."""
    return next(p for p in meeting(name).passages if words in meeting(name).text[p.start : p.end])


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_every_word_stands_in_the_reading_text(path):
    source = re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8"))
    words = Counter(re.findall(r"[^\W_]+", source))
    assert not words - Counter(re.findall(r"[^\W_]+", meeting(path.name).text))


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_every_line_is_a_slice_of_the_reading_text(path):
    found = meeting(path.name)
    for each in found.passages:
        for line in [*([each.context] if each.context else []), *each.lines]:
            assert found.text[line.start : line.end] == line.text


@pytest.mark.parametrize(
    ("name", "words", "speakers", "asked_by"),
    [
        ("official-report.html", "About 2,300", ("Struan Ettrick",), "Bruce Corrour"),
        ("official-report.html", "raise the fee", ("The Minister for Public Health",), ""),
        ("oireachtas.html", "published by town", ("Senator Maeve Tully",), ""),
        ("oireachtas.html", "counted apart", ("Ms Orla Deasy",), "Deputy Colm Rafter"),
        ("welsh-transcript.txt", "twice a year", ("Mrs Carys Pugh",), "Owain Prosser AM"),
        ("oral-evidence.md", "£41 million", ("Ingrid Moss",), "Sir Giles Yarm"),
        ("debate.html", "41 homes", ("Kit Marlowe",), ""),
        ("irish-county-council.txt", "right of way", ("Cllr. Cusack", "Ms. Scally"), ""),
        ("school-board.txt", "forty seats", ("Ms. Fry", "Dr. Lund"), ""),
        ("hospital-board.md", "IS reported", ("Imran Sadler", "Wyn Tolland"), ""),
        ("bank-board.txt", "stress test", ("Ms Holm",), ""),
        ("rail-board.txt", "Sunday working", ("Sue Kerr", "Ian Marsh"), ""),
    ],
)
def test_who_spoke_and_asked_is_kept(name, words, speakers, asked_by):
    found = passage(name, words)
    bare = tuple(re.sub(r"^Prof ", "", speaker) for speaker in found.speakers)
    assert (bare, found.asked_by) == (speakers, asked_by)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("irish-county-council.txt", "it was agreed to dispose"),
        ("irish-county-council.txt", "Hanrahan, Mac Aoidh (2)"),
        ("school-board.txt", "Motion carried 5-0"),
        ("council-committee.txt", "contractor be invited"),
        ("parish-council.txt", "£1,204.55"),
        ("joint-committee.txt", "First Report of the Committee"),
        ("borough-committee.txt", "contract be extended"),
        ("policy-committee.txt", "maintain the rate"),
        ("us-federal-committee.html", "Lisa Coburn"),
    ],
)
def test_a_resolution_and_its_votes_are_a_decision(name, words):
    assert passage(name, words).kind is PassageKind.DECISION


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("irish-county-council.txt", "For: Councillors", "Abstained:"),
        ("school-board.txt", "Motion by Mr. Hale", "Motion carried 5-0"),
        ("borough-committee.txt", "Moved by Councillor", "contract be extended"),
    ],
)
def test_votes_and_movers_stay_with_their_resolution(name, first, last):
    assert passage(name, first) == passage(name, last)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("parish-council.txt", "three quotations"),
        ("rail-board.txt", "rota analysis"),
        ("hospital-board.md", "circulate the staffing plan by"),
        ("hospital-board.md", "deep dive on falls"),
        ("care-board.md", "September meeting"),
        ("oral-evidence.md", "breakdown by county"),
    ],
)
def test_what_somebody_is_to_do_is_marked(name, words):
    lines = [line for p in meeting(name).passages for line in p.lines if words in line.text]
    assert [line.action for line in lines] == [True]


def test_a_table_of_actions_is_a_passage_of_actions():
    assert passage("hospital-board.md", "deep dive on falls").kind is PassageKind.ACTION


@pytest.mark.skipif(not TRANSCRIPTS, reason="the transcripts are not here")
@pytest.mark.parametrize("path", TRANSCRIPTS[::6], ids=lambda path: path.stem)
def test_every_speaker_of_a_published_transcript_is_kept(path):
    turns = json.loads(path.read_text(encoding="utf-8"))["meeting_transcripts"]
    text = "\n\n".join(f"{turn['speaker']}: {turn['content']}" for turn in turns)
    found = read_meeting("transcript.txt", text.encode()).passages
    spoke = {name for p in found for name in (*p.speakers, p.asked_by) if name}
    assert spoke == {turn["speaker"].split(" (")[0] for turn in turns}
