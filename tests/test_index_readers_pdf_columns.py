"""Columns of a PDF without ruled lines are read column by column, or row by row where rows are."""

import pytest
from fpdf import FPDF

from index.layout import open_tables
from index.readers import read
from index.readers.blocks import Row

LONG = (
    "The Chair welcomed everyone and noted that the report on road repairs had been sent out "
    "late, so that members had not been able to read all of it before the meeting began."
)


@pytest.fixture
def document():
    document = FPDF()
    document.set_font("Helvetica", size=11)
    document.add_page()
    return document


def column(document, x, width, texts, y=30, gap=0):
    document.set_xy(x, y)
    for text in texts:
        document.set_x(x)
        document.multi_cell(width, 6, text, align="L", new_x="LEFT", new_y="NEXT")
        document.ln(gap)


def content(document):
    return read("march.pdf", bytes(document.output())).content


def texts(document):
    return [block.text for block in open_tables(content(document))]


def cells(document):
    return [
        [" ".join(block.text for block in cell) for cell in part.cells]
        for part in content(document)
        if isinstance(part, Row)
    ]


def test_names_and_offices_side_by_side_are_rows(document):
    column(document, 20, 60, ["Ann Lee", "Bo Day", "Cy Fox", "Di Orr"])
    column(document, 110, 60, ["Chair", "Vice-Chair", "Treasurer", "Clerk"])
    assert cells(document) == [
        ["Ann Lee", "Chair"],
        ["Bo Day", "Vice-Chair"],
        ["Cy Fox", "Treasurer"],
        ["Di Orr", "Clerk"],
    ]


def test_two_lines_make_columns_where_their_sides_stand_far_apart(document):
    column(document, 20, 60, ["Ann Lee", "Bo Day"])
    column(document, 110, 60, ["Cy Fox", "Di Orr"])
    assert cells(document) == [["Ann Lee", "Cy Fox"], ["Bo Day", "Di Orr"]]


def test_two_lines_with_a_wide_space_in_them_make_no_columns(document):
    column(document, 20, 60, ["Ann Lee", "Bo Day"])
    column(document, 42, 60, ["Cy Fox", "Di Orr"])
    assert cells(document) == []


def test_a_bold_line_under_two_columns_is_no_row_of_them(document):
    column(document, 20, 60, ["Ann Lee", "Bo Day", "Cy Fox"])
    column(document, 110, 60, ["Chair", "Vice-Chair", "Treasurer"])
    document.set_font("Helvetica", style="B", size=11)
    column(document, 20, 60, ["1 Welcome"], y=48)
    assert texts(document)[-1] == "1 Welcome"
    assert cells(document) == [
        ["Ann Lee", "Chair"],
        ["Bo Day", "Vice-Chair"],
        ["Cy Fox", "Treasurer"],
    ]


def test_longer_list_beside_a_shorter_one_is_kept_whole(document):
    column(document, 20, 60, ["Present:", "Ann Lee", "Bo Day", "Cy Fox"])
    column(document, 110, 60, ["Apologies:", "Di Orr", "Ed Poe", "Flo Roe", "Gus Sim", "Hal Tew"])
    assert cells(document)[-3:] == [["Cy Fox", "Flo Roe"], ["", "Gus Sim"], ["", "Hal Tew"]]


def test_text_in_two_columns_is_read_down_the_first_and_then_the_second(document):
    other = LONG.replace("The Chair", "The Clerk")
    column(document, 20, 80, [LONG, LONG])
    column(document, 110, 80, [other, other])
    assert texts(document) == [LONG, LONG, other, other] or texts(document) == [
        f"{LONG} {LONG}",
        f"{other} {other}",
    ]


def test_names_in_the_margin_do_not_cut_into_the_sentences_beside_them(document):
    for y, name in ((30, "SF"), (60, "KB"), (90, "AL")):
        column(document, 20, 120, [LONG], y=y)
        column(document, 170, 20, [name], y=y + 6)
    assert texts(document) == [LONG, "SF", LONG, "KB", LONG, "AL"]


def test_numbers_in_the_margin_stay_with_their_text(document):
    for y, number in ((30, "1."), (40, "2.1"), (50, "(a)"), (60, "Item 4")):
        column(document, 20, 20, [number], y=y)
        column(document, 60, 120, ["Noted."], y=y)
    assert texts(document) == ["1. Noted.", "2.1 Noted.", "(a) Noted.", "Item 4 Noted."]


