"""Minutes without a series of headings have their numbered paragraphs as items."""

from index.agenda import find_headings
from index.readers.blocks import Block, BlockKind
from index.reading import read_meeting

TOP = [Block("Transport Board"), Block("Minutes of 21 December 2021")]
SAID = Block("Members heard that the work had begun and would end in the spring.")


def items(*texts):
    found = find_headings([*TOP, *map(Block, texts), SAID])
    return [(heading.number, heading.title) for heading in found.values()]


def test_numbered_paragraphs_on_a_meetings_business_are_items():
    told = [
        "1. Apologies were received from Cllr Hull. Cllr Marsh was late.",
        "2. Election of Chair It was agreed that Cllr Finch be elected.",
        "3. Reports received from: Cllr Gale and the clerk.",
        "004. Cllr Marsh reported the figures.",
        "5. Members complained of the noise.",
    ]
    assert items(*told) == [
        ("1", "Apologies were received from Cllr Hull"),
        ("2", "Election of Chair"),
        ("3", "Reports received from"),
        ("5", "Members complained of the noise"),
    ]


def test_numbered_paragraphs_of_a_report_are_none():
    assert items(*(f"{n}. Burglary had fallen again in the north." for n in (1, 2, 3))) == []


def test_a_numbered_paragraph_between_two_headings_is_an_item():
    found = items("1. Roads", SAID.text, "2. The minutes were agreed.", "3. Buses", SAID.text)
    assert found == [("1", "Roads"), ("2", "The minutes were agreed"), ("3", "Buses")]


def test_the_words_of_a_numbered_paragraph_can_be_quoted():
    told = ["Apologies were received.", "The minutes were agreed.", "The dues rise in May."]
    text = "\n\n".join(f"{number}. {said}" for number, said in enumerate(told, 1))
    meeting = read_meeting("m.txt", f"Minutes of 21 May 2021\n\n{text}".encode())
    lines = [line.text for each in meeting.passages for line in each.lines]
    assert all(any(said in line for line in lines) for said in told)


def test_a_single_heading_that_is_number_1_is_an_item():
    assert items("1. Harbour dues", SAID.text) == [("1", "Harbour dues")]
    assert items("1.0 Harbour dues", SAID.text) == [("1.0", "Harbour dues")]
    assert items("4. Harbour dues", SAID.text) == []


def test_a_page_with_one_debate_has_its_title_as_the_item():
    top = ["Rates Committee debate", "Thursday, 10 Dec 2020", "Business of Joint Committee"]
    said = ["Ada Hull (Orlby, Lib)", "Photo of Ada HullAda Hull (Orlby)", "Link | In context"]
    contact = "Contact: Ben Marsh, tel 01632 960000"
    page = [*top, "9:30 am", contact, "The Convener", *said]
    text = ["I welcome members to the first meeting of the new committee.", "Is that agreed?"]
    found = find_headings([*map(Block, [*page, *text])])
    assert [heading.title for heading in found.values()] == ["Business of Joint Committee"]


def test_a_line_over_the_attendance_or_over_a_title_is_no_title_of_a_page():
    told = "The Board heard that the work had begun and would end in the spring."
    attended = ["10 December 2020", "Watch the meeting", "Members present: Ada Hull", told]
    assert find_headings([*map(Block, attended)]) == {}
    titled = [
        "10 December 2020",
        "RATES BOARD",
        "Minutes of a meeting held in the Town Hall.",
        told,
    ]
    assert find_headings([*map(Block, titled)]) == {}


def test_a_single_marked_heading_under_the_date_is_an_item():
    heading = Block("Business statement", BlockKind.HEADING, 18, 2)
    found = find_headings([*TOP, Block("Prayers."), heading, SAID])
    assert [each.title for each in found.values()] == ["Business statement"]


def test_a_debate_may_begin_with_its_title_unless_it_names_the_body():
    turns = [Block(f"{name}: That was agreed in the spring.") for name in ("Ada Hull", "Bea Orr")]
    for title, expected in (("Coastal Paths", ["Coastal Paths"]), ("Coastal Paths Board", [])):
        speakers = frozenset({"Ada Hull", "Bea Orr"})
        found = find_headings([Block(title), *turns * 3], speakers)
        assert [each.title for each in found.values()] == expected


def test_paragraphs_that_a_title_begins_are_items_where_nothing_else_is():
    told = [
        "Minutes and matters arising. The hall is now open to all of the groups.",
        "Bank account. We have opened one and will use it from May.",
        "Treasurer's Report BM gave the balance of the two accounts.",
        "Nothing else was said by those who had come to the meeting.",
    ]
    found = find_headings([*TOP, *map(Block, told)])
    assert [heading.title for heading in found.values()] == [
        "Minutes and matters arising",
        "Bank account",
        "Treasurer's Report",
    ]
    found = find_headings(
        [*TOP, *map(Block, [*told[2:3], told[1], "Doors. These are to stay shut."])]
    )
    assert len(found) == 3


def test_paragraphs_of_a_report_that_begin_with_few_words_are_none():
    told = ["Burglary fell. It had risen before.", "Theft rose. It had fallen before.",
            "Arson rose. It had been rare before."]  # fmt: skip
    assert find_headings([*TOP, *map(Block, told)]) == {}
    business = ["Minutes agreed. They were signed.", "Matters arose. They were noted."]
    assert find_headings([*TOP, *map(Block, [*business, told[0]]), *[SAID] * 4]) == {}


def test_numbered_titles_in_capitals_that_text_runs_on_from_are_items():
    told = ["1. PUBLIC TIME A resident asked about the pond.", "2. ROAD WORKS These had begun.",
            "3. TREES Cllr Hull will plant them."]  # fmt: skip
    assert items(*told) == [("1", "PUBLIC TIME"), ("2", "ROAD WORKS"), ("3", "TREES")]


def test_a_title_before_a_list_is_an_item_among_paragraphs_that_begin_with_titles():
    told = [
        "Minutes: The minutes of the last meeting were agreed and signed.",
        "Matters arising: The path has been cut and the hedge will be.",
        "Planning: 5 Bay Road, Orlby - Extension; Harbour House - New Porch.",
        "Footpaths - Miss Hull reported that all was well at present.",
    ]
    found = ["Minutes", "Matters arising", "Planning", "Footpaths"]
    assert items("Present: Ada Hull, Bea Marsh", *told)[:4] == [("", title) for title in found]


def test_a_number_of_things_between_two_headings_is_no_item():
    found = items(
        "1. Roads", SAID.text, "2 reports of theft", "2. None was heard.", "3. Buses", SAID.text
    )
    assert found == [("1", "Roads"), ("2", "None was heard"), ("3", "Buses")]
