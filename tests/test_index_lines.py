"""A block becomes lines: sentences, a table row, or the entries of an attendance list."""

import pytest

from index.lines import lines_of
from index.outline import Placed
from index.readers.blocks import Block, BlockKind


def lines(text, kind=BlockKind.PARAGRAPH, attendance=False):
    return list(lines_of(Placed(Block(text, kind), 100), attendance))


def test_a_paragraph_is_cut_into_sentences_with_their_places():
    first, second = lines("It fell. It rose.")
    assert (first.text, first.start, first.end) == ("It fell.", 100, 108)
    assert (second.text, second.start, second.end) == ("It rose.", 109, 117)


def test_only_the_first_sentence_of_a_bullet_begins_it():
    assert [line.bullet for line in lines("It fell. It rose.", BlockKind.BULLET)] == [True, False]


def test_a_table_row_is_one_line():
    (line,) = lines("Burglary. 12 up. 3 down.", BlockKind.ROW)
    assert line.text == "Burglary. 12 up. 3 down."


def test_an_attendance_list_is_cut_into_its_entries():
    entries = lines("Ada Hull (Chair), Bea Marsh (Clerk); two observers", attendance=True)
    assert [line.text for line in entries] == [
        "Ada Hull (Chair)",
        "Bea Marsh (Clerk)",
        "two observers",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ACTION: a written response for the Commissioner",
        "Action 3 - Clerk to chase",
        "► ACTION: rota by 1 November (CV)",
        "Figures will be provided to the Board.",
        "Officers would reply in writing.",
        "The Chief Constable agreed to look into it.",
        "Happy to go away and find the numbers.",
    ],
)
def test_labelled_actions_and_promises_are_actions(text):
    assert [line.action for line in lines(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Police action was taken at once.",
        "Actions arising are set in bold.",
        "Figures which will be provided by others are not ours to publish.",
        "The report was noted.",
    ],
)
def test_other_sentences_are_no_actions(text):
    assert [line.action for line in lines(text)] == [False]


def test_an_attendance_list_holds_no_actions():
    assert [line.action for line in lines("Action: Fraud team", attendance=True)] == [False]
