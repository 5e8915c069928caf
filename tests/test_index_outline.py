"""Blocks become one reading text and the agenda items that they stand under."""

import pytest

from index.outline import outline
from index.readers.blocks import Block, BlockKind


def marked(text):
    return Block(text, BlockKind.HEADING, len(text), 2)


BLOCKS = [
    Block("Transport Board"),
    Block("Minutes of 21 December 2021"),
    marked("1. Minutes"),
    Block("Agreed."),
    Block("REGULAR ITEMS"),
    marked("2. Roads Presented by: Ada Hull and Bea Marsh"),
    Block("Noted."),
    Block("It was late."),
    marked("3. Close"),
]


@pytest.fixture(scope="module")
def outlined():
    return outline(BLOCKS)


def test_the_reading_text_is_the_blocks_in_order(outlined):
    assert outlined.text == "\n".join(block.text for block in BLOCKS)


def test_every_block_stands_where_it_says(outlined):
    for _, blocks in outlined.items:
        for placed in blocks:
            assert outlined.text[placed.start : placed.end] == placed.text


def test_what_stands_before_the_first_heading_is_item_0(outlined):
    item, blocks = outlined.items[0]
    assert (item.position, item.title, item.heading_end) == (0, "", 0)
    assert [placed.text for placed in blocks] == ["Transport Board", "Minutes of 21 December 2021"]


def test_each_item_holds_the_blocks_under_its_heading(outlined):
    under = {item.title: [placed.text for placed in blocks] for item, blocks in outlined.items[1:]}
    assert under == {"Minutes": ["Agreed."], "Roads": ["Noted.", "It was late."], "Close": []}


def test_items_follow_each_other_and_cover_the_text(outlined):
    items = [item for item, _ in outlined.items]
    assert [item.position for item in items] == [0, 1, 2, 3]
    assert items[0].start == 0
    assert items[-1].end == len(outlined.text)
    for before, after in zip(items, items[1:], strict=False):
        assert after.start == before.end + 1


def test_a_heading_over_a_group_belongs_to_the_first_item_of_it(outlined):
    item, _ = outlined.items[2]
    assert item.section == "REGULAR ITEMS"
    assert outlined.text[item.start : item.heading_end].splitlines() == [
        "REGULAR ITEMS",
        "2. Roads Presented by: Ada Hull and Bea Marsh",
    ]


def test_presenters_are_read_from_the_heading(outlined):
    assert outlined.items[2][0].presenters == ("Ada Hull", "Bea Marsh")


def test_text_that_runs_on_after_a_heading_gets_a_block_of_its_own():
    blocks = [
        Block("1. Minutes. Agreed at once.", emphasis=len("1. Minutes.")),
        Block("2. Roads. Noted with thanks.", emphasis=len("2. Roads.")),
    ]
    outlined = outline([Block("Minutes of 21 December 2021"), *blocks])
    assert [[placed.text for placed in under] for _, under in outlined.items[1:]] == [
        ["Agreed at once."],
        ["Noted with thanks."],
    ]
    assert (
        outlined.text.split()
        == "Minutes of 21 December 2021 {} {}".format(*(block.text for block in blocks)).split()
    )


def test_a_document_without_headings_is_one_item():
    outlined = outline([Block("One."), Block("Two.")])
    ((item, blocks),) = outlined.items
    assert (item.start, item.end, len(blocks)) == (0, len("One.\nTwo."), 2)


def test_an_empty_document_is_one_empty_item():
    outlined = outline([])
    ((item, blocks),) = outlined.items
    assert (outlined.text, item.start, item.end, blocks) == ("", 0, 0, ())
