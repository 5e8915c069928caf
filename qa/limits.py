"""What limits a search: set by the asker, or found in the question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DATES, BODIES, PEOPLE = "dates", "bodies", "people"


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits that the asker sets; ``ignore`` names kinds of limits not to look for.

    ``body`` may be the name or the initials of a body; dates are inclusive.
    """

    meeting: str = ""
    body: str = ""
    from_date: date | None = None
    to_date: date | None = None
    ignore: frozenset[str] = frozenset()


NO_LIMITS = Limits()
