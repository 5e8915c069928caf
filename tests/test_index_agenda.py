"""The headings of agenda items are chosen among all that look like headings."""

from index.agenda import find_headings
from index.lone_numbers import with_lone_numbers
from index.readers.blocks import Block, BlockKind

SAID = "Members heard that the work had begun and would end in the spring."
TEXT = Block(SAID)


def bold(text):
    return Block(text, emphasis=len(text))


def titles(*blocks):
    top = [Block("Transport Board"), Block("Minutes of 21 December 2021")]
    return [heading.title for heading in find_headings([*top, *blocks]).values()]


def under(*headings):
    return [block for heading in headings for block in (heading, TEXT)]


def test_numbered_items_outweigh_more_subheadings_in_bold():
    parts = under(bold("Cost"), bold("Noise"), bold("Dust"), bold("Trees"))
    items = [bold("Item 1: Roads"), TEXT, *parts, bold("Item 2: Buses"), TEXT]
    assert titles(*items, bold("Item 3: Rail"), TEXT) == ["Roads", "Buses", "Rail"]


def test_the_agenda_before_the_minutes_is_no_list_of_items():
    agenda = [Block("1. Roads"), Block("2. Buses"), Block("3. Rail")]
    items = under(Block("1. Roads"), Block("2. Buses"), Block("3. Rail"))
    headings = find_headings([Block("Minutes of 21 December 2021"), *agenda, *items])
    assert list(headings) == [4, 6, 8]


def test_an_agenda_in_another_style_than_the_items_is_passed_over():
    agenda = [Block(f"{n} Title {n}", number=str(n)) for n in (1, 2, 3, 4)]
    assert titles(*agenda, *under(bold("Roads"), bold("Buses"))) == ["Roads", "Buses"]


def test_points_that_are_counted_within_an_item_are_no_items():
    items = under(Block("1. Roads"), Block("2. Buses"), Block("3. Planning"))
    points = under(Block("1. Harbour House"), Block("2. Bay Road"))
    assert titles(*items, *points) == ["Roads", "Buses", "Planning"]


def test_a_leap_in_the_numbers_speaks_against_items():
    points = under(Block("1. The Chair spoke on"), Block("9. The Chair summed up"))
    items = under(bold("Roads"), *points[:1], bold("Buses"), *points[2:3], bold("Rail"))
    assert titles(*items) == ["Roads", "Buses", "Rail"]


def test_headings_of_the_attendance_are_no_items():
    attendance = [bold("Members"), Block("Ada Hull"), bold("Officers"), Block("Bea Marsh")]
    attendance += [bold("Apologies"), Block("Cleo Finch")]
    assert titles(*attendance, *under(bold("Roads"), bold("Buses"))) == ["Roads", "Buses"]


def test_apologies_that_come_first_are_an_item():
    assert titles(*under(bold("Apologies"), bold("Roads"), bold("Buses")))[0] == "Apologies"


def test_the_signature_is_no_item():
    end = [bold("Board Secretariat"), bold("25 January 2022")]
    assert titles(*under(bold("Roads"), bold("Buses")), *end) == ["Roads", "Buses"]


def test_any_other_business_is_an_item_though_nothing_was_said():
    assert titles(*under(bold("Roads"), bold("Buses")), bold("A.O.B."))[-1] == "A.O.B."


def test_labels_of_parts_of_an_item_are_no_items():
    parts = [bold("Cost:"), TEXT, bold("Noise:"), TEXT]
    items = [bold("Roads"), TEXT, *parts, bold("Buses"), TEXT, bold("Rail"), TEXT]
    assert titles(*items, bold("Points made in discussion"), TEXT) == ["Roads", "Buses", "Rail"]


def test_actions_and_dates_in_bold_are_no_items():
    notes = [bold("ACTION: Ada Hull to write"), bold("25 October 2021"), bold("[Tea was served]")]
    items = [bold("Roads"), TEXT, *notes, bold("Buses"), TEXT]
    assert titles(*items) == ["Roads", "Buses"]


