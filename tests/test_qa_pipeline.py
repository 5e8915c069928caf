"""The answerer answers any string, from the built index of the sample minutes."""

import json

import pytest

from qa import Answerer, AnswerStatus, Limits


@pytest.fixture(scope="module")
def answerer(built) -> Answerer:
    return Answerer(built)


def test_direct_question_is_answered_by_the_first_quote(answerer):
    answer = answerer.answer("How many breath tests did the traffic team conduct?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "225 breath tests" in answer.quotes[0].text
    assert answer.quotes[0].citation.minute_ref == "077/21"


def test_follow_up_is_answered_from_the_question_before(answerer):
    history = ["What campaign is in place to tackle drink driving?"]
    answer = answerer.answer("and how many arrests?", history)
    assert any("85 arrests" in quote.text for quote in answer.quotes[:3])
    assert history[0] in answer.understood.text


@pytest.mark.parametrize(
    "question",
    [
        "Who was at the Accountability and Governance Board on 17 December 2024?",
        "Who was there in December 2024?",
    ],
)
def test_record_of_a_meeting_named_by_date_answers_who_came(answerer, question):
    answer = answerer.answer(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert "Craig Guildford" in answer.quotes[0].text


def test_meeting_named_by_date_alone_is_told_from_its_beginning(answerer):
    answer = answerer.answer("What happened at the meeting on 17 December 2024?")
    assert "Notes of the Last Meeting" in answer.quotes[0].text


def test_dates_without_minutes_are_said_with_those_that_are_held(answerer):
    answer = answerer.answer("What was said about speed cameras in March 2023?")
    assert answer.status is AnswerStatus.NOT_IN_MINUTES
    assert answer.message == (
        "No minutes are held for March 2023. "
        "Minutes are held of 2 meetings, 21 December 2021 to 17 December 2024."
    )
    assert (answer.quotes, answer.coverage.searched) == ((), 0)


def test_question_far_off_is_refused_with_the_nearest_passages(answerer):
    answer = answerer.answer("What is the capital of Mongolia?")
    assert answer.status is AnswerStatus.NOT_IN_MINUTES
    assert answer.quotes == ()
    assert answer.nearest


@pytest.mark.parametrize(
    ("topic", "words"),
    [("mental health", "mental health"), ("stop and search", "stop search")],
)
def test_topic_that_the_minutes_mention_is_answered_however_short(answerer, topic, words):
    answer = answerer.answer(topic)
    assert answer.status is AnswerStatus.ANSWERED
    answering = " ".join(line.text for line in answer.quotes[0].lines if line.answers)
    assert words in answering.lower()


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("", AnswerStatus.QUESTION_EMPTY),
        (" \x00\x07\t ", AnswerStatus.QUESTION_EMPTY),
        ("?!…", AnswerStatus.QUESTION_EMPTY),
        ("x" * 10_000, AnswerStatus.QUESTION_TOO_LONG),
        ("burglary " * 100, AnswerStatus.QUESTION_TOO_LONG),
    ],
)
def test_question_that_cannot_be_answered_says_why(answerer, question, status):
    assert answerer.answer(question).status is status


@pytest.mark.parametrize(
    "question",
    [
        '"unclosed',
        "a AND (b OR",
        "field:value^2 ~",
        "💥 burglary \ud800",
        "[]{}",
        "31/02/2021 x",
        "-",
    ],
)
def test_odd_question_never_raises(answerer, question):
    answer = answerer.answer(question, ["\ud800", ""], Limits(meeting="nowhere"))
    json.dumps(answer.to_json())


def test_same_question_gets_the_same_answer(answerer):
    first, second = (answerer.answer("knife crime in schools").to_json() for _ in range(2))
    assert first | {"timings_ms": {}} == second | {"timings_ms": {}}


def test_question_that_only_names_who_asked_lists_what_they_asked(answerer):
    answer = answerer.answer("What did Bhupinder Gakhal ask?")
    assert answer.status is AnswerStatus.ANSWERED
    passages = [quote.citation.url for quote in answer.quotes]
    assert len(set(passages[:3])) == len(set(passages)) == 3
    starts = [quote.receipt.start for quote in answer.quotes[:3]]
    assert starts == sorted(starts)


def test_particulars_of_a_record_are_all_listed(answerer):
    answer = answerer.answer("Who attended the board in December 2021?")
    lines = [line.text for quote in answer.quotes for line in quote.lines]
    assert len(lines) > 20
    assert all(line.answers for quote in answer.quotes for line in quote.lines)
    assert {"Simon FOSTER : Chair, Police and Crime Commissioner", "Wasim ALI"} <= {
        line if "FOSTER" in line else line.partition(" :")[0] for line in lines
    }
    assert not any("BURTON" in line for line in lines)


def test_actions_of_a_record_are_all_listed(answerer):
    answer = answerer.answer("List the actions from the December 2024 board")
    assert [line.text.partition(":")[0] for quote in answer.quotes for line in quote.lines] == [
        "ACTION"
    ]


def test_record_that_does_not_tell_is_searched(answerer):
    answer = answerer.answer("Who sent apologies in December 2024?")
    assert answer.quotes or answer.nearest
    assert "judge" in answer.timings_ms


def test_answer_has_the_fields_of_the_contract(answerer):
    answer = answerer.answer("What was said about burglary in 2021?").to_json()
    assert list(answer) == [
        "status", "message", "question", "understood", "quotes", "nearest", "coverage",
        "timings_ms", "generation",
    ]  # fmt: skip
    assert answer["understood"]["from"] == "2021-01-01"
    assert set(answer["quotes"][0]) == {
        "text", "context", "lines", "score", "citation", "receipt"
    }  # fmt: skip
    assert set(answer["coverage"]) == {"meetings", "searched", "from", "to"}
    assert {"encode", "retrieve", "judge", "total"} <= set(answer["timings_ms"])
    assert 0 < answer["quotes"][0]["score"] <= 1
    assert len(answer["quotes"]) <= 10


def test_every_quote_of_many_answers_is_a_slice_of_the_reading_text(answerer, built):
    for question in ("burglary", "who attended?", "training", "next meeting", "violence", "money"):
        answer = answerer.answer(question)
        for quote in (*answer.quotes, *answer.nearest):
            meeting = built.store.meeting(quote.citation.meeting)
            assert quote.context in meeting.text
            for line in quote.lines:
                assert meeting.text[line.start : line.end] == line.text
