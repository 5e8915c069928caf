"""The people whom a question names, and what else the minutes of a meeting call them.

Minutes say "the Chief Constable" or "DT" of somebody whom a question calls by name, and the other
way round; who that was at a meeting stands in its attendance list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from index import Meeting
from index.bodies import initials
from index.minutes import Person
from index.names import RANKS
from index.offices import OFFICE

# "Deputy Chief Constable" is not the Chief Constable, "former" no longer.
OF_ANOTHER = r"(?<!deputy )(?<!assistant )(?<!vice )(?<!vice-)(?<!former )(?<!ex-)"
SHORTEST_INITIALS = 3
NAMES_OFFICE = re.compile(rf"\b(?:{OFFICE}|head|executive)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Called:
    """What a question calls somebody, and where else a text of that meeting speaks of them."""

    asked: str
    otherwise: re.Pattern[str]


@dataclass(frozen=True)
class People:
    """The people that a question names, in each meeting by what they were called there."""

    question: str
    known: dict[str, list[Called]] = field(default_factory=dict)

    def put(self, meeting: Meeting, text: str) -> str:
        """A text, followed by what the question calls the people whom it calls otherwise."""
        if meeting.id not in self.known:
            self.known[meeting.id] = list(called_in(self.question, meeting))
        meant = [each.asked for each in self.known[meeting.id] if each.otherwise.search(text)]
        return "\n".join([text, *meant]) if meant else text


def called_in(question: str, meeting: Meeting) -> Iterator[Called]:
    """The people of a meeting whom a question names, by name or by an office that one holds."""
    held = Counter(office for person in meeting.people for office in _offices(person))
    for person in meeting.people:
        offices = [office for office in _offices(person) if held[office] == 1]
        ways = {
            **{office: _office(office) for office in offices},
            **{name: _name(name) for name in _names(person)},
        }
        asked = {
            called: found[0] for called, way in ways.items() if (found := way.search(question))
        }
        otherwise = [way.pattern for called, way in ways.items() if called not in asked]
        if asked and otherwise:
            yield Called(" ".join(asked.values()), re.compile("|".join(otherwise)))


def _offices(person: Person) -> list[str]:
    """The offices in a role as printed: "Chair, Police and Crime Commissioner" has two."""
    parts = (part.strip(" .") for part in re.split(r"[,;/(]", person.role))
    return [part for part in parts if NAMES_OFFICE.search(part)]


def _names(person: Person) -> list[str]:
    """The name without ranks, the surname alone, and the initials used for it in the text."""
    rank = RANKS.match(person.name)
    words = person.name[rank.end() if rank else 0 :].split()
    full = [" ".join(words)] if len(words) > 1 else []
    return [*full, *words[-1:], *filter(None, [person.initials])]


def _office(office: str) -> re.Pattern[str]:
    short = initials(office).upper() if " " in office else ""
    also = rf"|\b{short}\b" if len(short) >= SHORTEST_INITIALS else ""
    return re.compile(rf"(?i:{OF_ANOTHER}\b{re.escape(office)}\b){also}")


def _name(name: str) -> re.Pattern[str]:
    """A whole name in any case; a single word as it is written, since it may be any word."""
    return re.compile(rf"(?i:\b{re.escape(name)}\b)" if " " in name else rf"\b{re.escape(name)}\b")
