"""Rows as CSV (RFC 4180) that spreadsheets open as text, never as formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

MEDIA_TYPE = "text/csv; charset=utf-8"
# What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def spreadsheet(names: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """The rows under their names; a cell that looks like a formula begins with an apostrophe."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    # Spreadsheets read UTF-8 only where a mark says so.
    return written.getvalue().encode("utf-8-sig", "replace")


def _cell(value: str | int | None) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
