"""What a document says of its meeting: date, times, venue, status, next meeting, links."""

from datetime import date, time

import pytest

from index.facts import read_facts
from index.meeting_dates import lines_on_next_meeting, next_meeting, said_of_next


def facts(*header, text="", **given):
    return read_facts(header, text or "\n".join(header), **given)


def test_a_line_that_says_what_document_it_is_lists_nobody():
    lines = ("Minutes of the Orlby PC July Meeting", "Minutes of the meeting held on 8 July 2004")
    post = {"date": "2004-08-01", "categories": "orlby"}
    assert facts(*lines, front_matter=post).date == date(2004, 7, 8)


def test_the_date_is_the_first_that_is_the_meetings_own():
    found = facts(
        "Published 3 January 2022", "Transport Board", "Created: 4/1/2022", "21 December 2021"
    )
    assert found.date == date(2021, 12, 21)


def test_a_title_says_more_of_the_date_than_a_date_alone_over_it():
    held = "Report of the Transport Board Meeting held 10am on Friday 3rd July 2020"
    assert facts("Monday, 14 September 2020", held).date == date(2020, 7, 3)
    agreed = "Roads: the report of the panel held in May was received on 3 July 2020"
    assert facts("Monday, 14 September 2020", agreed).date == date(2020, 9, 14)


def test_the_date_under_a_title_goes_before_a_date_alone_over_it():
    lines = ("Press office", "22 February 2017", "Minutes of the Rate Board", "8 February 2017")
    assert facts(*lines).date == date(2017, 2, 8)


def test_a_label_with_a_number_names_no_body():
    lines = (
        "1.1 Place: Orlby Assembly Rooms, Bank Street Trust",
        "1.2 Date of Rate Board meeting: 15 May 2019",
    )
    assert facts(*lines).body == "Rate Board"


def test_a_labelled_date_goes_before_another_and_that_of_a_meeting_held_before_one_alone():
    notice = "The Assembly has been dissolved. The election is on 5 May 2016."
    assert facts(notice, "Date: 24 May 2011").date == date(2011, 5, 24)
    held = "A meeting of the Rate Board was held in the Head Office on 22 January 2019"
    assert facts("20 March 2019", held).date == date(2019, 1, 22)
    told = "The discussions took place on January 22 and 23, 2019"
    assert facts("March 20, 2019", told).date == date(2019, 1, 22)


def test_minutes_that_are_confirmed_do_not_date_the_meeting():
    confirmed = ["To confirm the Minutes of the meeting held on 30 March 2023",
                 "That the Minutes of the meeting held on 30 March 2023 be signed",
                 "1.2 The Minutes of 30 March 2023 were approved."]  # fmt: skip
    assert facts("Transport Board", *confirmed).date is None


def test_the_date_may_stand_under_the_first_person_of_a_letterhead():
    found = facts("High Street, Orlby", "Head Teacher: Ada Hull", "Governors, 3 July 2020")
    assert (found.date, found.body) == (date(2020, 7, 3), "Governors")


def test_a_document_without_a_date_has_none():
    found = facts("Transport Board", "Minutes")
    assert (found.date, found.start_time, found.end_time) == (None, None, None)


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        (["21 December 2021 1000-1300 hrs"], time(10), time(13)),
        (["21 December 2021", "2pm to 4.30pm, tea at 1.30pm"], time(14), time(16, 30)),
        (["14.10.25, Weir Room, 10.30 am"], time(10, 30), None),
        (["21 December 2021"], None, None),
    ],
)
def test_times_are_read_beside_the_date_or_elsewhere_at_the_top(header, start, end):
    found = facts(*header)
    assert (found.start_time, found.end_time) == (start, end)


@pytest.mark.parametrize(
    ("closing", "end"),
    [
        ("The meeting closed at 12.35 pm.", time(12, 35)),
        ("Finished 12:35", time(12, 35)),
        ("The meeting closed at 9.15 am.", None),
        ("The Board noted the report.", None),
    ],
)
def test_the_end_is_read_from_the_closing_lines(closing, end):
    header = "21 December 2021 at 10.00 am"
    assert facts(header, text=f"{header}\nItems\n{closing}").end_time == end


@pytest.mark.parametrize(
    ("header", "venue"),
    [
        (["Venue: Town Hall, Orlby"], "Town Hall, Orlby"),
        (["Where Ferrier Hall"], "Ferrier Hall"),
        (["Minutes of a meeting held in the Corn Loft, Sheep Street, on Monday 22 September 2025"],
         "Corn Loft, Sheep Street"),
        (["Remote Access Meeting (using Zoom Technology)"], "remote"),
        (["Hybrid: Town Hall and online"], ""),
        (["21 December 2021"], ""),
    ],
)  # fmt: skip
def test_the_venue_is_read_where_it_is_said(header, venue):
    assert facts(*header).venue == venue


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("DRAFT MINUTES", "draft"),
        ("Unapproved minutes", "draft"),
        ("Minutes (approved)", "approved"),
        ("Confirmed minutes", "approved"),
        ("Minutes", ""),
    ],
)
def test_the_status_is_read_where_printed(line, status):
    assert facts(line).status == status


def test_the_title_is_the_line_that_says_what_the_document_is():
    assert facts("Transport Board", "Minutes of the meeting").title == "Minutes of the meeting"
    assert facts("Transport Board").title == ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tuesday 25th January 2022", date(2022, 1, 25)),
        ("25 January at 10.00", date(2022, 1, 25)),
        ("not 1 December 2021 but 25 January 2022", date(2022, 1, 25)),
        ("to be arranged", None),
    ],
)
def test_the_next_meeting_is_after_this_one(line, expected):
    assert next_meeting([line], date(2021, 12, 21)) == expected


def test_without_a_date_of_its_own_only_a_complete_date_is_the_next():
    assert next_meeting(["25 January", "25 January 2022"], None) == date(2022, 1, 25)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was late. The next meeting is on 25 January.", "next meeting is on 25 January."),
        ("Next Board: 25 January", "Next Board: 25 January"),
        ("The next step is a review.", ""),
    ],
)
def test_what_is_said_of_the_next_meeting_begins_where_it_is_named(text, said):
    assert said_of_next(text) == said


def test_the_lines_on_the_next_meeting_come_latest_first_and_a_label_with_its_next_line():
    text = "Due by the next meeting.\nThe next meeting is in May.\nFuture meetings:\n25 January"
    assert lines_on_next_meeting(text) == [
        "Future meetings: 25 January",
        "next meeting is in May.",
    ]


def test_what_front_matter_says_corrects_the_document():
    found = facts(
        "Transport Board",
        "21 December 2021",
        front_matter={"body": "Eskmarsh Forum", "date": "2021-12-20", "status": "DRAFT"},
    )
    assert (found.body, found.date, found.status) == ("Eskmarsh Forum", date(2021, 12, 20), "draft")


def test_the_day_on_which_a_page_was_posted_is_not_the_meetings():
    header = ("Transport Board", "21 December 2021")
    posted = {"date": "2022-01-05", "categories": ""}
    assert facts(*header, front_matter=posted).date == date(2021, 12, 21)
    assert facts("Transport Board", front_matter=posted).date == date(2022, 1, 5)


def test_the_day_from_which_a_meeting_was_moved_is_not_its_date():
    found = facts("Moved from Tuesday 14th December 2021, Transport Board - 21 December 2021")
    assert found.date == date(2021, 12, 21)


def test_a_title_in_front_matter_serves_where_the_document_says_nothing():
    title = {"title": "Transport Board minutes 21 December 2021"}
    found = facts("Present:", "Ada Hull", "Minutes of 3 May 2021 agreed", front_matter=title)
    assert (found.body, found.date) == ("Transport Board", date(2021, 12, 21))
    title = {"title": "Minutes from PFO meeting held 01 June 2022"}
    assert facts("Present:", "Ada Hull", front_matter=title).body == "PFO"


def test_the_way_to_a_web_page_names_the_body_where_the_page_does_not():
    way = {
        "title": "Orlby Parliament - Minutes",
        "breadcrumb": "Home > Council > Boats Panel > Minutes",
    }
    found = facts("Minutes", "4 March 2025", front_matter=way)
    assert found.body == "Orlby Parliament, Boats Panel"
    assert facts("Minutes of the Lock Board", front_matter=way).body == "Lock Board"
    site = {"title": "Minutes", "breadcrumb": "Home > Your council", "site": "Orlby Parish Council"}
    assert facts("Minutes", "4 March 2025", front_matter=site).body == "Orlby Parish Council"


@pytest.mark.parametrize(
    "name",
    ["20211221 minutes.pdf", "Board 21122021.pdf", "board-21.12.2021.pdf", "21 Dec 2021.pdf"],
)
def test_the_file_name_dates_a_meeting_only_as_a_last_resort_and_says_so(name):
    found = facts("Transport Board", file_name=name)
    assert found.date == date(2021, 12, 21)
    assert found.notes == ("the date was taken from the file's name",)
    assert facts("Transport Board, 3 May 2020", file_name=name).notes == ()