def test_a_missing_number_is_filled_by_a_heading_set_otherwise():
    odd = Block("Item 2: Buses", BlockKind.HEADING, 13, 2)
    parts = [Block("3i) Rail", emphasis=8), TEXT, Block("3ii) Trams", emphasis=10), TEXT]
    items = [Block("Item 1: Roads"), TEXT, odd, TEXT, Block("Item 4: Ferries"), TEXT]
    assert titles(*items[:4], *parts, *items[4:]) == [
        "Roads", "Buses", "Rail", "Trams", "Ferries",
    ]  # fmt: skip


def test_short_lines_over_text_are_headings_where_nothing_else_is():
    assert titles(*under(Block("The economy"), Block("Credit and demand"), Block("The vote"))) == [
        "The economy",
        "Credit and demand",
        "The vote",
    ]


def test_short_lines_are_headings_where_the_others_head_nothing_else():
    front = [Block("MINUTES OF THE BOARD"), TEXT, Block("MEETING IN MAY")]
    items = under(Block("The economy"), Block("Credit and demand"), Block("The vote"))
    assert titles(*front, *items) == ["The economy", "Credit and demand", "The vote"]


def test_numbers_that_count_paragraphs_count_no_items():
    said = [Block(f"{n}: {SAID}") for n in range(1, 8)]
    items = [
        Block("The economy"), *said[:3], Block("4: The vote was as follows"), Block("The vote"),
        *said[4:6], Block("7: These were there"), Block("Ada Hull"), Block("Bea Marsh"), TEXT,
    ]  # fmt: skip
    assert titles(*items) == ["The economy", "The vote"]


def test_a_line_over_a_turn_of_a_speaker_is_a_heading_and_a_stage_direction_is_none():
    turns = [Block(f"{name}: {SAID}") for name in ["Ada Hull", "Bea Marsh"] * 3]
    blocks = [
        Block("Transport Board"), Block("21 December 2021"), Block("Roads and Bridges"), TEXT,
        Block("Roads and Bridges."), *turns, Block("Meeting suspended."), turns[0],
        Block("Rail"), turns[1], Block("On resuming—"), turns[0],
    ]  # fmt: skip
    found = find_headings(blocks, frozenset({"Ada Hull", "Bea Marsh"})).values()
    assert [heading.title for heading in found] == ["Roads and Bridges", "Rail"]


def test_an_office_over_its_remark_is_no_heading():
    lines = under(Block("Roads"), Block("The Convener:"), Block("Rail"))
    assert titles(*lines) == ["Roads", "Rail"]


def test_numbers_that_could_be_hours_are_numbers_where_they_count_one_by_one():
    found = find_headings(under(*(Block(f"21.{n} TITLE {n}") for n in (44, 45, 46)))).values()
    assert [heading.number for heading in found] == ["21.44", "21.45", "21.46"]
    found = find_headings(under(*(Block(f"19.{n} TITLE {n}") for n in (15, 30, 45)))).values()
    assert not any(heading.number for heading in found)


def test_headings_that_a_converter_all_counted_as_the_first_are_items():
    assert titles(*under(Block("1. Roads"), Block("1. Buses"), Block("1. Rail"))) == [
        "Roads",
        "Buses",
        "Rail",
    ]


def test_titles_in_bold_that_are_all_counted_as_the_first_outweigh_labels():
    labels = [
        Block(f"{label}: said", emphasis=len(label) + 1) for label in ("Date", "Time", "Place")
    ]
    counted = [bold("1. Roads"), bold("1. Buses"), bold("1. Rail")]
    noted = Block("The work had begun in May.", BlockKind.BULLET)
    items = [block for heading in counted for block in (heading, noted)]
    assert titles(*labels, *items) == ["Roads", "Buses", "Rail"]


def test_entries_of_a_counted_list_of_people_are_no_items():
    people = [Block("Attending:"), Block("1. Mr Ada Hull, Director"), Block("2. Ms Bea Marsh")]
    guests = [Block("Guests:"), Block("1. Mr Cid Roe"), Block("2. Mr Dan Quill")]
    items = under(Block("1. Roads"), Block("2. Buses"), Block("3. Rail"))
    assert titles(*people, *guests, *items) == ["Roads", "Buses", "Rail"]


