"""Settings of the web service, and where each value comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from index.errors import BadSettings

TRUTH = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """One row a setting; its environment variable is ``MINUTED_`` and the name in capitals."""

    service_name: str = field(
        default="Minuted", metadata={"help": "The name at the top of every page."}
    )
    docs: bool = field(
        default=False, metadata={"help": "Serve the API's description at /openapi.json."}
    )
    max_request_bytes: int = field(
        default=64 * 1024, metadata={"help": "Requests with a longer body are refused."}
    )


def variable(name: str) -> str:
    """The environment variable that sets a setting."""
    return f"MINUTED_{name.upper()}"


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings, each from its environment variable where that is set."""
    given: dict[str, Any] = {
        row.name: _read(variable(row.name), environment[variable(row.name)], row.default)
        for row in fields(Settings)
        if variable(row.name) in environment
    }
    return Settings(**given)


def _read(name: str, value: str, default: object) -> str | bool | int:
    if isinstance(default, bool):
        if value.lower() not in TRUTH:
            raise BadSettings(f"{name} must be yes or no, not {value!r}.")
        return TRUTH[value.lower()]
    if isinstance(default, int):
        if not value.isascii() or not value.isdigit():
            raise BadSettings(f"{name} must be a whole number, not {value!r}.")
        return int(value)
    return value
