"""Word documents become blocks and rows as Word shows them."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from index.errors import UnreadableMinutes
from index.readers import read
from index.readers.blocks import Block, BlockKind, Row
from index.reading import read_meeting

PARAGRAPH, BULLET, HEADING = BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.HEADING
LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def document():
    return docx.Document()


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def published(document):
    return read("march.docx", saved(document))


def lines(result):
    return [block.text for part in result.content for block in getattr(part, "blocks", [part])]


def texts(document):
    return lines(published(document))


def add(document, xml):
    """Put a piece of the document's XML at its end."""
    element = parse_xml(xml.replace(">", f" {nsdecls('w')} xmlns:r='{LINKED}'>", 1))
    document.element.body.insert_element_before(element, "w:sectPr")
    return element


def paragraph(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def in_list(text, number, level=0):
    listed = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"
    return paragraph(run(text), listed)


def define_list(document, number, levels, num=""):
    """Define a list; ``levels`` are (numFmt, lvlText, further XML) from the highest."""
    inner = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{style}'/>{further}"
        f"<w:lvlText w:val='{shown}'/></w:lvl>"
        for at, (style, shown, further) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    xml = f"<w:abstractNum w:abstractNumId='{number}' {nsdecls('w')}>{inner}</w:abstractNum>"
    numbering.insert(0, parse_xml(xml))
    define_num(document, number, number, num)


def define_num(document, number, definition, inner=""):
    document.part.numbering_part.element.append(
        parse_xml(
            f"<w:num w:numId='{number}' {nsdecls('w')}>"
            f"<w:abstractNumId w:val='{definition}'/>{inner}</w:num>"
        )
    )


OUTLINE = [("decimal", "%1.", ""), ("decimal", "%1.%2", ""), ("lowerLetter", "(%3)", "")]


def test_words_stay_in_order_with_white_space_undone(document):
    add(document, paragraph(run("The  Chair") + "<w:r><w:tab/></w:r>" + run("opened.")))
    add(document, paragraph(""))
    add(document, paragraph(run("She clo") + run("sed.")))
    assert published(document).content == (Block("The Chair opened."), Block("She closed."))


def test_headings_are_told_by_style_name_and_outline_level(document):
    document.add_heading("Minutes", 0)
    document.add_heading("Apologies", 2)
    add(document, paragraph(run("Welcome"), "<w:outlineLvl w:val='2'/>"))
    assert published(document).content == (
        Block("Minutes", HEADING, 7, 1),
        Block("Apologies", HEADING, 9, 2),
        Block("Welcome", HEADING, 7, 3),
    )


def test_bold_at_the_start_is_emphasis(document):
    add(document, paragraph(run("Action", "<w:b/>") + run(": Ann to write.")))
    add(document, paragraph(run("Not bold", "<w:b w:val='0'/>") + run("but this", "<w:b/>")))
    assert [block.emphasis for block in published(document).content] == [6, 0]


def test_bold_comes_from_the_style_that_a_style_is_based_on(document):
    styles = document.styles
    base, derived = styles.add_style("Base", 1), styles.add_style("Derived", 1)
    base.font.bold, derived.base_style = True, base
    document.add_paragraph("Welcome", derived).add_run(" to all").bold = False
    assert published(document).content == (Block("Welcome to all", PARAGRAPH, 7),)


def test_line_breaks_end_a_line_but_not_a_heading(document):
    document.add_paragraph("Present:\nAnn Lee\nBo Day")
    document.add_heading("Item 1\nApologies", 1)
    assert texts(document) == ["Present:", "Ann Lee", "Bo Day", "Item 1 Apologies"]


def test_list_numbers_are_printed_as_word_prints_them(document):
    define_list(document, 50, OUTLINE)
    for text, level in [("A", 0), ("B", 1), ("C", 1), ("D", 2), ("E", 2), ("F", 0), ("G", 1)]:
        add(document, in_list(text, 50, level))
    assert texts(document) == ["1. A", "1.1 B", "1.2 C", "(a) D", "(b) E", "2. F", "2.1 G"]
    kinds = [block.kind for block in published(document).content]
    assert kinds == [PARAGRAPH] * 3 + [BULLET] * 2 + [PARAGRAPH] * 2


def test_lists_that_share_a_definition_count_on_unless_one_starts_anew(document):
    define_list(document, 50, OUTLINE)
    define_num(document, 51, 50)
    anew = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride>"
    define_num(document, 52, 50, anew)
    for number in (50, 51, 52, 52):
        add(document, in_list("x", number))
    assert texts(document) == ["1. x", "2. x", "7. x", "8. x"]


def test_a_level_may_count_on_and_print_only_figures(document):
    define_list(
        document,
        50,
        [
            ("upperRoman", "%1.", ""),
            ("decimal", "%1.%2", "<w:lvlRestart w:val='0'/><w:isLgl/>"),
        ],
    )
    for level in (0, 1, 0, 1):
        add(document, in_list("x", 50, level))
    assert texts(document) == ["I. x", "1.1 x", "II. x", "2.2 x"]


def test_a_list_level_comes_from_the_paragraph_style_that_it_names(document):
    style = document.styles.add_style("Point", 1)
    numbered = f"<w:pPr {nsdecls('w')}><w:numPr><w:numId w:val='50'/></w:numPr></w:pPr>"
    style.element.append(parse_xml(numbered))
    define_list(document, 50, [OUTLINE[0], ("decimal", "%1.%2", "<w:pStyle w:val='Point'/>")])
    add(document, in_list("Report", 50))
    document.add_paragraph("It was noted.", style)
    assert texts(document) == ["1. Report", "1.1 It was noted."]


def test_bullets_and_numbered_headings_are_marked(document):
    define_list(document, 50, OUTLINE)
    document.add_paragraph("Roads", "List Bullet")
    document.add_paragraph("• Paths")
    heading = document.add_heading("Finance", 1)
    listed = f"<w:numPr {nsdecls('w')}><w:ilvl w:val='0'/><w:numId w:val='50'/></w:numPr>"
    heading._p.get_or_add_pPr().append(parse_xml(listed))
    assert published(document).content == (
        Block("Roads", BULLET),
        Block("Paths", BULLET),
        Block("1. Finance", HEADING, 10, 1),
    )


def test_table_rows_keep_the_blocks_of_each_cell_and_merged_cells_once(document):
    table = document.add_table(3, 3)
    for at, cell in enumerate(table._cells):
        cell.text = f"c{at}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "tall"
    table.cell(2, 2).text = "one\ntwo"
    rows = [
        [[block.text for block in cell] for cell in row.cells]
        for row in published(document).content
        if isinstance(row, Row)
    ]
    assert rows == [
        [["wide"], ["c2"]],
        [["tall"], ["c4"], ["c5"]],
        [[], ["c7"], ["one", "two"]],
    ]


def test_tables_inside_cells_keep_their_words(document):
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "outer"
    cell.add_table(1, 1).cell(0, 0).text = "inner"
    (row,) = published(document).content
    assert [block.text for block in row.blocks] == ["outer", "inner"]


def test_tracked_changes_are_taken_as_accepted(document):
    deleted = "<w:del><w:r><w:delText>nine</w:delText></w:r></w:del>"
    inserted = f"<w:ins>{run('ten')}</w:ins>"
    moved = f"<w:moveFrom>{run('moved away')}</w:moveFrom><w:moveTo>{run(' moved here')}</w:moveTo>"
    add(document, paragraph(run("It cost ") + deleted + inserted + moved))
    result = published(document)
    assert result.content == (Block("It cost ten moved here"),)
    assert [(left.text, left.reason) for left in result.left_out] == [
        ("nine", "deleted by a tracked change"),
        ("moved away", "deleted by a tracked change"),
    ]


def test_paragraphs_whose_break_was_deleted_are_one(document):
    add(document, paragraph(run("The plan "), "<w:rPr><w:del/></w:rPr>"))
    add(document, paragraph(run("was agreed.")))
    assert texts(document) == ["The plan was agreed."]


def test_deleted_rows_and_hidden_text_are_left_out_and_said(document):
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "old row"
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')}/>"))
    add(document, paragraph(run("seen") + run("unseen", "<w:vanish/>")))
    result = published(document)
    assert result.content == (Block("seen"),)
    assert [left.text for left in result.left_out] == ["old row", "unseen"]


def test_a_table_of_contents_is_left_out_and_said(document):
    gallery = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    contents = f"<w:sdtContent>{paragraph(run('Roads 2'))}</w:sdtContent>"
    add(document, f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr>{contents}</w:sdt>")
    assert [(left.text, left.reason) for left in published(document).left_out] == [
        ("Roads 2", "table of contents")
    ]


def test_page_margins_are_left_out_with_a_reason(document):
    section = document.sections[0]
    section.header.paragraphs[0].text = "Town Council"
    section.footer.paragraphs[0].text = "Page 1 of 3"
    section.footer.add_paragraph("Signed by the Clerk")
    document.add_paragraph("Welcome.")
    result = published(document)
    assert result.content == (Block("Welcome."),)
    assert [(left.text, left.reason) for left in result.left_out] == [
        ("Town Council", "page header"),
        ("Page 1 of 3", "page number"),
        ("Signed by the Clerk", "page footer"),
    ]


def test_links_are_kept_with_the_words_that_carry_them(document):
    link = document.part.relate_to("https://example.org/a", f"{LINKED}/hyperlink", True)
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        '<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>'
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('film')}"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    named = f"<w:hyperlink r:id='{link}'>{run('the papers')}</w:hyperlink>"
    add(document, paragraph(run("See ") + named + run(" and ") + field))
    result = published(document)
    assert result.content == (Block("See the papers and film"),)
    assert result.links == (
        ("the papers", "https://example.org/a"),
        ("film", "https://example.org/b"),
    )


def test_text_boxes_follow_their_paragraph_and_are_not_repeated(document):
    box = f"<w:txbxContent>{paragraph(run('Boxed.'))}</w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = (
        f"<w:r><mc:AlternateContent xmlns:mc='{compatible}'><mc:Choice Requires='wps'>{box}"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    add(document, paragraph(run("Before ") + both + run("after.")))
    assert texts(document) == ["Before after.", "Boxed."]


def test_content_controls_and_unknown_wrappers_keep_their_words(document):
    add(document, f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('Held'))}</w:sdtContent></w:sdt>")
    add(
        document,
        paragraph(
            f"<w:smartTag><w:fldSimple w:instr='DATE'>{run('4 May')}</w:fldSimple></w:smartTag>"
        ),
    )
    assert texts(document) == ["Held", "4 May"]


