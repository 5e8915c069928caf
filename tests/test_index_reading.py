"""Whole documents become records, with every word kept and every offset exact."""

import html
import io
import re
from collections import Counter
from datetime import date, time
from pathlib import Path

import pytest
from docx import Document

from eval.matching import letters_of, words_until_found
from eval.questions import read_questions
from index.errors import UnreadableMinutes
from index.minutes import Attendance, Link, LinkKind, Passage, PassageKind, Person
from index.overrides import Overrides
from index.reading import read_meeting

ROOT = Path(__file__).parent.parent
INVENTED = [ROOT / "eval" / name for name in ("fictional", "training")]
DOCUMENTS = sorted(
    path
    for folder in (ROOT / "corpus", *INVENTED)
    for path in folder.iterdir()
    if path.suffix != ".toml"
)
NAMES = [path.name for path in DOCUMENTS]
TAG = re.compile(r"<(style|script)\b.*?</\1>|<!--.*?-->|</?[a-zA-Z!][^<>]*>", re.DOTALL)


@pytest.fixture(scope="module")
def meetings():
    return {path.name: read_meeting(path.name, path.read_bytes()) for path in DOCUMENTS}


@pytest.fixture(scope="module")
def board_2021(meetings):
    return meetings["2021-12-21-strategic-policing-and-crime-board.txt"]


@pytest.fixture(scope="module")
def board_2024(meetings):
    return meetings["2024-12-17-accountability-and-governance-board.txt"]


def words_of(source):
    """How often each word stands in a source, tags and mark-up apart."""
    return Counter(re.findall(r"[^\W_]+", html.unescape(TAG.sub(" ", source))))


def lines_of(meeting):
    for passage in meeting.passages:
        if passage.context:
            yield passage.context
        yield from passage.lines


def minutes(text, **settings):
    return read_meeting("march.txt", text.encode(), Overrides(**settings))


def test_the_documents_are_there():
    assert len(DOCUMENTS) >= 38


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_every_word_of_the_source_is_read_or_reported_and_none_is_added(path, meetings):
    meeting = meetings[path.name]
    read = words_of(meeting.text)
    for left in meeting.left_out:
        assert left.reason
        read += words_of(left.text)
    published = words_of(path.read_text(encoding="utf-8"))
    assert (published - read, read - published) == (Counter(), Counter())


@pytest.mark.parametrize("name", NAMES)
def test_all_text_stands_in_a_heading_a_context_or_a_line(name, meetings):
    meeting = meetings[name]
    outside = list(meeting.text)
    spans = [(line.start, line.end) for line in lines_of(meeting)]
    for start, end in [*spans, *((item.start, item.heading_end) for item in meeting.items)]:
        outside[start:end] = " " * (end - start)
    # Between the entries of an attendance list only their separators may stand.
    assert set("".join(outside)) <= set(" \n,;./")


@pytest.mark.parametrize("name", NAMES)
def test_every_line_and_heading_is_a_slice_of_the_reading_text(name, meetings):
    meeting = meetings[name]
    for line in lines_of(meeting):
        assert meeting.text[line.start : line.end] == line.text
    for item in meeting.items[1:]:
        heading = meeting.text[item.start : item.heading_end]
        assert item.title in heading
        assert item.number in heading
        assert item.minute_ref in heading
        assert item.section in heading.replace("\n", " ")


@pytest.mark.parametrize("name", NAMES)
def test_lines_stand_in_their_item_in_document_order(name, meetings):
    meeting = meetings[name]
    at = 0
    for passage in meeting.passages:
        item = meeting.item(passage)
        assert item.start <= passage.start
        assert passage.end <= item.end
        for line in passage.lines:
            assert at <= line.start
            at = line.end


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_reading_twice_gives_equal_records(path, meetings):
    assert read_meeting(path.name, path.read_bytes()) == meetings[path.name]


def test_answering_spans_stand_in_a_single_passage(meetings):
    shown = {
        name: [letters_of(_shown(passage)) for passage in meeting.passages]
        for name, meeting in meetings.items()
    }
    found = {
        (question.id, span.quote): any(
            words_until_found(letters_of(span.quote), passage) is not None
            for document in question.documents
            for passage in shown[document]
        )
        for folder in INVENTED
        for question in read_questions(folder.with_name(f"{folder.name}-questions.jsonl"))
        for span in question.spans
    }
    apart = [key for key, together in found.items() if not together]
    assert len(found) > 2000
    assert len(apart) <= len(found) / 100, apart


def _shown(passage: Passage) -> str:
    context = [passage.context] if passage.context else []
    return "\n".join(line.text for line in (*context, *passage.lines))


def test_each_document_gets_an_id_of_its_own(meetings):
    assert len({meeting.id for meeting in meetings.values()}) == len(meetings)


def test_every_invented_body_and_date_is_found(meetings):
    assert [name for name, meeting in meetings.items() if not (meeting.body and meeting.date)] == []


