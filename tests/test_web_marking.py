"""Tests of web/marking.py."""

import pytest

from index.passage_key import key_of_passage
from qa import Answerer
from qa.search import Searcher, SearchRequest
from tests.conftest import small_meeting
from web.marking import PassageLine, Piece, addresses, marked_answer, marked_hit, pieces


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


def test_an_answer_has_its_lines_marked_and_leads_to_the_first_of_them(built):
    for quote in Answerer(built).answer("how many drink drivers were arrested?").quotes:
        shown = marked_answer(built, quote)
        assert [[piece.marked for piece in line] for line in shown.lines] == [
            [line.answers] for line in quote.lines
        ]
        first = next(line for line in quote.lines if line.answers)
        assert shown.addresses.line == f"/meetings/{quote.citation.meeting}#l{first.start}"


def test_a_quote_comes_with_the_whole_of_its_passage(built):
    found = Searcher(built).search(SearchRequest("drink driving", per_page=50)).hits
    for shown in (marked_hit(built, hit) for hit in found):
        quoted = tuple(PassageLine(line.text, quoted=True) for line in shown.quote.lines)
        assert tuple(line for line in shown.passage if line.quoted) == quoted
        assert shown.has_more == (len(shown.passage) > len(quoted))


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
