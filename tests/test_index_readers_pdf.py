"""PDFs become blocks and rows as they are printed."""

import pytest
from fpdf import FPDF
from PIL import Image

from index.errors import UnreadableMinutes
from index.readers import read
from index.readers.blocks import Block, BlockKind, Row
from index.reading import read_meeting

LONG = (
    "The Chair welcomed everyone and noted that the report on road repairs had been sent out "
    "late, so that members had not been able to read all of it before the meeting began. "
)


class Minutes(FPDF):
    """A document in one typeface, with what stands in the margins of each page."""

    def __init__(self, header="", footer=""):
        super().__init__()
        self.above, self.below = header, footer
        self.set_font("Helvetica", size=11)

    def header(self):
        if self.above:
            self.cell(0, 8, self.above, new_x="LMARGIN", new_y="NEXT", align="C")

    def footer(self):
        self.set_y(-15)
        self.cell(0, 5, self.below.format(page=self.page_no()), align="C")


@pytest.fixture
def document():
    document = Minutes()
    document.add_page()
    return document


def say(document, text, style="", size=11, gap=3):
    document.set_font("Helvetica", style, size)
    document.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT", align="L")
    document.ln(gap)


def published(document):
    return read("march.pdf", bytes(document.output()))


def texts(document):
    return [
        block.text
        for part in published(document).content
        for block in getattr(part, "blocks", [part])
    ]


def test_wrapped_lines_are_joined_and_paragraphs_kept_apart(document):
    say(document, LONG * 2)
    say(document, LONG)
    assert texts(document) == [(LONG * 2).strip(), LONG.strip()]


def test_short_lines_without_a_gap_stay_lines(document):
    for text in ("Present:", "Ann Lee", "Bo Day", "apologies: Cy Fox."):
        say(document, text, gap=0)
    say(document, LONG, gap=0)
    assert texts(document)[:3] == ["Present:", "Ann Lee", "Bo Day apologies: Cy Fox."]
    assert texts(document)[3] == LONG.strip()


def test_points_and_bullets_begin_a_block(document):
    say(document, "The Board agreed:", gap=0)
    for text in ("- roads", "- paths", "a. lamps", "b. signs"):
        say(document, text, gap=0)
    blocks = published(document).content
    assert [block.text for block in blocks] == [
        "The Board agreed:",
        "roads",
        "paths",
        "a. lamps",
        "b. signs",
    ]
    assert [block.kind for block in blocks][1:3] == [BlockKind.BULLET] * 2


@pytest.mark.parametrize("title", ["2.0 Matters arising", "1359 MATTERS ARISING"])
def test_a_number_and_a_title_begin_a_block_under_a_full_line_that_ends_its_sentence(
    document, title
):
    full = "It was agreed."
    while document.get_string_width(f"So {full}") < document.epw - 4:
        full = f"So {full}"
    say(document, full, gap=0)
    say(document, title, gap=0)
    assert texts(document) == [full, title]


def test_bold_lines_and_bold_starts_are_emphasis(document):
    say(document, "Apologies", "B", gap=0)
    document.set_font("Helvetica", "")
    document.multi_cell(0, 6, "**Action:** Ann to write.", markdown=True)
    blocks = published(document).content
    assert blocks[0] == Block("Apologies", emphasis=9, page=1)
    assert blocks[-1] == Block("Action: Ann to write.", emphasis=7, page=1)


