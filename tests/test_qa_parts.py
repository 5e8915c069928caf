"""A passage longer than one quote is quoted in parts."""

from math import inf

import pytest

from index.vectors import PassageSimilarities
from qa import Answerer
from qa.extent import choose_lines
from qa.judge import Judged, Verdict
from qa.parts import FURTHER, in_parts
from qa.retrieve import Candidate


@pytest.fixture
def long(built):
    meeting = built.store.meeting("spcb-2021-12-21")
    passage = max(meeting.passages, key=lambda each: len(each.lines))
    similar = PassageSimilarities(0, 0.5, 0.5, (0.5,) * len(passage.lines))
    scores = tuple(float(len(passage.lines) - at) for at in range(len(passage.lines)))
    return Judged(Candidate(meeting, passage, similar, {}), scores)


def quoted(part):
    first, last = choose_lines(part.candidate.meeting, part.candidate.passage, part.lines)
    return list(range(first, last + 1))


def test_parts_of_a_passage_quote_each_of_its_lines_once(long):
    parts = in_parts(Verdict((long,), 0.9), 1 / 128).judged
    assert len(parts) > 2
    lines = [line for part in parts for line in quoted(part)]
    assert sorted(lines) == list(range(len(long.lines)))


def test_each_further_part_falls_a_step_behind_its_lines(long):
    first, second, third, *_ = in_parts(Verdict((long,), 0.9), 1 / 128).judged
    assert first.score == long.score
    assert FURTHER == 1.0, "even odds"
    assert second.score == long.lines[quoted(second)[0]] - 1.0
    assert third.score == long.lines[quoted(third)[0]] - 2.0


def test_lines_that_must_not_be_quoted_make_no_part(long):
    lines = (1.0, *[-inf] * (len(long.lines) - 1))
    judged = Judged(long.candidate, lines)
    assert in_parts(Verdict((judged,), 1.0), 1 / 128).judged == (judged,)
    assert quoted(judged) == [0]


def test_passages_far_behind_the_best_stay_whole(long):
    behind = Judged(long.candidate, tuple(score - 8 for score in long.lines))
    parts = in_parts(Verdict((long, behind), 0.9), 1 / 128).judged
    assert parts.count(behind) == 1
    near = in_parts(Verdict((long, behind), 0.9), 1 / 1024).judged
    assert len(near) > len(parts)


def test_an_answer_goes_on_in_another_quote_of_its_passage(built):
    answer = Answerer(built).answer("What was said about burglary in December 2021?")
    lines = [(quote.citation.url, line.start) for quote in answer.quotes for line in quote.lines]
    assert len(set(lines)) == len(lines)
    assert len({quote.citation.url for quote in answer.quotes}) < len(answer.quotes)
