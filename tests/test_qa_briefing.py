"""Quotes of a briefing are verified against their source; what changed is never quoted."""

from dataclasses import replace

import pytest

from index.build import build
from index.generation import BuiltIndex
from qa.actions import list_actions
from qa.briefing import LONGEST, Briefing, Entry, Reference, Standing, verify
from tests.series import MARCH, write_series

COST = "The dredging will cost £85,000, of which £20,000 is paid by the ferry company."


def reference_to(built, words=COST, meeting_id="hb-2024-03-04") -> Reference:
    meeting = built.store.meeting(meeting_id)
    start = meeting.text.index(words)
    return Reference(meeting_id, start, start + len(words), meeting.source.sha256)


@pytest.fixture(scope="module")
def corrected(series_folder, tmp_path_factory):
    """The series built again after the minutes of March were published with a correction."""
    folder = tmp_path_factory.mktemp("corrected")
    minutes = write_series(folder / "minutes")
    (march,) = [path for path in minutes.iterdir() if path.read_bytes() == MARCH.encode()]
    said = MARCH.replace("The Chair welcomed", "Mr Ling was welcomed too. The Chair welcomed")
    march.write_text(said.replace("£24 a night", "£26 a night"), encoding="utf-8")
    build([minutes], folder / "index")
    return BuiltIndex.open(folder / "index")


def only(built, entry):
    (checked,) = verify(built, Briefing(entries=(entry,))).entries
    return checked


def test_a_quote_is_the_slice_of_the_reading_text(series):
    checked = only(series, Entry(reference_to(series), note="Ask the treasurer."))
    assert checked.standing is Standing.VERIFIED
    assert checked.quoted.text == checked.entry.words == COST
    assert checked.quoted.citation.label.startswith("Harbour Board, 4 March 2024, item 2")
    assert checked.entry.note == "Ask the treasurer."


def test_a_quote_of_an_answer_is_taken_whole(series):
    for action in list_actions(series).actions:
        checked = only(series, Entry(Reference.of(action.quote)))
        assert checked.quoted.text == action.quote.text


def test_a_note_needs_no_source(series):
    checked = only(series, Entry(note="Background"))
    assert (checked.standing, checked.quoted, checked.is_lost) == (None, None, False)


def test_line_breaks_that_a_form_changed_do_not_count(series):
    words = "Action: Cleo Finch to obtain three tenders for dredging the north channel."
    entry = Entry(reference_to(series, words), words.replace(" ", "\r\n", 1))
    checked = only(series, entry)
    assert checked.standing is Standing.VERIFIED
    assert checked.entry.words == words


def test_words_that_moved_in_a_corrected_file_are_not_quoted_but_their_new_place_is_told(
    series, corrected
):
    old = reference_to(series)
    checked = only(corrected, Entry(old, COST))
    assert checked.standing is Standing.CHANGED
    assert checked.quoted is None
    assert checked.now.text == COST
    assert checked.now.reference.start > old.start
    assert only(corrected, Entry(checked.now.reference, COST)).standing is Standing.VERIFIED


def test_words_that_a_correction_changed_are_lost(series, corrected):
    words = "RESOLVED: that the fee for visitors' moorings be raised to £24 a night."
    briefing = Briefing(entries=(Entry(reference_to(series, words), words), Entry(note="Fees")))
    checked = verify(corrected, briefing)
    assert [each.standing for each in checked.lost] == [Standing.CHANGED]
    assert checked.lost[0].now is None
    assert checked.sources == ()


def test_of_several_places_the_nearest_is_told(series):
    words = "north channel"
    moved = replace(reference_to(series, "Dredging of the north channel"), source_sha256="0")
    meeting = series.store.meeting("hb-2024-03-04")
    last = meeting.text.rindex(words)
    checked = only(series, Entry(replace(moved, start=last + 5, end=last + 9), words))
    assert checked.now.reference.start == last


@pytest.mark.parametrize(
    ("changed", "standing"),
    [
        ({"meeting": "hb-1999-01-01"}, Standing.NOT_HELD),
        ({"source_sha256": "0" * 64}, Standing.CHANGED),
        ({"end": 10**9}, Standing.CHANGED),
        ({"start": 10**9, "end": 10**9 + 5}, Standing.CHANGED),
        ({"start": 9, "end": 4}, Standing.CHANGED),
        ({"start": 5, "end": 5}, Standing.CHANGED),
    ],
)
def test_a_reference_that_fits_nothing_quotes_nothing(series, changed, standing):
    checked = only(series, Entry(replace(reference_to(series), **changed)))
    assert (checked.standing, checked.quoted) == (standing, None)


def test_no_quote_is_longer_than_any_passage(built):
    meeting = built.store.meeting("spcb-2021-12-21")
    whole = Reference(meeting.id, 0, LONGEST + 1, meeting.source.sha256)
    assert len(meeting.text) > LONGEST
    assert only(built, Entry(whole)).quoted is None


def test_sources_are_numbered_in_the_order_of_their_quotes(series):
    quotes = [
        reference_to(series, "The ferry company had not replied.", "hb-2024-06-03"),
        reference_to(series),
        reference_to(series, "The new fee", "hb-2024-06-03"),
    ]
    checked = verify(series, Briefing().with_quotes(quotes))
    assert [each.source for each in checked.entries] == [1, 2, 1]
    assert [meeting.id for meeting in checked.sources] == ["hb-2024-06-03", "hb-2024-03-04"]


def test_a_reference_is_read_as_it_was_written(series):
    reference = replace(reference_to(series), meeting="a-b-2024-01-01")
    assert Reference.parse(str(reference)) == reference


@pytest.mark.parametrize("text", ["", "-", "1-2-3", "x-2-ab-m", "1-2-ab-", "²-2-ab-m", "-1-2-ab-m"])
def test_what_is_no_reference_is_none(text):
    assert Reference.parse(text) is None


def test_a_quote_is_added_once_and_entries_move_and_go(series):
    one, two = reference_to(series), reference_to(series, "The Chair welcomed everybody")
    briefing = Briefing().with_quotes([one, two, one]).with_quotes([two])
    assert [entry.reference for entry in briefing.entries] == [one, two]
    assert [entry.reference for entry in briefing.moved(1, -1).entries] == [two, one]
    assert briefing.moved(0, -1) == briefing.moved(1, 1) == briefing.moved(7, 1) == briefing
    assert [entry.reference for entry in briefing.without(0).entries] == [two]
