"""Who was at a meeting is read from its attendance lists, however these are laid out."""

import pytest

from index.layout import open_tables
from index.minutes import Attendance, Person
from index.people import read_roll
from index.readers.markup import read_page
from index.readers.plain import read_text

PRESENT, APOLOGIES, OBSERVER = (
    Attendance.PRESENT,
    Attendance.APOLOGIES,
    Attendance.OBSERVER,
)
HEADER = "Orlby Fire Panel\n\nMinutes of 4 March 2025\n\n"
ITEMS = "\n\n## 1. Roads\n\nMr Quill (Clerk) spoke. Agreed: Ada Stone.\n\n## 2. Close\n\nNoted."


def roll(text):
    return read_roll(open_tables(read_text(text).content))


def people(listed):
    found = roll(f"{HEADER}{listed}{ITEMS}").people
    return [(person.name, person.role, person.attendance) for person in found]


def test_a_dash_may_stand_before_the_list_and_within_it():
    assert people("Present– Cllr Ada Hull - Chairman, Cllr Bea Marsh.") == [
        ("Cllr Ada Hull", "Chairman", PRESENT),
        ("Cllr Bea Marsh", "", PRESENT),
    ]


def test_labels_and_their_lists_give_people_by_status():
    listed = (
        "Present: Ada Hull (Chair), Bea Marsh (Police)\n\n"
        "Officers and guests: Cleo Finch, Clerk\n\n"
        "Guests: Dot Gale (Trust)\n\nApologies: Mr E. Stow; two others"
    )
    assert people(listed) == [
        ("Ada Hull", "Chair", PRESENT),
        ("Bea Marsh", "Police", PRESENT),
        ("Cleo Finch", "Clerk", PRESENT),
        ("Dot Gale", "Trust", OBSERVER),
        ("Mr E. Stow", "", APOLOGIES),
    ]


def test_a_label_alone_names_the_people_on_the_lines_below():
    listed = "**Top table**\n\nPresent:\n\nAda Hull\n\nBea Marsh, Police\n\nApologies\n\nCleo Finch"
    assert people(listed) == [
        ("Ada Hull", "", PRESENT),
        ("Bea Marsh", "Police", PRESENT),
        ("Cleo Finch", "", APOLOGIES),
    ]


def test_lists_side_by_side_are_read_column_by_column():
    listed = (
        "| Attendees | Officials |\n|---|---|\n| Ada Hull (AH) | Bea Marsh (Police) (BM) |\n"
        "| Cleo Finch | Apologies |\n| Dot Gale | Ed Stow |"
    )
    assert people(listed) == [
        ("Ada Hull", "", PRESENT),
        ("Bea Marsh", "Police", PRESENT),
        ("Cleo Finch", "", PRESENT),
        ("Dot Gale", "", PRESENT),
        ("Ed Stow", "", APOLOGIES),
    ]


def test_a_table_with_titles_has_a_person_in_each_row():
    listed = (
        "| Name | Category | Present? |\n|---|---|---|\n| Ada Hull | Chair | Yes, on Teams |\n"
        "| Bea Marsh | Parent | Apologies accepted |\n| Cleo Finch | Head, observer | Yes |"
    )
    assert people(listed) == [
        ("Ada Hull", "Chair", PRESENT),
        ("Bea Marsh", "Parent", APOLOGIES),
        ("Cleo Finch", "Head, observer", OBSERVER),
    ]


def test_rows_of_names_and_posts_at_the_top_need_no_label():
    rows = "| Ada Hull (Chair) | Lay Member |\n|---|---|\n| Cr Bea Marsh | Chief Officer |"
    assert people(rows) == [
        ("Ada Hull", "Chair, Lay Member", PRESENT),
        ("Cr Bea Marsh", "Chief Officer", PRESENT),
    ]


def test_a_heading_speaks_for_every_column_under_it():
    assert people("## Present\n\n| Ada Hull | Bea Marsh |\n|---|---|\n| Cid Roe | Dan Quill |") == [
        (name, "", PRESENT) for name in ("Ada Hull", "Bea Marsh", "Cid Roe", "Dan Quill")
    ]


def test_apologies_may_be_intimated():
    said = "1. Business\n\nApologies were intimated on behalf of Mr Cid Roe and Ms Eve Tarn."
    assert [name for name, _, _ in people(f"Present: Ada Hull\n\n{said}")] == [
        "Ada Hull", "Mr Cid Roe", "Ms Eve Tarn"]  # fmt: skip


def test_what_stands_beside_a_name_is_its_office_even_where_it_may_label_a_list():
    listed = "Present:\n\n| Ada Hull | Chair |\n|--|--|\n| Ben Marsh | Town Clerk |"
    assert people(listed) == [
        ("Ada Hull", "Chair", PRESENT),
        ("Ben Marsh", "Town Clerk", PRESENT),
    ]


def test_under_a_label_across_a_table_its_columns_may_be_others():
    listed = (
        "Members:\n\n| Cllr Ada Hull | Cllr Ben Marsh |\n|--|--|\n| In attendance: | |\n"
        "| Mr Cid Roe | Chief Executive |"
    )
    assert people(listed)[-1] == ("Mr Cid Roe", "Chief Executive", PRESENT)


def test_a_label_of_two_words_needs_no_colon():
    assert people("In attendance Ada Hull, Chief Executive\n\nBen Marsh, Clerk") == [
        ("Ada Hull", "Chief Executive", PRESENT),
        ("Ben Marsh", "Clerk", PRESENT),
    ]


def test_a_title_about_attendance_at_something_names_nobody():
    said = "Attendance at Centenary Celebration\n\nThe Council was told of it."
    assert people(f"Present: Ada Hull\n\n{said}") == [("Ada Hull", "", PRESENT)]


