"""The headings of agenda items are found in whatever style the minutes set them."""

import pytest

from index.agenda import find_headings
from index.headings import is_subheading, read_heading
from index.layout import open_tables
from index.readers.blocks import Block, BlockKind
from index.readers.plain import read_text

TEXT = Block("The report was noted, and members thanked the officers for their work.")


def bold(text, length=0):
    return Block(text, emphasis=length or len(text))


def marked(text, level=2):
    return Block(text, BlockKind.HEADING, len(text), level)


def found(*headings):
    """The headings found where text stands over, between and under those given."""
    blocks = [Block("Transport Board"), Block("Minutes of 21 December 2021")]
    for heading in headings:
        blocks += [heading, TEXT]
    return list(find_headings(blocks).values())


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(
            Block("077/21 Item 4: Questions", number="077/21"),
            Block("078/21 Item 5: Policing"),
            [("4", "077/21", "Questions"), ("5", "078/21", "Policing")],
            id="reference and item, in a table and on a line",
        ),
        pytest.param(
            Block("1 Attendance", number="1"),
            Block("2 Notes of last meeting", number="2"),
            [("1", "", "Attendance"), ("2", "", "Notes of last meeting")],
            id="table rows with a number",
        ),
        pytest.param(
            marked("3. Title", 2),
            marked("4. Other title", 2),
            [("3", "", "Title"), ("4", "", "Other title")],
            id="marked and numbered",
        ),
        pytest.param(
            bold("5 Title"),
            bold("6 Other title"),
            [("5", "", "Title"), ("6", "", "Other title")],
            id="bold and numbered",
        ),
        pytest.param(
            Block("MINUTE 12 – BUDGET"),
            Block("MINUTE 13 – ROADS"),
            [("12", "", "BUDGET"), ("13", "", "ROADS")],
            id="the word minute",
        ),
        pytest.param(
            Block("EOS.40  APOLOGIES"),
            Block("EOS.41  DECLARATIONS"),
            [("", "EOS.40", "APOLOGIES"), ("", "EOS.41", "DECLARATIONS")],
            id="reference with letters",
        ),
        pytest.param(
            Block("25/31 Chair's announcements"),
            Block("25/32 Minutes"),
            [("", "25/31", "Chair's announcements"), ("", "25/32", "Minutes")],
            id="reference with a year",
        ),
        pytest.param(
            Block("BUDGET AND PRECEPT"),
            Block("ROAD SAFETY"),
            [("", "", "BUDGET AND PRECEPT"), ("", "", "ROAD SAFETY")],
            id="capitals",
        ),
        pytest.param(
            marked("A. Formalities"),
            marked("B. Anti-social behaviour"),
            [("A", "", "Formalities"), ("B", "", "Anti-social behaviour")],
            id="letters",
        ),
        pytest.param(
            Block("10:01 OPEN"),
            Block("10:04 RECORD OF 18 JUNE"),
            [("", "", "OPEN"), ("", "", "RECORD OF 18 JUNE")],
            id="clock times",
        ),
        pytest.param(
            Block("II. Minutes: agreed", emphasis=len("II. Minutes:")),
            Block("III. Roads: noted", emphasis=len("III. Roads:")),
            [("II", "", "Minutes"), ("III", "", "Roads")],
            id="roman and run-in",
        ),
    ],
)
def test_each_style_of_heading_is_read(first, second, expected):
    headings = found(first, second)
    assert [(h.number, h.minute_ref, h.title) for h in headings] == expected


def test_numbered_paragraphs_are_no_headings():
    points = [Block(f"{n}. The Board heard that burglary had fallen again.") for n in (1, 2, 3)]
    assert found(*points) == []


def test_labels_that_come_again_and_again_are_no_items():
    labels = [bold("Evidence"), bold("Questions"), bold("Outcome")]
    headings = found(
        marked("Minutes"), *labels, marked("Roads"), *labels, marked("Budget"), *labels
    )
    assert [heading.title for heading in headings] == ["Minutes", "Roads", "Budget"]