def test_two_wide_gaps_are_no_columns_yet(document):
    column(document, 20, 60, ["Venue:", "Time:"])
    column(document, 110, 60, ["Town Hall", "10 am"])
    assert cells(document) == []
    assert texts(document) == ["Venue: Town Hall", "Time: 10 am"]


def test_justified_text_is_no_column(document):
    document.multi_cell(70, 6, LONG, align="J")
    assert cells(document) == []
    assert texts(document) == [LONG]


def newspaper(document, left, right):
    column(document, 20, 80, left, y=50, gap=3)
    column(document, 112, 80, right, y=53, gap=3)


def test_running_text_in_two_columns_goes_on_from_the_first_to_the_second(document):
    titles = ["1. Roads", "2. Trees", "3. Close"]
    newspaper(document, [titles[0], LONG, titles[1], LONG], ["It was noted.", titles[2], LONG])
    assert texts(document) == [titles[0], LONG, titles[1], LONG, "It was noted.", titles[2], LONG]


def test_lines_over_both_columns_stand_before_and_after_them(document):
    column(document, 20, 170, [f"{LONG} {LONG}"], y=20)
    newspaper(document, [LONG, LONG], [LONG, LONG])
    column(document, 20, 170, [f"Last of all. {LONG} {LONG}"], y=130)
    assert texts(document) == [f"{LONG} {LONG}", *[LONG] * 4, f"Last of all. {LONG} {LONG}"]


def test_lists_side_by_side_are_no_running_text(document):
    names = [f"{name} Lee of Orlby" for name in ("Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus")]
    column(document, 20, 80, names)
    column(document, 120, 70, ["Head of Roads and Bridges", *["Clerk"] * 6])
    assert cells(document)[1] == [names[1], "Clerk"]


def test_a_label_in_the_left_column_heads_the_list_in_the_right_one(document):
    column(document, 20, 40, ["PRESENT"])
    column(document, 80, 60, ["Ann Lee", "Bo Day", "Cy Fox"])
    assert cells(document) == [["PRESENT", "Ann Lee"], ["", "Bo Day"], ["", "Cy Fox"]]


def test_names_in_three_columns_are_rows_of_three(document):
    names = [
        ["M Ablett", "Di Lancaster", "Cy Roe"],
        ["J W Feary", "Hal Tew", "Cllr Victor Tombs"],
        ["Bo Setchell", "Ed Poe", "Flo Day"],
    ]
    for x, column_of_names in zip((20, 75, 130), names, strict=True):
        column(document, x, 50, column_of_names)
    assert cells(document) == [list(row) for row in zip(*names, strict=True)]


def test_a_letter_before_a_title_is_no_column(document):
    column(document, 20, 15, ["A."])
    column(document, 40, 130, ["ROADS", LONG, "TREES"])
    assert cells(document) == []


def test_lines_that_begin_elsewhere_than_a_cut_line_are_no_column(document):
    column(document, 20, 80, ["Orlby Board"])
    column(document, 150, 40, ["4 May 2024"])
    column(document, 80, 100, ["Roads were discussed", "Trees were discussed", "Close"], y=40)
    assert cells(document) == []


def test_names_beside_a_label_that_run_over_lines_are_one_text(document):
    column(document, 20, 30, ["Present:", "Apologies:"], gap=13)
    names = "Councillors Ada Hull (in the Chair), Ben Marsh, Cleo Finch, Dora Gale, Ed Stow and Flo"
    column(document, 60, 130, [f"{names} Roe.", "Councillor Gus Sim."], gap=7)
    document.set_xy(20, 70)
    document.multi_cell(170, 6, LONG, align="J")
    assert cells(document) == [
        ["Present:", f"{names} Roe."],
        ["Apologies:", "Councillor Gus Sim."],
    ]


def test_titles_in_the_margin_go_over_lines_of_the_text_beside_them(document):
    titles = ["1. Election of the Chair", "2. Roads", "3. Accounts and the Annual Return"]
    y = 30
    for title in titles:
        column(document, 20, 35, [title], y=y)
        column(document, 55.5, 130, [LONG, "It was noted."], y=y, gap=1)
        y = document.get_y() + 1
    assert cells(document) == [[title, f"{LONG} It was noted."] for title in titles]
