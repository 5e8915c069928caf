"""The venue is read where the lines at the top say it."""

import pytest

from index.venue import venue_of


@pytest.mark.parametrize(
    ("lines", "venue"),
    [
        (["Venue: Town Hall, Orlby"], "Town Hall, Orlby"),
        (["Where Ferrier Hall"], "Ferrier Hall"),
        (["Minutes of a meeting held in the Corn Loft, Sheep Street, on Monday 22 September 2025"],
         "Corn Loft, Sheep Street"),
        (["Meeting held on 6 November 2025 at 10.00 am, Committee Room 2, Orlby"],
         "Committee Room 2, Orlby"),
        (["Minutes of the meeting, Service Headquarters, Orlby, Wednesday 17 May 2025, 2.00pm"],
         "Service Headquarters, Orlby"),
        (["14 May 2013, 14:00-17:00", "ODI, 65 Clifton Street, London, EC2A 4JE"],
         "ODI, 65 Clifton Street, London, EC2A 4JE"),
        (["10 January 2025, 1.30pm – Room B, Civic Offices (hybrid)"], "Room B, Civic Offices"),
        (["Remote Access Meeting (using Zoom Technology)"], "remote"),
        (["MEETING HELD AT ORLBY CHURCH TUESDAY 21st DECEMBER 2021"], "ORLBY CHURCH"),
        (["Venue: Teams only"], "remote"),
        (["Hybrid: Town Hall and online"], ""),
        (["Minutes of the Board held in public, 14 March 2024"], ""),
        (["21 December 2021", "IN ROOM 106, COUNTY BUILDINGS"], "ROOM 106, COUNTY BUILDINGS"),
        (["Meeting Venue:", "Committee Room 2"], "Committee Room 2"),
        (["TIME – 12:15 p.m.", "LOCATION – Orlby, Esk"], "Orlby, Esk"),
        (["Minutes of the Court of Directors held on 2 December 2021"], ""),
        (["Minutes of the Board Meeting in Public"], ""),
        (["21 December 2021", "Members had come to place weight on the outlook."], ""),
        (["21 December 2021"], ""),
    ],
)  # fmt: skip
def test_the_venue_is_read_where_it_is_said(lines, venue):
    assert venue_of(lines, 0) == venue