def test_sentences_after_a_list_may_say_who_else_was_present():
    said = (
        "20. The following members of the Committee were present: Ada Hull, Chair; Ben Marsh. "
        "Cleo Finch was present as the Treasury representative. Dora Gale was also present on "
        "2 March, as an observer."
    )
    names = {"Ada Hull", "Ben Marsh", "Cleo Finch", "Dora Gale"}
    assert {name for name, *_ in people(said)} == names
    at_the_end = f"Present: Flo Roe\n\n## 1. Roads\n\nMended.\n\n## 2. Close\n\n{said}"
    assert {name for name, *_ in people(at_the_end)} == {*names, "Flo Roe"}


def test_two_names_alone_are_two_people():
    assert [name for name, _, _ in people("In attendance: Ada Hull, Bea Marsh")] == [
        "Ada Hull", "Bea Marsh"]  # fmt: skip
    assert people("In attendance: Ada Hull, Town Clerk") == [("Ada Hull", "Town Clerk", PRESENT)]


def test_sentences_on_apologies_may_run_on_after_a_list():
    listed = (
        "Present: Ada Hull (Chair), Bea Marsh and Cid Roe. Apologies were received from Eve Tarn"
    )
    assert [(name, status) for name, _, status in people(listed)] == [
        ("Ada Hull", PRESENT), ("Bea Marsh", PRESENT), ("Cid Roe", PRESENT),
        ("Eve Tarn", APOLOGIES)]  # fmt: skip


def test_officials_of_a_body_with_a_long_name_are_a_group():
    welsh = "Swyddogion Cynulliad yr Afon yn bresennol"
    label = "River Assembly for Orlby officials in attendance"
    assert people(f"{welsh}\n\n{label}\n\nAda Hull\n\nBea Marsh") == [
        ("Ada Hull", "", PRESENT), ("Bea Marsh", "", PRESENT)]  # fmt: skip


def test_lists_set_in_capitals_are_read():
    listed = "PRESENT:\n\nCOUNCILLOR E.TARN, CHAIR, COUNCILLORS A. HULL, B. MARSH,\n\n"
    more = "S. ROE, D. QUILL AND E. FINCH.\n\nIN ATTENDANCE:\n\nMR. F. WELL, HEAD OF FINANCE"
    assert [name for name, _, _ in people(listed + more)] == [
        "Councillor E.Tarn", "A. Hull", "B. Marsh", "S. Roe", "D. Quill", "E. Finch",
        "Mr. F. Well"]  # fmt: skip


def test_names_with_their_initials_under_a_welcome_were_there():
    listed = "## 1. Welcome and introductions\n\nAda Hull (AH)\n\nBea Marsh (BM)"
    assert [name for name, _, _ in people(listed)] == ["Ada Hull", "Bea Marsh"]


def test_the_authors_of_minutes_were_not_all_there_and_aldermen_are_several():
    listed = "Authors: Cid Roe, Dan Quill\n\nPresent: Aldermen A Hull, B Marsh and C Tarn"
    assert [name for name, _, _ in people(listed)] == ["A Hull", "B Marsh", "C Tarn"]


def test_a_sentence_may_list_who_took_part():
    said = (
        "In addition to the Chair the following Directors participated in all or part of the "
        "meeting: Ada Hull (Vice-Chair), Bea Marsh, and Cid Roe."
    )
    absent = "The following members were absent: Dan Quill and Eve Tarn."
    assert [(name, status) for name, _, status in people(f"{said}\n\n{absent}")] == [
        ("Ada Hull", PRESENT), ("Bea Marsh", PRESENT), ("Cid Roe", PRESENT),
        ("Dan Quill", APOLOGIES), ("Eve Tarn", APOLOGIES)]  # fmt: skip


def test_labels_in_the_first_column_name_the_lists_beside_them():
    listed = (
        "| Force | DCC Ada Hull; Bea Marsh (Estates) |\n|---|---|\n"
        "| Sorry not to attend | Cleo Finch (leave) |"
    )
    assert people(listed) == [
        ("DCC Ada Hull", "", PRESENT),
        ("Bea Marsh", "Estates", PRESENT),
        ("Cleo Finch", "leave", APOLOGIES),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Apologies were received from Cllr Finch and Ms D Gale. Quorum was met.",
        "Apologies for absence were received from Cllr Finch (ill), who was away, and Ms D Gale.",
        "Cllr Finch and Ms D Gale had sent their apologies.",
        "Cllr Finch, Ms D Gale. Cllr Stow attended as substitute.",
        "Cllr Finch and Ms D Gale were absent.",
    ],
)
def test_apologies_are_read_under_their_item_also_in_prose(prose):
    found = roll(
        f"{HEADER}Present: Ada Hull\n\n## 1. Apologies\n\n{prose}\n\n## 2. Roads\n\nNoted."
    )
    assert [(person.name, person.attendance) for person in found.people] == [
        ("Ada Hull", PRESENT),
        ("Cllr Finch", APOLOGIES),
        ("Ms D Gale", APOLOGIES),
    ]


@pytest.mark.parametrize(
    "item",
    [
        "1. Apologies – apologies were received from Cllrs Cleo Finch and Dot Gale",
        "1. To Receive Apologies for Absence: Apologies were received from Cleo Finch and Dot Gale",
    ],
)
def test_apologies_may_stand_on_the_line_of_their_title(item):
    found = roll(f"{HEADER}Present: Ada Hull\n\n{item}\n\n2. Roads\n\nIt was noted.")
    assert [(person.name, person.attendance) for person in found.people[1:]] == [
        ("Cleo Finch", APOLOGIES),
        ("Dot Gale", APOLOGIES),
    ]


