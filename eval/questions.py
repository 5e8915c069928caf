"""The questions of an evaluation, and how they are read from a file of JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import UnreadableQuestions
from eval.matching import letters_of
from qa.asked import parse_asked
from qa.limits import Limits

NEEDS = ("any", "all")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim span that answers a question; ``meeting`` and ``item`` are then for people.

    Without a span, any quote of the meeting does, as where documents were judged as a whole.
    ``relevance`` is the grade that they were given.
    """

    quote: str
    meeting: str = ""
    item: str = ""
    relevance: int = 1

    def __post_init__(self) -> None:
        if not letters_of(self.quote).text and (self.quote or not self.meeting):
            raise ValueError(f"evidence without words: {self.quote!r}")


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what answers it.

    Each of ``alternatives`` is a group of spans that answer together; one group is enough. It
    is empty exactly when the minutes hold no answer. ``documents`` names the files that the
    question is about, where it comes from a set that goes by files. ``near`` are spans that
    tempt but do not answer.
    """

    id: str
    text: str
    alternatives: tuple[tuple[Evidence, ...], ...] = ()
    history: tuple[str, ...] = ()
    category: str = ""
    split: str = ""
    limits: Limits = Limits()
    documents: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        return bool(self.alternatives)

    @property
    def of_documents(self) -> bool:
        """Whether whole documents were judged, not spans of them."""
        return self.answerable and not any(span.quote for span in self.spans)

    @property
    def spans(self) -> Iterator[Evidence]:
        return (span for group in self.alternatives for span in group)


def read_questions(path: Path) -> tuple[Question, ...]:
    """Return the questions of a file in its order; empty lines are passed over."""
    questions: dict[str, Question] = {}
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            question = parse_question(line, str(number))
            if question.id in questions:
                raise ValueError(f"the id {question.id!r} is used twice")
        except ValueError as error:
            raise UnreadableQuestions(f"{path}, line {number}: {error}") from error
        questions[question.id] = question
    if not questions:
        raise UnreadableQuestions(f"{path} holds no questions")
    return tuple(questions.values())


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableQuestions(f"{path} cannot be read: {error}") from error


def parse_question(line: str, default_id: str) -> Question:
    """Return the question of one JSON line; raise ValueError saying what is wrong with it."""
    asked = parse_asked(line)
    values = json.loads(line)
    groups = _alternatives(values)
    answerable = values.get("answerable", bool(groups))
    if not isinstance(answerable, bool):
        raise ValueError("'answerable' must be true or false")
    if answerable and not groups:
        raise ValueError("an answerable question needs evidence")
    return Question(
        id=default_id if asked.id is None else str(asked.id),
        text=asked.question,
        alternatives=groups if answerable else (),
        history=asked.history,
        category=_text(values, "category", _text(values, "kind", "")),
        split=_text(values, "split", ""),
        limits=asked.limits,
        documents=_documents(values),
        near=_texts(values, "near"),
    )


def _alternatives(values: dict[str, Any]) -> tuple[tuple[Evidence, ...], ...]:
    if "answers" in values:
        return _listed_alternatives(values["answers"])
    need = values.get("need", "any")
    if need not in NEEDS:
        raise ValueError(f"'need' must be one of {', '.join(NEEDS)}, not {need!r}")
    spans = tuple(_evidence(entry) for entry in _list(values, "evidence"))
    if need == "all" and spans:
        return (spans,)
    return tuple((span,) for span in spans)


def _listed_alternatives(answers: Any) -> tuple[tuple[Evidence, ...], ...]:
    if not isinstance(answers, list) or not all(group and _is_texts(group) for group in answers):
        raise ValueError("'answers' must be a list of lists of spans")
    return tuple(tuple(Evidence(quote) for quote in group) for group in answers)


def _evidence(entry: Any) -> Evidence:
    if not isinstance(entry, dict):
        raise ValueError("'evidence' must be a list of objects")
    if entry.get("quote") == "":
        raise ValueError("evidence without words: ''")
    return Evidence(_text(entry, "quote"), _text(entry, "meeting", ""), _text(entry, "item", ""))


def _documents(values: dict[str, Any]) -> tuple[str, ...]:
    return tuple(filter(None, _texts(values, "docs") or [_text(values, "doc", "")]))


def _texts(values: dict[str, Any], key: str) -> tuple[str, ...]:
    texts = _list(values, key)
    if not _is_texts(texts):
        raise ValueError(f"'{key}' must be a list of texts")
    return tuple(texts)


def _text(values: dict[str, Any], key: str, default: str | None = None) -> str:
    value = values.get(key, default)
    if not isinstance(value, str):
        raise ValueError(f"'{key}' must be a text")
    return value


def _list(values: dict[str, Any], key: str) -> list[Any]:
    value = values.get(key) or []
    if not isinstance(value, list):
        raise ValueError(f"'{key}' must be a list")
    return value


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)