def test_a_figure_under_an_item_that_a_numeral_counts_is_no_item():
    motion = Block("2. Motion to widen the bridge", number="2.")
    numerals = [Block(f"{n} {title}", number=n) for n, title in (
        ("I", "Roads"), ("II", "Buses"), ("III", "Rail"), ("IV", "Boats"))]  # fmt: skip
    roads, *others = under(*numerals)
    assert titles(roads, TEXT, motion, TEXT, *others[1:]) == ["Roads", "Buses", "Rail", "Boats"]


def test_a_welcome_is_the_first_item_whatever_stands_under_it():
    items = under(bold("Ground Rules"), bold("Buses"), bold("Rail"))
    assert titles(bold("Welcome and Introductions"), *items)[0] == "Welcome and Introductions"


def test_small_words_between_capitals_leave_a_title_in_capitals():
    items = under(
        Block("1. ROADS"), Block("2. BUSES"), Block("3. RECEIVING and CONFIRMING MINUTES:")
    )
    assert len(titles(*items)) == 3


def test_headings_that_count_alike_are_no_translations_of_one_another():
    blocks = [Block("1. Roads"), Block("1. Buses"), TEXT, Block("1. Rail"), TEXT]
    assert titles(*blocks) == ["Roads", "Buses", "Rail"]


def test_a_heading_under_which_nothing_was_said_is_one_all_the_same():
    items = [Block("Roads"), TEXT, Block("Declarations"), Block("None"), Block("Rail"), TEXT]
    assert titles(*items) == ["Roads", "Declarations", "Rail"]


def test_a_heading_in_two_languages_is_one_item():
    blocks = [
        Block("1. Ffyrdd"), Block("1. Roads"), TEXT, Block("2. Trenau"), Block("2. Rail"), TEXT,
    ]  # fmt: skip
    assert titles(*blocks) == ["Roads", "Rail"]


def test_headings_without_a_number_in_two_languages_are_one_item_each():
    pairs = (("Ffyrdd", "Roads"), ("Bysiau", "Buses"), ("Trenau", "Rail"))
    items = [block for pair in pairs for block in (*map(bold, pair), TEXT)]
    assert titles(*items) == ["Roads", "Buses", "Rail"]


def test_the_name_of_the_body_over_the_items_is_none():
    met = Block("The Council of the City met at the hall on 4 March, as it had been called to.")
    numbered = under(bold("21 : ROADS"), bold("22 : BUSES"), bold("23 : RAIL"))
    assert titles(bold("THE COUNCIL OF THE CITY"), met, *numbered) == ["ROADS", "BUSES", "RAIL"]


def test_a_minute_number_under_its_title_is_that_of_the_item():
    top = [Block("Transport Board"), Block("21 December 2021")]
    items = [Block("ROADS"), Block("PL1/24"), TEXT, Block("RAIL"), Block("PL2/24"), TEXT]
    found = find_headings([*top, *items]).values()
    assert [(heading.title, heading.minute_ref) for heading in found] == [
        ("ROADS", "PL1/24"),
        ("RAIL", "PL2/24"),
    ]


def test_minute_numbers_with_letters_within_stand_over_their_titles_or_under_them():
    over = [Block("23-24/FA/1"), Block("Roads"), TEXT, Block("23-24/FA/2"), Block("Buses"), TEXT]
    assert titles(*with_lone_numbers(over)) == ["Roads", "Buses"]
    under_title = [Block("ROADS"), Block("1/2-2"), TEXT, Block("BUSES"), Block("2/2-2")]
    under_title += [Block("RAIL"), Block("3/2-2"), TEXT]
    assert with_lone_numbers(under_title) == under_title


def marked(text, level):
    return Block(text, BlockKind.HEADING, len(text), level)


def test_numerals_before_titles_count_them_without_a_stop():
    items = find_headings(
        under(bold("I Roads"), bold("II Buses"), bold("III Rail"), bold("IV Air"))
    )
    assert [(heading.number, heading.title) for heading in items.values()] == [
        ("I", "Roads"), ("II", "Buses"), ("III", "Rail"), ("IV", "Air"),
    ]  # fmt: skip
    assert titles(*under(bold("Roads"), bold("V Hull"), bold("Rail"))) == [
        "Roads",
        "V Hull",
        "Rail",
    ]


