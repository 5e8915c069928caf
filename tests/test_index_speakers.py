"""Speakers of verbatim reports are told from topics and from other labels."""

import pytest

from index.readers.blocks import Block, BlockKind
from index.speakers import is_speaker, speakers_of, spoken_by, turn

TEXT = Block("That is right.")


def said(*names):
    return [Block(f"{name}: That is right.") for name in names]


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("The Chair", "The Chair"),
        ("The Acting Chair (Mr. Bruce Stanley)", "The Acting Chair"),
        ("The Convener (Councillor Perpetua Lydd)", "The Convener"),
        ("Councillor Evander Frome", "Councillor Evander Frome"),
        ("Zelda Hartigan (Director of Housing)", "Zelda Hartigan"),
        ("Hon. Ahmed Hull (Minister (Trade))", "Hon. Ahmed Hull"),
        ("MR SMITH", "MR SMITH"),
        ("An Cathaoirleach", "An Cathaoirleach"),
        ("Deputy Colm Rafter", "Deputy Colm Rafter"),
        ("The Minister for Public Health (Struan Ettrick)", "The Minister for Public Health"),
        ("Q12 Dame Freya Holt", "Dame Freya Holt"),
        ("[14] Nerys Llwyd AM", "Nerys Llwyd AM"),
        ("09:41 Nerys Llwyd AM", "Nerys Llwyd AM"),
        ("Mr. Chris d'Entrecasteaux", "Mr. Chris d'Entrecasteaux"),
    ],
)
def test_the_label_of_a_turn_names_its_speaker(label, speaker):
    others = said(*["Ada Hull", "Bea Marsh"] * 3)
    speakers = speakers_of([*said(label), *others])
    found = turn(Block(f"{label}: That is right."), speakers)
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize("label", ["Budget", "Local Authority", "Housing", "Action", "Not yet"])
def test_a_topic_is_no_speaker(label):
    assert not is_speaker(label)


def test_minutes_with_a_few_labels_are_no_transcript():
    paragraphs = [Block("The Board heard about the roads.")] * 20
    assert speakers_of([*paragraphs, *said("Ada Hull", "Bea Marsh")]) == frozenset()


def test_labels_that_each_come_once_are_no_transcript():
    names = ["Ada Hull", "Bea Marsh", "Cleo Finch", "Dan Rook", "Eve Lamb", "Fay Dobb", "Gus Oak"]
    assert speakers_of(said(*names)) == frozenset()


def test_what_stands_before_the_first_turn_does_not_speak_against_a_transcript():
    paragraphs = [Block("Councillor Hull of the Orlby ward")] * 40
    assert speakers_of([*paragraphs, *said(*["Ada Hull", "Bea Marsh"] * 3)]) == {
        "Ada Hull",
        "Bea Marsh",
    }


def test_a_label_before_nothing_but_a_name_is_no_turn():
    spoke = said(*["Ada Hull", "Bea Marsh"] * 3)
    assert "Witness" not in speakers_of([Block("Witness: Cleo Finch."), *spoke])


def test_an_attendance_list_is_no_transcript():
    assert speakers_of(said(*["Chair", "Clerk", "Members"] * 3)) == frozenset()


def test_a_name_in_bold_over_the_remark_begins_a_turn():
    names = ["Ada Hull", "Bea Marsh"] * 4
    blocks = [b for name in names for b in (Block(name, emphasis=len(name)), TEXT)]
    assert speakers_of(blocks) == {"Ada Hull", "Bea Marsh"}


def test_a_marked_heading_that_looks_like_a_name_is_none():
    heading = Block("Dental Services", BlockKind.HEADING, 15, 3)
    blocks = [heading, *said(*["Ada Hull", "Bea Marsh"] * 4)]
    assert turn(heading, speakers_of(blocks)) is None


def test_a_name_in_plain_type_over_the_remark_begins_a_turn_where_it_is_surely_a_persons():
    names = ["Ada Hull (Marsh) (Green)", "Mr Finch", "Mr Finch", "Bea Quill", "Bea Quill", "Dr Orr"]
    spoken = [block for name in names for block in (Block(name), TEXT)]
    blocks, speakers = spoken_by([Block("Coastal Paths"), TEXT, *spoken, Block("Marsh Lane"), TEXT])
    assert speakers == {"Ada Hull", "Mr Finch", "Bea Quill", "Dr Orr"}
    assert [block.text for block in blocks if turn(block, speakers)] == names


def test_names_in_a_list_are_no_speakers_in_plain_type():
    names = [Block(f"Mr {name}") for name in ("Hull", "Finch", "Quill") * 2]
    assert spoken_by([*names, Block("Marsh Lane"), TEXT]) == (
        [*names, Block("Marsh Lane"), TEXT],
        frozenset(),
    )
