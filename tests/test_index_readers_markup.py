"""HTML pages and fragments become blocks and rows."""

import pytest

from index.readers import read
from index.readers.blocks import Block, BlockKind, Row
from index.readers.markup import has_markup, is_page, read_page

PAGE = """<!DOCTYPE html><html><head><title>Board | Council</title><style>p {}</style></head>
<body><h1>Transport <em>Board</em></h1><!-- draft --><script>track()</script>
<p><strong>Present:</strong> Ada&nbsp;Lovelace</p>
<p>line one<br>line two</p>
<ul><li>first<ul><li>inner</li></ul></li><li><p>second</p></li></ul>
<table><tr><th>Ref</th><th>Minute</th></tr><tr><td>TB/1</td><td><p>a</p><p>b</p></td></tr></table>
<a href="https://example.org/v">watch</a></body></html>"""


@pytest.fixture(scope="module")
def page():
    return read_page(PAGE)


def test_a_page_is_told_from_its_content_and_not_from_its_name():
    assert read("minutes.txt", PAGE.encode()).media_type == "text/html"
    assert read("minutes.html", b"Plain text.").media_type == "text/plain"


def blocks_of(published):
    return [part for part in published.content if isinstance(part, Block)]


def test_block_elements_become_blocks_in_order(page):
    assert [(block.text, block.kind) for block in blocks_of(page)] == [
        ("Transport Board", BlockKind.HEADING),
        ("Present: Ada Lovelace", BlockKind.PARAGRAPH),
        ("line one", BlockKind.PARAGRAPH),
        ("line two", BlockKind.PARAGRAPH),
        ("first", BlockKind.BULLET),
        ("inner", BlockKind.BULLET),
        ("second", BlockKind.BULLET),
        ("watch", BlockKind.PARAGRAPH),
    ]


def test_headings_keep_their_level_and_bold_openings_their_length(page):
    heading, present = page.content[:2]
    assert (heading.level, heading.emphasis) == (1, len("Transport Board"))
    assert present.emphasis == len("Present:")


def test_table_cells_keep_their_blocks(page):
    rows = [part for part in page.content if isinstance(part, Row)]
    assert [[[b.text for b in cell] for cell in row.cells] for row in rows] == [
        [["Ref"], ["Minute"]],
        [["TB/1"], ["a", "b"]],
    ]


def test_links_are_kept_with_their_words(page):
    assert page.links == (("watch", "https://example.org/v"),)


def test_the_title_of_the_page_is_reported_as_left_out(page):
    (left,) = page.left_out
    assert left.text == "Board | Council"
    assert "title of the web page" in left.reason


def test_a_paragraph_after_an_unclosed_list_is_no_list_item():
    found = read_page("<body><ul><li>item</li><p>Next item of the agenda</p></ul></body>")
    assert [block.kind for block in blocks_of(found)] == [BlockKind.BULLET, BlockKind.PARAGRAPH]


def test_a_list_inside_a_paragraph_is_cut_where_its_numerals_count_up():
    found = read_page("<body><ul>I. one. II. two, see V. III. three.</ul></body>")
    assert [block.text for block in blocks_of(found)] == [
        "I. one.",
        "II. two, see V.",
        "III. three.",
    ]


def test_a_page_without_a_body_has_no_content():
    assert read_page("<html><head><title>x</title></head></html>").content == ()


@pytest.mark.parametrize("text", ["<p>a</p>", "a<br/>b", '<a href="x">y</a>', "<LI>a"])
def test_tags_are_markup(text):
    assert has_markup(text)


@pytest.mark.parametrize("text", ["a < b", "<3 minutes", "<https://example.org>", "a<b"])
def test_other_signs_are_no_markup(text):
    assert not has_markup(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>Attendance</p>",
        "<!-- made by a form -->\n<div class='x'>\n<table><tr>\n<td>3</td></tr></table></div>",
        "<h1>Board</h1>\n\n<p>Present:</p>",
        "<button>×</button>\n<div>\n<p>Ada\n\nLovelace</p>\n</div>",
    ],
)
def test_a_part_of_a_page_is_read_as_one(text):
    assert is_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>Attendance</p>\n\n- *Ada Lovelace*",
        "Present: <b>Ada</b>",
        "<3 minutes",
        "<p>Ada</p>\n\nBea was there.\n\n<p>Cleo</p>",
    ],
)
def test_text_with_some_markup_is_no_page(text):
    assert not is_page(text)


def test_ordered_lists_are_numbered_as_a_browser_prints_them():
    found = read_page(
        "<body><ol start='3'><li><b>Apologies</b></li><li>Fees<ol type='a'><li>one</li>"
        "<li value='4'>two</li></ol></li><li>5. Roads</li></ol>"
        "<ol style='list-style-type: none'><li>Close</li></ol></body>"
    )
    assert [(block.text, block.kind) for block in blocks_of(found)] == [
        ("3. Apologies", BlockKind.PARAGRAPH),
        ("4. Fees", BlockKind.PARAGRAPH),
        ("a. one", BlockKind.BULLET),
        ("d. two", BlockKind.BULLET),
        ("5. Roads", BlockKind.PARAGRAPH),
        ("Close", BlockKind.PARAGRAPH),
    ]
    assert blocks_of(found)[0].emphasis == len("3. Apologies")


def test_only_bold_at_the_start_of_a_block_counts():
    found = read_page("<body><p><b>5 Title</b> and <b>more</b></p><p>or <b>less</b></p></body>")
    assert [block.emphasis for block in blocks_of(found)] == [len("5 Title"), 0]


def test_a_space_between_two_stretches_of_bold_does_not_end_them():
    found = read("may.html", b"<p><strong>5 Title</strong> <b>of an item</b> <b>in bold</b></p>")
    assert [block.emphasis for block in blocks_of(found)] == [len("5 Title of an item in bold")]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<p><b>Due:</b> September<b>Met Office</b>\n</p>", ["Due: September", "Met Office"]),
        ("<p><b>Due:</b> September <b>Met Office</b></p>", ["Due: September Met Office"]),
        ("<p>Mac<b>Donald</b> spoke.</p>", ["MacDonald spoke."]),
        ("<p>re<b>open</b></p>", ["reopen"]),
        ("<p><b>Pan<i>EL</i></b><b>S</b></p>", ["PanELS"]),
    ],
)
def test_a_heading_run_on_from_the_line_before_it_is_a_line_of_its_own(source, lines):
    assert [block.text for block in blocks_of(read_page(source))] == lines


def test_a_title_that_is_underlined_after_its_number_is_set_apart_with_it():
    page = read_page("<html><body><p>IV. <u>Roads</u>. The lane was wet.</p></body></html>")
    title = "IV. Roads"
    assert page.content == (Block(f"{title}. The lane was wet.", emphasis=len(title)),)


def test_the_number_of_a_note_is_parted_from_the_word_before_it():
    page = "<p>Ministry of Finance<sup>2</sup> let 40 m<sup>2</sup> on the 4<sup>th</sup>.</p>"
    (block,) = blocks_of(read_page(page))
    assert block.text == "Ministry of Finance 2 let 40 m2 on the 4th."
