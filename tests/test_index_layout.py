"""Tables that lay out minutes are opened up, tables of data are kept in rows."""

from dataclasses import replace

import pytest

from index.layout import open_tables
from index.lone_numbers import with_lone_numbers
from index.readers.blocks import Block, BlockKind, Row

LONG = "The Commissioner " + "gave an account of the budget and " * 5 + "closed."


def row(*cells):
    return Row(tuple((Block(cell),) if cell else () for cell in cells))


def texts(*parts):
    return [block.text for block in open_tables(parts)]


def test_a_table_of_data_keeps_its_rows_together():
    (block, _) = open_tables([row("Ada FOSTER", ":", "Chair"), row("Bea HULL", ":", "Member")])
    assert block == Block("Ada FOSTER : Chair", BlockKind.ROW, cells=("Ada FOSTER", ":", "Chair"))


def test_a_wrapped_last_cell_is_put_back_together():
    assert texts(row("Evan JONES", ":", "Head of Development, St"), row("", "", "Giles Trust")) == [
        "Evan JONES : Head of Development, St Giles Trust"
    ]


def test_a_table_of_items_is_opened_with_the_number_at_the_title():
    blocks = open_tables([row("074/21", "Item 1: Update"), row("", LONG)])
    assert [(block.text, block.number) for block in blocks] == [
        ("074/21 Item 1: Update", "074/21"),
        (LONG, ""),
    ]


@pytest.mark.parametrize("number", ["3", "3.", "3.1", "077/21", "TB/31", "EOS.40", "A."])
def test_item_numbers_of_many_kinds_open_a_row(number):
    (block, *_) = open_tables([row(number, "Title")])
    assert (block.text, block.number) == (f"{number} Title", number)


def test_a_table_of_other_columns_is_another_though_nothing_stands_between():
    names = row("Ada Hull", "Clerk to the Board")
    items = replace(row("1", LONG, "Clerk"), begins=True)
    first, *_ = open_tables([names, items])
    assert first.cells == ("Ada Hull", "Clerk to the Board")
    first, *_ = open_tables([row("", "Ada Hull"), replace(row("1", LONG), begins=True)])
    assert first.cells == ()


def test_a_sentence_cut_by_a_page_break_is_joined():
    first = Block("Work is done with the communities which were shown in", BlockKind.BULLET)
    assert texts(first, Block("LGBTQ+ week at the hall.")) == [
        "Work is done with the communities which were shown in LGBTQ+ week at the hall."
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Work is done with the communities of the region.", Block("and more")),
        ("Work is done with the communities there", Block("The next point")),
        ("Work is done with the communities there", Block("a. first point")),
        ("Work is done with the communities there", Block("and more", BlockKind.BULLET)),
        ("Road safety", Block("and more")),
    ],
    ids=["ended", "new sentence", "new point", "new bullet", "too short to be cut"],
)
def test_other_neighbours_stay_apart(before, after):
    assert texts(Block(before), after) == [before, after.text]


def test_sentences_that_all_begin_small_are_not_joined():
    notes = [
        "ada: the plan for the new harbour is on the list now",
        "bea: thanks for that.",
        "cy: next call in two weeks then",
        "dot: it was sent to all of the members last week.",
        "ed: fine.",
    ]
    assert texts(*map(Block, notes)) == notes


def test_no_word_is_added_or_dropped():
    parts = [row("1", LONG), Block("after"), row("a", "b"), row("", "c")]
    given = [block.text for part in parts for block in getattr(part, "blocks", (part,))]
    assert " ".join(texts(*parts)).split() == " ".join(given).split()


def test_a_table_with_running_text_is_opened_whatever_its_columns():
    assert texts(row("Budget", "Ada Hull", LONG)) == ["Budget", "Ada Hull", LONG]


def test_a_bold_title_stays_bold_with_its_number():
    (block,) = open_tables([Row(((Block("3"),), (Block("Roads", emphasis=5),)))])
    assert block.emphasis == len("3 Roads")


def test_numbers_alone_on_their_lines_go_with_the_titles_under_them():
    parts = [Block("1"), Block("Roads"), Block(LONG), Block("2."), Block("Buses"), Block(LONG)]
    assert texts(*parts) == ["1 Roads", LONG, "2. Buses", LONG]


def test_a_lone_number_or_numbers_that_do_not_count_stay():
    assert texts(Block("7"), Block("Roads")) == ["7", "Roads"]
    parts = [Block("7"), Block("Roads"), Block("3"), Block("Buses")]
    assert texts(*parts) == ["7", "Roads", "3", "Buses"]


def test_numbers_alone_go_with_sentences_and_count_on_from_those_in_line():
    parts = [Block("125/24"), Block("To note:"), Block("126/24 Roads"), Block(LONG)]
    assert texts(*parts) == ["125/24 To note:", "126/24 Roads", LONG]
    parts = [Block("2."), Block("Roads."), Block("2.1"), Block("Cost")]
    assert texts(*parts) == ["2. Roads.", "2.1 Cost"]
    parts = [Block("1."), Block("Roads"), Block("2."), Block("Rail"), Block("6 trains late")]
    parts += [Block("3."), Block("Buses")]
    assert texts(*parts) == ["1. Roads", "2. Rail", "6 trains late", "3. Buses"]


