"""The name of the body is found among the lines at the top of its minutes."""

import pytest

from index.bodies import (
    body_called,
    body_named_in,
    body_of_members,
    first_name_in,
    initials,
    with_organisation,
)
from index.deciding import body_of_the_meeting, body_that_decides, body_that_sits


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (["STRATEGIC POLICING AND CRIME BOARD", "Notes"], "Strategic Policing and Crime Board"),
        (["Minutes of the Eskmarsh Fire Panel held on 4 March"], "Eskmarsh Fire Panel"),
        (["Notes of a meeting of the Eskmarsh Fire Panel, Orlby"], "Eskmarsh Fire Panel"),
        (["Eskmarsh Fire Panel: minutes of 4 March 2025"], "Eskmarsh Fire Panel"),
        (["Eskmarsh and the Fells Fire Forum notes of the autumn meeting"],
         "Eskmarsh and the Fells Fire Forum"),
        (["Eskmarsh Town Council", "Joint Environment and Open Spaces Committee"],
         "Joint Environment and Open Spaces Committee"),
        (["REPORT OF PROCEEDINGS OF HOUSE OF DEPUTIES", "Orlby, 4 March 2025"],
         "House of Deputies"),
        (["PARKS, PATHS AND PUBLIC PLAY COMMITTEE"], "Parks, Paths and Public Play Committee"),
        (["AN COMHCHOISTE UM CHUANTA AGUS GNÍOMHÚ AR SON NA FARRAIGE JOINT COMMITTEE ON HARBOURS "
          "AND SEA DEFENCE", "The Joint Committee met at 11 a.m."],
         "Joint Committee on Harbours and Sea Defence"),
        (["SELECT STANDING COMMITTEE ON HARBOURS, SEA DEFENCE AND FORESHORES"],
         "Select Standing Committee on Harbours, Sea Defence and Foreshores"),
        (["SELECT STANDING COMMITTEE ON HARBOURS AND SEA WALLS, FERRY CROSSINGS, OPEN BEACHES AND "
          "PRIVATE PIERS"],
         "Select Standing Committee on Harbours and Sea Walls, Ferry Crossings, Open Beaches and "
         "Private Piers"),
        (["Journals of the Senate", "4 March 2025"], "Senate"),
        (["Department of the Legislative Council, Orlby Government"], "Legislative Council"),
        (["ESKMARSH POLICE BOARD", "held at the Council House"], "Eskmarsh Police Board"),
        (["Eskmarsh Joint Audit Committee OPEN"], "Eskmarsh Joint Audit Committee"),
        (["May 2019 Annual Orlby Parish Meeting Minutes"], "Annual Orlby Parish Meeting"),
        (["The Orlby Board met on Tuesday, 6th September"], "Orlby Board"),
        (["ESKMARSH NHS TRUST", "Minutes of 4 March"], "Eskmarsh NHS Trust"),
        (["Minutes of Eskmarsh User Group 4th meeting"], "Eskmarsh User Group"),
        (["Note of Eskmarsh User Group"], "Eskmarsh User Group"),
        (["Eskmarsh Forum", "Room 1, Council House, Orlby"], "Eskmarsh Forum"),
        (["CONTROL ROOM BOARD (CRB)"], "Control Room Board"),
        (["Eskmarsh & the Fells RURAL CRIME AND WILDLIFE FORUM"],
         "Eskmarsh & the Fells Rural Crime and Wildlife Forum"),
        (["ESKMARSH CITY COUNCIL COMMUNITY SAFETY SCRUTINY COMMITTEE"],
         "Community Safety Scrutiny Committee"),
        (["Fire Board Minutes", "ESKMARSH COUNTY FIRE BOARD"], "Eskmarsh County Fire Board"),
        (["Parish Council minutes", "Minutes of Orlby Parish Council"], "Orlby Parish Council"),
        (["NOTES FROM THE ORLBY TOWN COUNCIL SPECIAL GENERAL MEETING"], "Orlby Town Council"),
        (["Orlby School Parent Council AGM"], "Orlby School Parent Council"),
        (["MARKET ORLBY", "PARISH COUNCIL", "4 March 2025"], "Market Orlby Parish Council"),
        (["Minutes of parish council meeting held on 4 March"], "Parish Council"),
        (["Town of Orlby", "Board members present were Ada Hull and Bea Marsh"], ""),
        (["PL21/081 Board"], ""),
        (["Minutes of the meeting of the Orlby Hall Charity Trustee meeting held on 4 March"],
         "Orlby Hall Charity Trustee"),
        (["ESKMARSH OPCC", "Performance & Accountability Meeting 14.10.25 Weir Room"],
         "Eskmarsh OPCC, Performance & Accountability Meeting"),
        (["Concise Minutes - Culture, Sport and Media Committee"],
         "Culture, Sport and Media Committee"),
        (["Orlby Fire Committee Formal Minutes"], "Orlby Fire Committee"),
        (["Committee Rooms 4-5, Council House"], ""),
        (["House of Lords Journal", "Select Committee Report"], "House of Lords"),
        (["Orlby Assembly Blue Heron Logo", "Boats Committee"], "Boats Committee"),
        (["Town Council Update – 4 March 2025"], "Town Council"),
        (["Seanad Éireann díospóireacht -", "Gnó na Seanad"], "Seanad Éireann"),
        (["BOARD OF COMMISSIONERS", "OF ORLBY COUNTY"], "Board of Commissioners of Orlby County"),
        (["The Board of Boats, in and for Orlby, convened in the hall"], "Board of Boats"),
        (["Marsh District Council", "Minutes of Orlby Area Committee meeting held on 4 March"],
         "Marsh District Council, Orlby Area Committee"),
        (["Fire Panel", "Minutes of Orlby Area Committee meeting held on 4 March"],
         "Orlby Area Committee"),
        (["ORLBY FIRE AUTHORITY", "Minutes of the Orlby Fire Authority held on 4 March"],
         "Orlby Fire Authority"),
        (["Minutes of the Annual Parish Meeting of Electors held in the Tin Hall"],
         "Annual Parish Meeting of Electors"),
        (["JOINT COMMITTEE ON FARMS, FISHERIES AND FOOD"],
         "Joint Committee on Farms, Fisheries and Food"),
        (["Web Committee Meeting", "The Panel on Boats, of the Council, met in private at 9"],
         "Panel on Boats"),
        (["Joint Panel on Boats", "The Joint Panel met at 9.30"], "Joint Panel on Boats"),
        (["The Board opened the meeting with a report"], "Board"),
        (["The Orlby Boats Committee"], "Orlby Boats Committee"),
        (["COMMITTEE ON BOATS, BRIDGES AND LOCKS - 4/3/2025 - Swing bridges"],
         "Committee on Boats, Bridges and Locks"),
        (["ORLBY NATIONAL ASSEMBLY DEBATES"], "Orlby National Assembly"),
        (["House of Commons Journal"], "House of Commons"),
        (["Boats Forum for Wales Wednesday, 4 March 2025"], "Boats Forum for Wales"),
        (["Cabinet", "Committee Room 2"], "Cabinet"),
        (["Committee Room 2", "Orlby Cabinet"], "Orlby Cabinet"),
        (["COMMITTEE MEETING", "These are the minutes of the Interest Rate Committee meeting held"],
         "Interest Rate Committee"),
        (["Minutes of the Meeting of the Court of Directors held on 4 March",
          "The Court acts as a unitary board"], "Court of Directors"),
        (["Minutes of Eskmarsh-Orlby Municipal District, Offices of the Town"],
         "Eskmarsh-Orlby Municipal District"),
        (["Minutes of the Extra-Ordinary Full Council Meeting"], "Full Council"),
        (["Minutes of the Open Market Committee January 28–29"], "Open Market Committee"),
        (["Minutes of Orlby Annual Parish Council Meeting held in the hall"],
         "Orlby Parish Council"),
        (["Moved from 9th October 2018, Fire Panel - Tuesday, 2nd October, 2018",
          "Venue: Committee Room 3 - Council House"], "Fire Panel"),
        (["Committee on Petitions debate -", "Business of Joint Committee"],
         "Committee on Petitions"),
        (["Minutes of 11 December 2024 Audit Board Meeting"], "Audit Board"),
        (["Confirmed Fire Board Meeting Minutes - May 14 2014"], "Fire Board"),
        (["Policing Board for Monday 18th February 2019, Crown Buildings"], "Policing Board"),
        (["Orlby Community Council held their meeting remotely"], "Orlby Community Council"),
        (["A meeting of the Bank of Orlby Rate Board was held in May"],
         "Bank of Orlby Rate Board"),
        (["Minutes of Annual Meeting of Hope Street Residents Association held in May"],
         "Hope Street Residents Association"),
        (["Full Council - 5th May 2020", "Minutes of Orlby Parish Council held online"],
         "Orlby Parish Council"),
        (["These are the Audit Board Meeting minutes from 11 December"], "Audit Board"),
        (["Note of the Science Council 12th open meeting"], "Science Council"),
        (["Orlby Assembly (Plenary)", "Contact: Ada Hull, Committee Manager; Tel: 1"],
         "Orlby Assembly"),
        (["Meeting Venue:", "Committee Room 2", "Fire Panel"], "Fire Panel"),
        (["MINUTES OF THE INTEREST RATE COUNCIL DECISION-MAKING MEETING"],
         "Interest Rate Council"),
        (["2015-10-22 Fire Panel Meeting"], "Fire Panel"),
        (["Minutes of the Orlby PC July Meeting", "Meeting of the Orlby Parish Council held"],
         "Orlby Parish Council"),
        (["PLACE, DATE, AND PARTICIPANTS", "Date of Rate Board meeting: 15 May 2019"],
         "Rate Board"),
        (["AGM Minutes | Orlby Hall Rambling Society"], "Orlby Hall Rambling Society"),
        (["MINUTES OF THE MEETING OF THE MUNICIPAL DISTRICT OF", "ORLBY HELD IN THE HALL"],
         "Municipal District of Orlby"),
        (["Minutes of the", "Orlby Lock Board", "held on 4 March"], "Orlby Lock Board"),
        (["MINUTES OF THE COUNCIL", "THE COUNCIL CHAMBERS, ORLBY"], "Council"),
        (["Meeting notes Lock Design WG"], "Lock Design WG"),
        (["Community Council Boats Working Group"], "Community Council Boats Working Group"),
        (["Joint Committee on Boats and Locks debate -", "Business of Joint Committee"],
         "Joint Committee on Boats and Locks"),
        (["Name of Committee Lock Council"], "Lock Council"),
        (["City Council of the City of Orlby 12", "THE COUNTY COUNCIL OF THE CITY OF ORLBY",
          "The County Council of the City of Orlby met at the Hall"],
         "County Council of the City of Orlby"),
        (["MINUTES OF THE ANNUAL MEETING OF ST ADA’S PARISH", "CHURCH, ORLBY held on 4 March"],
         "St Ada’s Parish Church"),
        (["Orlby (Without) and Marsh Gardens Association Meeting 6.30pm"],
         "Orlby (Without) and Marsh Gardens Association"),
        (["Minutes of the Committee Meeting of the Orlby Gardens Society held at the Club"],
         "Orlby Gardens Society, Committee"),
        (["2 July 2018, Council Chamber"], ""),
        (["Eskmarsh Custody Visitors", "ANNUAL MEETING – 4 March 2025"], ""),
        (["minutes", "4 March 2025"], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_the_body_is_named_as_printed(header, name):
    assert body_named_in(header) == name


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (["ESKMARSH DISTRICT COUNCIL", "MINUTES of the PLANNING COMMITTEE held in Orlby"],
         "Eskmarsh District Council, Planning Committee"),
        (["NHS ESKMARSH CLINICAL COMMISSIONING GROUP", "GOVERNING BODY"],
         "NHS Eskmarsh Clinical Commissioning Group, Governing Body"),
        (["THE UNIVERSITY OF ESKMARSH", "Minutes of the ordinary meeting of the Senate, Orlby"],
         "The University of Eskmarsh, Senate"),
        (["Eskmarsh NHS Trust", "Minutes of the Board of Directors"],
         "Eskmarsh NHS Trust, Board of Directors"),
        (["Eskmarsh Rowing Club", "Minutes of the Committee Meeting"],
         "Eskmarsh Rowing Club, Committee"),
        (["Safer Eskmarsh Partnership – Steering Group"],
         "Safer Eskmarsh Partnership, Steering Group"),
        (["Steering Group", "Notes of the Eskmarsh Partnership"], "Steering Group"),
    ],
)  # fmt: skip
def test_a_short_name_comes_after_that_of_its_organisation(header, name):
    assert body_named_in(header) == name


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("Strategic Policing and Crime Board", "spcb"),
        ("Eskmarsh & the Fells Forum", "eff"),
        ("Cabinet", "cabinet"),
        ("", ""),
    ],
)
def test_initials_leave_small_words_out(body, short):
    assert initials(body) == short


