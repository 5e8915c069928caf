"""Items that the chair only announces are found in the speech."""

import pytest

from index.agenda import find_headings
from index.announced import announced_items
from index.outline import outline
from index.readers.blocks import Block

TURNS = [
    Block("The Convener: Good evening. Item 1 is the empty homes and I welcome Ms Marsh."),
    Block("Bea Marsh: We counted 4,100."),
    Block("Ada Hull: Thank you for item 1, which was helpful."),
    Block("Bea Marsh: It will be printed."),
    Block("The Convener: Item 2, rough sleeping. Who will begin?"),
    Block("Ada Hull: I will."),
    Block("Bea Marsh: We now turn to agenda item 3: damp."),
]
SPEAKERS = frozenset({"The Convener", "Bea Marsh", "Ada Hull"})


def test_each_announcement_begins_an_item():
    found = announced_items(TURNS, SPEAKERS)
    assert {at: (item.number, item.title) for at, item in found.items()} == {
        0: ("1", "empty homes"),
        4: ("2", "rough sleeping"),
        6: ("3", "damp"),
    }


def test_the_words_of_the_announcement_stay_in_the_turn():
    outlined = outline(TURNS)
    item, blocks = outlined.items[1]
    assert blocks[0].text == TURNS[0].text
    assert outlined.text[item.start : item.heading_end].endswith("Item 1 is the empty homes")


def test_marked_headings_come_before_announcements():
    heading = [Block("Dampness", emphasis=8), Block("Rough sleeping", emphasis=14)]
    blocks = [*heading[:1], *TURNS[:4], *heading[1:], *TURNS[4:]]
    titles = [item.title for item in find_headings([Block("Board"), *blocks]).values()]
    assert titles == ["Dampness", "Rough sleeping"]


@pytest.mark.parametrize("text", ["See item 2, page 4.", "Item 6, then: can I propose it?"])
def test_a_mention_of_an_item_announces_nothing(text):
    assert announced_items([Block(text), Block(text)], SPEAKERS) == {}
