"""Plain text and Markdown become blocks with their line breaks and marks undone."""

import pytest

from index.readers.blocks import Block, BlockKind, Row
from index.readers.plain import read_text


def blocks_of(text):
    return [part for part in read_text(text).content if isinstance(part, Block)]


def texts_of(text):
    return [block.text for block in blocks_of(text)]


def rows_of(text):
    return [
        tuple(" / ".join(block.text for block in cell) for cell in part.cells)
        for part in read_text(text).content
        if isinstance(part, Row)
    ]


WRAPPED = """The Board heard that burglary had fallen by a tenth in the year to
October and that the force would go on visiting every victim within a
day of the report."""


def test_wrapped_lines_are_joined():
    assert texts_of(WRAPPED) == [" ".join(WRAPPED.split())]


def test_an_empty_line_ends_a_paragraph():
    assert texts_of("One.\n\nTwo.") == ["One.", "Two."]


def test_a_hyphen_at_a_line_end_goes_where_the_document_writes_the_word_whole():
    text = "The crime and disorder partner-\nship met twice this year, in May and in July.\n\n"
    assert texts_of(text + "The partnership thanked its members.")[0].startswith(
        "The crime and disorder partnership met"
    )


def test_a_hyphen_at_a_line_end_stays_where_the_document_knows_no_such_word():
    text = "The Commissioner asked for a quarterly update on the use of body-\nworn video."
    assert texts_of(text) == [text.replace("\n", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Present\nAda Lovelace\nBea Hull", ["Present", "Ada Lovelace", "Bea Hull"]),
        pytest.param(
            "APOLOGIES FOR ABSENCE RECEIVED FROM MEMBERS OF THE BOARD\nMr Crane sent his.",
            ["APOLOGIES FOR ABSENCE RECEIVED FROM MEMBERS OF THE BOARD", "Mr Crane sent his."],
        ),
        pytest.param(
            "CABINET ....... F. Denholme, who stayed for the whole of the first item only\n"
            "POLICE ........ W. Thorn",
            [
                "CABINET ....... F. Denholme, who stayed for the whole of the first item only",
                "POLICE ........ W. Thorn",
            ],
        ),
        pytest.param(
            "1. The first point of this list is long enough to fill a whole line\n2. Second",
            ["1. The first point of this list is long enough to fill a whole line", "2. Second"],
        ),
    ],
    ids=["short lines", "capitals over text", "dotted leaders", "numbered points"],
)
def test_hard_breaks_are_kept(text, expected):
    assert texts_of(text) == expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**Agreed** and *noted*", "Agreed and noted"),
        ("__Agreed__ by `all`", "Agreed by all"),
        ("see [the report](https://example.org/r.pdf)", "see the report"),
        ("see <https://example.org/r>", "see https://example.org/r"),
        (r"5 \* 3 and \#4", "5 * 3 and #4"),
        ("R&amp;D &#8211; Q3", "R&D – Q3"),
        ("file_name_ here", "file_name_ here"),
        ("2 * 3 * 4 is 24, snake_case_name", "2 * 3 * 4 is 24, snake_case_name"),
        ("> quoted from the report", "quoted from the report"),
    ],
)
def test_marks_inside_a_line_are_undone_and_other_signs_stay(source, text):
    assert texts_of(source) == [text]


@pytest.mark.parametrize(
    ("source", "level"),
    [
        ("## Road safety", 2),
        ("# Road safety #", 1),
        ("Road safety\n===========", 1),
        ("Road safety\n-----------", 2),
        ("=== Road safety ===", 2),
    ],
)
def test_marked_headings_are_headings(source, level):
    assert blocks_of(f"{source}\n\nText.")[0] == Block(
        "Road safety", BlockKind.HEADING, emphasis=11, level=level
    )


def test_bold_at_the_start_of_a_paragraph_is_remembered():
    (block,) = blocks_of("**5 Title** and then the text")
    assert (block.text, block.emphasis) == ("5 Title and then the text", len("5 Title"))


def test_bold_type_that_begins_anew_after_a_space_goes_on():
    (block,) = blocks_of("**5.** **Title** and then the text")
    assert (block.text, block.emphasis) == ("5. Title and then the text", len("5. Title"))


def test_bold_words_that_go_on_on_the_next_line_begin_no_paragraph():
    source = "**Dues rose in line with prices**\n**over the year,** as they had before."
    assert texts_of(source) == ["Dues rose in line with prices over the year, as they had before."]
    assert texts_of("**Roads**\n**Buses** ran late.") == ["Roads", "Buses ran late."]


@pytest.mark.parametrize("sign", ["-", "*", "•", "–", "\uf0b7", "o "])
def test_bullet_signs_are_taken_off(sign):
    assert blocks_of(f"{sign} first\n{sign} second") == [
        Block("first", BlockKind.BULLET),
        Block("second", BlockKind.BULLET),
    ]


def test_rules_and_empty_rows_hold_no_text():
    assert read_text("-----\n\n* * *\n\n| | |\n|---|---|\n").content == ()


