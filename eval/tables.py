"""The tables of an evaluation's report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from eval.compare import Comparison
from eval.measures import Measures, measure
from eval.rows import Row
from eval.significance import Contrast

FAILURES = 15
PART_MEASURES = ("hit@1", "hit@3", "MRR", "in100w", "false refusals", "refusal recall")


def systems(measured: Mapping[str, Measures], times: Mapping[str, Mapping[str, float]]) -> Table:
    """One row a measure, one column a way to answer."""
    table = Table("measure", title="Ways to answer")
    for name in measured:
        table.add_column(name, justify="right")
    for name in next(iter(measured.values()), {}):
        table.add_row(name, *(number(measures[name]) for measures in measured.values()))
    for name in next(iter(times.values()), {}):
        table.add_row(f"milliseconds {name}", *(f"{each[name]:.1f}" for each in times.values()))
    return table


def contrasts(found: Sequence[Contrast]) -> Table:
    """Differences with their intervals, one column a way to answer; in bold those that hold."""
    table = Table("measure", title="Minuted less the others, 95 % interval (in bold: it holds)")
    others = list(dict.fromkeys(each.other for each in found))
    for other in others:
        table.add_column(other, justify="right")
    cells = {(each.measure, each.other): interval(each) for each in found}
    for measure_name in dict.fromkeys(each.measure for each in found):
        table.add_row(measure_name, *(cells.get((measure_name, other), "–") for other in others))
    return table


def interval(contrast: Contrast) -> Text:
    """A difference with its interval, in bold where it holds."""
    bounds = f"({contrast.low:+.3f} to {contrast.high:+.3f})"
    return Text(f"{contrast.difference:+.3f} {bounds}", style="bold" if contrast.holds else "")


def parts(title: str, groups: Mapping[str, Sequence[Row]]) -> Table:
    """Our own measures for each category or split, with how many questions have an answer."""
    table = Table(title, "questions", "answerable", *PART_MEASURES, title=f"Minuted by {title}")
    for name, rows in groups.items():
        measures = measure(rows)
        answerable = sum(row.question.answerable for row in rows)
        cells = (number(measures[measure_name]) for measure_name in PART_MEASURES)
        table.add_row(name or "–", str(len(rows)), str(answerable), *cells)
    return table


def failures(rows: Sequence[Row]) -> Table:
    """The worst failures: first answers that were missed, then questions wrongly answered."""
    missed, wrong = missed_and_wrong(rows)
    title = f"Worst failures ({len(missed)} missed, {len(wrong)} answered without an answer)"
    table = Table("id", "question", "came first", "expected", title=title, show_lines=True)
    for row in (*missed[:FAILURES], *wrong[:FAILURES]):
        came = f"(refused) {row.first}" if row.refused else row.first
        table.add_row(*map(Text, (row.question.id, row.question.text, came, _expected(row))))
    return table


def missed_and_wrong(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The questions whose answer was not shown, and those answered without one; surest first."""
    missed = [row for row in rows if row.question.answerable and row.placed.rank is None]
    wrong = [row for row in rows if not row.question.answerable and not row.refused]
    return sorted(missed, key=lambda row: -row.score), sorted(wrong, key=lambda row: -row.score)


def _expected(row: Row) -> str:
    if not row.question.answerable:
        return "(refusal)"
    return "\n".join(span.quote or span.meeting for span in row.question.alternatives[0])


def print_comparison(console: Console, comparison: Comparison) -> None:
    """What changed since the figures compared with."""
    if not comparison.same_questions:
        console.print("The questions have changed since; measures are not like for like.")
    table = Table("way to answer", "measure", "before", "now", title="Changed measures")
    for change in comparison.differences:
        table.add_row(change.system, change.measure, number(change.before), number(change.now))
    console.print(table if comparison.differences else "No measure has changed.")
    if any(contrast.difference for contrast in comparison.contrasts):
        console.print(contrasts(comparison.contrasts))
    for name in ("better", "worse", "added", "removed"):
        questions = getattr(comparison, name)
        if questions:
            console.print(Text(f"{name} ({len(questions)}): {', '.join(questions)}"))


def number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
