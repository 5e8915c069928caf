"""A verbatim report is cut into turns; a question is the context of its answer."""

import pytest

from index.drafts import TOGETHER
from index.minutes import PassageKind
from index.outline import outline
from index.passages import cut
from index.readers.blocks import Block

SENTENCE = "We looked at every street and counted the houses that stood empty. "
OPENING = [Block("Ada Hull: I call the meeting to order."), Block("Bea Marsh: Thank you, Chair.")]


def turns(*blocks):
    spoken = [*OPENING * 3, *blocks]
    return cut("tb", outline([Block("Housing Board"), *spoken]))[len(OPENING) * 3 + 1 :]


def test_each_turn_is_a_passage_of_its_speaker():
    found = turns(Block("Ada Hull: It fell."), Block("Bea Marsh: It rose."))
    assert [(p.speakers, p.lines[0].text) for p in found] == [
        (("Ada Hull",), "Ada Hull: It fell."),
        (("Bea Marsh",), "Bea Marsh: It rose."),
    ]


def test_a_question_is_the_context_of_the_turn_that_answers():
    (passage,) = turns(Block("Ada Hull: Why did it fall?"), Block("Bea Marsh: Nobody knows."))
    assert passage.kind is PassageKind.QUESTION
    assert passage.context is not None
    assert passage.context.text == "Ada Hull: Why did it fall?"
    assert (passage.asked_by, passage.speakers) == ("Ada Hull", ("Bea Marsh",))


def test_an_answer_that_ends_with_a_question_is_an_answer():
    answer = f"Bea Marsh: {SENTENCE * 2}What else could we have done?"
    (passage,) = turns(Block("Ada Hull: Why did it fall?"), Block(answer))
    assert passage.speakers == ("Bea Marsh",)


def test_a_turn_goes_on_over_paragraphs_without_a_label():
    (passage,) = turns(Block("Ada Hull: It fell."), Block("It will rise again in the spring."))
    assert passage.speakers == ("Ada Hull",)
    assert [line.text for line in passage.lines] == [
        "Ada Hull: It fell.",
        "It will rise again in the spring.",
    ]


def test_a_long_turn_is_cut_at_sentence_ends_and_keeps_its_speaker():
    found = turns(Block("Ada Hull: " + SENTENCE * 60))
    assert len(found) > 1
    for passage in found:
        assert passage.speakers == ("Ada Hull",)
        assert passage.lines[-1].text.endswith("empty.")
        assert sum(len(line.text.split()) for line in passage.lines) <= TOGETHER


def test_no_word_of_a_turn_is_lost():
    blocks = [*OPENING * 3, Block("Ada Hull: " + SENTENCE * 60), Block("Bea Marsh: Why?")]
    outlined = outline(blocks)
    lines = [
        line.text
        for passage in cut("tb", outlined)
        for line in ([passage.context] if passage.context else []) + list(passage.lines)
    ]
    assert " ".join(lines).split() == outlined.text.split()


@pytest.mark.parametrize("speaker", ["Ada Hull", "Bea Marsh"])
def test_turns_outside_any_item_are_kept_as_statements(speaker):
    found = [p for p in turns(Block("Ada Hull: It fell."), Block("Bea Marsh: It rose."))]
    assert {p.kind for p in found if speaker in p.speakers} == {PassageKind.STATEMENT}