def test_lettered_headings_within_a_part_that_a_numeral_counts_are_no_items():
    parts = [under(bold(f"{number}. {of}")) for number, of in (("I", "Decision"), ("II", "Views"))]
    letters = [
        bold(f"{letter}. Prices of {of}")
        for letter, of in zip("ABCD", "fish tin coal wool".split(), strict=True)
    ]
    outlook = [bold("III. Outlook"), *under(*letters)]
    assert titles(*parts[0], *parts[1], *outlook) == ["Decision", "Views", "Outlook"]


def test_marked_headings_between_numbered_ones_are_items_without_a_number():
    topics = [marked(f"Discussion topic {n}: {of}", 2) for n, of in ((1, "Roads"), (2, "Buses"))]
    front, membership = under(marked("At a glance", 2)), under(marked("Membership", 2))
    items = [*under(topics[0]), *membership, *under(topics[1], marked("Actions", 2))]
    assert titles(*front, *items) == ["Roads", "Membership", "Buses"]


def test_headings_set_as_the_numbered_ones_may_come_before_these():
    over = [
        bold("MEMBERS PRESENT"),
        Block("Cllr Ada Hull, Cllr Bea Marsh"),
        bold("CONDOLENCES"),
        TEXT,
    ]
    numbered = under(bold("1. ROADS"), bold("2. BUSES"), bold("3. RAIL"))
    assert titles(*over, *numbered) == ["CONDOLENCES", "ROADS", "BUSES", "RAIL"]
    summed_up = [bold("DECISIONS AT A GLANCE"), TEXT]
    assert titles(*summed_up, *numbered) == ["ROADS", "BUSES", "RAIL"]


def test_the_day_of_publication_is_not_the_last_line_of_the_header():
    top = [Block("Publication date: 4 April 2025"), Block("MINUTES OF THE"), Block("RATE BOARD")]
    items = under(Block("Prices"), Block("Wages"), Block("Trade"))
    found = find_headings([*top, Block("4 and 5 March 2025"), *items])
    assert [heading.title for heading in found.values()] == ["Prices", "Wages", "Trade"]


def test_notes_of_a_few_words_are_what_is_said_under_a_heading():
    def noted(*texts):
        return [Block(text, BlockKind.BULLET) for text in texts]

    people = [marked("Committee", 2), *noted("Ada Hull, chair of the board", "Bea Marsh")]
    shirts = [marked("Shirts", 2), *noted("new ones should be here soon", "Blue")]
    ideas = [marked("What about a website?", 2), *noted("Ada to look into it again")]
    assert titles(*people, *shirts, *ideas) == ["Shirts", "What about a website?"]


def test_a_heading_on_the_next_meeting_ends_before_its_date():
    items = under(marked("Roads", 2), marked("Buses", 2))
    assert titles(*items, marked("Next meeting: 2 February 2022", 2))[-1] == "Next meeting"


def test_a_usual_title_is_an_item_whatever_stands_under_it():
    noted = [marked("Minutes of previous meeting", 2), Block("Approved", BlockKind.BULLET)]
    assert titles(*noted, *under(marked("Roads", 2), marked("Buses", 2)))[0] == noted[0].text
    assert titles(marked("Minutes", 2), *under(marked("Roads", 2), marked("Rail", 2))) == [
        "Roads",
        "Rail",
    ]


def test_headings_of_the_attendance_are_no_items_after_the_others_either():
    listed = [marked("Panel members attending", 2), Block("Ada Hull, Orlby"), Block("Bea Marsh")]
    items = under(marked("Roads", 2), marked("Buses", 2))
    links = [marked("Papers of this meeting", 2), *under(marked("Letters on the buses", 2))]
    assert "Panel members attending" not in titles(*items, *listed, *links)
    told = under(marked("Attendance", 2))
    assert titles(*items, *told) == ["Roads", "Buses", "Attendance"]


def test_marked_headings_of_a_higher_level_are_items_where_they_have_text_of_their_own():
    parts = under(marked("Roads", 3), marked("Buses", 3), marked("Rail", 3))
    assert titles(marked("Agenda", 2), *parts, marked("Questions", 2), TEXT) == [
        "Roads",
        "Buses",
        "Rail",
        "Questions",
    ]


