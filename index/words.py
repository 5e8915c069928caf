"""Lexical search over the passages: BM25 by field, and phrases."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

import numpy as np
import tantivy
from numpy.typing import NDArray

from index.analyzer import ANALYZER, plain, search_terms, terms
from index.fields import FIELDS, fields_of
from index.minutes import Meeting

WORDS_NAME = "words"
ANALYZER_NAME = "minutes"
WRITER_MEMORY = 256_000_000

FIELD_BOOSTS: Mapping[str, float] = {
    "title": 1.0,
    "question": 1.5,
    "text": 1.0,
    "people": 1.0,
    "reference": 2.0,
}
PHRASE_BOOST = 2.0

PHRASE = re.compile(r'["“]([^"“”]+)["”]')
Rows = NDArray[np.int64]
Floats = NDArray[np.float32]


def count_terms(meetings: Sequence[Meeting]) -> Counter[str]:
    """In how many passages each term stands, in whichever field."""
    counts: Counter[str] = Counter()
    for meeting in meetings:
        for passage in meeting.passages:
            counts.update(set(terms("\n".join(fields_of(meeting, passage).values()))))
    return counts


def write_words(folder: Path, meetings: Sequence[Meeting]) -> None:
    """Write the index of all passages into a new folder."""
    folder.mkdir()
    schema = _make_schema()
    try:
        index = tantivy.Index(schema, path=str(folder))
        index.register_tokenizer(ANALYZER_NAME, ANALYZER)
        # One thread keeps the passages in order, and so the order of equal scores.
        writer = index.writer(WRITER_MEMORY, num_threads=1)
        for row, fields in enumerate(
            fields_of(meeting, passage) for meeting in meetings for passage in meeting.passages
        ):
            values = {name: plain(text) for name, text in fields.items() if text}
            writer.add_document(tantivy.Document.from_dict({**values, "row": row}, schema))
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:
        raise OSError(f"the word index could not be written: {error}") from error
    for lock in folder.glob(".tantivy-*.lock"):
        lock.unlink()
    _name_segments(folder)


class Words:
    """Search by words; the same text always gives the same passages in the same order."""

    def __init__(self, folder: Path) -> None:
        # Tantivy writes a lock file where it reads, and a built index may be read-only; once
        # its files are mapped into memory the copy can go. A thread of Tantivy's may be about to
        # lock it once more.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as copy:
            shutil.copytree(folder, copy, dirs_exist_ok=True)
            index = tantivy.Index.open(copy)
            index.config_reader(reload_policy="manual")
            self._searcher = index.searcher()
        self._schema = index.schema

    def __len__(self) -> int:
        return self._searcher.num_docs

    def search(
        self,
        text: str,
        limit: int,
        boosts: Mapping[str, float] | None = None,
        rows: Rows | None = None,
    ) -> list[tuple[float, int]]:
        """(BM25 score, passage row), best first; only passages in ``rows`` if given.

        ``boosts`` weighs the fields; a field that it does not name is not searched. Text in
        double quotes counts as a phrase on top of its words.
        """
        weights = FIELD_BOOSTS if boosts is None else boosts
        queries = [
            tantivy.Query.boost_query(query, weight)
            for name, weight in weights.items()
            for query in self._field_queries(name, text)
        ]
        return self._run(queries, limit, rows)

    def find(
        self, sought: Sequence[Sequence[str]], every: bool = True, rows: Rows | None = None
    ) -> list[tuple[float, int]]:
        """All passages, as ``search`` gives them, that hold every term or phrase, or any.

        Each of ``sought`` is the terms of a phrase, one after the other, or one term alone; it
        may stand in any field.
        """
        occurs = tantivy.Occur.Must if every else tantivy.Occur.Should
        queries = [(occurs, self._in_some_field(phrase)) for phrase in sought if phrase]
        if not queries:
            return []
        return self._hits(tantivy.Query.boolean_query(queries), len(self), rows)

    def _in_some_field(self, phrase: Sequence[str]) -> tantivy.Query:
        def query(name: str) -> tantivy.Query:
            if len(phrase) == 1:
                return tantivy.Query.term_query(self._schema, name, phrase[0])
            return tantivy.Query.phrase_query(self._schema, name, list(phrase))

        boosted = [
            tantivy.Query.boost_query(query(name), boost) for name, boost in FIELD_BOOSTS.items()
        ]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in boosted])

    def field_scores(self, text: str, rows: Sequence[int] | Rows) -> dict[str, Floats]:
        """The BM25 score of the given passages, in the order given, field by field."""
        wanted = np.asarray(rows, dtype=np.int64)
        return {name: self._scores(name, text, wanted) for name in FIELDS}

    def _scores(self, name: str, text: str, rows: Rows) -> Floats:
        hits = self._run(self._field_queries(name, text), len(rows), rows)
        by_row = {row: score for score, row in hits}
        return np.array([by_row.get(int(row), 0.0) for row in rows], dtype=np.float32)

    def _field_queries(self, name: str, text: str) -> list[tantivy.Query]:
        singles = [
            tantivy.Query.term_query(self._schema, name, term) for term in search_terms(text)
        ]
        phrases = [terms(phrase) for phrase in PHRASE.findall(text)]
        return singles + [
            tantivy.Query.boost_query(
                tantivy.Query.phrase_query(self._schema, name, list(phrase)), PHRASE_BOOST
            )
            for phrase in phrases
            if len(phrase) > 1
        ]

    def _run(
        self, queries: Sequence[tantivy.Query], limit: int, rows: Rows | None
    ) -> list[tuple[float, int]]:
        if not queries:
            return []
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in queries])
        return self._hits(query, limit, rows)

    def _hits(self, query: tantivy.Query, limit: int, rows: Rows | None) -> list[tuple[float, int]]:
        if limit < 1:
            return []
        if rows is not None:
            query = self._within(query, rows)
        hits = self._searcher.search(query, limit=limit, count=False).hits
        found = self._searcher.fast_field_values("row", [address for _, address in hits])
        scored = [(score, int(row or 0)) for (score, _), row in zip(hits, found, strict=True)]
        return sorted(scored, key=lambda hit: (-hit[0], hit[1]))

    def _within(self, query: tantivy.Query, rows: Rows) -> tantivy.Query:
        wanted = tantivy.Query.term_set_query(self._schema, "row", rows.tolist())
        return tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, query),
                (tantivy.Occur.Must, tantivy.Query.const_score_query(wanted, 0.0)),
            ]
        )


def _make_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name=ANALYZER_NAME)
    builder.add_unsigned_field("row", indexed=True, fast=True)
    return builder.build()


def _name_segments(folder: Path) -> None:
    """Number the segments, which Tantivy names at random: the same minutes, the same files."""
    names = [folder / "meta.json", folder / ".managed.json"]
    texts = [name.read_text("utf-8") for name in names]
    for number, segment in enumerate(json.loads(texts[0])["segments"], 1):
        given, own = UUID(segment["segment_id"]), UUID(int=number)
        for path in folder.glob(f"{given.hex}.*"):
            path.rename(path.with_stem(own.hex))
        texts = [text.replace(str(given), str(own)).replace(given.hex, own.hex) for text in texts]
    names[0].write_text(texts[0], "utf-8")
    names[1].write_text(json.dumps(sorted(json.loads(texts[1]))), "utf-8")