def test_apologies_that_were_received_are_read_under_any_heading():
    told = "The Chair spoke. Apologies were noted as having been received from Cllr Cleo Finch."
    found = roll(f"{HEADER}Present: Ada Hull\n\n## 1. Welcome\n\n{told}")
    assert [person.name for person in found.people] == ["Ada Hull", "Cllr Cleo Finch"]


def test_a_sentence_on_who_was_there_may_end_a_list():
    said = "1. Those Attending: Cllr A Hull, Cllr B Marsh. PCSO Cleo Finch was present for a time."
    names = {person.name for person in roll(f"{HEADER}{said}").people}
    assert names == {"Cllr A Hull", "Cllr B Marsh", "PCSO Cleo Finch"}


def test_a_surname_after_a_rank_is_the_person_named_in_full_before():
    listed = "Councillor Ada Hull Councillor Bea Marsh\n\nApologies from Cllr Marsh"
    assert people(listed) == [
        ("Councillor Ada Hull", "", PRESENT),
        ("Councillor Bea Marsh", "", APOLOGIES),
    ]


def test_a_name_that_comes_again_is_kept_once_as_it_came_first():
    assert people("Present: Ada HULL : Chair\n\nAbsent: Ada Hull, Member") == [
        ("Ada Hull", "Chair", PRESENT)
    ]


def test_initials_stand_for_a_name_listed_in_full():
    listed = "Present: Ada Hull (Chair), Bea Marsh, Cid Roe\n\nApologies: A Hull"
    assert [name for name, _, _ in people(listed)] == ["Ada Hull", "Bea Marsh", "Cid Roe"]


def test_members_may_be_excused_and_a_group_may_be_said_to_be_present():
    present = "Lock Board members present:\n\nAda Hull, member and chair;\n\nBea Marsh, member"
    listed = f"{present}\n\nMembers Excused: Cid Roe and Dan Quill"
    assert [(name, status) for name, _, status in people(listed)] == [
        ("Ada Hull", PRESENT),
        ("Bea Marsh", PRESENT),
        ("Cid Roe", APOLOGIES),
        ("Dan Quill", APOLOGIES),
    ]


def test_what_somebody_is_on_the_next_line_does_not_end_the_list():
    lines = ["Ada Hull", "Committee Chair", "Bea Marsh", "Cid Roe", "Substitute for Dan Quill"]
    listed = "\n\n".join(["Committee Members in Attendance", *lines, "Eve Tarn"])
    assert [name for name, _, _ in people(listed)] == [
        "Ada Hull",
        "Bea Marsh",
        "Cid Roe",
        "Eve Tarn",
    ]


def test_members_of_a_parliament_are_a_group():
    row = "| Members of the Senedd: | Ada Hull MS (Chair)<br>Bea Marsh MS |"
    listed = f"| Category | Names |\n|---|---|\n{row}"
    assert [name for name, _, _ in people(listed)] == ["Ada Hull MS", "Bea Marsh MS"]


def test_a_list_at_the_end_is_read_where_its_label_says_so():
    listed = (
        "The following members of the Committee were present:\n\nAda Hull, Chair\n\n"
        "Cleo Finch was present as the Treasury representative."
    )
    text = f"{HEADER}Present: none{ITEMS}\n\n{listed}"
    found = roll(text)
    assert found.people == (
        Person("Ada Hull", "Chair", PRESENT),
        Person("Cleo Finch", "Treasury representative", PRESENT),
    )


def test_people_of_whom_items_speak_are_not_those_who_attended():
    assert people("Present: Ada Hull") == [("Ada Hull", "", PRESENT)]


@pytest.mark.parametrize(
    ("listed", "chair"),
    [
        ("Chair: Ada Hull (Director)", "Ada Hull"),
        ("In the chair: Mr Hull\n\nMembers: Ms Marsh (Vice-Chair)", "Mr Hull"),
        (
            "Present: Bea Marsh (Vice-Chair), Ada Hull (Deputy Commissioner, in the Chair)",
            "Ada Hull",
        ),
        ("Cathaoirleach: Cllr Ada Hull", "Cllr Ada Hull"),
        ("Present: Ada Hull", ""),
    ],
)
def test_the_chair_is_whoever_is_labelled_so_or_whose_role_says_so(listed, chair):
    assert roll(f"{HEADER}{listed}{ITEMS}").chair == chair


@pytest.mark.parametrize(
    ("told", "name", "role"),
    [
        ("An Cathaoirleach, Cllr. A. Hull, presided.", "Cllr. A. Hull", "An Cathaoirleach"),
        ("DEPUTY ADA HULL IN THE CHAIR.", "Deputy Ada Hull", ""),
        ("The meeting was chaired by Ada Hull.", "Ada Hull", ""),
    ],
)
def test_a_sentence_may_say_who_chaired(told, name, role):
    found = roll(f"{HEADER}{told}{ITEMS}")
    assert (found.chair, found.people) == (name, (Person(name, role, PRESENT),))


@pytest.mark.parametrize(
    ("listed", "absent"),
    [
        ("*Ada Hull\n\nBea Marsh\n\n*attended", {"Bea Marsh"}),
        ("Ada Hull+\n\nBea Marsh\n\n+ Denotes absence from the meeting", {"Ada Hull"}),
        ("Ada Hull\n\nBea Marsh\n\n* attended", set()),
    ],
)
def test_a_sign_beside_a_name_says_what_the_line_under_the_list_explains(listed, absent):
    found = people(f"Members present:\n\n{listed}")
    assert {name for name, _, attendance in found if attendance is APOLOGIES} == absent
    assert len(found) == 2


def test_letters_before_the_names_are_explained_under_the_list():
    listed = "Councillors:\n\nP  Ada Hull (Chairman)\n\nA  Bea Marsh\n\nP: Present\n\nA: Apologies"
    assert people(listed) == [
        ("Ada Hull", "Chairman", PRESENT),
        ("Bea Marsh", "", APOLOGIES),
    ]


