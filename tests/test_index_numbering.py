"""Numbers and minute references are told apart in every form that bodies print."""

import pytest

from index.numbering import AGENDA_NUMBER, counts_up, numbering, order


@pytest.mark.parametrize(
    ("text", "number", "reference", "title"),
    [
        ("1. Apologies", "1", "", "Apologies"),
        ("1) Apologies", "1", "", "Apologies"),
        ("(3) Global developments", "3", "", "Global developments"),
        ("Item 2: Roads", "2", "", "Roads"),
        ("ITEM III – Roads", "III", "", "Roads"),
        ("ITEM IV –Ada Hull, Ferry Fund", "IV", "", "Ada Hull, Ferry Fund"),
        ("Agenda item 2 – Performance", "2", "", "Performance"),
        ("Agenda Item No. 4 Adjournment", "4", "", "Adjournment"),
        ("ITEM NO. 4 Adjournment", "4", "", "Adjournment"),
        ("08/21:02 MINUTES", "", "08/21:02", "MINUTES"),
        ("MINUTE 12 – BUDGET", "12", "", "BUDGET"),
        ("MIN. 12 BUDGET", "12", "", "BUDGET"),
        ("RESOLUTION L.31: MINUTES", "", "L.31", "MINUTES"),
        ("077/21 Item 4: Questions", "4", "077/21", "Questions"),
        ("2023/45 Finance", "", "2023/45", "Finance"),
        ("23/107   Apologies", "", "23/107", "Apologies"),
        ("PL/24/017 Old Forge", "", "PL/24/017", "Old Forge"),
        ("C/123/24 CONFIRMATION OF MINUTES", "", "C/123/24", "CONFIRMATION OF MINUTES"),
        ("3-2324/8 - Election of Chair", "", "3-2324/8", "Election of Chair"),
        ("2024-06_3. PUBLIC TIME", "", "2024-06_3", "PUBLIC TIME"),
        ("014-18 2 APOLOGIES", "2", "014-18", "APOLOGIES"),
        ("14377 POLICE MATTERS", "14377", "", "POLICE MATTERS"),
        ("23-24/FRA/1 Election of Chair", "", "23-24/FRA/1", "Election of Chair"),
        ("C.112 Harbour dues", "", "C.112", "Harbour dues"),
        ("Cou/285/07-08 Harbour dues", "", "Cou/285/07-08", "Harbour dues"),
        ("CM-05-24 Votes of sympathy", "", "CM-05-24", "Votes of sympathy"),
        ("38/05/18 Harbour dues", "", "38/05/18", "Harbour dues"),
        ("12/05/18 Harbour dues", "", "", "12/05/18 Harbour dues"),
        ("22.1 PREVIOUS LOG", "22.1", "", "PREVIOUS LOG"),
        ("1.0 Welcome", "1.0", "", "Welcome"),
        ("1APOLOGIES To be received", "1", "", "APOLOGIES To be received"),
        ("*450 Petitions", "450", "", "Petitions"),
        ("7i) The Code", "7i", "", "The Code"),
        ("Item 6ii): Principles", "6ii", "", "Principles"),
        ("3(a) Budget", "3(a)", "", "Budget"),
        ("IV. Public time", "IV", "", "Public time"),
        ("II PUBLIC TIME", "II", "", "PUBLIC TIME"),
        ("B. Roads", "B", "", "Roads"),
        ("3 | Anti-social behaviour", "3", "", "Anti-social behaviour"),
        ("⬥ 1 / PREVIOUS BOARD", "1", "", "PREVIOUS BOARD"),
        ("1. / Roads", "1", "", "Roads"),
        ("3) 13:15 – 13:45: Presentation", "3", "", "Presentation"),
        ("A.O.B.", "", "", "A.O.B."),
        ("1 June minutes", "", "", "1 June minutes"),
        ("20mph zones", "", "", "20mph zones"),
    ],
)
def test_a_numbering_is_read(text, number, reference, title):
    found = numbering(text)
    assert found is not None
    assert (found.number, found.reference, text[found.start :]) == (number, reference, title)


@pytest.mark.parametrize("text", ["12", "4.", "Item 4:", ""])
def test_a_number_without_a_title_is_no_heading(text):
    found = numbering(text)
    assert found is None or not found.number


@pytest.mark.parametrize("text", ["APOLOGIES (Item 1)", "APOLOGIES [Agenda item 1]"])
def test_the_number_on_the_agenda_may_stand_after_the_title(text):
    match = AGENDA_NUMBER.search(text)
    assert match is not None
    assert (text[: match.start()], match[1]) == ("APOLOGIES", "1")


@pytest.mark.parametrize(
    ("numbers", "share"),
    [
        (["1", "2", "3"], 1.0),
        (["I", "II", "III", "IV", "V", "IX", "X"], 11 / 12),
        (["A", "B", "C"], 1.0),
        (["H", "I", "J"], 1.0),
        (["077/21", "078/21"], 1.0),
        (["CSS/25/9", "CSS/25/10"], 1.0),
        (["1", "9", "12"], 0.5),
        (["3", "2", "1"], 0.0),
        (["", ""], 1.0),
        ([], 1.0),
    ],
)
def test_counting_up_by_one_counts_in_full_and_leaps_by_half(numbers, share):
    assert counts_up(numbers) == pytest.approx(share)


def test_numerals_letters_and_digits_have_an_order():
    assert order("IX") < order("X")
    assert order("077/21") < order("078/21")
    assert order("") == ()


@pytest.mark.parametrize("text", ["2019 ANNUAL REPORT", "14377 people came", "2017-18 Budget"])
def test_a_year_and_a_figure_count_no_item(text):
    found = numbering(text)
    assert found is None or (found.number, found.reference) == ("", "")


def test_letters_and_six_figures_are_a_reference():
    found = numbering("GC041401 Minutes of the last meeting")
    assert found is not None
    assert found.reference == "GC041401"
