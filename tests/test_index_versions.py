"""Tests of index/versions.py: which documents are one meeting's minutes, and which one stays."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.document import Document
from index.minutes import Source
from index.overrides import Overrides
from index.readers import docx, odt, pdf
from index.reading import read_meeting
from index.tables import StoredFile
from index.versions import choose_versions, is_renewed, shared_words, version_among
from tests.conftest import small_meeting

PUBLISHED = Path(__file__).parent.parent.parent / "shared" / "data" / "minutes"
TEXT = " ".join(f"The Board noted report {number} and thanked its author." for number in range(40))
OTHER = " ".join(f"Members asked officer {number} about the new bridge." for number in range(40))


def document(name="a.txt", text=TEXT, media_type="text/plain", taken_over=False, **facts):
    own_id = facts.pop("id", "")
    modified = facts.pop("modified", 0.0)
    meeting = replace(
        small_meeting(),
        text=text,
        status=facts.pop("status", ""),
        source=Source(name, str(abs(hash((name, text)))), media_type),
        **facts,
    )
    return Document(meeting, StoredFile("", Overrides(id=own_id)), taken_over, modified)


def chosen(*documents):
    kept, superseded = choose_versions(documents)
    assert len(kept) + len(superseded) == len(documents)
    return {each.name for each in kept}


def test_the_format_that_keeps_more_structure_is_kept():
    documents = [
        document("a.doc", media_type="application/msword"),
        document("b.pdf", media_type=pdf.MEDIA_TYPE),
        document("c.docx", media_type=docx.MEDIA_TYPE),
    ]
    kept, superseded = choose_versions(documents)
    assert [each.name for each in kept] == ["c.docx"]
    assert {each.document.name for each in superseded} == {"a.doc", "b.pdf"}
    assert {each.by.name for each in superseded} == {"c.docx"}
    assert all("100% of the words" in each.why for each in superseded)
    assert all("more of the structure" in each.why for each in superseded)


@pytest.mark.parametrize(
    ("better", "worse", "why"),
    [
        ({"status": "approved"}, {"status": "draft", "media_type": odt.MEDIA_TYPE}, "draft"),
        ({"status": ""}, {"status": "draft"}, "draft"),
        ({"status": "approved"}, {"status": ""}, "approved"),
        ({}, {"taken_over": True, "media_type": odt.MEDIA_TYPE}, "given later"),
        ({"modified": 2.0}, {"modified": 1.0}, "newer"),
        ({"name": "a.txt"}, {"name": "b.txt"}, "first by name"),
    ],
)
def test_of_two_versions_one_is_preferred_for_a_reason_that_is_said(better, worse, why):
    corrected = TEXT.replace("report 7", "report 70")
    best = document(**{"name": "n.txt", **better}, text=corrected)
    other = document(**{"name": "m.txt", **worse})
    for order in ([best, other], [other, best]):
        kept, (superseded,) = choose_versions(order)
        assert kept == [best]
        assert superseded.document == other
        assert why in superseded.why


def test_the_very_same_words_stay_in_the_better_format_though_given_earlier():
    held = document("a.docx", media_type=docx.MEDIA_TYPE, taken_over=True)
    given = document("b.pdf", media_type=pdf.MEDIA_TYPE)
    kept, (superseded,) = choose_versions([held, given])
    assert kept == [held]
    assert "more of the structure" in superseded.why


@pytest.mark.parametrize(
    "changes",
    [
        {"text": OTHER},
        {"date": date(2022, 1, 1)},
        {"body": "Bridges Board"},
        {"date": None},
    ],
)
def test_other_meetings_are_not_taken_for_versions(changes):
    assert chosen(document("a.txt"), document("b.txt", **changes)) == {"a.txt", "b.txt"}


def test_an_agenda_does_not_take_the_place_of_the_minutes():
    assert chosen(document("a.txt"), document("b.txt", text=TEXT[:300])) == {"a.txt", "b.txt"}


def test_minutes_without_a_body_are_told_by_day_and_words():
    assert chosen(document("a.txt"), document("b.txt", body="")) == {"a.txt"}


def test_undated_minutes_are_versions_only_in_nearly_the_same_words():
    half = " ".join([*TEXT.split()[:220], *OTHER.split()[220:]])
    undated = document("a.txt", date=None)
    assert chosen(undated, document("b.txt", date=None)) == {"a.txt"}
    assert chosen(undated, document("b.txt", date=None, text=half)) == {"a.txt", "b.txt"}


def test_meetings_that_were_given_ids_of_their_own_are_kept_apart():
    assert chosen(document("a.txt", id="x-1"), document("b.txt", id="x-2")) == {"a.txt", "b.txt"}
    assert chosen(document("a.txt", id="x-1"), document("b.txt")) == {"a.txt"}


def test_three_versions_leave_one():
    names = {f"{number}.txt": float(number) for number in range(3)}
    documents = [document(name, modified=modified) for name, modified in names.items()]
    assert chosen(*documents) == {"2.txt"}


def test_the_order_of_the_documents_does_not_matter():
    documents = [
        document("a.txt"),
        document("b.pdf", media_type=pdf.MEDIA_TYPE),
        document("c.txt", text=OTHER),
        document("d.txt", text=OTHER, status="draft"),
    ]
    assert chosen(*documents) == chosen(*reversed(documents)) == {"b.pdf", "c.txt"}


def test_a_version_among_documents_is_found():
    given, held = document("new.txt"), document("old.txt", taken_over=True)
    found = version_among([document("x.txt", text=OTHER), given], held)
    assert found is not None
    assert (found.by, found.document) == (given, held)
    assert version_among([document("x.txt", text=OTHER)], held) is None


def test_a_file_of_the_same_name_is_renewed_unless_it_is_another_meeting():
    held = document(taken_over=True)
    assert is_renewed(held, document(text=OTHER))
    assert is_renewed(held, document(date=date(2022, 1, 1)))
    assert not is_renewed(held, document(text=OTHER, date=date(2022, 1, 1)))


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published minutes are not here")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "odt/Minutes of Open Data User Group 14 May.odt",
            "pdf/Minutes of Open Data User Group 14 May.pdf",
        ),
        (
            "html_in_md/2017-01-01-transparency-board-minutes-19th-november-2010.md",
            "pdf/Transparency Board minutes - 19 11 10 draft.pdf",
        ),
    ],
)
def test_published_minutes_in_two_formats_share_nearly_all_words(one, other):
    first, second = (read_meeting(name, (PUBLISHED / name).read_bytes()) for name in (one, other))
    assert shared_words(first, second) > 0.88