def test_numbers_that_count_paragraphs_from_the_first_go_with_them():
    said = (
        "Members heard that the work on the bridge had begun in May and would not end "
        "before the spring."
    )
    counted = [Block(text) for number in range(1, 6) for text in (str(number), said)]
    assert [block.text for block in with_lone_numbers(counted)] == [
        f"{number} {said}" for number in range(1, 6)
    ]
    pages = [
        *counted[:-1],
        Block("of the year before, as members had been told at the time, and more."),
    ]
    assert with_lone_numbers(pages) == pages


def test_numerals_alone_go_with_their_titles_whatever_letters_stand_between():
    lines = [
        "I",
        "Opening",
        "A.",
        "Roll",
        "II",
        "Roads",
        "III",
        "Buses",
        "IV",
        "Rail",
        "V",
        "Close",
    ]
    joined = [block.text for block in with_lone_numbers(list(map(Block, lines)))]
    assert [text for text in joined if text[0] in "IV"] == [
        "I Opening", "II Roads", "III Buses", "IV Rail", "V Close"]  # fmt: skip


def test_numbers_under_their_titles_stay_apart_from_what_was_said():
    parts = [
        Block("ROADS"),
        Block("PL1/24"),
        Block(LONG),
        Block("RAIL"),
        Block("PL2/24"),
        Block(LONG),
    ]
    assert texts(*parts) == ["ROADS", "PL1/24", LONG, "RAIL", "PL2/24", LONG]


def test_page_numbers_and_columns_of_figures_stay_apart():
    assert texts(Block("3"), Block(LONG), Block("4"), Block(LONG)) == ["3", LONG, "4", LONG]
    assert texts(Block("1."), Block("2."), Block("3.")) == ["1.", "2.", "3."]


def test_a_column_of_actions_is_marked_in_a_table_that_is_opened():
    table = [row("No.", "Discussion", "Action"), row("1", LONG, "PV to chase")]
    assert [block.text for block in open_tables(table) if block.action] == ["PV to chase"]


def test_rows_under_a_head_of_actions_are_marked_in_a_table_of_data():
    table = [row("Ref", "Action", "Owner"), row("7.1", "Notifications plan", "LK")]
    assert [block.action for block in open_tables(table)] == [False, True]


def test_a_table_of_numbered_sentences_is_opened():
    table = [
        row("1.0", "Welcome", ""),
        row("1.1", "The Chair welcomed everyone to it.", ""),
        row("1.2", "No interests were declared by members.", ""),
    ]
    assert [block.number for block in open_tables(table)] == ["1.0", "1.1", "1.2"]


def test_entries_beside_a_label_stay_apart_unless_one_stops_within_a_phrase():
    listed = [
        row("PRESENT", "Ann Lee (Chair,"),
        row("", "Roads)"),
        row("", "Bo Day"),
        row("", "Cy Fox"),
    ]
    assert texts(*listed) == ["PRESENT Ann Lee (Chair, Roads)", "Bo Day", "Cy Fox"]


def test_numerals_in_the_first_column_count_items():
    blocks = open_tables([row("I.", "Roads"), row("II.", "Trees")])
    assert [(block.number, block.text) for block in blocks] == [
        ("I.", "I. Roads"),
        ("II.", "II. Trees"),
    ]


def test_the_parts_of_a_day_on_lines_of_their_own_are_put_together():
    lines = ["Minutes of the Board, Tuesday 24", "th", "August 2010", "Present"]
    assert texts(*map(Block, lines)) == [
        "Minutes of the Board, Tuesday 24 th August 2010",
        "Present",
    ]


def test_a_title_in_bold_goes_on_with_no_line_above():
    above, title = Block("Ada Hull, Board member of Orlby Homes"), "e-voting at the branch"
    bold = Block(title, emphasis=len(title))
    assert texts(above, bold) == [above.text, title]
    assert texts(above, Block(title)) == [f"{above.text} {title}"]


def test_a_letter_before_a_capital_begins_a_title():
    above, title = "Ada Hull, Board member of Orlby Homes", "e-Voting at the branch"
    assert texts(Block(above), Block(title)) == [above, title]


def test_a_bracket_left_open_in_any_cell_goes_on_in_the_row_below():
    assert texts(row("Ada Hull (Deputy", "Ben Marsh"), row("Chair)", "")) == [
        "Ada Hull (Deputy Chair) Ben Marsh"
    ]


def test_a_name_of_a_list_that_a_page_break_cuts_is_put_back_together():
    first = Block("The following were present: Ada Hull, Chair; Ben", page=1)
    second = Block("Marsh; Cleo Finch. Dora Gale was there as an observer.", page=2)
    assert texts(first, second) == [f"{first.text} {second.text}"]
    assert texts(first, replace(second, page=1)) == [first.text, second.text]
    assert texts(first, Block("Roads were discussed.", page=2)) == [
        first.text,
        "Roads were discussed.",
    ]