def test_the_2021_meeting_says_what_it_was(board_2021):
    assert board_2021.id == "spcb-2021-12-21"
    assert board_2021.body == "Strategic Policing and Crime Board"
    assert board_2021.title.startswith("Notes of Meeting Held on Tuesday 21st December 2021")
    assert board_2021.date == date(2021, 12, 21)
    assert (board_2021.start_time, board_2021.end_time) == (time(10), time(13))
    assert board_2021.venue == "remote"
    assert board_2021.next_meeting == date(2022, 1, 25)
    assert board_2021.warnings == ()


def test_the_2024_meeting_says_what_it_was(board_2024):
    assert board_2024.id == "agb-2024-12-17"
    assert board_2024.body == "Accountability and Governance Board"
    assert board_2024.date == date(2024, 12, 17)
    assert (board_2024.start_time, board_2024.end_time) == (None, None)
    assert board_2024.next_meeting == date(2025, 1, 28)
    assert board_2024.warnings == ()


def test_the_2021_attendance_list_is_read_whole(board_2021):
    attendances = Counter(person.attendance for person in board_2021.people)
    assert attendances == {Attendance.PRESENT: 28, Attendance.APOLOGIES: 1}
    present = Attendance.PRESENT
    for person in (
        Person("Simon Foster", "Chair, Police and Crime Commissioner", present),
        Person(
            "Evan Jones",
            "Head of Child Criminal Exploitation Development, St Giles Trust",
            present,
        ),
        Person("Tom McNeil", "Assistant Police and Crime Commissioner", present),
        Person("Charmaine Burton", "Board Member", Attendance.APOLOGIES),
    ):
        assert person in board_2021.people


def test_the_2024_attendance_list_is_read_whole(board_2024):
    assert len(board_2024.people) == 9
    assert board_2024.people[2] == Person(
        "Craig Guildford", "Chief Constable, WMP", Attendance.PRESENT
    )


def test_the_2021_links_are_told_apart(board_2021):
    assert board_2021.links == (
        Link(LinkKind.RECORDING, "https://www.youtube.com/watch?v=eWt6CoZubGk&t=7s"),
        Link(LinkKind.PAPERS, "https://www.westmidlands-pcc.gov.uk/archive/spcb-december-2021/"),
    )


def test_the_2021_items_keep_their_numbers_references_and_sections(board_2021):
    items = board_2021.items[1:]
    assert [item.number for item in items] == [str(number) for number in range(1, 12)]
    assert [item.minute_ref for item in items] == [f"0{number}/21" for number in range(74, 85)]
    assert [(item.number, item.section) for item in items if item.section] == [
        ("6", "REGULAR ITEMS"),
        ("8", "PARTNERSHIP PRESENTATION"),
    ]
    assert [item.title for item in items[:5]] == [
        "PCC Update",
        "Notes of the Last Meeting",
        "Questions from Members of the Public",
        "Questions from Members of the Board",
        "Rebuilding Community Policing",
    ]


def test_the_2024_items_keep_their_presenters(board_2024):
    items = board_2024.items[1:]
    assert [item.number for item in items] == ["1", "2", "3", "4", "5", "6", "7", "8", "", "9"]
    assert [item.title for item in items[7:]] == [
        "Police and Crime Plan",
        "Date of Next Meeting",
        "CLOSE",
    ]
    assert {item.number: item.presenters for item in items if item.presenters} == {
        "6": ("DCC Scott Green",),
        "7": ("Nikki Penniston", "CS Kim Madill"),
        "8": ("Arron Cullen",),
    }


@pytest.mark.parametrize(
    ("name", "asker", "questions"),
    [
        ("2021-12-21-strategic-policing-and-crime-board.txt", "Bhupinder Gakhal", 3),
        ("2024-12-17-accountability-and-governance-board.txt", "DPCC Wasim Ali", 2),
    ],
)
def test_who_asked_is_kept_with_the_question(name, asker, questions, meetings):
    asked = [passage for passage in meetings[name].passages if passage.asked_by]
    assert [passage.asked_by for passage in asked] == [asker] * questions
    for passage in asked:
        assert passage.kind is PassageKind.QUESTION
        assert asker in passage.context.text
        assert passage.lines


def test_the_action_of_the_2024_meeting_is_an_action_under_its_question(board_2024):
    (action,) = [each for each in board_2024.passages if each.kind is PassageKind.ACTION]
    assert action.context.text.startswith("Provide further information on the national business")
    assert [line.text for line in action.lines] == [
        "ACTION: This information was not available and a written response will be provided for "
        "the Commissioner"
    ]


SMALL = """Orlby Fire Panel

Minutes of 4 March 2025 at 10.00 am

## 1. Roads

Noted.

## 2. Next meeting

6 May at 10.00 am. See https://example.org/agenda
"""


def test_a_small_document_is_read():
    meeting = minutes(SMALL)
    assert meeting.id == "ofp-2025-03-04"
    assert meeting.next_meeting == date(2025, 5, 6)
    assert meeting.source.file_name == "march.txt"
    assert meeting.source.media_type == "text/plain"
    assert meeting.warnings == ()