def test_a_group_within_a_list_is_named_as_the_list_says():
    assert people("APOLOGIES:- Councillors - Ada Hull, Bea Marsh.") == [
        ("Ada Hull", "", APOLOGIES),
        ("Bea Marsh", "", APOLOGIES),
    ]


def test_several_posts_label_names_alone():
    assert people("Present:\n\nDirectors: Ada Hull, Bea Marsh") == [
        ("Ada Hull", "", PRESENT),
        ("Bea Marsh", "", PRESENT),
    ]


def test_votes_by_name_are_no_attendance():
    votes = "\n\nFor\n\nCllrs A Hull, B Marsh\n\nAbsent\n\nCllrs C Finch, D Gale"
    assert roll(f"{HEADER}Present: Ada Hull{ITEMS}{votes}").people == (
        Person("Ada Hull", "", PRESENT),
    )


def test_surnames_are_kept_where_each_stands_on_a_line_of_a_list():
    found = people("Members present:\n\n• Hull,\n• Marsh and\n• Finch.\n\nNoted.")
    assert found == [("Hull", "", PRESENT), ("Marsh", "", PRESENT), ("Finch", "", PRESENT)]


def test_a_transcript_without_lists_names_its_speakers():
    turns = [
        "The Convener (Councillor Ada Hull): Good evening, I have apologies from Councillor Gale.",
        "Bea Marsh (Director of Housing): There were 418 households last Friday.",
        "Councillor Finch: How many of those have been placed?",
        "Bea Marsh (Director of Housing): Sixty-two of them, I think.",
        "Councillor Finch: And is anyone checking on them?",
        "Councillor Finch: Is there nothing more to say?",
    ]
    found = roll("\n\n".join(["Orlby Housing Committee", *turns]))
    assert found.people == (
        Person("Councillor Gale", "", APOLOGIES),
        Person("Councillor Ada Hull", "The Convener", PRESENT),
        Person("Bea Marsh", "Director of Housing", PRESENT),
        Person("Councillor Finch", "", PRESENT),
    )
    assert found.chair == "Councillor Ada Hull"


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            "An Cathaoirleach, Councillor Ada Hull, presided.\n\n"
            "I Láthair: Comhairleoirí / Councillors: Bea Marsh, Cleo Ní Bhriain\n\n"
            "Chief Executive: Dot Gale\n\nLeithscéalta: Councillor Ed Tóibín",
            ["Councillor Ada Hull", "Bea Marsh", "Cleo Ní Bhriain", "Dot Gale",
             "-Councillor Ed Tóibín"],
        ),
        (
            "Members Present: Ada Hull, Chair; Bea Marsh, Vice Chair; Cleo Finch "
            "Members Absent: Dot Gale (excused) Staff Present: Ed Stow, City Manager "
            "Quorum: A quorum was present.",
            ["Ada Hull", "Bea Marsh", "Cleo Finch", "-Dot Gale", "Ed Stow"],
        ),
        (
            "Present: Councillor Ada Hull (Chair), Councillors Bea M S Marsh, C Finch and D Gale"
            "\n\n"
            "Also in attendance: Councillors Ed Stow, Fay Lunn",
            ["Councillor Ada Hull", "Bea M S Marsh", "C Finch", "D Gale", "Ed Stow", "Fay Lunn"],
        ),
        (
            "Members present\n\nDame Ada Hull, in the Chair\n\nBea Marsh\n\n"
            "Apologies were received from Cleo Finch.",
            ["Dame Ada Hull", "Bea Marsh", "-Cleo Finch"],
        ),
        (
            "Present:\tAda Hull (AH)\tChair\n\tBea O'Neill (BON)\tMember\nApologies:\tCleo Finch",
            ["Ada Hull", "Bea O'Neill", "-Cleo Finch"],
        ),
        (
            "Members Present: A J Hull B Marsh Mrs C D Finch J Gale\n\nApology: E Stow F A Lunn",
            ["A J Hull", "B Marsh", "Mrs C D Finch", "J Gale", "-E Stow", "-F A Lunn"],
        ),
        (
            "Members Present:Ada Hull(Chair);Bea Marsh; Cleo Finch.\n\nApology:Dot Gale;Ed Stow.",
            ["Ada Hull", "Bea Marsh", "Cleo Finch", "-Dot Gale", "-Ed Stow"],
        ),
        (
            "Apologies for absence were received from Ada Hull AM, Bea Marsh AM, Cleo Finch AM "
            "and Dot Gale AM.",
            ["-Ada Hull AM", "-Bea Marsh AM", "-Cleo Finch AM", "-Dot Gale AM"],
        ),
    ],
    ids=["Irish council", "American", "Welsh council", "parliament", "tabs", "side by side",
         "glued", "letters"],
)  # fmt: skip
def test_lists_of_other_kinds_of_bodies_are_read(listed, expected):
    found = [("-" if status is APOLOGIES else "") + name for name, _, status in people(listed)]
    assert found == expected


def test_a_line_under_each_name_says_what_the_person_is():
    alternating = [
        *("Present:-", "Members", "Role", "Ada HULL (Vice Chair)", "Named by the Council"),
        *("Bea McGALE", "Chief Officer", "Cleo Finch", "Registered Nurse"),
        *("Non-members in attendance at request of the Clerk:-", "Dot Stow", "Head of Health"),
        *("Ed Lunn", "Audit Scotland", "Fay Rook", "Carers Centre"),
    ]
    assert [(name, role) for name, role, _ in people("\n\n".join(alternating))] == [
        ("Ada Hull", "Vice Chair, Named by the Council"),
        ("Bea McGALE", "Chief Officer"),
        ("Cleo Finch", "Registered Nurse"),
        ("Dot Stow", "Head of Health"),
        ("Ed Lunn", "Audit Scotland"),
        ("Fay Rook", "Carers Centre"),
    ]


