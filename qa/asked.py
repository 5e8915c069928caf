"""A question with its conversation and limits, as one line of a JSON lines file gives it."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from qa.limits import Limits
from qa.pipeline import Answerer


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked; ``id`` is whatever its line calls it, or None."""

    question: str
    history: tuple[str, ...] = ()
    limits: Limits = Limits()
    id: str | int | None = None


def read_asked(content: bytes) -> list[Asked]:
    """Return the questions in order, passing over empty lines; a ValueError names the bad line."""
    asked = []
    for number, line in enumerate(content.removeprefix(BOM_UTF8).split(b"\n"), 1):
        if line.strip():
            try:
                asked.append(parse_asked(line.decode()))
            except ValueError as error:
                raise ValueError(f"line {number}: {error}") from error
    return asked


def parse_asked(line: str) -> Asked:
    """Return the question of one JSON line; unknown keys are ignored."""
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at character {error.pos + 1})") from error
    if not isinstance(values, dict):
        raise ValueError('not a JSON object such as {"question": "…"}')
    if not isinstance(values.get("question"), str):
        raise ValueError("'question' must be a text")
    if not isinstance(values.get("id"), str | int | None):
        raise ValueError("'id' must be a text or a number")
    return Asked(values["question"], _history(values), _limits(values), values.get("id"))


def _history(values: dict[str, Any]) -> tuple[str, ...]:
    history = values.get("history") or []
    if not isinstance(history, list) or not all(isinstance(text, str) for text in history):
        raise ValueError("'history' must be a list of texts")
    return tuple(history)


def _limits(values: dict[str, Any]) -> Limits:
    filters = values.get("filters") or {}
    if not isinstance(filters, dict):
        raise ValueError("'filters' must be an object")
    texts = {key: filters.get(key) or "" for key in ("meeting", "body", "from", "to")}
    for key, text in texts.items():
        if not isinstance(text, str):
            raise ValueError(f"'{key}' in 'filters' must be a text")
    return Limits(
        meeting=texts["meeting"],
        body=texts["body"],
        from_date=parse_date(texts["from"]),
        to_date=parse_date(texts["to"]),
    )


def answer_in_order(questions: Iterable[Asked], answerer: Answerer) -> Iterator[dict[str, Any]]:
    """Yield each answer as JSON, with the id of its question where it has one."""
    for asked in questions:
        named = {} if asked.id is None else {"id": asked.id}
        yield named | answerer.answer(asked.question, asked.history, asked.limits).to_json()


def parse_date(text: str) -> date | None:
    """Return the date that YYYY-MM-DD names, or None for an empty text."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date like 2021-12-31") from error
