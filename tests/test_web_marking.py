"""Tests of web/marking.py."""

import pytest

from index.passage_key import key_of_passage
from qa.search import Searcher, SearchRequest
from tests.conftest import small_meeting
from web.marking import Piece, addresses, marked_hit, pieces


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((), [Piece("85 arrests", False)]),
        (((10, 12),), [Piece("85", True), Piece(" arrests", False)]),
        (((13, 20),), [Piece("85 ", False), Piece("arrests", True)]),
        (((10, 12), (13, 20)), [Piece("85", True), Piece(" ", False), Piece("arrests", True)]),
        (((0, 5), (15, 30)), [Piece("85 arrests", False)]),
    ],
)
def test_a_text_is_cut_where_its_marks_begin_and_end(marks, expected):
    assert list(pieces("85 arrests", 10, marks)) == expected


def test_pieces_together_are_the_text(built):
    found = Searcher(built).search(SearchRequest('"the force" arrests', per_page=50)).hits
    for hit in found:
        shown = marked_hit(built, hit)
        lines = ["".join(piece.text for piece in line) for line in shown.lines]
        assert lines == [line.text for line in hit.quote.lines]
        assert "".join(piece.text for piece in shown.context) == hit.quote.context


def test_a_stretch_leads_to_its_line_or_to_the_passage_where_it_is_the_question():
    meeting = small_meeting()
    passage = meeting.passages[1]
    second = passage.lines[1]
    assert addresses(meeting, second.start + 3, second.end).line == (
        f"/meetings/{meeting.id}#l{second.start}"
    )
    assert passage.context is not None
    context = addresses(meeting, passage.context.start, passage.context.end)
    assert context.line == f"/meetings/{meeting.id}#p2"
    key = key_of_passage(meeting, passage)
    assert context.permanent == f"/meetings/{meeting.id}/passages/{key}"


def test_only_a_pdf_leads_to_a_page_of_its_original():
    assert addresses(small_meeting(), 40, 50).page == ""
