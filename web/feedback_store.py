"""Keeps what readers say of answers in one SQLite file, for a number of days."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

from index.errors import BadSettings
from qa import AnswerStatus
from web.feedback import Feedback

# However many somebody sends, the file stays small.
MOST = 10_000
TABLE = """CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT, given_on TEXT NOT NULL, useful INTEGER NOT NULL,
    status TEXT NOT NULL, generation TEXT NOT NULL, comment TEXT NOT NULL, asked TEXT NOT NULL
) STRICT"""


class FeedbackStore:
    """One file, made where there is none, that only its owner may read.

    What is older than ``days`` is deleted, when the file is opened and whenever something comes.
    """

    def __init__(self, file: Path, days: int) -> None:
        self.file = file
        self.days = days
        try:
            file.touch(0o600)
            with self._open() as connection:
                connection.execute(TABLE)
            self.forget()
        except (OSError, sqlite3.Error) as error:
            raise BadSettings(f"Feedback cannot be kept in {file}: {error}") from error

    def add(self, given: Feedback) -> None:
        """Keep what somebody said; sqlite3.Error where the disk does not take it."""
        with self._open() as connection:
            connection.execute(
                "INSERT INTO feedback (given_on, useful, status, generation, comment, asked) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    given.given_on.isoformat(),
                    given.useful,
                    given.status.value,
                    given.generation,
                    given.comment,
                    given.asked,
                ),
            )
        self.forget()

    def entries(self) -> list[Feedback]:
        """All that is kept, oldest first."""
        with self._open() as connection:
            rows = connection.execute(
                "SELECT id, given_on, useful, status, generation, comment, asked "
                "FROM feedback ORDER BY id"
            ).fetchall()
        return [
            Feedback(
                id=number,
                given_on=date.fromisoformat(given_on),
                useful=bool(useful),
                status=AnswerStatus(status),
                generation=generation,
                comment=comment,
                asked=asked,
            )
            for number, given_on, useful, status, generation, comment, asked in rows
        ]

    def forget(self) -> None:
        """Delete what is too old, so that its words are in the file no more."""
        first_kept = date.today() - timedelta(days=self.days)
        with self._open() as connection:
            connection.execute(
                "DELETE FROM feedback WHERE given_on < ? "
                "OR id <= (SELECT max(id) FROM feedback) - ?",
                (first_kept.isoformat(), MOST),
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.file)) as connection, connection:
            connection.execute("PRAGMA secure_delete = ON")
            yield connection