def test_a_title_under_the_last_name_of_a_list_is_no_role():
    listed = ["Present:", "Ada Hull", "Bea Marsh", "Cleo Finch", "Welcome and business"]
    assert [(name, role) for name, role, _ in people("\n\n".join(listed))] == [
        ("Ada Hull", ""),
        ("Bea Marsh", ""),
        ("Cleo Finch", ""),
    ]


def test_those_who_participated_were_present_and_an_author_is_no_list():
    assert people(
        "Author: Mr E. Stow\n\nMembers participating\n\nAda Hull (Chair), Ian Harp AO"
    ) == [
        ("Ada Hull", "Chair", PRESENT),
        ("Ian Harp AO", "", PRESENT),
    ]


def test_whoever_is_in_the_chair_stands_first_in_a_list():
    listed = (
        "Present\n\nCllr. A. Hull in the Chair, Cllr. B. Marsh, Cllr. Mrs C. Finch and the Clerk."
    )
    assert [name for name, _, _ in people(listed)] == [
        "Cllr. A. Hull",
        "Cllr. B. Marsh",
        "Cllr. Mrs C. Finch",
    ]


def test_an_office_may_stand_before_the_name_in_a_list():
    listed = (
        "Present: Chair Ada Hull, Treasurer Bea Marsh, IT Secretary Cleo Finch, Dot Gale, Ed Stow"
    )
    assert people(listed) == [
        ("Ada Hull", "Chair", PRESENT),
        ("Bea Marsh", "Treasurer", PRESENT),
        ("Cleo Finch", "IT Secretary", PRESENT),
        ("Dot Gale", "", PRESENT),
        ("Ed Stow", "", PRESENT),
    ]


def test_somebody_who_was_also_there_does_not_end_the_list_before():
    listed = "Present: Cllrs Hull, Marsh and Finch. County Councillor Dot Gale was in attendance."
    assert len(people(listed)) == 4


def test_the_administration_is_listed_as_present():
    listed = "Absent:\n\nAda Hull, Councillor\n\nAdministration:\n\nBea Marsh, Director"
    assert [status for _, _, status in people(listed)] == [APOLOGIES, PRESENT]


def test_those_present_and_absent_may_be_told_in_one_paragraph():
    told = "Present at the meeting were the rector, Ada Hull; and the clerk, Ben Marsh."
    assert people(f"{told} Members Cleo Finch and Di West were absent.") == [
        ("Ada Hull", "rector", PRESENT),
        ("Ben Marsh", "clerk", PRESENT),
        ("Cleo Finch", "", APOLOGIES),
        ("Di West", "", APOLOGIES),
    ]


def test_apologies_may_be_received_from_those_after_the_label():
    assert people("Apologies: were received from Ada Hull (AH), Ben Marsh (BM).") == [
        ("Ada Hull", "", APOLOGIES),
        ("Ben Marsh", "", APOLOGIES),
    ]


