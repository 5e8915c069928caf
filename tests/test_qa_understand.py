"""What limits a search is found, applied, shown, and can be taken off."""

from datetime import date

import pytest

from index import BuiltIndex
from index.build import Options, build
from qa.limits import BODIES, DATES, PEOPLE, Limits
from qa.understand import understand

REPORT = """Harbour Committee
3 March 2020

1. Dredging

Ada Marsh MP: The channel silts up every winter, and the pilots tell us that it is worse this year.

Bea Hull (Harbour Master): It does. We dredged in October and shall dredge again in the spring.

Ada Marsh MP: Is the money there for a second time? The budget that we passed was for one.

Bea Hull (Harbour Master): It is, because the ferry company bears half of what the work costs.

Ada Marsh MP: And will that hold if the ferry moves its landing to the other shore, as it may?

Bea Hull (Harbour Master): I cannot say. Nobody has asked us to plan for it.
"""
SPCB, AGB = "spcb-2021-12-21", "agb-2024-12-17"


def searched(built, question, limits=Limits()):  # noqa: B008
    return {entry.id for entry in understand(built, question, limits).meetings}


@pytest.mark.parametrize(
    ("question", "meetings"),
    [
        ("drink driving in 2021", {SPCB}),
        ("what did the AGB say about fraud", {AGB}),
        ("the Strategic Policing and Crime Board on burglary", {SPCB}),
        ("who was at the last meeting?", {AGB}),
        ("drink driving", {SPCB, AGB}),
        ("speed cameras in March 2023", set()),
        ("burglary in December 2021 and in 2024", {SPCB, AGB}),
        ("burglary in 2021 and in 2023", {SPCB}),
        ("what happens in January 2025?", {SPCB, AGB}),
    ],
)
def test_question_limits_the_meetings_searched(built, question, meetings):
    assert searched(built, question) == meetings


def test_dates_without_minutes_are_named(built):
    assert understand(built, "speed cameras in march 2023", Limits()).period == "March 2023"


@pytest.mark.parametrize(
    ("limits", "meetings"),
    [
        (Limits(meeting=SPCB), {SPCB}),
        (Limits(body="agb"), {AGB}),
        (Limits(body="Accountability and Governance Board"), {AGB}),
        (Limits(from_date=date(2022, 1, 1)), {AGB}),
        (Limits(to_date=date(2022, 1, 1)), {SPCB}),
        (Limits(body="No such board"), set()),
    ],
)
def test_limits_that_the_asker_sets_apply(built, limits, meetings):
    assert searched(built, "burglary", limits) == meetings


@pytest.mark.parametrize(
    ("question", "kind"), [("fraud in 2021", DATES), ("what did the AGB say about fraud", BODIES)]
)
def test_limit_that_was_taken_off_is_not_looked_for(built, question, kind):
    assert searched(built, question, Limits(ignore=frozenset({kind}))) == {SPCB, AGB}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("cyber fraud in December 2021", "cyber fraud"),
        ("Any mention of cyber fraud at either meeting", "Any mention of cyber fraud"),
        ("cyber fraud in all of the board meetings", "cyber fraud"),
        ("When are all board meetings held", "When are all board meetings held"),
    ],
)
def test_words_that_limit_are_not_searched_for(built, question, text):
    assert understand(built, question, Limits()).text == text


@pytest.mark.parametrize(
    ("question", "is_of_record"),
    [
        ("Who attended the board in December 2021?", True),
        ("List the actions", True),
        ("When is the next meeting?", True),
        ("What decisions were made about fraud?", False),
        ("Who attended the incident?", False),
        ("What is over?", False),
    ],
)
def test_question_for_no_more_than_particulars_of_the_record_is_told(built, question, is_of_record):
    assert (understand(built, question, Limits()).text == "") is is_of_record


def test_record_of_many_meetings_is_searched_not_listed(built, monkeypatch):
    monkeypatch.setattr("qa.understand.FEW_MEETINGS", 1)
    assert understand(built, "List the actions", Limits()).text
    assert not understand(built, "List the actions", Limits(meeting=SPCB)).text


def test_person_who_asked_limits_the_search_to_what_they_asked(built):
    scope = understand(built, "What did Bhupinder Gakhal ask about?", Limits())
    assert scope.rows is not None
    passages = [built.store.passage(row) for row in scope.rows.tolist()]
    assert scope.understood.people == ("Bhupinder Gakhal",)
    assert {passage.asked_by for passage in passages} == {"Bhupinder Gakhal"}
    assert scope.text == ""


def test_person_limit_can_be_taken_off(built):
    limits = Limits(ignore=frozenset({PEOPLE}))
    assert understand(built, "What did Bhupinder Gakhal ask about?", limits).rows is None


@pytest.fixture(scope="module")
def report(tiny_encoder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    build([folder / "report.txt"], folder / "index", Options(model=str(tiny_encoder)))
    return BuiltIndex.open(folder / "index")


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did Bea Hull say about the ferry company?", "Bea Hull"),
        ("what did the Harbour Master Bea Hull think of the budget", "Bea Hull"),
        ("What was Ada Marsh's view on the pilots?", "Ada Marsh MP"),
        ("Which pilots are short, according to Ada Marsh?", "Ada Marsh MP"),
        ("what did marsh say about the pilots", "Ada Marsh MP"),
        ("What does Ms. Hull think of the budget?", "Bea Hull"),
        ("Which pilots are short, according to Marsh?", "Ada Marsh MP"),
    ],
)
def test_speaker_of_a_verbatim_report_limits_the_search_to_what_they_said(
    report, question, speaker
):
    scope = understand(report, question, Limits())
    assert scope.understood.people == (speaker,)
    assert scope.rows is not None
    passages = [report.store.passage(row) for row in scope.rows.tolist()]
    assert {passage.speakers for passage in passages} == {(speaker,)}
    assert not {"hull", "marsh"} & set(scope.text.casefold().split())


@pytest.mark.parametrize(
    "question",
    [
        "What was said to Bea Hull about money?",
        "What did anyone say of dredging?",
        "What did Marsh Lane get?",
        "Did marsh birds return?",
    ],
)
def test_speaker_who_is_only_mentioned_limits_nothing(report, question):
    assert understand(report, question, Limits()).rows is None


def test_who_is_said_to_have_spoken_in_ordinary_minutes_limits_nothing(built):
    """Minutes say of few remarks whose they were."""
    said = [row for row in range(built.store.passage_count) if built.store.passage(row).speakers]
    assert built.store.passage(said[0]).speakers == ("ACC Richard Baker",)
    assert understand(built, "What did Richard Baker say?", Limits()).rows is None
