"""Agenda items are cut into passages along the minutes' own cuts."""

import pytest

from index.drafts import PACKED, TOGETHER
from index.layout import open_tables
from index.minutes import PassageKind
from index.outline import outline
from index.passages import cut
from index.readers.plain import read_text

HEADER = "Transport Board\n\nMinutes of 21 December 2021\n\n"
SENTENCE = "The Board heard at some length how the work of the year had gone. "


def passages(item, header=""):
    """The passages of the first item (or, without one, of the header)."""
    source = f"{HEADER}{header}\n\n## 1. Roads\n\n{item}\n\n## 2. Close\n\nNoted.\n"
    return [p for p in cut_text(source) if p.item_position == (1 if item else 0)]


def cut_text(source):
    return cut("tb", outline(open_tables(read_text(source).content)))


def told(passage):
    context = passage.context.text if passage.context else ""
    return context, [line.text for line in passage.lines]


ANSWERED = """Why did burglary rise?

- More was reported.
- Courts were slow.

What is being done?

Patrols were doubled. They will stay."""


def test_each_question_is_a_passage_with_its_answers():
    assert [told(passage) for passage in passages(ANSWERED)] == [
        ("Why did burglary rise?", ["More was reported.", "Courts were slow."]),
        ("What is being done?", ["Patrols were doubled.", "They will stay."]),
    ]
    assert {passage.kind for passage in passages(ANSWERED)} == {PassageKind.QUESTION}


def test_a_label_and_its_question_are_one_context_with_who_asked():
    (passage,) = passages(
        "Question 1: Night Time Economy (Asked by Bea Hull)\n\nWhat plans are there?\n\n- Many."
    )
    assert told(passage) == (
        "Question 1: Night Time Economy (Asked by Bea Hull)\nWhat plans are there?",
        ["Many."],
    )
    assert passage.asked_by == "Bea Hull"


def test_an_answer_in_the_same_block_is_cut_from_its_question():
    (passage,) = passages("Why did it fall, then? It was linked to the weather and the season.")
    assert told(passage) == (
        "Why did it fall, then?",
        ["It was linked to the weather and the season."],
    )


def test_a_lead_in_is_the_context_of_its_points():
    (passage,) = passages("The Commissioner noted the following:\n\n- one fell\n- one rose")
    assert told(passage) == ("The Commissioner noted the following:", ["one fell", "one rose"])
    assert passage.kind is PassageKind.STATEMENT


def test_a_question_without_an_answer_is_quoted_itself():
    _, last = passages("The report was noted.\n\nWhy is that? (Asked by Bea Hull)")
    assert told(last) == ("", ["Why is that?", "(Asked by Bea Hull)"])
    assert (last.kind, last.asked_by) == (PassageKind.QUESTION, "Bea Hull")


def test_a_heading_between_question_and_answer_belongs_to_the_question():
    (passage,) = passages("Why is that? (Asked by Bea Hull)\n\n**Response**\n\n- It fell.")
    assert told(passage) == ("Why is that? (Asked by Bea Hull)\nResponse", ["It fell."])
    assert (passage.kind, passage.asked_by) == (PassageKind.QUESTION, "Bea Hull")


def test_an_action_is_told_by_its_lines():
    (passage,) = passages(
        "Provide further information on the pilot?\n\nACTION: A written response will be provided."
    )
    assert passage.kind is PassageKind.ACTION


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED – That the policy continue.",
        "It was AGREED that the policy continue.",
        "The Board unanimously AGREED that the policy continue.",
        "Resolved: the policy continues.",
        "The notes of the last meeting were approved.",
    ],
)
def test_a_decision_is_told_by_its_first_words(text):
    assert passages(text)[0].kind is PassageKind.DECISION


def test_a_decision_stands_apart_from_the_discussion():
    found = passages(f"{SENTENCE}\n\nRESOLVED – That the policy continue.\n\n{SENTENCE}")
    assert [passage.kind for passage in found] == [
        PassageKind.STATEMENT,
        PassageKind.DECISION,
        PassageKind.STATEMENT,
    ]


def test_an_attendance_list_stands_under_its_label():
    found = passages(
        "", header="Attendees:\n\n| A B | : | Chair |\n|--|--|--|\n| C D | : | Clerk |"
    )
    assert told(found[-1]) == ("Attendees:", ["A B : Chair", "C D : Clerk"])
    assert found[-1].kind is PassageKind.ATTENDANCE


def test_each_attendance_label_opens_a_passage():
    found = passages("", header="Present: Ada Hull (Chair); Bea Marsh\n\nApologies: Cleo Finch")
    assert [told(passage)[1] for passage in found[1:]] == [
        ["Present: Ada Hull (Chair)", "Bea Marsh"],
        ["Apologies: Cleo Finch"],
    ]
    assert [p.kind for p in found] == [PassageKind.NOTE, *[PassageKind.ATTENDANCE] * 2]


def test_an_item_titled_attendance_is_an_attendance_list():
    source = f"{HEADER}## 1. Attendance\n\nAda Hull (Chair) Bea Marsh (Clerk)\n\n## 2. Roads\n\nx"
    found = cut_text(source)
    assert found[1].kind is PassageKind.ATTENDANCE
    assert [line.text for line in found[1].lines] == ["Ada Hull (Chair)", "Bea Marsh (Clerk)"]


def test_a_short_item_carries_its_heading():
    (passage,) = passages("Noted with thanks.")
    assert told(passage) == ("1. Roads", ["Noted with thanks."])


def test_a_long_item_is_cut_between_paragraphs():
    found = passages("\n\n".join([SENTENCE * 4] * 4))
    assert len(found) == 4
    for passage in found:
        assert passage.context is None
        assert sum(len(line.text.split()) for line in passage.lines) <= PACKED


def test_a_long_answer_is_cut_between_bullets_and_keeps_its_question():
    found = passages("Why is that?\n\n" + "\n".join(["- " + SENTENCE * 3] * 10))
    assert len(found) > 1
    for passage in found:
        assert passage.context.text == "Why is that?"
        assert passage.lines[0].bullet
        assert sum(len(line.text.split()) for line in passage.lines) <= TOGETHER


def test_numbered_points_stand_apart():
    found = passages(f"1. {SENTENCE}\n\n2. {SENTENCE}")
    assert [passage.lines[0].text[:2] for passage in found] == ["1.", "2."]


def test_a_paragraph_over_bullets_opens_a_passage():
    found = passages("The Board met.\n\nThe cameras were discussed.\n\n- They cost more.")
    assert [told(passage)[1] for passage in found] == [
        ["The Board met."],
        ["The cameras were discussed.", "They cost more."],
    ]


def test_passages_are_numbered_through_the_meeting():
    found = cut_text(f"{HEADER}## 1. A\n\n{ANSWERED}\n\n## 2. B\n\nx")
    assert [passage.number for passage in found] == list(range(1, len(found) + 1))
    assert found[0].id == "tb#p1"
