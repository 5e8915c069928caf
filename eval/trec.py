"""Runs and judgements as TREC has them: what was shown in order, and what of it is relevant.

Ways to answer cut the minutes differently, so each has judgements of its own: relevant are the
quotes that hold the evidence, and what of it was not shown. What a refusal offered as nearest
counts as shown. Where whole documents were judged, a run is of documents, each at its first
quote, and the judgements are those of the set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.questions import Question
from eval.rows import Placement, Row, ShownQuote

NDCG_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was shown for a question, best first, and the grade of each relevant document."""

    query: str
    documents: tuple[str, ...]
    relevant: Mapping[str, int]


def shown_ranking(row: Row) -> Ranking:
    """The ranking of what was shown as quotes."""
    return ranking(row.question, row.shown.quotes, row.placed)


def offered_ranking(row: Row) -> Ranking:
    """The same, with what a refusal offered as nearest in the place of quotes."""
    return ranking(row.question, row.shown.offered, row.ranked)


def ranking(question: Question, quotes: Sequence[ShownQuote], placed: Placement) -> Ranking:
    """The ranking of some quotes, among which the evidence was found as ``placed`` says."""
    if question.of_documents:
        documents = tuple(dict.fromkeys(quote.meeting for quote in quotes))
        grades = {span.meeting: span.relevance for span in question.spans}
        return Ranking(question.id, documents, grades)
    documents = tuple(quote.place or f"quote-{at}" for at, quote in enumerate(quotes, 1))
    found = placed.best
    return Ranking(
        question.id,
        documents,
        {
            documents[each.rank - 1] if each else f"not-shown-{at}": 1
            for at, each in enumerate(found, 1)
        },
    )


def mean_ndcg(rankings: Iterable[Ranking]) -> float | None:
    """Mean nDCG of the first ten; what is relevant and not shown counts as missing."""
    # Imported here: it takes half a second, which asking and serving should not pay for.
    import ir_measures

    ndcg = ir_measures.nDCG @ NDCG_DEPTH
    judged, scored, queries = [], [], 0
    for queries, each in enumerate(rankings, 1):
        query = str(queries)
        judged += [ir_measures.Qrel(query, name, grade) for name, grade in each.relevant.items()]
        # A query that nothing was shown for must stand in the run too.
        scored += [
            ir_measures.ScoredDoc(query, name, 1 / at)
            for at, name in enumerate(each.documents or ("nothing",), 1)
        ]
    if not queries:
        return None
    return float(ir_measures.calc_aggregate([ndcg], judged, scored)[ndcg])


def write_trec(rows: Iterable[Row], folder: Path, names: Mapping[str, str]) -> list[Path]:
    """Write NAME.run and NAME.qrels for each way to answer; ``names`` are those of documents."""
    folder.mkdir(parents=True, exist_ok=True)
    lines: dict[Path, list[str]] = {}
    for row in rows:
        file = folder / re.sub(r"\W+", "-", row.system)
        made = offered_ranking(row)
        lines.setdefault(file.with_suffix(".run"), []).extend(_run_lines(made, names, file.name))
        lines.setdefault(file.with_suffix(".qrels"), []).extend(_qrel_lines(made, names))
    for file, written in lines.items():
        file.write_text("".join(f"{line}\n" for line in written), encoding="utf-8")
    return list(lines)


def _run_lines(made: Ranking, names: Mapping[str, str], tag: str) -> Iterator[str]:
    for at, document in enumerate(made.documents, 1):
        name = names.get(document, document)
        yield f"{_word(made.query)} Q0 {_word(name)} {at} {1 / at:.6f} {tag}"


def _qrel_lines(made: Ranking, names: Mapping[str, str]) -> Iterator[str]:
    for document, grade in made.relevant.items():
        yield f"{_word(made.query)} 0 {_word(names.get(document, document))} {grade}"


def _word(name: str) -> str:
    """A name without the white space that parts the columns."""
    return re.sub(r"\s+", "_", name)