def test_a_body_without_a_word_for_one_is_the_first_name_at_the_top():
    header = ["Minutes of 4 March 2025", "Eskmarsh Custody Visitors"]
    assert first_name_in(header) == "Eskmarsh Custody Visitors"
    assert first_name_in(["Agenda and minutes", "Items", "No. Item", "Mtg No: 63", "Monday"]) == ""
    assert first_name_in(["Committee Rooms 4-5, City Hall, The Queen’s Walk, Orlby"]) == ""
    assert first_name_in(["Minutes of 4 March 2025", "Present: Ada Hull, Bea Marsh"]) == ""


def test_a_name_like_a_persons_is_that_of_a_body_where_persons_are_not_to_be_expected():
    assert first_name_in(["Minutes May 2009 | Orlby Watermen History"]) == ""
    title = ["Minutes May 2009 | Orlby Watermen History"]
    assert first_name_in(title, among_people=True) == "Orlby Watermen History"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Welcome to the Open Data User Group.", "Open Data User Group"),
        ("Welcome.", "ODUG"),
    ],
)
def test_a_body_called_by_its_initials_is_named_in_full_where_the_text_does(text, name):
    for title in ("Minutes of the 27th ODUG meeting", "Minutes of ODUG 2007 AGM"):
        assert body_called([title], text) == name