def test_an_office_under_a_name_in_a_table_within_a_table_is_that_persons():
    inner = "".join(
        f"<tr><td>{name}</td><td>{office}</td></tr>"
        for name, office in [
            ("Cllr A Hull", "Chair"),
            ("Cllr B Marsh", ""),
            ("Cllr C Finch", "Clerk"),
        ]
    )
    absent = "<table><tr><td>Cllr D West</td></tr></table>"
    page = (
        f"<table><tr><td>Present</td><td><table>{inner}</table></td></tr>"
        f"<tr><td>Apologies</td><td>{absent}</td></tr></table>"
    )
    found = read_roll(open_tables(read_page(f"<html><body>{page}</body></html>").content)).people
    assert [(person.name, person.role, person.attendance) for person in found] == [
        ("Cllr A Hull", "Chair", PRESENT),
        ("Cllr B Marsh", "", PRESENT),
        ("Cllr C Finch", "Clerk", PRESENT),
        ("Cllr D West", "", APOLOGIES),
    ]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("Present: Commissioners Ada S. Hull, Ben Marsh, and Cleo Finch, Jr.",
         [("Ada S. Hull", ""), ("Ben Marsh", ""), ("Cleo Finch Jr", "")]),
        ("Present: Ada Hull\n\nApologies: Dame Bea Marsh Non – Executive Director",
         [("Ada Hull", ""), ("Dame Bea Marsh", "Non – Executive Director")]),
        ("Present:\n\nAda Hull Managing Director, Rail\n\nBen Marsh Member",
         [("Ada Hull", "Managing Director, Rail"), ("Ben Marsh", "Member")]),
        ("PRESENT\n\nHer Worship the Mayor (Clr Hull), Councillors Marsh (from 6pm and until 8pm), "
         "Finch (except from 7pm until 8pm) and Gale",
         [("Marsh", ""), ("Finch", ""), ("Gale", "")]),
        ("THOSE PRESENT WERE: Mayor Hull, Presiding; Commissioners Marsh, Finch and Gale, 3.",
         [("Mayor Hull", "Presiding"), ("Marsh", ""), ("Finch", ""), ("Gale", "")]),
        ("GADEIRYDD/ CHAIR: A Hull DEPUTY CHAIR: B Marsh\n\nYN BRESENNOL /IN ATTENDANCE: C Finch",
         [("A Hull", "GADEIRYDD/ CHAIR"), ("B Marsh", "DEPUTY CHAIR"), ("C Finch", "")]),
        ("Te Hunga kua Tae mai | present\n\nAda Hull |\n\n|\n\nBen Marsh",
         [("Ada Hull", ""), ("Ben Marsh", "")]),
        ("Närvarande\n\nAda Hull, ordförande\n\n–––\n\nBen Marsh",
         [("Ada Hull", "ordförande"), ("Ben Marsh", "")]),
        ("Members Present: Councillors Hull, Marsh and Finch Officials: C. Gale DOS, D. Stow EE,"
         "\n\nM. Reed EE, N. Wray SSO",
         [("Hull", ""), ("Marsh", ""), ("Finch", ""), ("C. Gale", "DOS"), ("D. Stow", "EE"),
          ("M. Reed", "EE"), ("N. Wray", "SSO")]),
        ("OFFICERS:-The Chief Constable, Mr A Hull, QPM; the Clerk, Mr S macMarsh",
         [("Mr A Hull", "QPM"), ("Mr S macMarsh", "")]),
        ("Present: Mr A Hull, PCC Link Officer, Mrs B Marsh",
         [("Mr A Hull", "PCC Link Officer"), ("Mrs B Marsh", "")]),
        ("Present: Temporary Chief Constable Ada Hull; Assistant Commissioner Ben Marsh (Crime)",
         [("Temporary Chief Constable Ada Hull", ""),
          ("Assistant Commissioner Ben Marsh", "Crime")]),
        ("Present:\n\nAda Hull, Orlby Trust\n\nBen Marsh, Mothers Against Blades (member)",
         [("Ada Hull", "Orlby Trust"), ("Ben Marsh", "Mothers Against Blades (member)")]),
        ("Staff Present:\n\nCAO/Clerk, Ada Hull\n\nOperations Manager, Ben Marsh",
         [("Ada Hull", "CAO/Clerk"), ("Ben Marsh", "Operations Manager")]),
        ("Others in attendance were: Ada Hull, Clerk of Court, Ben Marsh, County Attorney, Cleo "
         "Finch, Director of Finance, Dot Gale, Ed Stow.",
         [("Ada Hull", "Clerk of Court"), ("Ben Marsh", "County Attorney"),
          ("Cleo Finch", "Director of Finance"), ("Dot Gale", ""), ("Ed Stow", "")]),
        ("PRESENT: Mayor Hull, Councilmembers Marsh, Finch, and Gale. STAFF PRESENT: City Manager "
         "Stow, Assistant City Manager Reed, Fire Captain Wray, and City Clerk York.",
         [("Mayor Hull", ""), ("Marsh", ""), ("Finch", ""), ("Gale", ""),
          ("Stow", "City Manager"), ("Reed", "Assistant City Manager"),
          ("Wray", "Fire Captain"), ("York", "City Clerk")]),
        ("Members\n\nAda Hull\n\nVia electronic attendance\n\nBen Marsh",
         [("Ada Hull", ""), ("Ben Marsh", "")]),
        ("**Members present**\n\nDeputy Mayor for Policing Ada Hull (Chair); Cllr Ben Marsh"
         "\n\n**Great Orlby Police**\n\nCommissioner of Police Sir Cleo Finch; Dot Gale (Funds)",
         [("Ada Hull", "Deputy Mayor for Policing, Chair"), ("Cllr Ben Marsh", ""),
          ("Sir Cleo Finch", "Commissioner of Police"), ("Dot Gale", "Funds")]),
        ("Present: Ada Hull; Ben Marsh\n\n### Question 1 – Mr Hull: houses are being burgled\n\n"
         "- Cleo Finch, who let two houses",
         [("Ada Hull", ""), ("Ben Marsh", "")]),
        ("Present: Ada Hull; Ben Marsh\n\n## 1. Apologies\n\nRESOLVED that an apology by "
         "Mr Finch be accepted and leave granted.",
         [("Ada Hull", ""), ("Ben Marsh", ""), ("Mr Finch", "")]),
        ("Cllrs A Hull, B Marsh (Mayor), C Finch,\n\nD Gale and E Stow\n\nF Reed, Acting Clerk",
         [("A Hull", ""), ("B Marsh", "Mayor"), ("C Finch", ""), ("D Gale", ""), ("E Stow", ""),
          ("F Reed", "Acting Clerk")]),
    ],
)  # fmt: skip
def test_lists_of_more_bodies_are_read(listed, expected):
    assert [(name, role) for name, role, _ in people(listed)] == expected


@pytest.mark.parametrize(
    "told",
    [
        "Chair Ada Hull called the meeting to order. Board members present were Ada Hull and "
        "Ben Marsh. All those present stood.",
        "The Mayor welcomed Councillors Ada Hull and Ben Marsh to their first meeting.",
        "The meeting was attended by Ada Hull and Ben Marsh.",
        "The Board met at 7 p.m. with the following members present: Ada Hull, Ben T. Marsh, Jr. "
        "and Cleo Finch. Chairman Hull opened it.",
    ],
)
def test_a_sentence_may_tell_who_was_there(told):
    assert [name for name, *_ in people(told)][0] == "Ada Hull"
    assert "Marsh" in people(told)[1][0]


@pytest.mark.parametrize(
    "said",
    [
        "MINUTES OF A MEETING OF THE FULL COUNCIL",
        "Senator Hull, I have ruled on that matter and stand by it.",
        "## 9. Welcome and meeting facilitation\n\nMinutes:\n\n"
        "Ada Hull, Service Manager (Democracy), was acting as facilitator for the meeting where "
        "needed and, upon being invited, assisted the Chair.",
        "Apologies\n\nMayoral Minute",
    ],
)
def test_headings_and_sentences_about_somebody_list_nobody(said):
    assert people(said) == []


def test_a_label_over_a_table_speaks_for_names_in_each_of_its_columns():
    listed = (
        "Apologies: Dot Gale\n\nMembers present:\n\n| Ada Hull | Bea Marsh |\n|--|--|\n"
        "| Cleo Finch | Evan Stow |"
    )
    assert people(listed) == [
        ("Dot Gale", "", APOLOGIES),
        ("Ada Hull", "", PRESENT),
        ("Bea Marsh", "", PRESENT),
        ("Cleo Finch", "", PRESENT),
        ("Evan Stow", "", PRESENT),
    ]


