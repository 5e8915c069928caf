"""What readers said of answers, as a table for people and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from web.feedback import Feedback
from web.spreadsheets import spreadsheet

COLUMNS = ("number", "date", "useful", "status", "question", "comment")


def print_feedback(entries: Sequence[Feedback], console: Console) -> None:
    """Print all of it, oldest first, and how many found what they looked for."""
    table = Table(box=box.SIMPLE_HEAD)
    for name in COLUMNS:
        table.add_column(name, overflow="fold")
    for given in entries:
        table.add_row(*map(Text, _cells(given)))
    if entries:
        console.print(table)
    useful = sum(given.useful for given in entries)
    console.print(Text(f"{useful} of {len(entries)} found what they were looking for.", "bold"))


def feedback_spreadsheet(entries: Sequence[Feedback]) -> bytes:
    rows = ((*_cells(given), given.generation) for given in entries)
    return spreadsheet((*COLUMNS, "generation"), rows)


def _cells(given: Feedback) -> tuple[str, ...]:
    return (
        str(given.id),
        given.given_on.isoformat(),
        "yes" if given.useful else "no",
        given.status.value,
        given.question,
        given.comment,
    )
