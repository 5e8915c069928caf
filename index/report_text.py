"""What a build or a check found, as tables for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from index.check import CheckReport
from index.minutes import LeftOut
from index.report import BuildReport, DocumentReport, IntakeReport

EXAMPLE = 60


def print_build(report: BuildReport, console: Console) -> None:
    """Print what was read, what was not and why, and what is live now."""
    _print_table(
        console,
        "Documents",
        ("file", "meeting", "items", "passages", "words kept", ""),
        (_document(document) for document in report.intake.documents),
    )
    _print_table(
        console,
        "Left out of the text",
        ("file", "reason", "times", "words", "for example"),
        (row for document in report.intake.documents for row in _left_out(document)),
    )
    _print_table(console, "To be looked at", ("file", "what"), _remarks(report.intake))
    for note in report.intake.notes:
        console.print(Text(note))
    console.print(Text(_summary(report), "bold"))


def print_rebuild(report: BuildReport, console: Console) -> None:
    """Print what has changed since the build before, and what is live now."""
    intake = report.intake
    for failed in intake.failed:
        console.print(Text(f"{failed.file} was not read: {failed.reason}"))
    for file in intake.replaced:
        console.print(Text(f"{file} was replaced"))
    for file in intake.removed:
        console.print(Text(f"{file} was removed"))
    console.print(Text(_summary(report), "bold"))


def print_check(report: CheckReport, console: Console) -> None:
    """Print the problems that were found, then what was verified."""
    for problem in report.problems:
        console.print(Text(problem, "red"))
    verified = ", ".join(
        f"{getattr(report, name):,} {name}"
        for name in ("files", "meetings", "passages", "lines", "vectors")
    )
    found = f"{len(report.problems)} problems found" if report.problems else "nothing amiss"
    console.print(Text(f"Generation {report.generation}: {verified}; {found}.", "bold"))


def _print_table(
    console: Console, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for column in columns:
        numeric = column in ("items", "passages", "words kept", "times", "words")
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    if table.row_count:
        console.print(table)


def _document(document: DocumentReport) -> tuple[str, ...]:
    return (
        document.file,
        document.meeting,
        str(document.items),
        str(document.passages),
        f"{document.kept_share:.1%}",
        "as before" if document.taken_over else "",
    )


def _left_out(document: DocumentReport) -> Iterator[tuple[str, ...]]:
    by_reason: dict[str, list[LeftOut]] = defaultdict(list)
    for left in document.left_out:
        by_reason[left.reason].append(left)
    for reason, parts in by_reason.items():
        words = sum(len(part.text.split()) for part in parts)
        example = " ".join(parts[0].text.split())
        shown = example if len(example) <= EXAMPLE else f"{example[:EXAMPLE]}…"
        yield document.file, reason, str(len(parts)), str(words), shown


def _remarks(intake: IntakeReport) -> Iterator[tuple[str, str]]:
    for failed in intake.failed:
        yield failed.file, f"NOT READ: {failed.reason}"
    for duplicate in intake.duplicates:
        yield (
            duplicate.file,
            f"the same as {duplicate.same_as}, which was taken ({duplicate.why})",
        )
    for document in intake.documents:
        for warning in document.warnings:
            yield document.file, warning
    for file in intake.replaced:
        yield file, "replaces the version read before"
    for file in intake.removed:
        yield file, "is no longer in the index"


def _summary(report: BuildReport) -> str:
    documents = report.intake.documents
    passages = sum(document.passages for document in documents)
    unchanged = f" ({report.intake.unchanged} unchanged)" if report.intake.unchanged else ""
    return (
        f"Generation {report.generation} is live: {len(documents)} meetings{unchanged}, "
        f"{passages} passages; "
        f"{report.vectors_computed} vectors of {report.model} computed, "
        f"{report.vectors_reused} reused; "
        f"{report.seconds:.1f} seconds."
    )