def test_a_party_beside_a_name_is_nobody():
    listed = "Present:\n\n| Ada Hull | Plaid Cymru |\n|--|--|\n| Bea Marsh | Llafur Labour |"
    assert [name for name, *_ in people(listed)] == ["Ada Hull", "Bea Marsh"]


def test_an_office_after_a_name_with_initials_is_no_label():
    assert people(
        "Present:\n\nAda Hull (AHU)   Councillor/Chair\n\nBea Marsh (BMA)   Councillor"
    ) == [
        ("Ada Hull", "AHU", PRESENT),
        ("Bea Marsh", "BMA", PRESENT),
    ]


def test_a_name_in_capitals_is_no_list_under_its_first_word():
    found = read_roll(open_tables(read_text(f"CYNGOR ORLBY A MARSH{ITEMS}").content)).people
    assert found == ()


def test_what_stands_over_a_table_speaks_for_its_rows():
    listed = (
        "Members present\n\n| Name | Organisation |\n|---|---|\n"
        "| Ada Hull | Fairwatch Orlby |\n| Ben Marsh | Orlby Vale |"
    )
    assert people(listed) == [
        ("Ada Hull", "Fairwatch Orlby", PRESENT),
        ("Ben Marsh", "Orlby Vale", PRESENT),
    ]


def test_a_register_says_of_each_whether_they_were_there_whatever_table_stands_over_it():
    over = "| Venue: | Library | Clerk: | Flo Roe |"
    titles = "| Name | Initials | Governor type | Term ends | Present |"
    rows = (
        "| Ada Hull (Chair) | AH | Co-opted | 11/05/26 | Yes |\n"
        "| Ben Marsh | BM | Parent | 02/02/25 | No |\n"
        "| Revd Cleo Finch | CF | Foundation | 02/02/25 | Apologies |"
    )
    found = roll(f"{HEADER}{over}\n|---|---|---|---|\n{titles}\n{rows}{ITEMS}").people
    assert found == (
        Person("Ada Hull", "Chair, Co-opted", PRESENT, "AH"),
        Person("Ben Marsh", "Parent", APOLOGIES, "BM"),
        Person("Revd Cleo Finch", "Foundation", APOLOGIES, "CF"),
    )


def test_a_part_of_the_minutes_is_nobody():
    listed = "Apologies\n\nMr Ada Hull; Professor Ben Marsh.\n\nPART A – OPENING BUSINESS"
    assert [name for name, *_ in people(listed)] == ["Mr Ada Hull", "Professor Ben Marsh"]


def test_a_table_of_the_agenda_under_the_lists_names_nobody():
    listed = (
        "| Attendees | |\n|---|---|\n| Ada Hull (AH) | Ben Marsh (BM) |\n"
        "| Apologies | |\n| Cleo Finch (CF) | |\n\n"
        "Agenda\n\n| Item | Description | Lead |\n|---|---|---|\n"
        "| 5 | Harbour Review - Core Reference Dataset | BM |\n| 6 | Midweek Presentation | AH |"
    )
    assert [name for name, *_ in people(listed)] == ["Ada Hull", "Ben Marsh", "Cleo Finch"]


def test_where_each_of_a_list_is_from_is_nobody_even_if_it_may_be_a_name():
    each = ("Ada Hull, Orlby Council", "Ben Marsh, Treasury", "Cleo Finch, Health Trust")
    listed = "\n\n".join(("Present", *each, "Dan Gale, Marsh Survey"))
    assert people(listed)[-1] == ("Dan Gale", "Marsh Survey", PRESENT)


def test_two_names_on_a_line_of_names_are_two_people():
    listed = "\n\n".join(("Present", "Ada Hull", "Ben Marsh", "Cleo Finch", "Dan Gale, Eve Roe"))
    assert [name for name, *_ in people(listed)][-2:] == ["Dan Gale", "Eve Roe"]


def test_a_list_that_semicolons_part_is_no_speech_whatever_colon_is_in_it():
    listed = (
        "Officers Present\n\nAda Hull: Head of Roads; Ben Marsh E.E.; C. Finch: Clerk to Orlby."
    )
    assert [name for name, *_ in people(listed)] == ["Ada Hull", "Ben Marsh", "C. Finch"]


def test_the_last_holder_of_an_office_stands_before_the_stop():
    listed = "Officials: Director, Roads (Mr. A. Hull), Clerical Officer (Ms. B. Marsh)."
    assert people(listed)[-1] == ("Ms. B. Marsh", "Clerical Officer", PRESENT)


def test_whoever_a_report_is_by_holds_no_office_of_that_name():
    listed = "Present: Ada Hull\n\nReport on policing in Orlby District (Supt. Ben Marsh)"
    assert [name for name, *_ in people(listed)] == ["Ada Hull"]


@pytest.mark.parametrize("told", ["welcomed everyone to", "outlined what was planned for"])
def test_what_somebody_said_of_the_place_lists_nobody(told):
    said = f"Ben Marsh, Hall Trustee, {told} the Orlby Hall and its gardens. He also thanked all."
    listed = f"Apologies:\n\nDirector (Ms. A. Hull)\n\n{said}"
    assert "Ben Marsh" not in [name for name, *_ in people(listed)]


@pytest.mark.parametrize("title", ["The people who came along", "Who attended", "People who came"])
def test_those_who_came_are_listed_under_a_heading_at_the_end(title):
    text = f"{HEADER}## Roads\n\nIt was agreed to mend them.\n\n## {title}\n\n* Ada Hull, Orlby"
    assert [person.name for person in roll(text).people] == ["Ada Hull"]