def test_numbers_that_do_not_count_up_are_no_items():
    headings = found(
        *(marked("A. Minutes"), bold("1. Cost"), bold("1. Delay")),
        *(marked("B. Roads"), bold("1. Noise"), bold("1. Dust"), marked("C. Budget")),
    )
    assert [heading.title for heading in headings] == ["Minutes", "Roads", "Budget"]


def test_a_marked_heading_is_a_heading_to_its_end():
    text = "Item 3: Roads. Buses and trains."
    heading = read_heading(marked(text))
    assert heading is not None
    assert heading.length == len(text)


def test_the_name_of_the_body_is_no_item_though_set_in_the_same_style():
    blocks = [Block("TRANSPORT BOARD"), Block("Minutes of 21 December 2021"),
              Block("ROADS"), TEXT, Block("BUSES"), TEXT]  # fmt: skip
    assert [heading.title for heading in find_headings(blocks).values()] == ["ROADS", "BUSES"]


def test_attendance_labels_and_questions_in_bold_are_no_items():
    assert read_heading(bold("Present: Ada Hull", len("Present:"))) is None
    assert read_heading(bold("Why did it fall?")) is None


@pytest.mark.parametrize("kind", [BlockKind.BULLET, BlockKind.ROW])
def test_list_items_and_rows_of_data_are_no_headings(kind):
    assert read_heading(Block("3. Title", kind)) is None


def test_what_a_web_site_adds_to_a_title_is_no_part_of_it():
    heading = read_heading(Block("3. MINUTES OF 12 JULY pdf icon PDF 238 KB"))
    assert heading is not None
    assert (heading.title, heading.length) == ("MINUTES OF 12 JULY", len("3. MINUTES OF 12 JULY"))


@pytest.mark.parametrize("end", [" Ref 19/048", ". Ref. 19/048", " (ref. 19/048)"])
def test_a_minute_reference_may_stand_after_the_title(end):
    heading = read_heading(Block(f"3. Public questions{end}"))
    assert heading is not None
    assert (heading.number, heading.minute_ref) == ("3", "19/048")
    assert heading.title == "Public questions"


def test_a_title_with_a_stop_is_told_from_a_sentence_by_its_capitals():
    assert read_heading(Block("2. Exclusion of Press and Public.", number="2."))
    assert read_heading(Block("2. The press and public left.", number="2.")) is None


def read(text):
    heading = read_heading(Block(text, number=text.split()[0]))
    assert heading is not None
    return heading


@pytest.mark.parametrize(
    ("heading", "rest", "title"),
    [
        ("2 Minutes.", "Notes of 8 July agreed. Of 11 actions, 8 were done.", "Minutes"),
        (
            "075/21 Item 2: Notes of the Last Meeting",
            "The notes were accepted as a correct record.",
            "Notes of the Last Meeting",
        ),
        ("49 Disclosure of Interests (if any):", "", "Disclosure of Interests (if any)"),
    ],
)
def test_a_title_that_text_runs_on_from_ends_before_it(heading, rest, title):
    text = f"{heading} {rest}".rstrip()
    found = read(text)
    assert (text[: found.length].strip(), found.title) == (heading, title)


@pytest.mark.parametrize(
    "rest",
    [
        ": – Members will be told of it in May.",
        " – members will be told of it in May.",
        " … It was agreed to pay these:",
    ],
)
def test_a_title_in_plain_text_ends_at_its_dash(rest):
    heading = read_heading(Block(f"1. Harbour dues{rest}"))
    assert heading is not None
    assert heading.title == "Harbour dues"
    whole = read_heading(Block("1. Harbour dues – Review of the year"))
    assert whole is not None
    assert whole.title == "Harbour dues – Review of the year"


