"""OpenDocument texts become blocks and rows as a word processor shows them."""

import io
import zipfile

import pytest

from index.errors import UnreadableMinutes
from index.readers import read
from index.readers.blocks import Block, BlockKind, Row
from index.reading import read_meeting

PARAGRAPH, BULLET, HEADING = BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.HEADING
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
PREFIXES = " ".join(
    f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
    for prefix, name in [
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    ]
)
PREFIXES += (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def level(at, style="1", **settings):
    named = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in settings.items())
    numbered = named.replace(" num-", " style:num-").replace(" display", " text:display")
    numbered = numbered.replace(" start", " text:start")
    return f'<text:list-level-style-number text:level="{at}" style:num-format="{style}"{numbered}/>'


def odt(body, styles="", masters="", mimetype="application/vnd.oasis.opendocument.text", **parts):
    content = (
        f"<office:document-content {PREFIXES}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    shared = (
        f"<office:document-styles {PREFIXES}>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", shared)
        for path, text in parts.items():
            archive.writestr(f"META-INF/{path}.xml", text)
    return file.getvalue()


def published(body, styles="", masters=""):
    return read("march.odt", odt(body, styles, masters))


def texts(body, styles=""):
    parts = published(body, styles).content
    return [block.text for part in parts for block in getattr(part, "blocks", [part])]


def style(name, family, text="", **settings):
    named = "".join(f' style:{key.replace("_", "-")}="{value}"' for key, value in settings.items())
    return (
        f'<style:style style:name="{name}" style:family="{family}"{named}>'
        f"<style:text-properties {text}/></style:style>"
    )


OUTLINE = (
    '<text:list-style style:name="L">'
    + level(1, num_suffix=".")
    + level(2, display_levels=2)
    + level(3, "a", num_prefix="(", num_suffix=")")
    + "</text:list-style>"
)


def items(*inner, attributes='text:style-name="L"'):
    listed = "".join(f"<text:list-item>{each}</text:list-item>" for each in inner)
    return f"<text:list {attributes}>{listed}</text:list>"


def p(text):
    return f"<text:p>{text}</text:p>"


def test_words_stay_in_order_with_white_space_undone():
    body = p('The<text:s text:c="3"/>Chair<text:tab/><text:span>ope</text:span>ned\n it.') + p("")
    assert published(body).content == (Block("The Chair opened it."),)


def test_headings_are_told_by_their_element_and_by_style_name():
    body = (
        '<text:h text:outline-level="2">Apologies</text:h>'
        '<text:p text:style-name="P1">Roads</text:p>'
    )
    styles = style("P1", "paragraph", parent_style_name="Heading_20_3") + style(
        "Heading_20_3", "paragraph"
    )
    assert published(body, styles).content == (
        Block("Apologies", HEADING, 9, 2),
        Block("Roads", HEADING, 5, 3),
    )


def test_bold_at_the_start_is_emphasis():
    styles = (
        style("B", "text", 'fo:font-weight="bold"')
        + style("N", "text", 'fo:font-weight="normal"')
        + style("Base", "paragraph", 'fo:font-weight="bold"')
        + style("P", "paragraph", parent_style_name="Base")
    )
    body = (
        p('<text:span text:style-name="B">Action</text:span>: Ann to write.')
        + '<text:p text:style-name="P">Welcome<text:span text:style-name="N"> to all</text:span>'
        "</text:p>"
    )
    assert [block.emphasis for block in published(body, styles).content] == [6, 7]


def test_line_breaks_end_a_line():
    assert texts(p("Present:<text:line-break/>Ann Lee<text:line-break/>Bo Day")) == [
        "Present:",
        "Ann Lee",
        "Bo Day",
    ]


def test_list_format_says_which_levels_a_number_shows():
    styles = (
        '<text:list-style style:name="L">'
        + level(1, num_list_format="%1%.")
        + level(2, "a", num_list_format="%2%)", num_suffix=")", display_levels=2)
        + "</text:list-style>"
    )
    body = items(p("A") + items(p("B"), attributes=""))
    assert texts(body, styles) == ["1. A", "a) B"]


def test_list_numbers_are_printed_as_they_are_shown():
    nested = items(p("D"), p("E"), attributes="")
    body = items(p("A") + items(p("B"), p("C") + nested, attributes=""), p("F"))
    result = published(body, OUTLINE).content
    assert [block.text for block in result] == [
        "1. A",
        "1.1 B",
        "1.2 C",
        "(a) D",
        "(b) E",
        "2. F",
    ]
    assert [block.kind for block in result] == [PARAGRAPH] * 3 + [BULLET] * 2 + [PARAGRAPH]


def test_a_new_list_starts_anew_unless_it_continues_one():
    named = 'text:style-name="L"'
    body = (
        items(p("a"), p("b"), attributes=f'{named} xml:id="one"')
        + p("Between.")
        + items(p("c"), attributes=f'{named} text:continue-numbering="true"')
        + items(p("d"))
        + items(p("e"), attributes=f'{named} text:continue-list="one"')
    )
    assert texts(body, OUTLINE) == ["1. a", "2. b", "Between.", "3. c", "1. d", "4. e"]


def test_a_list_item_may_set_its_number_and_only_its_first_paragraph_is_counted():
    body = (
        '<text:list text:style-name="L"><text:list-header><text:p>Head</text:p></text:list-header>'
        '<text:list-item text:start-value="7"><text:p>a</text:p><text:p>more</text:p>'
        "</text:list-item><text:list-item><text:p>b</text:p></text:list-item></text:list>"
    )
    assert texts(body, OUTLINE) == ["Head", "7. a", "more", "8. b"]