def test_plain_titles_end_at_their_colons_where_most_have_text_beside_them():
    told = [Block("1. Apologies: Ada Hull"), Block("2. Matters arising: None"), Block("3. Roads")]
    assert titles(*told, TEXT) == ["Apologies", "Matters arising", "Roads"]
    said = [Block("1. Roads: The Board heard it."), Block("2. Rail – the Board heard it.")]
    assert titles(*said, Block("3. Buses"), TEXT) == ["Roads", "Rail", "Buses"]
    apart = under(Block("1. Roads"), Block("2. Planning: Bay Road"), Block("3. Buses"))
    assert titles(*apart) == ["Roads", "Planning: Bay Road", "Buses"]


def test_a_heading_over_the_attendance_is_no_item():
    top = [Block("RATES COURT"), Block("Present: Mr Ed Hull, Rector; Dr Bea Marsh, Principal.")]
    top += [Block("Apologies: Cllr Cleo Finch, Provost of the town; Dr Dot Gale, Assessor.")]
    items = under(Block("Starring of items"), Block("Interests"))
    assert titles(*top, *items) == ["Starring of items", "Interests"]
    place = [Block("Orlby Rates Court"), Block("TOWN HALL"), *top[1:]]
    assert titles(*place, *items, *under(Block("WELCOME"))) == [
        "Starring of items", "Interests", "WELCOME",
    ]  # fmt: skip


def test_decisions_after_their_label_are_no_items():
    said = [Block("Agreed: That Mr Hull be Chair"), Block("Agreed: That the papers be published")]
    assert titles(said[0], TEXT, said[1], TEXT) == []


def test_what_a_web_site_adds_to_a_title_is_no_part_of_a_short_line():
    lines = under(Block("Roads pdf icon PDF 84 KB"), Block("Public questions"))
    assert titles(*lines) == ["Roads", "Public questions"]


def test_contents_and_bare_words_of_decision_are_no_items():
    items = under(
        bold("Roads"), bold("And agreed"), bold("Rail"), bold("Buses ........ 4"), bold("No. Item")
    )
    assert titles(*items) == ["Roads", "Rail"]


def test_a_long_title_is_one_where_it_is_numbered_and_set_apart():
    words = "proposal from the sub-group on what the survey of all the members found in the spring"
    items = under(bold("Item 1: Roads"), bold(f"Item 2: Planning: {words}"))
    assert titles(*items) == ["Roads", f"Planning: {words}"]


def test_titles_in_plain_text_end_at_their_dashes_where_most_have_text_beside_them():
    said = [
        "Minutes – accepted as correct",
        "Roads – these are all open again since May.",
        "Buses – none but the first ran in June.",
        "Rail – nothing was known of it.",
    ]
    items = [Block(f"{number}) {title}") for number, title in enumerate(said, 1)]
    assert titles(*items) == ["Minutes", "Roads", "Buses", "Rail"]


def test_a_title_in_plain_text_ends_at_its_colon():
    items = [Block(f"{n}. {title}: {SAID}") for n, title in enumerate(["Roads", "Buses"], 1)]
    assert titles(*items) == ["Roads", "Buses"]


def test_a_title_in_capitals_ends_at_its_dash_and_without_a_number_at_nothing_else():
    items = under(*(Block(f"{title} – {SAID}") for title in ("ROADS", "RAIL", "BUSES")))
    assert titles(*items) == ["ROADS", "RAIL", "BUSES"]
    label = Block("ADMINISTRATOR: Ms Ada Hull of the town of Orlby, where she works.")
    assert titles(label, *items) == ["ROADS", "RAIL", "BUSES"]


def test_a_bold_label_heads_an_item_though_its_sentence_goes_on():
    led = [
        Block("Prayers: Cllr Ada Hull opened the meeting.", emphasis=8),
        Block("Apologies for Absence: were received from Bea Marsh.", emphasis=22),
        Block("Repairs: The bridge was painted in May.", emphasis=8),
        Block("Treasurer's Report:", emphasis=19),
        TEXT,
    ]
    assert titles(*led) == ["Prayers", "Apologies for Absence", "Repairs", "Treasurer's Report"]


