"""Pure measures over the rows of one way to answer; None where there is nothing to measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from eval.rows import Placement, Row

Measures = dict[str, float | None]

CUTOFFS = (1, 3, 5)
WORD_LIMITS = (100, 150, 300)
NDCG_DEPTH = 10
AS_IF = " (ranking)"


def measure(rows: Sequence[Row]) -> Measures:
    """All measures of answers; those marked as ranking leave refusals out of account.

    Unanswerable questions count in the measures of refusal only. A refused answerable question
    counts as not found, except in the ranking measures, which look at what was nearest.
    """
    answerable = [row for row in rows if row.question.answerable]
    placed = [row.placed for row in answerable]
    ranked = [row.ranked for row in answerable]
    return {
        **_ranking(placed),
        **{f"in{limit}w": share_within(limit, _words(placed)) for limit in WORD_LIMITS},
        "refusal recall": refused_share(rows, answerable=False),
        "false refusals": refused_share(rows, answerable=True),
        "quote exactness": exactness(rows),
        **{f"{name}{AS_IF}": value for name, value in _ranking(ranked).items()},
        f"in100w{AS_IF}": share_within(100, _words(ranked)),
    }


def _ranking(placements: Sequence[Placement]) -> Measures:
    ranks = [placement.rank for placement in placements]
    return {
        **{f"hit@{cutoff}": share_within(cutoff, ranks) for cutoff in CUTOFFS},
        "MRR": mean_reciprocal_rank(ranks),
        f"nDCG@{NDCG_DEPTH}": mean_ndcg(placements),
    }


def _words(placements: Iterable[Placement]) -> list[int | None]:
    return [placement.words for placement in placements]


def mean(values: Iterable[float]) -> float | None:
    listed = list(values)
    return sum(listed) / len(listed) if listed else None


def share_within(limit: int, places: Iterable[int | None]) -> float | None:
    """Share of the ranks (or word counts) that are not beyond the limit; None is beyond any."""
    return mean(place is not None and place <= limit for place in places)


def mean_reciprocal_rank(ranks: Iterable[int | None]) -> float | None:
    """Mean of 1/rank of the quote that completes the evidence; 0 where it is not shown."""
    return mean(1 / rank if rank else 0.0 for rank in ranks)


def mean_ndcg(placements: Sequence[Placement]) -> float | None:
    """Mean nDCG of the best alternative of each question.

    A quote is relevant if it is the first to hold a span of the alternative. A span that is not
    shown counts as one more relevant quote, missing from the ranking.
    """
    values = _ndcg_by_query(
        {
            f"{number}/{alternative}": [found.rank if found else None for found in group]
            for number, placement in enumerate(placements)
            for alternative, group in enumerate(placement.groups)
        }
    )
    return mean(
        max(values[f"{number}/{alternative}"] for alternative in range(len(placement.groups)))
        for number, placement in enumerate(placements)
    )


def _ndcg_by_query(queries: dict[str, list[int | None]]) -> dict[str, float]:
    # Imported here: it takes half a second, which asking and serving should not pay for.
    import ir_measures

    judged = [
        ir_measures.Qrel(query, document, 1)
        for query, ranks in queries.items()
        for document in _relevant(ranks)
    ]
    ranking = [
        ir_measures.ScoredDoc(query, str(rank), -float(rank))
        for query, ranks in queries.items()
        for rank in range(1, max(rank or 1 for rank in ranks) + 1)
    ]
    ndcg = ir_measures.nDCG @ NDCG_DEPTH
    return {
        metric.query_id: float(metric.value)
        for metric in ir_measures.iter_calc([ndcg], judged, ranking)
    }


def _relevant(ranks: Sequence[int | None]) -> set[str]:
    return {str(rank) if rank else f"missing {place}" for place, rank in enumerate(ranks)}


def refused_share(rows: Iterable[Row], answerable: bool) -> float | None:
    """Share refused of the questions with an answer (a fault) or of those without (a virtue)."""
    return mean(row.refused for row in rows if row.question.answerable is answerable)


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


def refusal_curve(rows: Sequence[Row], steps: int = 20) -> list[tuple[float, float, float]]:
    """For thresholds on the best score: the shares refused without and with an answer."""
    return [
        (threshold, _below(threshold, rows, False), _below(threshold, rows, True))
        for threshold in (step / steps for step in range(steps + 1))
    ]


def _below(threshold: float, rows: Iterable[Row], answerable: bool) -> float:
    scores = [row.score for row in rows if row.question.answerable is answerable]
    return mean(score < threshold for score in scores) or 0.0