def test_a_name_that_begins_with_initials_is_no_kind_of_meeting():
    assert body_called(["OSMarsh:UK 2018 AGM Minutes"], "") == "OSMarsh:UK"
    assert body_called(["OpenMARSH Annual Meeting 2017"], "") == "OpenMARSH"
    assert body_called(["AGM Minutes"], "") == ""


def test_a_call_is_a_meeting_of_the_body_called_by_initials():
    assert body_called(["OTF Teleconference of 4 March 2025"], "") == "OTF"


def test_initials_on_a_line_of_their_own_or_with_stops_name_a_body():
    assert body_called(["St Ada's, Orlby", "PCC"], "") == "PCC"
    assert body_called(["Minutes of O.H.G.A. Annual General Meeting"], "") == "O.H.G.A."
    assert body_called(["DRAFT", "FINAL"], "") == ""


def test_members_name_the_body_by_its_initials_where_nothing_else_does():
    assert (
        body_of_members("Ada Hull, OTF Chair\nBea Marsh, OTF member\nCid Roe, QRS member") == "OTF"
    )
    assert body_of_members("Ada Hull, OTF Chair") == ""


def test_a_heading_letter_by_letter_is_closed_up():
    assert body_named_in(["A U D I T B O A R D"]) == "Audit Board"


