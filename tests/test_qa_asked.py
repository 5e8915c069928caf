from datetime import date

import pytest

from qa.asked import Asked, parse_asked, parse_date, read_asked
from qa.limits import Limits


def test_line_gives_question_history_limits_and_id():
    line = (
        '{"id": 7, "question": "and arrests?", "history": ["what about burglary?"],'
        ' "filters": {"meeting": "m-1", "body": "Board", "from": "2021-01-01", "to": null},'
        ' "category": "followup"}'
    )
    limits = Limits(meeting="m-1", body="Board", from_date=date(2021, 1, 1))
    assert parse_asked(line) == Asked("and arrests?", ("what about burglary?",), limits, 7)


def test_only_the_question_is_needed():
    assert parse_asked('{"question": ""}') == Asked("")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "not JSON .* at character 2"),
        ('"who?"', "not a JSON object"),
        ('{"id": "q1"}', "'question' must be a text"),
        ('{"question": ["who?"]}', "'question' must be a text"),
        ('{"question": "who?", "id": []}', "'id' must be"),
        ('{"question": "who?", "history": "when?"}', "'history' must be a list of texts"),
        ('{"question": "who?", "history": [1]}', "'history' must be a list of texts"),
        ('{"question": "who?", "filters": ["2021"]}', "'filters' must be an object"),
        ('{"question": "who?", "filters": {"body": 3}}', "'body' in 'filters' must be a text"),
        ('{"question": "who?", "filters": {"to": "May"}}', "'May' is not a date like 2021-12-31"),
    ],
)
def test_unusable_line_is_refused_with_its_number(line, complaint):
    with pytest.raises(ValueError, match=f"^line 3: {complaint}"):
        read_asked(f'{{"question": "first"}}\n\n{line}'.encode())


def test_questions_keep_their_order_and_empty_lines_are_passed_over():
    content = '\ufeff{"question": "b\u2028"}\r\n  \n{"question": "a"}\n'.encode()
    assert [asked.question for asked in read_asked(content)] == ["b\u2028", "a"]


def test_line_that_is_not_utf_8_is_refused_with_its_number():
    with pytest.raises(ValueError, match="^line 2: .*utf-8"):
        read_asked(b'{"question": "first"}\n{"question": "caf\xe9"}')


def test_no_date_is_none():
    assert parse_date("") is None
