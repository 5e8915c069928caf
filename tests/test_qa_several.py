"""Questions about several meetings get a passage of each."""

import pytest

from qa import Answerer
from qa.limits import Limits
from qa.several import asks_of_several
from qa.understand import understand


@pytest.mark.parametrize(
    "question",
    [
        "How did the approach to drink driving differ between 2021 and 2024?",
        "Was modern slavery raised at either meeting?",
        "Compare what was said about burglary",
        "Who was Chief Constable at each of the two meetings?",
    ],
)
def test_comparison_asks_of_several_meetings(built, question):
    assert asks_of_several(understand(built, question, Limits()))


@pytest.mark.parametrize(
    ("question", "limits"),
    [
        ("What was said about burglary?", Limits()),
        ("Compare what was said about burglary", Limits(meeting="spcb-2021-12-21")),
        ("What makes the academy different?", Limits(meeting="spcb-2021-12-21")),
    ],
)
def test_question_about_one_thing_asks_of_no_several(built, question, limits):
    assert not asks_of_several(understand(built, question, limits))


def test_comparison_shows_a_passage_of_each_meeting_first(built):
    answer = Answerer(built).answer("How did drink driving work differ between 2021 and 2024?")
    shown = [quote.citation.date for quote in (answer.quotes or answer.nearest)[:2]]
    assert set(shown) == {"2021-12-21", "2024-12-17"}