def test_presenters_are_no_part_of_the_title():
    found = read("7 Reducing Violence Presented by: Nikki Penniston and CS Kim Madill")
    assert (found.title, found.presenters) == (
        "Reducing Violence",
        "Nikki Penniston and CS Kim Madill",
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Date of next meeting: 9 May 2022", "Date of next meeting"),
        ("Any other business", "Any other business"),
        ("Next meeting Tuesday 9 May", "Next meeting"),
    ],
)
def test_closing_items_outside_the_numbering_are_found(text, title):
    headings = found(marked("1. Minutes"), marked("2. Roads"), Block(text))
    assert [heading.title for heading in headings] == ["Minutes", "Roads", title]


def test_a_document_without_headings_has_none():
    assert find_headings([TEXT, TEXT]) == {}
    assert find_headings([]) == {}


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (marked("Questions"), True),
        (bold("Questions"), True),
        (Block("REGULAR ITEMS"), True),
        (Block("Regular items"), False),
        (bold("Agreed: noted"), False),
        (bold("The Board noted it."), False),
        (Block("REGULAR ITEMS", BlockKind.BULLET), False),
    ],
)
def test_a_subheading_is_short_and_set_apart(block, expected):
    assert is_subheading(block) is expected


def test_headings_are_found_in_text_as_it_is_published():
    content = open_tables(read_text("## 1. Minutes\n\nAgreed.\n\n## 2. Roads\n\nNoted.\n").content)
    assert [heading.title for heading in find_headings(content).values()] == ["Minutes", "Roads"]


def test_a_sentence_on_an_item_is_no_heading():
    assert read_heading(Block("Item 4 is a decision on taking business in private.")) is None
    assert read_heading(Block("Item 4: a decision on taking business in private")) is not None


def test_a_bold_start_that_its_sentence_goes_on_from_is_no_heading():
    assert read_heading(bold("Madam Speaker took the Chair at 2 p.m.", 13)) is None
    whole = read_heading(bold("Prayers.", 7))
    assert whole is not None
    assert whole.setting == "bold"


def test_a_title_of_few_letters_in_a_table_is_one_of_initials():
    assert read_heading(Block("9 AOB", number="9")) is not None
    assert read_heading(Block("9 Yes", number="9")) is None


def test_a_numeral_may_stand_before_a_dash():
    heading = read_heading(Block("IV – Selection of the new chair"))
    assert heading is not None
    assert (heading.number, heading.title) == ("IV", "Selection of the new chair")


@pytest.mark.parametrize(
    "text", ["ACTION – Board – Members to attend", "ACTION: Members to attend"]
)
def test_what_is_to_be_done_is_no_heading_however_it_is_set_off(text):
    assert read_heading(bold(text)) is None


def test_a_long_title_after_its_number_stands_alone_where_nothing_is_told_in_it():
    title = (
        "Deputation from the Orlby Water Scheme/Report on the use of the Marsh Treatment Plant by "
        "Eskmarsh County Council in the spring"
    )
    heading = read_heading(Block(f"Item 2 – {title}."))
    assert heading is not None
    assert heading.title == title
    told = read_heading(Block(f"Item 2 – {title} was heard, and members asked how long it took."))
    assert told is None or told.title != title


def test_who_acts_in_a_numbered_sentence_is_no_title_though_set_off():
    acts = ["1. The Chairman called for nominations.", "2. Ada Hull was nominated by Ben Marsh."]
    assert not any(
        read_heading(bold(text, text.index(verb)))
        for text, verb in zip(acts, (" called", " was"), strict=True)
    )
    assert read_heading(bold("3. Apologies were received from Ada Hull.", 12))


def test_facts_in_capitals_before_a_dash_are_no_headings():
    for fact in ("TIME – 12:15 P.M.", "LOCATION — ORLBY", "VICE-CHAIRPERSON – MS ADA HULL"):
        assert read_heading(Block(fact)) is None