def test_larger_lines_are_headings_by_size(document):
    say(document, "Parish Council", size=20)
    say(document, "Finance", size=15)
    say(document, LONG)
    blocks = published(document).content
    assert [(block.kind, block.level) for block in blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_words_set_letter_by_letter_are_joined(document):
    for letter in "The Chair":
        width = document.get_string_width(letter)
        if letter != " ":
            document.cell(width, 6, letter)
        else:
            document.set_x(document.get_x() + width)
    assert texts(document) == ["The Chair"]


def test_raised_letters_stay_in_their_word(document):
    document.write(6, "on the 4")
    document.char_vpos = "SUP"
    document.write(6, "th")
    document.char_vpos = "LINE"
    document.write(6, " of March")
    assert texts(document) == ["on the 4th of March"]


def test_hyphens_of_a_line_break_go_where_the_word_is_written_without(document):
    say(document, "The transparency plan was read.")
    say(document, f"{LONG[:75]} trans-\nparency was agreed by all members present.")
    assert texts(document)[1].endswith("transparency was agreed by all members present.")


def test_headers_footers_and_page_numbers_are_left_out_with_a_reason():
    document = Minutes("UNCLASSIFIED", "Page {page} of 3")
    for subject in ("Roads", "Paths", "Lamps"):
        document.add_page()
        say(document, f"{subject}. {LONG}")
    result = published(document)
    assert [block.page for block in result.content] == [1, 2, 3]
    assert result.pages == 3
    assert [(left.text, left.reason) for left in result.left_out] == [
        ("UNCLASSIFIED", "page header"),
        ("Page 1 of 3", "page number"),
        ("Page 2 of 3", "page number"),
        ("Page 3 of 3", "page number"),
    ]


def test_first_lines_that_differ_are_no_headers():
    document = Minutes()
    for text in ("Roads were discussed.", "Paths were discussed."):
        document.add_page()
        say(document, text)
    assert texts(document) == ["Roads were discussed.", "Paths were discussed."]
    assert published(document).left_out == ()


def test_ruled_tables_become_rows_where_they_stand(document):
    say(document, "Attendance")
    rows = [["Ann Lee", "Chair"], ["Bo Day", "Clerk to the Council\nand Treasurer"]]
    with document.table() as table:
        for row in rows:
            cells = table.row()
            for text in row:
                cells.cell(text)
    document.ln(5)
    say(document, "Apologies")
    before, *tabled, after = published(document).content
    assert (before.text, after.text) == ("Attendance", "Apologies")
    assert [
        [[block.text for block in cell] for cell in row.cells]
        for row in tabled
        if isinstance(row, Row)
    ] == [
        [["Ann Lee"], ["Chair"]],
        [["Bo Day"], ["Clerk to the Council and Treasurer"]],
    ]


def test_words_beside_the_cells_of_a_ragged_table_are_kept(document):
    for left, top, width in ((20, 50, 40), (20, 60, 40), (60, 60, 40)):
        document.rect(left, top, width, 10)
    for left, top, text in ((25, 56, "a"), (70, 56, "beside"), (25, 66, "b"), (70, 66, "c")):
        document.text(left, top, text)
    assert sorted(texts(document)) == ["a", "b", "beside", "c"]


def test_small_words_set_apart_without_spaces_stay_apart(document):
    document.set_font("Helvetica", size=6)
    left = 20.0
    for word in ("The", "Chair", "agreed."):
        document.text(left, 50, word)
        left += document.get_string_width(word + " ")
    assert texts(document) == ["The Chair agreed."]


def test_links_are_kept_with_the_words_that_carry_them(document):
    document.write(6, "See ")
    document.write(6, "the film", link="https://example.org/a")
    result = published(document)
    assert result.content == (Block("See the film", page=1),)
    assert result.links == (("the film", "https://example.org/a"),)


def test_text_set_sideways_is_left_out_with_a_reason(document):
    say(document, LONG)
    with document.rotation(90, 100, 100):
        document.text(100, 100, "DRAFT")
    result = published(document)
    assert [(left.text, left.reason) for left in result.left_out] == [
        ("DRAFT", "text set sideways")
    ]


def test_a_file_with_only_an_owner_password_is_read(document):
    say(document, LONG)
    document.set_encryption(owner_password="owner", user_password="")
    assert texts(document) == [LONG.strip()]


def test_a_protected_file_is_refused_with_what_to_do(document):
    say(document, LONG)
    document.set_encryption(owner_password="owner", user_password="user")
    with pytest.raises(UnreadableMinutes, match=r"^march\.pdf: .*password; save it without one"):
        published(document)


def test_pages_without_a_text_layer_are_refused_by_their_numbers():
    document = Minutes()
    document.add_page()
    document.add_page()
    with pytest.raises(UnreadableMinutes, match=r"^march\.pdf: pages 1 to 2 have no text layer"):
        published(document)


def test_a_page_that_is_a_picture_is_named(document):
    say(document, LONG)
    document.add_page()
    document.image(Image.new("RGB", (40, 40), "grey"))
    assert [(left.text, left.reason) for left in published(document).left_out] == [
        ("Page 2", "a picture without a text layer")
    ]


def test_letters_drawn_twice_to_look_bold_are_read_once(document):
    for shift in (0, 0.1):
        document.set_xy(20 + shift, 20)
        document.cell(text="Apologies will follow")
    assert texts(document) == ["Apologies will follow"]


@pytest.mark.parametrize("keep", [20, 200, 700], ids=["start", "first objects", "most"])
def test_damaged_files_are_refused_with_what_to_do(document, keep):
    say(document, LONG)
    data = bytes(document.output())[:keep]
    with pytest.raises(UnreadableMinutes, match=r"^a\.pdf: "):
        read("a.pdf", data)


def test_a_meeting_is_read_from_a_pdf(document):
    say(document, "Parish Council", "B")
    say(document, "Minutes of the meeting on 4 March 2024")
    for title in ("1. Apologies", "2. Finance"):
        say(document, title, "B")
        say(document, LONG)
    meeting = read_meeting("march.pdf", bytes(document.output()))
    assert (str(meeting.date), meeting.source.media_type) == ("2024-03-04", "application/pdf")
    assert [item.title for item in meeting.items[1:]] == ["Apologies", "Finance"]
    assert {passage.page_from for passage in meeting.passages} == {1}


def test_a_number_in_plain_type_before_a_bold_title_is_part_of_it(document):
    document.cell(10, 6, "4.")
    say(document, "Roads", style="B")
    say(document, LONG)
    assert published(document).content[0].emphasis == len("4. Roads")


def test_a_bold_title_that_is_broken_after_a_plain_number_is_one(document):
    title = (
        "Relevant authorities and their duties under the regulations of this year and of the next"
    )
    document.cell(10, 6, "4.")
    document.set_font(style="B")
    document.multi_cell(150, 6, title, align="L")
    assert texts(document) == [f"4. {title}"]


def test_a_title_in_the_middle_that_is_broken_is_one(document):
    document.set_font(style="B")
    title = f"A statement on the work of the {'Roads, Bridges and Tunnels ' * 7}Panel of the Fells"
    document.multi_cell(0, 6, title, align="C", new_x="LMARGIN", new_y="NEXT")
    document.ln(3)
    say(document, LONG)
    assert texts(document)[0] == title


def test_lines_in_the_middle_of_nearly_one_length_stay_lines(document):
    say(document, LONG * 6)
    for line in ("CYNGOR ORLBY UCHAF A'R FELIN FACH", "MARSH AND ORLBY COMMUNITY COUNCIL"):
        document.set_font(style="B", size=19)
        document.cell(0, 9, line, align="C", new_x="LMARGIN", new_y="NEXT")
    assert texts(document)[-1] == "MARSH AND ORLBY COMMUNITY COUNCIL"


def test_lines_in_the_middle_that_have_room_for_more_stay_lines(document):
    say(document, LONG * 6)
    lines = ["MINUTES OF THE ROADS AND BRIDGES PANEL OF ORLBY", "NEIGHBOURHOODS HALL"]
    for line in lines:
        document.set_font(style="B", size=12)
        document.cell(0, 6, line, align="C", new_x="LMARGIN", new_y="NEXT")
    assert texts(document)[-2:] == lines


def test_lines_over_a_table_that_holds_the_rest_are_no_full_ones(document):
    for line in (
        "Minutes of the Roads and Bridges Panel, held by the Council of Orlby",
        "Orlby Hall",
    ):
        document.cell(0, 6, line, align="C", new_x="LMARGIN", new_y="NEXT")
    document.ln(3)
    with document.table(col_widths=(1, 9)) as table:
        for number in ("1.", "2."):
            table.row([number, LONG])
    assert texts(document)[:2] == [
        "Minutes of the Roads and Bridges Panel, held by the Council of Orlby",
        "Orlby Hall",
    ]


def test_letters_of_another_size_elsewhere_are_not_drawn_again(document):
    for times in (1, 2):
        document.set_font(size=10 * times)
        document.text(20 * times, 40 * times, "Declarations")
    assert texts(document) == ["Declarations", "Declarations"]


def test_a_label_of_a_list_and_a_reference_begin_paragraphs(document):
    say(document, "HELD AT THE OLD HARBOUR OFFICE, QUAYSIDE, ORLBY, ON TUESDAY 1 MAY", "B", gap=0)
    say(document, "Members Present:", "B")
    say(document, LONG, "B", gap=0)
    say(document, "42/05/18 Harbour dues", "B")
    texts = [block.text for block in published(document).content]
    assert "Members Present:" in texts
    assert "42/05/18 Harbour dues" in texts


def test_a_reference_begins_a_paragraph_under_a_full_row_that_heads_columns(document):
    for left, text in ((0, "Ref"), (60, "Item"), (document.epw - 18, "Action")):
        document.set_x(document.l_margin + left)
        document.cell(18, 6, text)
    document.ln(6)
    document.cell(0, 6, "OHB/2122/214   Harbour dues", new_x="LMARGIN", new_y="NEXT")
    say(document, LONG, gap=0)
    assert "OHB/2122/214 Harbour dues" in [block.text for block in published(document).content]


def test_a_point_ends_at_its_semicolon_though_its_line_is_full(document):
    first = "(i) to note the report of the Clerk; and"
    while document.get_string_width(first.replace("report", "very report")) < document.epw - 6:
        first = first.replace("report", "very report")
    say(document, first, gap=0)
    say(document, "(ii) to write to the Minister.", gap=0)
    assert texts(document) == [first, "(ii) to write to the Minister."]


@pytest.mark.parametrize(
    "below", [["61 Roads", "Noted."], ["Clerk to the Orlby Roads and Bridges Panel", "Orlby"]]
)
def test_what_is_set_at_the_right_ends_with_its_line(document, below):
    say(document, LONG * 3)
    document.cell(0, 6, "Action: Clerk", align="R", new_x="LMARGIN", new_y="NEXT")
    document.cell(0, 6, below[0], align="R" if "Clerk" in below[0] else "L")
    document.ln()
    say(document, below[1])
    assert texts(document)[1:] == ["Action: Clerk", *below]
