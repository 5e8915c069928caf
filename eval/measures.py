"""Pure measures over the rows of one way to answer; None where there is nothing to measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from eval.rows import Placement, Row
from eval.trec import NDCG_DEPTH, mean_ndcg, offered_ranking, shown_ranking

Measures = dict[str, float | None]

CUTOFFS = (1, 3, 5)
WORD_LIMITS = (50, 100, 150, 200, 250, 300)
COVERAGE = 300
NDCG = f"nDCG@{NDCG_DEPTH}"
RECALL, FALSE = "refusal recall", "false refusals"
PLACED = (
    *(f"hit@{cutoff}" for cutoff in CUTOFFS),
    "MRR",
    *(f"in{limit}w" for limit in WORD_LIMITS),
    f"cov{COVERAGE}w",
)
RANKED = (*(f"hit@{cutoff}" for cutoff in CUTOFFS), "MRR", "in100w", f"cov{COVERAGE}w")


def measure(rows: Sequence[Row]) -> Measures:
    """All measures of answers; those marked as ranking leave refusals out of account.

    Unanswerable questions count in the measures of refusal only. A refused answerable question
    counts as not found, except in the ranking measures, which look at what was nearest.
    """
    answerable = [row for row in rows if row.question.answerable]
    return {
        **mean_values(rows),
        NDCG: mean_ndcg(map(shown_ranking, answerable)),
        _as_if(NDCG): mean_ndcg(map(offered_ranking, answerable)),
        "quote exactness": exactness(rows),
    }


def mean_values(rows: Sequence[Row]) -> Measures:
    """The mean of what each measure gives for the questions that count in it."""
    values = [values_of(row) for row in rows]
    names = (*PLACED, RECALL, FALSE, *map(_as_if, RANKED))
    return {name: mean(each[name] for each in values if name in each) for name in names}


def values_of(row: Row) -> dict[str, float]:
    """What a question gives for each measure in which it counts, from 0 to 1."""
    if not row.question.answerable:
        return {RECALL: float(row.refused)}
    ranked = _placed(row.ranked)
    as_if = {_as_if(name): ranked[name] for name in RANKED}
    return {**_placed(row.placed), FALSE: float(row.refused), **as_if}


def _as_if(name: str) -> str:
    return f"{name} (ranking)"


def of_rank(rank: int | None) -> dict[str, float]:
    """hit@k: the evidence stands in the first k quotes; and one over its rank."""
    hits = {f"hit@{cutoff}": within(cutoff, rank) for cutoff in CUTOFFS}
    return {**hits, "MRR": 1 / rank if rank else 0.0}


def _placed(placement: Placement) -> dict[str, float]:
    """inNw: the evidence stands in the first N words shown; covNw: the share of spans that do."""
    words = placement.words
    return {
        **of_rank(placement.rank),
        **{f"in{limit}w": within(limit, words) for limit in WORD_LIMITS},
        f"cov{COVERAGE}w": placement.share_within(COVERAGE),
    }


def within(limit: int, at: int | None) -> float:
    """1 where a rank or a number of words is not beyond the limit, else 0; None is beyond any."""
    return float(at is not None and at <= limit)


def mean(values: Iterable[float]) -> float | None:
    listed = list(values)
    return sum(listed) / len(listed) if listed else None


def exactness(rows: Iterable[Row]) -> float | None:
    """Share of all quotes, nearest ones included, that are exact slices of their source."""
    listed = list(rows)
    quotes = sum(row.quotes for row in listed)
    return 1 - sum(row.inexact for row in listed) / quotes if quotes else None


def percentile(share: float, values: Iterable[float]) -> float:
    """The smallest value that at least this share of the values does not exceed."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("a percentile needs at least one value")
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, list[Row]]:
    """The rows by category, split or system, in the order in which these first appear."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups
