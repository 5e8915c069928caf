import io

import pytest
from rich.console import Console

from qa.answer import (
    Answer,
    AnswerStatus,
    Citation,
    Coverage,
    Quote,
    QuotedLine,
    Receipt,
    Understood,
)
from qa.text import print_answer

LONG = "Thirty-five drivers were arrested in the first week of the campaign, " * 4
CITATION = Citation(
    body="Board",
    meeting="board-2021-12-21",
    date="2021-12-21",
    item_number="4",
    item_title="Questions",
    minute_ref="",
    asked_by="",
    speakers=(),
    page=None,
    label="Board, 21 December 2021, item 4",
    url="/meetings/board-2021-12-21#p1",
    source="board.txt",
    recording="",
)


def quote(*lines: str, context: str = "") -> Quote:
    quoted = tuple(QuotedLine(text, 0, len(text), True) for text in lines)
    return Quote(context, quoted, 0.9, CITATION, Receipt("0", "g", 0, 1))


def answer(status: AnswerStatus, **parts) -> Answer:
    coverage = Coverage(2, 1, "2021-12-21", "2021-12-21")
    return Answer(status, "The message.", "q", Understood("q"), coverage=coverage, **parts)


def printed(shown: Answer, terminal: bool = False) -> str:
    out = io.StringIO()
    print_answer(shown, Console(file=out, force_terminal=terminal, width=60, no_color=True))
    return out.getvalue()


def test_quote_stands_before_its_question_and_its_citation():
    text = printed(
        answer(AnswerStatus.ANSWERED, quotes=(quote("35 arrests.", context="How many?"),))
    )
    assert text.splitlines() == [
        "The message.",
        "",
        "1.",
        "   35 arrests.",
        "   under: How many?",
        "   — Board, 21 December 2021, item 4",
        "",
        "Searched 1 of 2 meetings, 21 December 2021.",
    ]


def test_piped_quote_stays_on_its_line():
    assert f"   {LONG.strip()}\n" in printed(answer(AnswerStatus.ANSWERED, quotes=(quote(LONG),)))


def test_quote_is_wrapped_and_indented_in_a_terminal():
    text = printed(answer(AnswerStatus.ANSWERED, quotes=(quote(LONG),)), terminal=True)
    rows = [row for row in text.splitlines() if "campaign" in row or "drivers" in row]
    assert len(rows) > 3
    assert all(row.startswith("   ") and len(row) <= 60 for row in rows)


def test_nearest_passages_are_marked_as_not_answering():
    text = printed(answer(AnswerStatus.NOT_IN_MINUTES, nearest=(quote("35 arrests."),)))
    assert text.index("these do not answer the question") < text.index("35 arrests.")


@pytest.mark.parametrize(
    ("understood", "sentence"),
    [
        (Understood("q", bodies=("Board",), people=("Ann",)), "Limited to: Board; Ann"),
        (
            Understood("q", "2021-01-01", "2021-12-31"),
            "Limited to: 2021",
        ),
        (Understood("q", to_date="2021-05-01"), "Limited to: up to 1 May 2021"),
    ],
)
def test_limits_are_named(understood, sentence):
    shown = Answer(AnswerStatus.ANSWERED, "m", "q", understood, coverage=Coverage(1, 1))
    assert sentence in printed(shown).splitlines()


def test_nothing_is_said_to_be_searched_when_nothing_was_asked():
    assert printed(answer(AnswerStatus.QUESTION_EMPTY)) == "The message.\n"


def test_document_cannot_steer_the_terminal():
    text = printed(answer(AnswerStatus.ANSWERED, quotes=(quote("\x1b[2Jgone [bold]\x07"),)))
    assert "\ufffd[2Jgone [bold]\ufffd" in text