def test_table_bars_make_rows():
    table = "| No. | Title |\n|---|---|\n| 1 | Apologies \\| thanks |"
    assert rows_of(table) == [("No.", "Title"), ("1", "Apologies | thanks")]


def test_lines_set_apart_at_the_same_place_are_rows_of_two_columns():
    text = "Venue      Town Hall, Market Square, in the Chamber on floor 2\nChair      Ada Hull"
    assert rows_of(text) == [
        ("Venue", "Town Hall, Market Square, in the Chamber on floor 2"),
        ("Chair", "Ada Hull"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Venue      Town Hall",
        "Venue      Town Hall\nChair         Ada Hull",
        "Chair      Dot Gale\nPanel      Ada Hull, Bea\n           Marsh",
    ],
    ids=["one line", "other places", "text that goes on beside its label"],
)
def test_other_lines_with_gaps_are_no_rows(text):
    assert rows_of(text) == []


def test_rows_of_a_table_may_lack_the_bar_at_their_beginning():
    assert rows_of("No. | Item |\n---|---|\n1. | Roads |\n\na | b") == [
        ("No.", "Item"),
        ("1.", "Roads"),
    ]


def test_lines_that_nobody_wrapped_stay_apart_however_long():
    lines = [
        "Councillor Hull proposed the motion on roads.",
        "Councillor Marsh seconded the motion.",
    ]
    assert texts_of("\n".join(lines)) == lines


def test_a_number_and_a_tab_make_a_row():
    assert rows_of("3\tPCC Update") == [("3", "PCC Update")]
    assert rows_of("not a number\tPCC Update") == []


def test_html_inside_text_is_read_as_html():
    text = "4\t<p>Update</p> <ul> <li>one</li> <li>two</li> </ul>"
    (row,) = read_text(text).content
    assert isinstance(row, Row)
    assert [block.text for block in row.blocks] == ["4", "Update", "one", "two"]
    assert [block.kind for block in row.blocks][2:] == [BlockKind.BULLET, BlockKind.BULLET]


def test_less_than_signs_are_no_html():
    assert texts_of("waits of <3 minutes and 5 > 4") == ["waits of <3 minutes and 5 > 4"]


def test_a_list_run_together_in_one_line_is_cut_at_its_signs():
    assert texts_of("The Board: • thanked staff • noted the report") == [
        "The Board:",
        "thanked staff",
        "noted the report",
    ]


def test_links_keep_the_words_that_carry_them():
    found = read_text("Watch [the recording](https://example.org/v) again.")
    assert found.links == (("the recording", "https://example.org/v"),)


@pytest.mark.parametrize("break_sign", ["\n\n", "\r\n\r\n", "\f\f", "\v\v", "\u2029\n"])
def test_every_kind_of_line_end_is_known(break_sign):
    assert texts_of(f"One.{break_sign}Two.") == ["One.", "Two."]


@pytest.mark.parametrize("indent", ["    ", "\t"])
def test_an_outdented_line_begins_anew(indent):
    indented = "the Board heard that burglary had fallen by a tenth in the year"
    lines = [f"{indent}{indented}", f"{indent}{indented}", "after that it rose"]
    assert texts_of("\n".join(lines)) == [f"{indented} {indented}", "after that it rose"]


def test_a_bar_that_ends_a_cell_on_a_line_of_its_own_is_no_part_of_it():
    assert texts_of("1. Roads |\nThe work had\nbegun. |\n|\nClerk |") == [
        "1. Roads",
        "The work had begun.",
        "Clerk",
    ]
    assert texts_of("2 Rathad | Roads") == ["2 Rathad | Roads"]


def test_bold_words_after_the_number_of_a_list_are_set_in_bold():
    (numbered, lettered, plain) = blocks_of(
        "1. **Roads**\n\n\\(b) **Buses** run\n\n2. The **Board** met"
    )
    assert (numbered.text, numbered.emphasis) == ("1. Roads", 8)
    assert (lettered.text, lettered.emphasis) == ("(b) Buses run", 9)
    assert plain.emphasis == 0


def test_numbers_that_begin_again_further_in_are_points_of_the_list_around_them():
    lines = [
        "1. Minutes",
        "   1. Agreed",
        "2. Roads",
        "   1. Verges",
        "      1. Mown twice",
        "   2. Gullies",
        "3. Close",
        "    4. A number that goes on, set further in",
    ]
    blocks = blocks_of("\n".join(lines))
    points = [block.text for block in blocks if block.kind is BlockKind.BULLET]
    assert points == ["1. Agreed", "1. Verges", "1. Mown twice", "2. Gullies"]
    assert [block.text for block in blocks] == [line.strip() for line in lines]


def test_the_same_number_again_at_the_same_place_is_no_point_within_a_list():
    blocks = blocks_of("1. Minutes\n1. Roads\n 1. Close")
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH] * 3


def test_a_number_without_a_stop_counts_the_bold_title_after_it():
    title, said = blocks_of("1       **Apologies**\n\n3 of those **present** left.")
    assert (title.text, title.emphasis) == ("1 Apologies", len("1 Apologies"))
    assert said.emphasis == 0