def test_what_is_set_for_a_document_wins_over_what_it_says():
    meeting = minutes(
        SMALL,
        body="Orlby Fire Authority",
        date=date(2025, 3, 5),
        title="Corrected minutes",
        status="approved",
        source_url="https://example.org/minutes",
        papers="https://example.org/papers",
    )
    assert meeting.id == "ofa-2025-03-05"
    assert (meeting.body, meeting.date) == ("Orlby Fire Authority", date(2025, 3, 5))
    assert (meeting.title, meeting.status) == ("Corrected minutes", "approved")
    assert meeting.links == (
        Link(LinkKind.ORIGINAL, "https://example.org/minutes"),
        Link(LinkKind.PAPERS, "https://example.org/papers"),
    )


def test_an_id_that_is_set_is_that_of_the_passages_too():
    meeting = minutes(SMALL, id="orlby-1")
    assert meeting.id == "orlby-1"
    assert {passage.meeting_id for passage in meeting.passages} == {"orlby-1"}


def test_what_was_not_found_is_warned_about():
    meeting = minutes("the notes are short.")
    assert re.fullmatch("meeting-undated-[0-9a-f]{8}", meeting.id)
    assert [warning.partition(";")[0] for warning in meeting.warnings] == [
        "no date was found",
        "no name of the body was found",
        "no agenda items were found",
    ]
    assert len(meeting.items) == len(meeting.passages) == 1


def test_undated_documents_of_one_body_do_not_share_an_id():
    assert minutes("Orlby Fire Panel\n\nOne.").id != minutes("Orlby Fire Panel\n\nTwo.").id


def test_people_under_an_item_about_apologies_sent_theirs():
    meeting = minutes(
        SMALL.replace("1. Roads\n\nNoted.", "1. Apologies\n\nCllr Ada Hull (work), Bea Marsh (ill)")
    )
    assert meeting.people == (
        Person("Cllr Ada Hull", "work", Attendance.APOLOGIES),
        Person("Bea Marsh", "ill", Attendance.APOLOGIES),
    )


def test_people_in_a_table_are_read_by_its_cells():
    table = (
        "| Present: | Organisation |\n|--|--|\n| Ada Hull | VRP Director |\n| Bea Marsh | Police |"
    )
    meeting = minutes(SMALL.replace("## 1.", f"{table}\n\n## 1."))
    assert meeting.people == (
        Person("Ada Hull", "VRP Director", Attendance.PRESENT),
        Person("Bea Marsh", "Police", Attendance.PRESENT),
    )


@pytest.mark.parametrize(
    "data", [b"", b"   \n", b"<html><body><p> </p></body></html>", b"---\n\n---"]
)
def test_a_file_without_text_is_refused_by_name(data):
    with pytest.raises(UnreadableMinutes, match=r"^march\.txt: .*; .*(replace|publish) it"):
        read_meeting("march.txt", data)


def test_items_name_other_bodies_and_the_days_of_other_meetings():
    said = "Members heard that the work had begun and would end in the spring."
    titles = ["Welcome", "Apologies", "Minutes of 4 May 2020 of the Fire Panel", "Roads"]
    items = [f"{number}. {title}\n\n{said}" for number, title in enumerate(titles, 1)]
    meeting = read_meeting("m.txt", "\n\n".join(["Agenda and minutes", *items]).encode())
    assert len(meeting.items) == 5
    assert (meeting.body, meeting.date) == ("", None)


def test_the_title_of_a_web_page_names_the_body_where_the_page_does_not():
    page = (
        "<html><head><title>Orlby Parliament - Boats</title></head><body><h2>{}</h2></body></html>"
    )
    read = [
        read_meeting("a.html", page.format(top).encode()) for top in ("4 May 2024", "Boats Panel")
    ]
    assert [meeting.body for meeting in read] == ["Orlby Parliament", "Boats Panel"]


def test_the_first_item_names_no_body_where_nothing_stands_above_it():
    said = "Members noted that prices had risen in the spring and would fall.\n\n"
    meeting = read_meeting("a.txt", f"International Markets\n{said}Prices at Home\n{said}".encode())
    assert (meeting.body, len(meeting.items)) == ("", 3)


def test_a_row_that_says_of_what_the_meeting_was_names_the_body():
    rows = "| Meeting | Health and Care Board |\n| Date | 4 March 2025 |\n| Venue | Fell Room |"
    meeting = read_meeting(
        "march.md", f"Orlby City Council\n\n# Minutes\n\n{rows}\n\n{SMALL}".encode()
    )
    assert meeting.body == "Orlby City Council, Health and Care Board"


def test_the_header_of_the_pages_may_name_the_organisation():
    file = io.BytesIO()
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Orlby NHS Trust"
    document.add_paragraph("Minutes of the Board of Directors’ Meeting")
    document.add_paragraph("Held on 4 March 2025")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Present", "Ada Hull, Chair"
    document.add_paragraph("1. Roads")
    document.save(file)
    meeting = read_meeting("march.docx", file.getvalue())
    assert meeting.body == "Orlby NHS Trust, Board of Directors"