def test_a_title_in_capitals_may_end_in_initials():
    report = Block("3. REPORT OF THE P.C.C.: The secretary read the report for May.")
    items = under(Block("1. ROADS: Nothing was said."), Block("2. BUSES: Nothing was said."))
    assert titles(*items, report)[-1] == "REPORT OF THE P.C.C."


def test_a_title_in_capitals_ends_at_its_stop():
    items = [Block(f"[10.{n}0] {title}. {SAID}") for n, title in ((1, "ROADS"), (2, "BUSES"))]
    assert titles(*items) == ["ROADS", "BUSES"]


def test_the_name_of_the_body_is_no_item_where_it_comes_again():
    items = under(bold("Transport Board"), bold("Roads"), bold("Buses"))
    assert titles(*items) == ["Roads", "Buses"]


def test_labelled_facts_at_the_top_are_no_items():
    facts = [Block("Author: A. Hull"), Block("Access: unlimited"), TEXT]
    assert titles(*facts, *under(*map(Block, ["Roads", "Bridges"]))) == ["Roads", "Bridges"]


def test_a_document_may_begin_with_its_first_item():
    names = ["World economy", "Prices at home", "The decision"]
    found = find_headings(under(*map(Block, names)))
    assert [heading.title for heading in found.values()] == names
    board = find_headings(under(*map(Block, ["Transport Board", *names[1:]])))
    assert [heading.title for heading in board.values()] == names[1:]


def test_numbers_that_begin_before_the_first_heading_count_paragraphs():
    paragraphs = [
        Block("Interests"),
        Block(f"1. {SAID}"),
        Block("Introduction"),
        Block(f"2. {SAID}"),
        Block(f"3. Working lunch: {SAID}"),
        Block(f"4. Staff survey: {SAID}"),
    ]
    assert titles(*paragraphs) == ["Interests", "Introduction"]


def test_a_colon_within_a_title_ends_none():
    named = [
        Block(f"{n}. Statement by the Minister: {title}")
        for n, title in enumerate(["Trains", "Boats", "Trams"], 1)
    ]
    assert titles(*under(*named))[0] == "Statement by the Minister: Trains"


def test_numbered_headings_in_bold_need_no_text_with_stops_under_them():
    said = [Block("1.1 The minutes were agreed"), Block("2.1 The letter was noted")]
    blocks = [TEXT, bold("1. Minutes: March"), said[0], bold("2. Letter: the panel"), said[1]]
    assert titles(*blocks) == ["Minutes: March", "Letter: the panel"]


def test_counting_goes_on_after_points_within_an_item():
    points = under(Block("1. Harbour House"), Block("2. Bay Road"))
    items = under(Block("1. Roads"), Block("2. Buses"), Block("3. Planning"))
    after = under(Block("4. Rail"), Block("5. Trees"))
    assert titles(*items, *points, *after) == ["Roads", "Buses", "Planning", "Rail", "Trees"]


def test_a_usual_title_alone_on_its_line_is_an_item_among_short_lines_whatever_follows():
    lines = [Block("Matters Arising"), *under(Block("Pond"), Block("Fences"))]
    empty = [Block("Correspondence"), Block("Finance"), Block("Balance 7,762.02 carried over")]
    found = titles(*under(Block("Minutes")), *lines, *empty, *under(Block("Trees")))
    expected = ["Minutes", "Matters Arising", "Pond", "Fences", "Correspondence", "Finance"]
    assert found == [*expected, "Trees"]


def test_a_usual_title_right_over_the_first_short_line_is_an_item():
    lines = under(Block("Pond"), Block("Fences"))
    assert titles(Block("Declarations of Interest"), *lines)[:2] == [
        "Declarations of Interest",
        "Pond",
    ]


def test_a_short_line_over_an_entry_of_a_list_that_says_something_is_a_heading():
    point = Block("the group will listen to views and answer them", BlockKind.BULLET)
    assert titles(Block("Ground rules"), point, TEXT, *under(Block("Aims"))) == [
        "Ground rules",
        "Aims",
    ]
    named = Block("Ada Hull, Bea Marsh, Cleo Finch", BlockKind.BULLET)
    assert titles(Block("Helpers"), named, TEXT, *under(Block("Aims"), Block("Rules"))) == [
        "Aims",
        "Rules",
    ]


