"""Resolutions, votes and actions are known by the words that bodies record them with."""

import pytest

from index.decisions import belongs_to_decision, is_action, is_decision, resolves


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED – That the policy continue.",
        "RESOLVED (For 5, Against 1): that the rent be £54.",
        "AGREED: to note the report.",
        "IT WAS AGREED that the rate be kept.",
        "It was unanimously agreed to adopt the plan.",
        "Resolved, That the Report be the First Report.",
        "The Committee AGREED the report.",
        "The Council resolved to approve the accounts.",
        "Proposed by Cllr Hull and seconded by Cllr Marsh.",
        "On the proposal of Cllr Hull, seconded by Cllr Marsh, it was agreed to sell.",
        "Motion by Mr. Hale, second by Ms. Kwan, to approve the agenda.",
        "The minutes of 21 July were approved and signed.",
    ],
)
def test_a_resolution_is_known(text):
    assert is_decision(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Board noted the report.",
        "Members discussed whether it had been resolved.",
        "Agreement was reached with the union in May.",
    ],
)
def test_a_report_of_a_discussion_is_no_resolution(text):
    assert not is_decision(text)


@pytest.mark.parametrize(
    "text",
    [
        "Proposed by: Cllr Hull",
        "Seconded by Cllr Marsh",
        "For: Councillors Hull, Marsh and Rook (3)",
        "Against (2): Dobb, Lamb",
        "Ayes: Hull, Marsh",
        "Nays: None",
        "Abstentions: 1",
        "Roll call vote: Hull, yes; Marsh, no.",
        "Voting for this action: Joan Ferris.",
        "Carried unanimously.",
        "Motion carried 5-0.",
    ],
)
def test_movers_and_votes_belong_to_their_resolution(text):
    assert belongs_to_decision(text)


@pytest.mark.parametrize(
    "text",
    ["For the record, she had not been told.", "No. 2 station: built in 1938.", "Against that, …"],
)
def test_other_sentences_do_not(text):
    assert not belongs_to_decision(text)


def test_a_resolution_may_stand_within_a_paragraph():
    assert resolves("It was RESOLVED to approve payments of £1,204.55.")
    assert resolves("Moved by Councillor Hull, seconded by Councillor Marsh and")
    assert not resolves("Members agreed with the officers.")


@pytest.mark.parametrize(
    "text",
    [
        "ACTION 1: Bea Marsh to write to the county.",
        "Action: Cllr Smith by 3 May",
        "Action point 3 – Secretariat",
        "TH to ask schools.",
        "HB-A to produce a leaflet with Mel by end of November.",
        "JA/DL to draft the plan.",
        "The Clerk to invite the company to a future meeting.",
        "Chair to write to the Deputy Chief Constable.",
        "Will Perrin to highlight the paper.",
        "Officers would reply in writing.",
        "The figures will be circulated.",
    ],
)
def test_an_action_is_known(text):
    assert is_action(text)


@pytest.mark.parametrize(
    "text",
    [
        "Actions were reviewed.",
        "Access to services had improved.",
        "From 1 to 5 May it rained.",
        "The ability of officers to attend incidents has risen",
    ],
)
def test_other_sentences_are_no_actions(text):
    assert not is_action(text)
