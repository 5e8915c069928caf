"""An answer as text for a terminal, or plain when it is piped into a file."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from qa.answer import Answer, AnswerStatus, Quote
from qa.messages import limits_in_words, searched_in_words

INDENT = "   "
# A document must not be able to steer the reader's terminal.
CONTROL = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


def print_answer(answer: Answer, console: Console) -> None:
    """Print the quotes with where they stand, then the limits and what was searched."""
    _print(console, answer.message, "bold" if answer.quotes else "bold yellow")
    _print_quotes(console, answer.quotes)
    if answer.nearest:
        _print(console, "\nNearest passages; these do not answer the question:", "yellow")
        _print_quotes(console, answer.nearest)
    if limits := limits_in_words(answer.understood):
        _print(console, f"\nLimited to: {limits}", "dim")
    if answer.status is AnswerStatus.ANSWERED:
        _print(console, f"\n{searched_in_words(answer.coverage)}", "dim")


def _print_quotes(console: Console, quotes: Sequence[Quote]) -> None:
    for number, quote in enumerate(quotes, 1):
        _print(console, f"\n{number}.")
        for line in quote.lines:
            _print(console, line.text, "" if line.answers else "dim", INDENT)
        if quote.context:
            _print(console, f"under: {quote.context}", "dim", INDENT)
        _print(console, f"— {quote.citation.label}", "cyan", INDENT)


def _print(console: Console, text: str, style: str = "", indent: str = "") -> None:
    # Nothing is wrapped in a pipe, so that a quote stays on its line there.
    shown = Text(text.translate(CONTROL), style)
    width = console.width - len(indent)
    rows = shown.wrap(console, width) if console.is_terminal else shown.split("\n")
    for row in rows:
        row.rstrip()
        console.print(Text(indent) + row, soft_wrap=True)