def test_numbering_goes_on_through_table_cells():
    named = 'text:style-name="L" text:continue-numbering="true"'
    cells = "".join(
        f"<table:table-row><table:table-cell>{items(p(text), attributes=named)}"
        "</table:table-cell></table:table-row>"
        for text in "ab"
    )
    assert texts(f"<table:table>{cells}</table:table>", OUTLINE) == ["1. a", "2. b"]


def test_headings_are_numbered_by_the_outline():
    outline = (
        "<text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )
    body = (
        '<text:h text:outline-level="1">Roads</text:h><text:h text:outline-level="2">Paths</text:h>'
        '<text:h text:outline-level="1">Finance</text:h>'
    )
    assert texts(body, outline) == ["1. Roads", "Paths", "2. Finance"]


def test_bullets_are_marked_and_their_sign_is_not_text():
    bullets = (
        '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" '
        'text:bullet-char="•"/></text:list-style>'
    )
    body = items(p("Roads")) + p("• Paths")
    assert published(body, bullets).content == (Block("Roads", BULLET), Block("Paths", BULLET))


def test_table_rows_keep_the_blocks_of_each_cell_and_merged_cells_once():
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        f'<table:table-cell table:number-columns-spanned="2">{p("wide")}</table:table-cell>'
        f"<table:covered-table-cell/><table:table-cell>{p('c')}</table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row>"
        f"<table:covered-table-cell/><table:table-cell>{p('one')}{p('two')}</table:table-cell>"
        "</table:table-row></table:table>"
    )
    rows = [row for row in published(body).content if isinstance(row, Row)]
    assert [[[block.text for block in cell] for cell in row.cells] for row in rows] == [
        [["wide"], ["c"]],
        [[], ["one", "two"]],
    ]


def test_deleted_hidden_and_commented_text_is_left_out_with_a_reason():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        f"<dc:creator>Ann</dc:creator></office:change-info>{p('nine')}</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + p(
            "It cost <text:change/><text:change-start/>ten<text:change-end/>."
            f"<office:annotation><dc:creator>Bo</dc:creator>{p('Check.')}</office:annotation>"
            '<text:span text:style-name="H">secret</text:span>'
        )
        + f"<text:table-of-content><text:index-body>{p('Roads 2')}</text:index-body>"
        "</text:table-of-content>"
    )
    result = published(body, style("H", "text", 'text:display="none"'))
    assert result.content == (Block("It cost ten."),)
    assert [(left.text, left.reason) for left in result.left_out] == [
        ("nine", "deleted by a tracked change"),
        ("Check.", "comment on the text"),
        ("secret", "hidden text"),
        ("Roads 2", "table of contents"),
    ]


def test_notes_and_text_boxes_follow_their_paragraph():
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p('From the county.')}</text:note-body></text:note>"
    )
    box = (
        f"<draw:frame><svg:title>Logo</svg:title><svg:desc>A tree</svg:desc>"
        f"<draw:text-box>{p('Boxed.')}</draw:text-box></draw:frame>"
    )
    body = p(f"The grant{note} was{box} spent.") + p("Next.")
    assert texts(body) == [
        "The grant[1] was spent.",
        "[1] From the county.",
        "Boxed.",
        "Next.",
    ]
    assert [left.text for left in published(body).left_out] == ["Logo", "A tree"]


def test_links_are_kept_with_the_words_that_carry_them():
    result = published(p('See <text:a xlink:href="https://example.org/a">the film</text:a>.'))
    assert result.content == (Block("See the film."),)
    assert result.links == (("the film", "https://example.org/a"),)


def test_page_margins_are_left_out_once_with_a_reason():
    table = f"<table:table><table:table-row><table:table-cell>{p('Seal')}</table:table-cell>"
    table += "</table:table-row></table:table>"
    margins = (
        f"<style:header>{p('Town Council')}{table}</style:header>"
        f"<style:footer>{p('Page <text:page-number>1</text:page-number> of 3')}</style:footer>"
    )
    pages = f"<style:master-page>{margins}</style:master-page>" * 2
    result = published(p("Welcome."), masters=pages)
    assert [(left.text, left.reason) for left in result.left_out] == [
        ("Town Council", "page header"),
        ("Seal", "page header"),
        ("Page 1 of 3", "page number"),
    ]


def test_a_meeting_is_read_from_an_opendocument_text():
    points = [p(title) + items(p("It was agreed."), attributes="") for title in ("Roads", "Budget")]
    body = p("Parish Council") + p("Minutes of the meeting on 4 March 2024") + items(*points)
    meeting = read_meeting("march.odt", odt(body, OUTLINE))
    assert str(meeting.date) == "2024-03-04"
    assert meeting.source.media_type == "application/vnd.oasis.opendocument.text"
    assert [(item.number, item.title) for item in meeting.items[1:]] == [
        ("1", "Roads"),
        ("2", "Budget"),
    ]


def test_spreadsheets_and_protected_documents_are_refused_with_what_to_do():
    sheet = odt("", mimetype="application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(UnreadableMinutes, match=r"^a\.ods: .*save it as DOCX or PDF"):
        read("a.ods", sheet)
    secret = odt("", manifest="<manifest><encryption-data/></manifest>")
    with pytest.raises(UnreadableMinutes, match=r"^a\.odt: .*password; save it without"):
        read("a.odt", secret)
