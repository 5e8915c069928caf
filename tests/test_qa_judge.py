"""The judge's weights fit its signals and make sense."""

import json
from dataclasses import replace
from importlib import resources

import numpy as np
import pytest

from index import BuiltIndex, PassageKind
from index.build import Options, build
from qa.everyday import word
from qa.evidence import FACT_SIGNS, TOPIC_SIGNS
from qa.judge import MENTIONED, Judge, Verdict, as_recorded
from qa.particulars import Particulars
from qa.retrieve import encode, listed, retrieve
from qa.signals import NAMES, coverage, table, term_set
from qa.sought import seek


@pytest.fixture(scope="module")
def judge(built) -> Judge:
    return Judge.load(built.encoder.settings.weights_sha256)


def verdict(judge, built, question):
    candidates = retrieve(built, word(question), encode(built, word(question)))
    return judge.judge(seek(built, question), candidates)


def fitted():
    return json.loads(resources.files("qa").joinpath("judge.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("stored", fitted().values(), ids=lambda stored: stored["model"])
def test_weights_are_of_the_signals_that_are_made(stored):
    assert tuple(stored["lines"]["names"]) == tuple(stored["turns"]["names"]) == NAMES
    assert tuple(stored["topic"]["names"]) == tuple(TOPIC_SIGNS)
    assert tuple(stored["fact"]["names"]) == tuple(FACT_SIGNS)


def thresholds(judge):
    return {"one": judge.least_of_one, "several": judge.least_of_several}


def test_judge_is_the_one_fitted_with_the_encoder():
    for encoder, stored in fitted().items():
        assert thresholds(Judge.load(encoder)) == stored["thresholds"]


def test_encoder_without_weights_of_its_own_gets_the_first_ones():
    assert thresholds(Judge.load("another")) == next(iter(fitted().values()))["thresholds"]


def test_the_more_is_searched_the_more_confidence_an_answer_takes(judge):
    between = Verdict((), (judge.least_of_one + judge.least_of_several) / 2)
    assert judge.trusts(between, 1)
    assert not judge.trusts(between, 2)


@pytest.mark.parametrize("stored", fitted().values(), ids=lambda stored: stored["model"])
def test_no_weight_for_an_answer_has_the_wrong_sign(stored):
    for part, signs in (("topic", TOPIC_SIGNS), ("fact", FACT_SIGNS)):
        weights = np.array(stored[part]["weight"])
        assert (weights * np.array(list(signs.values())) >= 0).all()


def test_line_with_the_answer_scores_best_of_its_passage(judge, built):
    best = verdict(judge, built, "How many breath tests were conducted?").judged[0]
    line = best.candidate.passage.lines[int(np.argmax(best.lines))]
    assert "225 breath tests" in line.text


def test_question_on_the_agenda_is_surer_of_an_answer_than_one_far_off(judge, built):
    near = verdict(judge, built, "How many breath tests were conducted?")
    far = verdict(judge, built, "What is the capital of Mongolia?")
    assert judge.trusts(near, 2)
    assert not judge.trusts(far, 1)


def test_topic_is_sure_of_an_answer_where_a_line_mentions_it_and_that_line_is_the_best(
    judge, built
):
    unsure = replace(
        judge,
        lines=replace(judge.lines, weight=np.zeros(len(NAMES))),
        confidence=replace(judge.confidence, offset=-20.0),
    )
    mentioned = verdict(unsure, built, "stop and search")
    best = mentioned.judged[0]
    assert "stop search" in best.candidate.passage.lines[int(np.argmax(best.lines))].text
    assert mentioned.confidence == MENTIONED
    assert verdict(unsure, built, "stop and search in Mongolia").confidence < 0.1


REPORT = """Harbour Committee

4 May 2021

Ada Marsh: Thank you all for coming. The pilots are short of two boats this year.

Bea Hull: The ferry company has asked for a later sailing on Sundays, and I agree with it.

Ada Marsh: How much would the later sailing cost the harbour in a year?

Bea Hull: It would cost some four thousand pounds, which the company will pay.

Ada Marsh: The committee is content with that, and thanks the company for its offer.

Bea Hull: Dredging begins in May, and the pilots will have their boats by then.
"""


def test_lines_of_verbatim_reports_have_weights_of_their_own(judge, built, tiny_encoder, tmp_path):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    build([tmp_path / "report.txt"], tmp_path / "index", Options(model=str(tiny_encoder)))
    report = BuiltIndex.open(tmp_path / "index")
    silent = replace(judge, turns=replace(judge.turns, weight=np.zeros(len(NAMES))))
    question = "What does the later sailing cost?"
    for index, same in ((built, True), (report, False)):
        ours, others = (verdict(each, index, question) for each in (judge, silent))
        assert (
            [each.lines for each in ours.judged] == [each.lines for each in others.judged]
        ) is same
        assert ours.confidence == others.confidence


def test_nothing_found_is_no_answer(judge, built):
    assert judge.judge(seek(built, "anything"), []).confidence == 0.0


@pytest.fixture
def anything(built):
    rows = built.store.rows_of(["agb-2024-12-17"])
    return listed(built, rows)


def test_meeting_without_a_question_is_shown_in_its_own_order(anything):
    shown = as_recorded(anything, Particulars.of("What happened?")).judged
    rows = [each.candidate.similarities.row for each in shown]
    assert len(rows) == len(anything)
    assert rows == sorted(rows)


def test_record_of_a_meeting_shows_only_what_tells_the_particulars_asked_for(anything):
    shown = as_recorded(anything, Particulars.of("Who came?")).judged
    assert {each.candidate.passage.kind for each in shown} == {PassageKind.ATTENDANCE}


def test_record_that_tells_nothing_of_what_is_asked_is_no_answer(anything):
    assert as_recorded(anything, Particulars.of("Who sent apologies?")).confidence == 0.0


def test_coverage_is_the_share_of_what_the_terms_tell():
    found = term_set("The drivers were stopped")
    assert coverage(found, {"driver": 3.0, "lighthous": 1.0}, 4.0) == 0.75


def test_every_line_of_every_candidate_has_its_row_of_signals(built):
    candidates = retrieve(built, word("fraud"), encode(built, word("fraud")))[:5]
    places, signals = table(seek(built, "fraud"), candidates)
    lines = [len(each.passage.lines) for each in candidates]
    assert [places.count(at) for at in range(5)] == lines
    assert signals.shape == (sum(lines), len(NAMES))
    assert np.isfinite(signals).all()


def test_words_of_the_passages_beside_one_count_for_its_surroundings(built):
    """The passages of one item; what stands in another item is not beside it."""
    question = "How many breath tests were conducted?"
    candidates = retrieve(built, word(question), encode(built, word(question)))
    places, signals = table(seek(built, question), candidates)
    passage, around = (
        signals[:, NAMES.index(name)] for name in ("passage coverage", "surroundings coverage")
    )
    assert (around >= passage).all()
    for place, (alone, wider) in zip(places, zip(passage, around, strict=True), strict=True):
        meeting, own = candidates[place].meeting, candidates[place].passage
        beside = meeting.beside(own)
        assert {abs(each.number - own.number) for each in beside} <= {1}
        assert {each.item_position for each in beside} <= {own.item_position}
        assert wider == alone or beside
    assert (around > passage).any()
