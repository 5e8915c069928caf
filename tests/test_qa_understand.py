"""What limits a search is found, applied, shown, and can be taken off."""

from datetime import date

import pytest

from qa.limits import BODIES, DATES, PEOPLE, Limits
from qa.understand import understand

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


def test_words_that_limit_are_not_searched_for(built):
    assert understand(built, "cyber fraud in December 2021", Limits()).text == "cyber fraud"


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