def test_names_and_posts_may_have_brackets_and_a_last_name_after_and():
    listed = (
        "Present: Ada Hull, Deputy Clerk, Cora Marsh, Senior Officer (Roads), Dan Finch, "
        "Senior Officer (Bins) and Eve Roe, Staff Officer (Corporate)"
    )
    assert people(listed) == [
        ("Ada Hull", "Deputy Clerk", PRESENT),
        ("Cora Marsh", "Senior Officer (Roads)", PRESENT),
        ("Dan Finch", "Senior Officer (Bins)", PRESENT),
        ("Eve Roe", "Staff Officer (Corporate)", PRESENT),
    ]


def test_the_name_of_an_officer_may_stand_in_brackets_under_the_office():
    assert people(
        "THE SPEAKER OF THE HOUSE\n\n(Mr Cy Finch OBE)\n\nThe Honourable Chief Executive\n\n"
        "(Mr Dan Gale)\n\nThe Honourable Dr Ada Hull\n\n(Elected Member for Orlby)\n\n"
        "PERSONS ENTITLED TO ATTEND\n\nThe Acting Attorney General (Eve Stone)"
    )[1:] == [
        ("Mr Dan Gale", "Honourable Chief Executive", PRESENT),
        ("The Honourable Dr Ada Hull", "Elected Member for Orlby", PRESENT),
        ("Eve Stone", "Acting Attorney General", PRESENT),
    ]


def test_those_who_stand_in_for_others_are_named_each():
    found = people("Acting Members present: Dan Gale for Ben Marsh and Eve Stone for Cy Finch.")
    assert found == [
        ("Dan Gale", "for Ben Marsh", PRESENT),
        ("Eve Stone", "for Cy Finch", PRESENT),
    ]


def test_members_are_named_surname_first_with_the_place_that_returned_them():
    assert people(
        "Hull, Ada M., Orlby-East (ND), Chair\n\nFinch, Cy (Fells PC)\n\n"
        "Stone Reed, Eve (Fells) (PC)\n\nHull, Marsh (Chair)"
    )[:3] == [
        ("Ada M. Hull", "Orlby-East (ND), Chair", PRESENT),
        ("Cy Finch", "Fells PC", PRESENT),
        ("Eve Stone Reed", "Fells, PC", PRESENT),
    ]


def test_a_line_under_a_list_of_members_says_what_the_sign_before_a_name_means():
    found = people(
        "Chair: Ada Hull\n\n† Finch, Cy (Orlby) (Ind)\n\nGale, Dan (Esk) (LD)\n\n"
        "† attended the Committee"
    )
    assert [(name, status) for name, _, status in found][1:] == [
        ("Cy Finch", PRESENT),
        ("Dan Gale", APOLOGIES),
    ]


def test_senators_are_listed_by_their_surnames_under_their_rank():
    found = people("The Honourable Senators\n\nHull, Marsh, De Gale, *Stone, St. Reed, Wood")
    assert [name for name, _, _ in found] == [
        "Hull", "Marsh", "De Gale", "Stone", "St. Reed", "Wood",
    ]  # fmt: skip


def test_an_official_report_names_who_presides_and_who_speaks():
    said = "I thank the House for that answer today."
    text = (
        f"The House\n\n[Jo Finch in the Chair]\n\nAda Hull (Orlby) (Ind): {said}\n\n"
        f"Ben Marsh (Esk) (Ind): {said}"
    )
    assert [person.name for person in roll(text).people] == ["Jo Finch", "Ada Hull", "Ben Marsh"]


def test_a_session_of_parliament_is_nobody():
    found = people("2013 Legislative Session: First Session, 40th Parliament\n\nPresent: Ada Hull")
    assert [name for name, _, _ in found] == ["Ada Hull"]


def test_a_post_whose_words_a_hyphen_joins_is_nobody():
    found = people(
        "Present\n\nMr A Hull, Deputy Director-General, Research Department\n"
        "Ms B Marsh, Deputy Director-General, Monetary Affairs Department"
    )
    assert [(name, role) for name, role, _ in found] == [
        ("Mr A Hull", "Deputy Director-General, Research Department"),
        ("Ms B Marsh", "Deputy Director-General, Monetary Affairs Department"),
    ]


def test_a_surname_in_capitals_belongs_to_the_one_name_after_a_rank():
    found = people(
        "Members Present:\n\nHon Ada HULL\nHon Christine LOH\nHon Emily LAU Wai-hing, JP"
    )
    assert [name for name, _, _ in found] == [
        "Hon Ada Hull",
        "Hon Christine Loh",
        "Hon Emily Lau Wai-hing",
    ]


def test_a_surname_alone_is_that_of_the_one_speaker_who_has_it():
    said = "I thank the House for that answer, and the officers for their work on it today."
    turns = "".join(
        f"{name}: {said}\n\n"
        for name in (
            "Hon. Ada Hull (Minister of Ferries)",
            "Mr. Ben Marsh (Esk)",
            "Mr. Al Finch (Tay)",
        )
        * 3
    )
    text = f"Members present:\n\nHon. Ms. Hull, Mr. Marsh, Mr. Orr\n\n{turns}"
    assert [(person.name, person.role) for person in roll(text).people][:3] == [
        ("Hon. Ada Hull", "Minister of Ferries"),
        ("Mr. Ben Marsh", "Esk"),
        ("Mr. Orr", ""),
    ]


def test_a_surname_in_a_list_is_that_of_the_one_person_named_in_full_before():
    found = people(
        "Chairperson: Ms Ada Hull (Esk)\n\nPresent:\n\nMs Marsh, Messrs. Finch, Hull, Orr"
    )
    assert [name for name, _, _ in found] == ["Ms Ada Hull", "Ms Marsh", "Finch", "Orr"]
