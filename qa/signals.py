"""What speaks for and against each line of each candidate: numbers only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index import Passage, PassageKind, terms
from qa.asked_for import Sort
from qa.mentions import holds
from qa.retrieve import Candidate
from qa.sought import Sought

NAMES = (
    "line similarity",
    "question similarity",
    "passage similarity",
    "best line similarity",
    "line coverage",
    "context coverage",
    "passage coverage",
    "surroundings coverage",
    "text words",
    "question words",
    "title words",
    "people words",
    "asked sort held",
    "asked sort missing",
    "length",
    "leads in",
    "attendance",
    "attendance for who",
    "rarest term missing",
    "asked sort missing from passage",
    "names missing",
    "line closeness",
    "line or heading closeness",
    "passage closeness",
    "particular told",
)
# A word of the heading counts a little less than one of the line itself.
HEADING_SHARE = 0.9


# A word with a capital that does not begin the question: a name of somebody, some place, some plan.
NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]*[a-z][\w’'-]*")


def table(sought: Sought, candidates: Sequence[Candidate]) -> tuple[list[int], NDArray[np.float64]]:
    """Return, for every line of the candidates, which candidate it is of and its signals."""
    names = named(sought)
    places: list[int] = []
    rows: list[list[float]] = []
    for place, candidate in enumerate(candidates):
        places.extend([place] * len(candidate.passage.lines))
        rows.extend(_rows(candidate, sought, names))
    return places, np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES))


def named(sought: Sought) -> frozenset[str]:
    """The terms of the names in a question."""
    return term_set(" ".join(NAME.findall(sought.wording.asked)))


def heading_of(candidate: Candidate) -> str:
    """The title of a candidate's item, and the question or sub-heading that it stands under."""
    context = candidate.passage.context
    return f"{candidate.meeting.item(candidate.passage).title}\n{context.text if context else ''}"


def text_of(passage: Passage) -> str:
    """The words of a passage, those that it stands under first."""
    context = [passage.context] if passage.context else []
    return "\n".join(line.text for line in (*context, *passage.lines))


def coverage(found: Set[str], informative: Mapping[str, float], total: float) -> float:
    """How much of what the question's terms tell is among the terms of a text: 0 to 1."""
    return sum(weight for term, weight in informative.items() if term in found) / total


@lru_cache(maxsize=100_000)
def term_set(text: str) -> frozenset[str]:
    """The different terms of a text; kept, as the same lines come up question after question."""
    return frozenset(terms(text))


@dataclass(frozen=True, slots=True)
class _Found:
    """The terms that a candidate has: in each line, over it, all in all, and with its neighbours.

    Whom the question names counts as found where the minutes speak of them under another name.
    """

    lines: list[frozenset[str]]
    heading: frozenset[str]
    passage: frozenset[str]
    surroundings: frozenset[str]

    @classmethod
    def of(cls, candidate: Candidate, sought: Sought) -> _Found:
        meeting, passage, people = candidate.meeting, candidate.passage, sought.people
        lines = [term_set(people.put(meeting, line.text)) for line in passage.lines]
        heading = term_set(heading_of(candidate))
        whole = heading.union(term_set(people.put(meeting, text_of(passage))))
        beside = [term_set(text_of(each)) for each in meeting.beside(passage)]
        return cls(lines, heading, whole, whole.union(*beside))


def _rows(candidate: Candidate, sought: Sought, names: frozenset[str]) -> list[list[float]]:
    informative, total, sort = sought.informative, sought.total, sought.sort
    passage, similar, words = candidate.passage, candidate.similarities, candidate.words
    meeting, found = candidate.meeting, _Found.of(candidate, sought)
    whole = "\n".join([heading_of(candidate), *(line.text for line in passage.lines)])
    rarest = max(informative, key=lambda term: informative[term], default="")
    rarest_missing = float(bool(rarest) and rarest not in found.passage)
    sort_missing = float(sort is not None and not holds(whole, sort))
    missing = names - found.passage - term_set(meeting.body)
    names_missing = sum(informative.get(name, 0.0) for name in missing) / total
    near = sought.nearest(heading_of(candidate), *(line.text for line in passage.lines))
    close_lines = sought.weigh(near[1:]).tolist()
    close_or_heading = sought.weigh(np.maximum(near[1:], HEADING_SHARE * near[0])).tolist()
    close_anywhere = float(sought.weigh(near.max(axis=0)))
    shared = [
        similar.passage if similar.question is None else similar.question,
        similar.passage,
        max(similar.lines),
    ]
    by_field = [words.get(field, 0.0) / total for field in ("text", "question", "title", "people")]
    wider = (found.heading, found.passage, found.surroundings)
    around = [coverage(each, informative, total) for each in wider]
    attendance = float(passage.kind is PassageKind.ATTENDANCE)
    held = [sort is not None and holds(line.text, sort) for line in passage.lines]
    return [
        [
            similar.lines[at],
            *shared,
            coverage(found.lines[at], informative, total),
            *around,
            *by_field,
            float(held[at]),
            float(sort is not None and not held[at]),
            float(np.log(len(line.text.split()))),
            float(line.text.endswith(":")),
            attendance,
            attendance * float(sort is Sort.PERSON),
            rarest_missing,
            sort_missing,
            names_missing,
            close_lines[at],
            close_or_heading[at],
            close_anywhere,
            float(sought.particulars.told_in(meeting, passage, line)),
        ]
        for at, line in enumerate(passage.lines)
    ]