def test_entries_of_a_list_that_stand_over_paragraphs_are_headings():
    marked = [Block(title, BlockKind.BULLET) for title in ("Welcome", "Income", "Office bearers")]
    assert titles(*under(*marked)) == ["Welcome", "Income", "Office bearers"]


def test_a_line_with_a_sum_is_no_short_heading():
    assert titles(*under(Block("Roads"), Block("Balance £1069.86"), Block("Buses"))) == [
        "Roads",
        "Buses",
    ]


def test_the_header_ends_where_people_are_listed():
    lists = Block("Present: Cllr Ada Hull, Cllr Bea Marsh")
    before = Block("Minutes of the meeting held on 14 May 2013 were agreed and signed.")
    blocks = [bold("ORLBY BOARD"), Block("Tuesday 23rd July"), lists, bold("Minutes"), before]
    found = find_headings([*blocks, *under(bold("Roads"), bold("Buses"))])
    assert [heading.title for heading in found.values()] == ["Minutes", "Roads", "Buses"]


def test_a_heading_over_a_sentence_that_names_somebody_later_is_an_item():
    signed = (
        "The minutes of the meeting held in May were read, agreed to be a true record and signed."
    )
    moved = Block(f"{signed} Proposer: Cllr A Hull, 2nd: Cllr B Gale.")
    assert titles(bold("Minutes"), moved, *under(bold("Roads"), bold("Buses")))[0] == "Minutes"


def test_a_title_in_capitals_without_a_number_ends_at_its_stop():
    told = ["FINANCE. A cheque was signed for the mower.", "PLANNING. One letter was received.",
            "TREES. Mr Hull said that the open day had gone well."]  # fmt: skip
    assert titles(*map(Block, told)) == ["FINANCE", "PLANNING", "TREES"]
    assert titles(*map(Block, [*told, "Clerk"])) == ["FINANCE", "PLANNING", "TREES"]


def test_what_leads_in_a_list_is_no_short_heading():
    leading = Block("The following were actions at the last meeting:")
    assert titles(*under(Block("Roads"), leading, Block("Buses"))) == ["Roads", "Buses"]


def test_a_title_ends_at_the_colon_over_a_list_of_people_though_others_have_none():
    items = under(Block("2. Roads"), Block("3. Buses"), Block("4. Rail"))
    assert titles(Block("1. Apologies: Ada Hull, Bea Marsh"), TEXT, *items)[0] == "Apologies"
    assert titles(Block("1. Roads: the new bridge"), TEXT, *items)[0] == "Roads: the new bridge"


def test_marked_headings_of_several_words_may_end_with_colons():
    marked = [Block(title, BlockKind.HEADING, len(title), 2) for title in (
        "Summary of outcomes:", "Declarations made today:", "Roads", "Buses", "Rail")]  # fmt: skip
    assert titles(*under(*marked))[:3] == [
        "Summary of outcomes", "Declarations made today", "Roads"]  # fmt: skip


def test_a_public_forum_between_numbered_items_is_an_item():
    items = under(Block("1. Roads"), Block("OPEN FORUM"), Block("2. Buses"), Block("3. Rail"))
    assert titles(*items) == ["Roads", "OPEN FORUM", "Buses", "Rail"]


def test_the_last_item_may_say_when_the_next_meeting_is():
    last = Block("4. NEXT MEETING MONDAY 5 FEBRUARY at 7 p.m. ORLBY HALL")
    items = under(Block("1. ROADS"), Block("2. BUSES"), Block("3. RAIL"))
    assert titles(*items, last) == ["ROADS", "BUSES", "RAIL", "NEXT MEETING"]


def test_bold_names_before_what_was_said_are_no_titles():
    said = [Block(f"{name}: {SAID}", emphasis=len(name) + 1) for name in ("Ada Hull", "Ben Marsh")]
    assert titles(*said, *said) == []


def test_bold_titles_of_usual_items_begin_the_sentence_on_them():
    agreed = "Minutes of the last meeting were agreed and signed by the Chair."
    items = [Block(f"{title}: {SAID}", emphasis=len(title) + 1) for title in ("Roads", "Buses")]
    assert titles(Block(agreed, emphasis=27), *items) == [
        "Minutes of the last meeting", "Roads", "Buses"
    ]  # fmt: skip


