"""Settings of the web service, and where each value comes from."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any
from zoneinfo import available_timezones

from index.errors import BadSettings
from web.colours import contrast_with_white, is_colour

TRUTH = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}
# What values must look like, and how to say so.
FORMS = {
    "allowed_hosts": (
        re.compile(r"(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]", re.IGNORECASE),
        "names like minutes.example.org or *.example.org",
    ),
    "cors_origins": (
        re.compile(r"\*|https?://[a-z0-9.-]+(?::\d+)?"),
        "origins like https://example.org, or * for any",
    ),
    "embed_origins": (
        re.compile(r"https?://(?:\*\.)?[a-z0-9.-]+(?::\d+)?"),
        "origins like https://example.org or https://*.example.org",
    ),
    "public_url": (
        re.compile(r"https?://[a-z0-9.-]+(?::\d+)?", re.IGNORECASE),
        "like https://minutes.example.org, without a path",
    ),
}
# White text on the accent colour must be readable (WCAG 2.2, 1.4.3).
LEAST_CONTRAST = 4.5
# Days: nothing that a reader said is of use after ten years.
LONGEST_KEPT = 3650


@dataclass(frozen=True, slots=True)
class Settings:
    """One row a setting; its environment variable is ``MINUTED_`` and the name in capitals."""

    service_name: str = field(
        default="Minuted", metadata={"help": "The name at the top of every page."}
    )
    body_name: str = field(
        default="", metadata={"help": "Who offers the service: named at the top and the bottom."}
    )
    accent: str = field(
        default="#1d3c6e", metadata={"help": "The colour of the header and of buttons."}
    )
    contact: str = field(
        default="", metadata={"help": "Whom to ask: an e-mail address, a web address or words."}
    )
    phase: str = field(
        default="", metadata={"help": 'A word such as "Beta", shown over every page.'}
    )
    notice: str = field(default="", metadata={"help": "A notice that stands on every page."})
    off: bool = field(
        default=False, metadata={"help": "Switch the service off: every page says so."}
    )
    off_message: str = field(
        default="", metadata={"help": "What pages say while the service is switched off."}
    )
    public_url: str = field(
        default="",
        metadata={
            "help": "Where readers find the service, for addresses in feeds. Empty: as asked."
        },
    )
    timezone: str = field(
        default="Europe/London",
        metadata={"help": "Where the clock goes that minutes tell time by."},
    )
    allowed_hosts: tuple[str, ...] = field(
        default=(), metadata={"help": "Host names to answer to, with commas between. Empty: any."}
    )
    trusted_proxies: tuple[str, ...] = field(
        default=(),
        metadata={"help": "Addresses or networks of proxies that name the reader's address."},
    )
    requests_per_minute: int = field(
        default=300,
        metadata={"help": "Pages and questions that one address may ask for. 0: no limit."},
    )
    cors_origins: tuple[str, ...] = field(
        default=(),
        metadata={"help": "Sites whose pages may use the API, with commas between. Empty: none."},
    )
    embed_origins: tuple[str, ...] = field(
        default=(),
        metadata={
            "help": "Sites that may show the chat in a frame, with commas between. Empty: none."
        },
    )
    feedback_file: str = field(
        default="",
        metadata={"help": "Keep what readers say of answers in this file. Empty: nobody is asked."},
    )
    feedback_days: int = field(
        default=90, metadata={"help": "How long that is kept, before it is deleted."}
    )
    metrics: bool = field(
        default=False, metadata={"help": "Serve counts and times for Prometheus at /metrics."}
    )
    log_json: bool = field(
        default=False,
        metadata={"help": "Log as lines of JSON, with one for each request: its kind and time."},
    )
    docs: bool = field(
        default=False, metadata={"help": "Serve the API's description at /openapi.json."}
    )
    max_request_bytes: int = field(
        default=64 * 1024, metadata={"help": "Requests with a longer body are refused."}
    )

    def __post_init__(self) -> None:
        if not is_colour(self.accent) or contrast_with_white(self.accent) < LEAST_CONTRAST:
            raise BadSettings(
                f"{variable('accent')} must be a colour like #1d3c6e, dark enough for white text "
                f"(contrast {LEAST_CONTRAST} to 1), not {self.accent!r}."
            )
        _check_form("allowed_hosts", self.allowed_hosts)
        _check_form("cors_origins", self.cors_origins)
        _check_form("embed_origins", self.embed_origins)
        _check_form("public_url", filter(None, [self.public_url]))
        if self.timezone not in available_timezones():
            raise BadSettings(
                f"{variable('timezone')} must be a name like Europe/London, not {self.timezone!r}."
            )
        if not 1 <= self.feedback_days <= LONGEST_KEPT:
            raise BadSettings(
                f"{variable('feedback_days')} must be 1 to {LONGEST_KEPT}, "
                f"not {self.feedback_days}."
            )
        for proxy in self.trusted_proxies:
            _check_network(proxy)


def _check_form(name: str, values: Iterable[str]) -> None:
    pattern, wanted = FORMS[name]
    for value in values:
        if not pattern.fullmatch(value):
            raise BadSettings(f"{variable(name)} must be {wanted}, not {value!r}.")


def _check_network(proxy: str) -> None:
    try:
        ipaddress.ip_network(proxy)
    except ValueError as error:
        raise BadSettings(
            f"{variable('trusted_proxies')} must be addresses or networks like 10.0.0.0/8, "
            f"not {proxy!r}."
        ) from error


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


def _read(name: str, value: str, default: object) -> str | bool | int | tuple[str, ...]:
    if isinstance(default, bool):
        if value.lower() not in TRUTH:
            raise BadSettings(f"{name} must be yes or no, not {value!r}.")
        return TRUTH[value.lower()]
    if isinstance(default, int):
        if not value.isascii() or not value.isdigit():
            raise BadSettings(f"{name} must be a whole number, not {value!r}.")
        return int(value)
    if isinstance(default, tuple):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value
