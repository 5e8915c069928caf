"""Whether the minutes answer at all: what speaks for and against it, as numbers.

Two things must hold: the question is on a topic of the minutes, and what it asks for stands there.
Near misses share the topic, so what speaks for a topic must not make up for a missing fact.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index import terms
from index.meanings import words_of
from qa.asked_for import Sort, counted
from qa.asking import ASKING_TERMS
from qa.extent import choose_lines
from qa.mentions import mentions
from qa.retrieve import Candidate
from qa.signals import NAMES, heading_of, named, term_set, text_of
from qa.sought import Sought

Array = NDArray[np.float64]

# For each, whether more of it can only speak for an answer (1) or against one (-1).
TOPIC_SIGNS = {
    "best score": 1,
    "ahead of the second line": 1,
    "line similarity": 1,
    "highest similarity": 1,
    "similarity of the best lines": 1,
    "passage coverage": 1,
    "line closeness": 1,
    "passage closeness": 1,
    "names missing": -1,
    "particular told": 1,
}
FACT_SIGNS = {
    "asked sort missing from line": -1,
    "asked sort missing from quote": -1,
    "asked sort far from the question's words": -1,
    "asked time or reason far from the question's words": -1,
    "counted thing missing from line": -1,
    "names missing": -1,
    "names missing from the best passages": -1,
    "least closeness of a word": 1,
    "passage similarity": 1,
    "particular told": 1,
}
# Sorts that are mentioned in many more ways than are known: that none is seen tells less.
OF_MANY_FORMS = (Sort.TIME, Sort.REASON)
# How many of the best lines are looked at, and how many words beside a mention.
BEST, REACH, BESIDE = 5, 6, 3


def topic_signals(signals: Array, scores: Array) -> Array:
    """What speaks for the topic (TOPIC_SIGNS), from the signals and scores of the lines."""
    top = dict(zip(NAMES, signals[np.argmax(scores)], strict=True))
    ranked = np.sort(scores)[::-1]
    similar = signals[:, NAMES.index("line similarity")]
    return np.array(
        [
            ranked[0],
            ranked[0] - ranked[min(1, len(ranked) - 1)],
            top["line similarity"],
            similar.max(),
            similar[np.argsort(-scores, kind="stable")[:BEST]].mean(),
            top["passage coverage"],
            top["line closeness"],
            top["passage closeness"],
            top["names missing"],
            top["particular told"],
        ]
    )


def fact_signals(
    sought: Sought,
    candidates: Sequence[Candidate],
    places: Sequence[int],
    signals: Array,
    scores: Array,
) -> Array:
    """What speaks for the fact asked for (FACT_SIGNS); ``places`` say whose line each is."""
    order = np.argsort(-scores, kind="stable")[:BEST]
    best = [(candidates[places[at]], int(at) - places.index(places[at])) for at in order]
    line = best[0][0].passage.lines[best[0][1]].text
    quote = _quoted(best[0][0], scores[np.array(places) == places[order[0]]])
    top = dict(zip(NAMES, signals[order[0]], strict=True))
    held = [_nearest_mention(sought, text) for text in (line, *quote)]
    others = [_nearest_mention(sought, c.passage.lines[at].text) for c, at in best[1:]]
    far = 1.0 - max(each or 0.0 for each in (held[0], *others))
    of_many_forms = sought.sort in OF_MANY_FORMS
    heading = heading_of(best[0][0])
    closeness = sought.nearest(heading, *quote).max(axis=0)
    return np.array(
        [
            float(held[0] is None),
            float(all(each is None for each in held[1:])),
            0.0 if of_many_forms else far,
            far if of_many_forms else 0.0,
            _counted_missing(sought, line),
            top["names missing"],
            _names_missing(sought, [candidate for candidate, _ in best]),
            closeness.min() if len(closeness) else 0.0,
            top["passage similarity"],
            top["particular told"],
        ]
    )


def mentions_all(sought: Sought, signals: Array) -> NDArray[np.bool_]:
    """Which lines have all that tells of a question; none where it asks for more than mentions.

    A topic of few words ("mental health") is like no line, though lines are about it.
    """
    asks_for_more = sought.sort is not None or sought.particulars.asked
    if asks_for_more or not sought.informative.keys() - ASKING_TERMS:
        return np.zeros(len(signals), dtype=bool)
    return np.isclose(signals[:, NAMES.index("line coverage")], 1.0)


def _quoted(candidate: Candidate, scores: Array) -> list[str]:
    first, last = choose_lines(candidate.meeting, candidate.passage, scores.tolist())
    return [line.text for line in candidate.passage.lines[first : last + 1]]


def _nearest_mention(sought: Sought, line: str) -> float | None:
    """How close the words around a thing of the sort asked for come to the question's.

    1 where no sort is asked for; None where the line has no such thing that the question does
    not itself name.
    """
    sort = sought.sort
    if sort is None:
        return 1.0
    asked = term_set(sought.wording.both)
    around = [
        _around(line, start, end, REACH, REACH)
        for start, end in mentions(line, sort)
        if sort is Sort.REASON or not (told := set(terms(line[start:end]))) or not told <= asked
    ]
    return float(sought.weigh(sought.nearest(*around)).max()) if around else None


def _counted_missing(sought: Sought, line: str) -> float:
    """How far what the question counts is from the numbers of a line: 0 to 1."""
    things = set(words_of(counted(sought.wording.official)))
    rows = [row for row, word in enumerate(sought.words) if word in things]
    if not rows:
        return 0.0
    around = [
        _around(line, start, end, BESIDE, BESIDE + 1) for start, end in mentions(line, Sort.NUMBER)
    ]
    return 1.0 - float(sought.nearest(*around)[:, rows].max(initial=0.0))


def _names_missing(sought: Sought, best: Sequence[Candidate]) -> float:
    """How much the names tell that are missing from the passage that has most of them."""
    missing = [
        named(sought)
        - term_set(sought.people.put(each.meeting, text_of(each.passage)))
        - term_set(f"{each.meeting.body} {heading_of(each)}")
        for each in best
    ]
    weights = [sum(sought.informative.get(name, 0.0) for name in names) for names in missing]
    return min(weights) / sought.total


def _around(line: str, start: int, end: int, before: int, after: int) -> str:
    """Some words of a line with so many before and after them."""
    return " ".join([*line[:start].split()[-before:], line[start:end], *line[end:].split()[:after]])