@pytest.mark.parametrize("line", ["Mr Hull", "Paul Quill", "Column 183 Left"])
def test_a_person_or_a_number_names_no_body(line):
    assert first_name_in([line, "Eskmarsh Custody Visitors"]) == "Eskmarsh Custody Visitors"


@pytest.mark.parametrize("line", ["Home > Your Council > Agenda", "Posts Tagged ‘Orlby Notes’"])
def test_how_a_web_page_says_where_it_stands_is_no_name_of_a_body(line):
    assert body_named_in([line]) == first_name_in([line]) == ""


def test_the_place_where_it_was_held_and_those_present_are_no_name_of_a_body():
    header = ["Draft minutes held on 4 March, at the Welfare Hall, Orlby Heath", "Councillors Hull"]
    assert first_name_in(header) == ""


def test_a_name_in_small_letters_stands_before_its_committee():
    line = "Market orlby allotments association minutes of committee meeting 26/11/2015"
    assert body_named_in([line]) == "Market orlby allotments association, Committee"


def test_a_month_before_the_name_is_no_part_of_it():
    assert body_named_in(["Minutes of the November 2023 Council meeting"]) == "Council"


def test_initials_in_brackets_may_stand_within_the_name():
    name = "Orlby Marsh Nature Reserve (OMN) Advisory Board"
    assert body_named_in([name]) == name