def with_part(data, path, kind, xml):
    """Add a part to a saved document, related to its main part."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                relation = f'<Relationship Id="rIdX" Type="{LINKED}/{kind}" Target="{path}"/>'
                content = content.replace(b"</Rel", f"{relation}</Rel".encode())
            new.writestr(name, content)
        new.writestr(f"word/{path}", xml)
    return file.getvalue()


def test_footnotes_follow_the_paragraph_that_refers_to_them(document):
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    add(document, paragraph(run("The grant") + mark + run(" was spent.")))
    add(document, paragraph(run("Next.")))
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'>"
        f"{paragraph('<w:r><w:footnoteRef/></w:r>' + run(' From the county.'))}"
        "</w:footnote></w:footnotes>"
    )
    result = read("a.docx", with_part(saved(document), "footnotes.xml", "footnotes", notes))
    assert lines(result) == [
        "The grant[1] was spent.",
        "[1] From the county.",
        "Next.",
    ]


def test_comments_are_left_out_and_said(document):
    comments = (
        f"<w:comments {nsdecls('w')}><w:comment>{paragraph(run('Check.'))}</w:comment></w:comments>"
    )
    result = read("a.docx", with_part(saved(document), "comments2.xml", "comments", comments))
    assert [(left.text, left.reason) for left in result.left_out] == [
        ("Check.", "comment on the text")
    ]


def test_documents_in_the_strict_dialect_are_read(document):
    document.add_paragraph("Welcome.")
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            strict = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, strict)
    assert read("a.docx", file.getvalue()).content == (Block("Welcome."),)


def test_a_meeting_is_read_from_a_word_document(document):
    define_list(document, 50, OUTLINE)
    document.add_paragraph("Parish Council")
    document.add_paragraph("Minutes of the meeting on 4 March 2024")
    for title in ("Apologies", "Finance"):
        add(document, in_list(title, 50))
        add(document, in_list("It was agreed.", 50, 1))
    meeting = read_meeting("march.docx", saved(document))
    assert str(meeting.date) == "2024-03-04"
    assert meeting.source.media_type.endswith("wordprocessingml.document")
    assert [(item.number, item.title) for item in meeting.items[1:]] == [
        ("1", "Apologies"),
        ("2", "Finance"),
    ]


def other_zip(content=b"x", name="a.txt"):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def test_archives_that_are_no_documents_are_refused_with_what_to_do(document):
    with pytest.raises(UnreadableMinutes, match=r"^a\.xlsx: .*save it as DOCX or PDF"):
        read("a.xlsx", other_zip())
    with pytest.raises(UnreadableMinutes, match=r"^a\.docx: the file is damaged"):
        read("a.docx", saved(document)[:2000])


@pytest.mark.parametrize("filler", [b"", bytes(60)], ids=["bytes missing", "bytes overwritten"])
def test_archives_with_damaged_parts_are_refused(document, filler):
    data = saved(document)
    at = data.index(b"word/document.xml") + 40
    with pytest.raises(UnreadableMinutes, match=r"^a\.docx: the file is damaged"):
        read("a.docx", data[:at] + filler + data[at + 60 :])


def test_archives_that_unpack_to_too_much_are_refused():
    with pytest.raises(UnreadableMinutes, match="more than 200 MB"):
        read("a.docx", other_zip(bytes(201 * 2**20), "word/document.xml"))


def test_documents_with_broken_xml_are_refused(document):
    data = saved(document)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<w:doc" if name == "word/document.xml" else old.read(name))
    with pytest.raises(UnreadableMinutes, match="damaged.*save it again"):
        read("a.docx", file.getvalue())


@pytest.mark.parametrize("number", ["4.", "23/90", "C/22/45"])
def test_a_number_in_plain_type_before_a_bold_title_is_part_of_it(document, number):
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{number}\t")
    paragraph.add_run("Roads").bold = True
    plain = document.add_paragraph()
    plain.add_run("4. ")
    plain.add_run("Roads were discussed")
    blocks = read("a.docx", saved(document)).content
    emphases = [block.emphasis for block in blocks if isinstance(block, Block)]
    assert emphases == [len(f"{number} Roads"), 0]


def test_a_soft_hyphen_is_left_out(document):
    document.add_paragraph("neigh\u00adbour\u00adhood")
    assert read("a.docx", saved(document)).content == (Block("neighbourhood", PARAGRAPH),)


def test_a_label_in_a_cell_speaks_for_the_names_beside_it(document):
    table = document.add_table(rows=0, cols=2)
    for label, names in (("PRESENT", "Ann Lee (Chair)\nBo Day"), ("APOLOGIES", "Cy Fox\nDi Orr")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, names
    people = read_meeting("a.docx", saved(document)).people
    assert [(person.name, person.attendance.value) for person in people] == [
        ("Ann Lee", "present"),
        ("Bo Day", "present"),
        ("Cy Fox", "apologies"),
        ("Di Orr", "apologies"),
    ]


def test_a_label_in_a_column_speaks_not_for_one_with_a_label_of_its_own(document):
    table = document.add_table(rows=0, cols=2)
    for row in (
        ("Members:", "Officials:"),
        ("Ann Lee\n(Chair)", "Bo Day"),
        ("Apologies:", "Cy Fox"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    people = read_meeting("a.docx", saved(document)).people
    assert {(person.name, person.attendance.value) for person in people} == {
        ("Ann Lee", "present"),
        ("Bo Day", "present"),
        ("Cy Fox", "present"),
    }
