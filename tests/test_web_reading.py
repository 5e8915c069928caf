from index.minutes import AgendaItem, Line, Meeting, Passage, PassageKind, Source
from web.reading import Block, items_of

TEXT = """Preamble.
REGULAR ITEMS
1. Update
Any news?
One. Two.
Three.
First item. It goes on.
Second item
i. Numbered
2. Next
Done."""


def line(text: str, bullet: bool = False) -> Line:
    start = TEXT.index(text)
    return Line(text, start, start + len(text), bullet)


def passage(number: int, item: int, context: str, *lines: Line) -> Passage:
    heading = line(context) if context else None
    return Passage("m", number, item, PassageKind.NOTE, heading, lines)


def item(position: int, title: str, heading: str = "") -> AgendaItem:
    number = str(position or "")
    reference = "077/21" if position else ""
    section = "REGULAR ITEMS" if position else ""
    end = TEXT.index(heading) + len(heading)
    return AgendaItem(position, number, reference, title, (), section, 0, end, end)


MEETING = Meeting(
    id="m",
    body="Board",
    title="",
    date=None,
    start_time=None,
    end_time=None,
    venue="",
    status="",
    next_meeting=None,
    people=(),
    links=(),
    source=Source("m.txt", "0", "text/plain"),
    text=TEXT,
    items=(item(0, ""), item(1, "Update", "1. Update"), item(2, "Next", "2. Next")),
    passages=(
        passage(1, 0, "", line("Preamble.")),
        passage(
            2,
            1,
            "Any news?",
            *[line("One."), line("Two."), line("Three.")],
            *[line("First item.", bullet=True), line("It goes on.")],
            line("Second item", bullet=True),
        ),
        passage(3, 1, "Any news?", line("i. Numbered", bullet=True)),
        passage(4, 2, "2. Next", line("Done.")),
    ),
)


def texts(block: Block) -> list[str]:
    return ["".join(line.text for line in paragraph) for paragraph in block.paragraphs]


def test_every_passage_stands_under_its_item():
    items = items_of(MEETING)
    assert [(item.title, [p.anchor for p in item.passages]) for item in items] == [
        ("", ["p1"]),
        ("Update", ["p2", "p3"]),
        ("Next", ["p4"]),
    ]


def test_sentences_flow_within_paragraphs_and_within_the_items_of_a_list():
    view = items_of(MEETING)[1].passages[0]
    assert [(block.is_list, texts(block)) for block in view.blocks] == [
        (False, ["One. Two.", "Three."]),
        (True, ["First item. It goes on.", "Second item"]),
    ]


def test_every_line_has_an_anchor_of_its_own_where_it_starts():
    lines = items_of(MEETING)[1].passages[0].blocks[0].paragraphs[0]
    assert [(line.anchor, line.text) for line in lines] == [
        (f"l{TEXT.index('One.')}", "One. "),
        (f"l{TEXT.index('Two.')}", "Two."),
    ]


def test_a_list_that_prints_its_own_numbers_is_known():
    (block,) = items_of(MEETING)[1].passages[1].blocks
    assert (block.is_list, block.numbered, texts(block)) == (True, True, ["i. Numbered"])


def test_what_passages_stand_under_is_shown_once_and_not_where_it_is_the_items_heading():
    contexts = [passage.context for item in items_of(MEETING) for passage in item.passages]
    assert contexts == ["", "Any news?", "", ""]


def test_an_item_is_labelled_with_its_numbers_as_printed():
    assert [item.label for item in items_of(MEETING)] == [
        "",
        "Item 1, minute 077/21",
        "Item 2, minute 077/21",
    ]


def test_a_section_heading_is_shown_once_where_it_begins():
    assert [item.section for item in items_of(MEETING)] == ["", "REGULAR ITEMS", ""]