def test_months_come_first_where_the_document_writes_them_so():
    assert facts("Board, 3/4/2021").date == date(2021, 4, 3)
    assert facts("Board, 3/4/2021", text="due 12/21/2021").date == date(2021, 3, 4)


def test_a_heading_set_letter_by_letter_is_read():
    found = facts("BOROUGH OF ORLBY", "L I C E N S I N G C O M M I T T E E", "8 July 2025")
    assert found.body == "Borough of Orlby, Licensing Committee"


def test_a_year_may_stand_on_the_next_line():
    assert facts("Meeting date: Wednesday, 17 September", "2025").date == date(2025, 9, 17)


def test_a_row_of_a_calendar_is_no_date_of_a_meeting():
    row = " ".join(f"{day} May 2012" for day in range(1, 8))
    assert facts(row, "Journal for 16 May 2012").date == date(2012, 5, 16)


def test_the_day_of_a_post_completes_a_day_without_its_year():
    top = ("Orlby Parish Council", "Minutes of the meeting held on Tuesday 23rd July at 7.30pm")
    posted = {"date": "2013-09-10", "categories": "minutes"}
    assert facts(*top, front_matter=posted).date == date(2013, 7, 23)
    assert facts(*top, front_matter=posted | {"date": "2014-01-02"}).date == date(2013, 7, 23)
    assert facts(*top, front_matter={"date": "2013-09-10"}).date == date(2013, 9, 10)


def test_what_is_approved_is_of_another_meeting_whatever_minutes_it_is():
    said = "The public minutes of the meeting held on 28 October 2019 were approved as correct."
    assert facts("Transport Board", said).date is None
    previous = "2. Minutes of the previous Ordinary Meeting held on 16 July 2008 (circulated)"
    assert facts("Transport Board", previous).date is None
    held = "Minutes of the Transport Board held on 4 May 2021. Two fares were agreed."
    assert facts(held).date == date(2021, 5, 4)


def test_the_day_of_minutes_goes_before_one_alone_over_them():
    title = "Minutes of Annual General Meeting on 2 September 2009"
    assert facts("Wednesday, 16 September 2009", title).date == date(2009, 9, 2)
    under = ["Orlby Town Council", "Tuesday, August 28, 2007", "Minutes August", "Please note",
             "Minutes of Orlby Town Council held on Monday, 6th August 2007"]  # fmt: skip
    assert facts(*under).date == date(2007, 8, 6)


def test_people_under_a_number_name_no_body():
    found = facts("PL21/081   PRESENT", "Marsh and Hull", "Ada Gale (Town Clerk)")
    assert found.body == ""


def test_minutes_with_a_date_go_before_the_day_of_the_post_over_them():
    found = facts("Friday, October 19, 2012", "Orlby Vestry Minutes - September 17, 2012")
    assert found.date == date(2012, 9, 17)


def test_the_day_on_which_a_meeting_was_goes_before_that_of_its_publication():
    found = facts("4 May 2025 Bank of Orlby", "Minutes of the", "Rates Meeting",
                  "on March 3 and 4, 2025")  # fmt: skip
    assert found.date == date(2025, 3, 3)


def test_the_body_of_a_sentence_goes_before_the_kind_of_its_meeting():
    said = "A Rates Meeting of the Orlby Loans Panel was held in Orlby on Tuesday, 4 March 2025."
    assert facts("Minutes of the Rates Meeting", "4 March 2025", said).body == "Orlby Loans Panel"


def test_minutes_that_name_no_body_are_those_of_their_general_meeting():
    assert facts("Annual General Meeting — 8 March 2007").body == "Annual General Meeting"


def test_the_title_of_a_post_names_the_day_of_the_meeting():
    said = "Here is what the Orlby branch talked of."
    posted = {"date": "2018-11-20", "categories": "meeting"}
    titled = posted | {"title": "Branch meeting minutes - 19th November 2018"}
    assert facts(said, front_matter=titled).date == date(2018, 11, 19)
    later = posted | {"title": "Minutes, to be agreed on 3 December 2018"}
    assert facts(said, front_matter=later).date == date(2018, 11, 20)


def test_a_title_page_sets_a_name_over_several_lines():
    lines = ("ORLBY HOUSE OF ASSEMBLY", "COMMITTEE", "ON", "HUMAN RESOURCES", "26 July 2016")
    found = facts(*lines)
    assert (found.body, found.date) == (
        "Orlby House of Assembly, Committee on Human Resources",
        date(2016, 7, 26),
    )
