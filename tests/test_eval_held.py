"""Tests of eval/held.py: questions that an index cannot be asked are set apart."""

from eval.held import Holdings, set_apart
from eval.matching import letters_of
from eval.questions import Evidence, Question
from qa.limits import Limits

HOLDINGS = Holdings(
    {"may": letters_of("- Ten people came.\n- Two left."), "june": letters_of("Nobody came.")},
    {"may.pdf": "may", "june.pdf": "june"},
)


def asked(*spans, limits=Limits(), documents=()):  # noqa: B008 (frozen)
    groups = tuple((Evidence(span),) for span in spans)
    return Question("q1", "Who came?", groups, limits=limits, documents=documents)


def test_evidence_that_stands_in_some_meeting_is_usable():
    question = asked("people came")
    assert set_apart([question], HOLDINGS) == ((question,), ())


def test_evidence_that_stands_nowhere_is_named_and_not_scored():
    assert set_apart([asked("Thirty came")], HOLDINGS) == (
        (),
        ("q1: evidence not in the index: Thirty came",),
    )


def test_one_alternative_that_stands_is_enough_to_be_asked():
    question = asked("Thirty came", "Nobody came")
    usable, problems = set_apart([question], HOLDINGS)
    assert (usable, len(problems)) == ((question,), 1)


def test_spans_needed_together_must_all_stand():
    both = Question("q1", "Who?", ((Evidence("Ten people came"), Evidence("Thirty left")),))
    assert set_apart([both], HOLDINGS)[0] == ()


def test_a_question_about_one_document_is_limited_to_its_meeting():
    usable, problems = set_apart([asked("Two left", documents=("pdf/may.pdf",))], HOLDINGS)
    assert [question.limits for question in usable] == [Limits(meeting="may")]
    assert problems == ()


def test_evidence_must_stand_in_the_meeting_that_is_searched():
    usable, problems = set_apart([asked("Two left", limits=Limits(meeting="june"))], HOLDINGS)
    assert (usable, len(problems)) == ((), 1)


def test_a_question_about_several_documents_is_not_limited():
    question = asked("Two left", documents=("may.pdf", "june.pdf"))
    assert set_apart([question], HOLDINGS) == ((question,), ())


def test_documents_and_meetings_that_are_not_held_are_named():
    questions = [asked(documents=("a/july.pdf",)), asked(limits=Limits(meeting="july"))]
    assert set_apart(questions, HOLDINGS) == (
        (),
        ("q1: not in the index: july.pdf", "q1: not in the index: july"),
    )


def test_questions_without_answer_need_no_evidence():
    assert set_apart([asked()], HOLDINGS) == ((asked(),), ())
