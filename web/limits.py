"""The limits of a search as they travel through forms, and as they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlencode

from qa import Limits
from qa.answer import Understood
from qa.asked import parse_date
from qa.wording import list_in_words, period_in_words

KINDS = ("dates", "bodies", "people")
NO_DATE = "Enter a date like 2021-12-31, or leave it empty"


@dataclass(frozen=True, slots=True)
class Filter:
    """A limit that was applied, in words, and what limits the search without it."""

    kind: str
    words: str
    limits_without: Limits


def read_limits(body: str, from_date: str, to_date: str, ignore: Sequence[str] = ()) -> Limits:
    """Limits from what a form says; ValueError where a date is none."""
    return Limits(
        body=body.strip(),
        from_date=parse_date(from_date.strip()),
        to_date=parse_date(to_date.strip()),
        ignore=frozenset(ignore).intersection(KINDS),
    )


def date_problems(from_date: str, to_date: str) -> tuple[tuple[str, str], ...]:
    """What is wrong with the dates of a form, each with the name of its field."""
    typed = (("from", from_date), ("to", to_date))
    return tuple((name, NO_DATE) for name, day in typed if not _is_date(day.strip()))


def _is_date(typed: str) -> bool:
    try:
        parse_date(typed)
    except ValueError:
        return False
    return True


def pack(limits: Limits) -> str:
    """The limits of an earlier question as the value of one hidden field."""
    given = {
        "body": limits.body,
        "from": limits.from_date.isoformat() if limits.from_date else "",
        "to": limits.to_date.isoformat() if limits.to_date else "",
        "ignore": sorted(limits.ignore),
    }
    return urlencode({name: value for name, value in given.items() if value}, doseq=True)


def unpack(packed: str) -> Limits:
    """What ``pack`` made of some limits; no limits where it cannot be read."""
    try:
        given = parse_qs(packed, max_num_fields=10)
        return read_limits(
            given.get("body", [""])[0],
            given.get("from", [""])[0],
            given.get("to", [""])[0],
            given.get("ignore", []),
        )
    except ValueError:
        return Limits()


def without(limits: Limits, kind: str) -> Limits:
    """The limits with one kind taken off, whether it was set or found in the question."""
    ignore = limits.ignore | {kind}
    if kind == "dates":
        return replace(limits, from_date=None, to_date=None, ignore=ignore)
    if kind == "bodies":
        return replace(limits, body="", ignore=ignore)
    return replace(limits, ignore=ignore)


def filters(understood: Understood, limits: Limits) -> tuple[Filter, ...]:
    """One filter for each kind of limit that was applied to a question."""
    applied = (
        ("dates", period_in_words(understood.from_date, understood.to_date)),
        ("bodies", list_in_words(understood.bodies)),
        ("people", list_in_words(understood.people)),
    )
    return tuple(Filter(kind, words, without(limits, kind)) for kind, words in applied if words)
