"""Quotes are whole lines, verbatim, and cited."""

from dataclasses import replace

import pytest

from index.vectors import PassageSimilarities
from qa.extent import SPOKEN_WORDS, WORDS, choose_lines
from qa.judge import Judged
from qa.quote import make_quote
from qa.retrieve import Candidate


@pytest.fixture
def judged(built):
    meeting = built.store.meeting("spcb-2021-12-21")
    passage = next(p for p in meeting.passages if p.context and "drink driving" in p.context.text)
    similar = PassageSimilarities(0, 0.5, 0.5, (0.5,) * len(passage.lines))
    scores = [0.0] * len(passage.lines)
    scores[-1] = 5.0
    return Judged(Candidate(meeting, passage, similar, {}), tuple(scores))


def test_quote_is_a_slice_of_the_reading_text_with_its_question(judged):
    meeting = judged.candidate.meeting
    quote = make_quote(judged, 0.9, "g1")
    assert quote is not None
    assert quote.lines[-1].text.startswith("Across the Force between December 1st and 14th")
    assert all(meeting.text[line.start : line.end] == line.text for line in quote.lines)
    assert meeting.text[quote.receipt.start : quote.receipt.end].startswith(quote.context)
    assert "(Asked by Bhupinder Gakhal)" in quote.context


def test_quote_marks_the_lines_that_answer(judged):
    quote = make_quote(judged, 0.9, "g1")
    assert quote is not None
    assert [line.answers for line in quote.lines][-1] is True
    assert not all(line.answers for line in quote.lines)


def test_quote_is_cited_in_fields_and_words(judged):
    quote = make_quote(judged, 0.9, "g1")
    assert quote is not None
    citation = quote.citation
    assert citation.label == (
        "Strategic Policing and Crime Board, 21 December 2021, item 4 (minute 077/21)"
    )
    assert (citation.date, citation.asked_by) == ("2021-12-21", "Bhupinder Gakhal")
    assert citation.url == f"/meetings/spcb-2021-12-21#{judged.candidate.passage.anchor}"
    assert citation.recording.startswith("https://www.youtube.com/")


def test_line_that_is_not_in_the_reading_text_is_withheld(judged):
    changed = replace(judged.candidate.meeting, text=judged.candidate.meeting.text.upper())
    candidate = replace(judged.candidate, meeting=changed)
    assert make_quote(replace(judged, candidate=candidate), 0.9, "g1") is None


def test_quote_grows_to_the_better_neighbours_while_they_fit(judged):
    meeting, passage = judged.candidate.meeting, judged.candidate.passage
    first, last = choose_lines(meeting, passage, judged.lines)
    words = sum(len(line.text.split()) for line in passage.lines[first : last + 1])
    assert last == len(passage.lines) - 1
    assert first < last
    assert words <= WORDS


def test_a_quote_of_a_verbatim_report_grows_to_more_of_the_remark(judged):
    meeting, passage = judged.candidate.meeting, judged.candidate.passage
    text = "so that everybody may be heard " * 5
    line = replace(passage.lines[0], start=0, end=len(text), text=text)
    remark = replace(passage, lines=(line,) * 8, speakers=("Ada Lovelace",))
    scores = [0.0] * 8
    for report, most in [
        (replace(meeting, passages=(remark,)), SPOKEN_WORDS),
        (replace(meeting, passages=(passage, remark)), WORDS),
    ]:
        first, last = choose_lines(report, remark, scores)
        assert 30 * (last - first + 1) <= most < 30 * (last - first + 2)
