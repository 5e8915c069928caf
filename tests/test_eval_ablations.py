"""Tests of eval/ablations.py: each part that is taken out is really gone, and nothing else."""

from dataclasses import replace

import pytest

from eval.ablations import (
    AsTyped,
    NoVectors,
    NoWords,
    OneProposer,
    TextOnly,
    ablations,
    depths,
    uncalibrated,
    without_structure,
)
from eval.baselines import meetings_of
from eval.questions import Question
from index.check import wrong_offsets
from index.words import WORDS_NAME
from qa import Answerer, Limits
from qa.retrieve import CANDIDATES, NEAREST_VIEWS, NEAREST_WORDS, encode
from qa.sought import seek

ASKED = "How many drink drivers were caught?"


@pytest.fixture(scope="module")
def systems(built):
    return {system.name: system for system in [*ablations(built), *depths(built)]}


def test_every_ablation_answers_with_exact_quotes_and_has_a_name_of_its_own(systems):
    assert len(systems) == 11
    for name, system in systems.items():
        shown = system(Question("q", ASKED))
        assert shown.offered, name
        assert all(quote.exact for quote in shown.offered), name


def test_without_structure_the_same_words_stand_under_no_heading(built):
    bare = without_structure(built)
    for meeting, whole in zip(meetings_of(bare.store), meetings_of(built.store), strict=True):
        assert meeting.text == whole.text
        assert [item.title for item in meeting.items] == [""]
        assert not any(passage.context for passage in meeting.passages)
        assert list(wrong_offsets(meeting)) == []
    assert len(bare.words) == bare.store.passage_count


def test_without_fields_only_the_text_of_passages_is_searched(built):
    one = TextOnly(built.folder / WORDS_NAME)
    row = next(
        row
        for row in range(built.store.passage_count)
        if built.store.passage(row).context and built.store.passage(row).asked_by
    )
    asker = built.store.passage(row).asked_by
    assert built.words.field_scores(asker, [row])["people"][0] > 0
    assert one.field_scores(asker, [row])["people"][0] == 0
    assert one.search(asker, 5, {"people": 1.0}) == one.search(asker, 5)


def test_without_fusion_passages_come_as_one_way_alone_proposes_them(built):
    wording = seek(built, ASKED).wording
    vectors = encode(built, wording)
    by_words = [row for _, row in built.words.search(wording.both, NEAREST_WORDS)]
    by_vectors = [hit.row for hit in built.vectors.search(vectors.mean(axis=0), NEAREST_VIEWS)]
    silent_words = replace(built, words=NoWords(built.folder / WORDS_NAME))
    silent_vectors = replace(built, vectors=NoVectors.read(built.folder))
    for proposing, expected in ((silent_vectors, by_words), (silent_words, by_vectors)):
        found = OneProposer(built, proposing).retrieve(wording, vectors, None)
        rows = [built.store.row_of(each.passage) for each in found]
        assert rows == list(dict.fromkeys(expected))[:CANDIDATES]


def test_without_a_judge_passages_stay_in_the_order_found_and_nothing_is_refused(built, systems):
    found = found_in(built)
    shown = systems["no judge"](Question("q", ASKED))
    assert [passage_of(built, quote) for quote in shown.quotes] == found[: len(shown.quotes)]
    assert not systems["no judge"](Question("q", "How do I bake sourdough bread?")).refused


def test_without_understanding_a_question_stands_as_it_was_typed(built):
    typed = AsTyped(built)
    scope = typed.read("and burglery in 2021?", ("What about Coventry?",), Limits())
    assert scope.understood.text == "and burglery in 2021?"
    assert len(scope.meetings) == 2
    held = typed.read("burglary", (), Limits(meeting="agb-2024-12-17")).meetings
    assert [each.id for each in held] == ["agb-2024-12-17"]


def test_without_calibration_only_confidence_and_thresholds_change(built):
    judge = Answerer(built).judge
    bare = uncalibrated(judge)
    assert (bare.confidence.slope, bare.confidence.offset) == (1, 0)
    assert bare.least_of_one == bare.least_of_several == 0.5
    assert bare.lines is judge.lines
    assert bare.confidence.topic is judge.confidence.topic


def test_a_shallow_judge_sees_only_the_first_candidates(built, systems):
    shown = systems["5 judged"](Question("q", ASKED))
    assert {passage_of(built, quote) for quote in shown.offered} <= set(found_in(built)[:5])


def found_in(built):
    """The ids of the passages that are proposed, in the order found."""
    wording = seek(built, ASKED).wording
    found = Answerer(built).retrieve(wording, encode(built, wording), None)
    return [each.passage.id for each in found]


def passage_of(built, quote):
    """The id of the passage in which a quote stands."""
    start = int(quote.place.split(":")[1].split("-")[0])
    passages = built.store.meeting(quote.meeting).passages
    return next(each.id for each in passages if each.start <= start < each.end)
