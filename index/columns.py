"""How a record becomes a row of an SQLite table, and the same record again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date, time
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_args, get_type_hints

Record = TypeVar("Record")


class Column(NamedTuple):
    """One plain field of a record; fields that hold records have tables of their own."""

    name: str
    sql_type: str
    to_sql: Callable[[Any], Any]
    from_sql: Callable[[Any], Any]


def columns_of(record_type: Any) -> tuple[Column, ...]:
    """The plain fields of a dataclass, in its order."""
    return _columns_of(record_type)


@cache
def _columns_of(record_type: Any) -> tuple[Column, ...]:
    hints = get_type_hints(record_type)
    found = (_column(field.name, hints[field.name]) for field in fields(record_type))
    return tuple(column for column in found if column is not None)


def row_of(record: Any) -> tuple[Any, ...]:
    """The values of a record's plain fields as SQLite takes them."""
    values = ((column, getattr(record, column.name)) for column in columns_of(type(record)))
    return tuple(None if value is None else column.to_sql(value) for column, value in values)


def record_of(record_type: type[Record], row: Sequence[Any], **records: Any) -> Record:
    """The record from its plain fields' values, and from the records it holds by name."""
    plain = {
        column.name: None if value is None else column.from_sql(value)
        for column, value in zip(columns_of(record_type), row, strict=True)
    }
    return record_type(**plain, **records)


def _column(name: str, hint: Any) -> Column | None:
    if hint in (tuple[str, ...], tuple[int, ...]):
        return Column(name, "TEXT", _to_json, _from_json)
    parts = [part for part in get_args(hint) or (hint,) if part is not type(None)]
    kind = parts[0] if len(parts) == 1 else None
    if kind in (date, time):
        return Column(name, "TEXT", kind.isoformat, kind.fromisoformat)
    if kind in (str, int, bool):
        return Column(name, "TEXT" if kind is str else "INTEGER", kind, kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Column(name, "TEXT", str, kind)
    return None


def _to_json(values: tuple[Any, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _from_json(text: str) -> tuple[Any, ...]:
    return tuple(json.loads(text))