def test_gaps_at_the_beginning_are_filled_one_after_another():
    run_in = [
        Block(f"{n}. {t}: {SAID}", emphasis=len(t) + 4) for n, t in ((1, "Bins"), (2, "Trees"))
    ]
    items = under(bold("3. Roads"), bold("4. Buses"), bold("5. Rail"))
    assert titles(*run_in, *items) == ["Bins", "Trees", "Roads", "Buses", "Rail"]


def test_a_usual_title_on_a_plain_line_between_plain_numbered_ones_is_an_item():
    items = under(Block("1. Roads"), Block("Public Participation"), Block("2. Buses"))
    assert titles(*items) == ["Roads", "Public Participation", "Buses"]


def test_titles_end_at_dashes_where_most_have_text_on_their_line():
    text = "the lights on the lane had gone out and were soon to be mended by the county at no cost"
    items = [
        f"1) Roads – {text}",
        f"2) Bank report - Cash of £14.65 in the box: {text}",
        f"3) Rail – {text}",
    ]
    assert titles(*map(Block, items)) == ["Roads", "Bank report", "Rail"]


def test_a_sentence_after_a_dash_is_no_part_of_the_title():
    items = under(
        Block("1 Roads"),
        Block("2 Minutes – The minutes of May were agreed by all"),
        Block("3 Rail"),
    )
    assert titles(*items) == ["Roads", "Minutes", "Rail"]


def test_capitals_with_a_small_word_before_a_date_are_a_title():
    items = under(Block("BINS"), Block("MINUTES OF MEETINGS on 20/04/2016"), Block("ROADS"))
    assert titles(*items) == ["BINS", "MINUTES OF MEETINGS on 20/04/2016", "ROADS"]


def test_every_title_in_a_column_of_titles_is_an_item():
    rows = [("Item", "Action"), ("Bins", ""), ("Minutes", "Agreed"), ("Roads", SAID)]
    rows += [("Buses", SAID), ("Rail", SAID), ("Boats", "Five new ones")]
    table = [
        Block(text, cell=(row, column))
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    ]
    assert titles(*table) == ["Bins", "Minutes", "Roads", "Buses", "Rail", "Boats"]


def test_a_time_and_a_date_head_no_item():
    when = bold("17:15, Wednesday 21 September 2022, Orlby School")
    assert titles(*under(bold("Roads"), bold("Buses"), when)) == ["Roads", "Buses"]


def test_an_entry_of_the_agenda_is_no_item_beside_the_heading_of_the_same_title():
    def heading(text):
        return Block(text, BlockKind.HEADING, len(text), 4)

    agenda = [heading("Agenda"), Block("Roads"), TEXT, Block("Any other business")]
    items = under(heading("Roads"), heading("Buses"), heading("Any other business"))
    assert titles(*agenda, *items).count("Any other business") == 1


def test_a_title_begins_with_a_letter_before_a_capital():
    assert titles(*under(Block("Roads"), Block("e-Voting"), Block("Buses"))) == [
        "Roads",
        "e-Voting",
        "Buses",
    ]


def test_marked_headings_over_counted_topics_are_items_as_these_are():
    def marked(text):
        return Block(text, BlockKind.HEADING, len(text), 2)

    topics = under(marked("Item 1: Roads"), marked("Item 2: Buses"), marked("Item 3: Rail"))
    top = under(marked("Summary of outcomes"), marked("Declarations of interest"))
    assert titles(*top, *topics) == ["Declarations of interest", "Roads", "Buses", "Rail"]


def test_the_mark_of_the_end_is_no_item():
    end = [bold("END"), Block("The meeting then concluded."), Block("Signed")]
    assert titles(*under(bold("Roads"), bold("Buses")), *end) == ["Roads", "Buses"]


def test_a_title_in_capitals_goes_on_with_and():
    top = [bold("THE ANNUAL MEETING"), bold("AND ELECTION OF OFFICERS FOR THE COMING YEAR"), TEXT]
    items = under(bold("1. Roads"), bold("2. Buses"), bold("3. Rail"))
    assert titles(*top, *items) == ["Roads", "Buses", "Rail"]