def test_what_proceedings_relate_to_is_no_part_of_the_name():
    assert body_named_in(["Proceedings of the Boats Committee relating to the Report"]) == (
        "Boats Committee"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Parish Council RESOLVED to pay.\nThe Chair agreed.", "Parish Council"),
        (
            "The Orlby Board noted this. The Fire Panel noted it. The Fire Panel agreed.",
            "Fire Panel",
        ),
        ("The minutes of the Fire Panel held on 4 March 2025 were approved.", "Fire Panel"),
        ("The Minutes of the Cabinet meeting held on 4 March were confirmed.", "Cabinet"),
        ("The Chief Constable agreed. The Board resolved to pay.", ""),
        ("A report of the Fire Panel was noted.", ""),
    ],
)
def test_the_body_that_decides_is_taken_where_the_top_names_none(text, name):
    assert body_that_decides(text) == name


def test_a_sentence_says_whose_meeting_was_held():
    said = "A Rates Meeting of the Orlby Loans Panel was held in Orlby on Tuesday, 4 March 2025."
    assert body_of_the_meeting(["Minutes of the Rates Meeting", said]) == "Orlby Loans Panel"
    assert body_of_the_meeting(["A meeting of parents was held"]) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CONTENTS\nPapers\nTHE\nPARLIAMENT OF\nORLBY\n4 March 2025\nThe House met at 10 am.",
         "Parliament of Orlby"),
        ("ROADS\nStanding Committee on Roads\nChair: Hull, Ada", "Standing Committee on Roads"),
        ("The Orlby Parliament\n[MR SPEAKER: Hon. A Hull in the Chair]", "Orlby Parliament"),
        ("Roads Committee\nThe clerk gave a report of its last meeting.", ""),
    ],
)  # fmt: skip
def test_a_body_may_be_named_over_the_lines_that_say_how_it_sat(text, name):
    assert body_that_sits(text) == name


def test_an_office_of_several_duties_is_named_whole():
    name = "Orlby Police, Fire and Crime Commissioner"
    assert first_name_in([name, "Question Time"]) == name


def test_what_is_registered_as_a_charity_is_an_organisation():
    line = "Orlby Village Hall (Registered Charity No, 12345) Minutes of the General Meeting"
    assert first_name_in([line]) == "Orlby Village Hall"
    assert first_name_in(["Orlby Village Hall Minutes of the General Meeting"]) == ""


@pytest.mark.parametrize(
    ("body", "header", "named"),
    [
        ("Board of Directors", "Orlby NHS Trust", "Orlby NHS Trust, Board of Directors"),
        ("Planning Committee", "Planning Committee, 4 March 2025", "Planning Committee"),
        ("Orlby Parish Council", "Marsh District Council", "Orlby Parish Council"),
        ("", "Orlby NHS Trust", ""),
    ],
)
def test_the_organisation_of_a_short_name_may_stand_at_the_top_of_the_pages(body, header, named):
    assert with_organisation(body, [header]) == named


def test_a_company_is_an_organisation_and_no_apostrophe_ends_a_name():
    lines = ["Orlby Homes Limited", "Minutes of the Board of Directors’ Meeting"]
    assert body_named_in(lines) == "Orlby Homes Limited, Board of Directors"
