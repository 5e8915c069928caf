"""Reads a BEIR folder: corpus.jsonl, queries.jsonl, and judgements of documents in qrels/*.tsv."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.collection import Collection, digest_of
from eval.errors import UnreadableQuestions
from eval.questions import Evidence, Question
from index.overrides import ID

CORPUS_NAME, QUERIES_NAME, QRELS = "corpus.jsonl", "queries.jsonl", "qrels/*.tsv"
JUDGED = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """How relevant a document is to a query; 0 is not at all. ``split`` is the file's name."""

    query: str
    document: str
    relevance: int
    split: str


def is_beir(path: Path) -> bool:
    return (path / CORPUS_NAME).is_file() and (path / QUERIES_NAME).is_file()


def read_beir(folder: Path) -> Collection:
    """Return the judged queries; each relevant document is an alternative answer as a whole."""
    files = [folder / CORPUS_NAME, folder / QUERIES_NAME, *sorted(folder.glob(QRELS))]
    meetings, documents = _documents(files[0])
    queries = {_text(each, "_id"): _text(each, "text") for each in _lines(files[1])}
    judged: dict[str, list[Judgement]] = {}
    faults = []
    for judgement in (each for file in files[2:] for each in _judgements(file)):
        if judgement.query not in queries or judgement.document not in meetings:
            faults.append(f"{judgement.query}: {judgement.document} is judged but not in the set")
        elif judgement.relevance > 0:
            judged.setdefault(judgement.query, []).append(judgement)
    questions = tuple(_question(query, queries[query], judged[query], meetings) for query in judged)
    if not questions:
        raise UnreadableQuestions(f"{folder} judges no document as relevant in {QRELS}")
    names = {meeting: document for document, meeting in reversed(meetings.items())}
    return Collection(
        folder.resolve().name, digest_of(files), questions, documents, names, tuple(faults)
    )


def _documents(corpus: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The id of the meeting that each document becomes, and the texts by that id.

    Documents of the same words are one meeting: a build takes each content once.
    """
    meetings: dict[str, str] = {}
    by_text: dict[str, str] = {}
    for number, values in enumerate(_lines(corpus), 1):
        name = _text(values, "_id")
        text = "\n\n".join(filter(None, (values.get("title"), _text(values, "text"))))
        usable = ID.fullmatch(name) and name not in by_text.values()
        meetings[name] = by_text.setdefault(text, name if usable else f"document-{number}")
    return meetings, {meeting: text for text, meeting in by_text.items()}


def _question(
    query: str, text: str, judged: list[Judgement], meetings: Mapping[str, str]
) -> Question:
    relevance = {meetings[each.document]: each.relevance for each in judged}
    return Question(
        id=query,
        text=text,
        alternatives=tuple(
            (Evidence("", meeting, relevance=grade),) for meeting, grade in relevance.items()
        ),
        split=judged[0].split,
    )


def _judgements(file: Path) -> Iterator[Judgement]:
    with file.open(encoding="utf-8", newline="") as opened:
        rows = csv.reader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
        for number, row in enumerate(rows, 1):
            if len(row) >= JUDGED and row[2].strip().lstrip("-").isdigit():
                yield Judgement(row[0], row[1], int(row[2]), file.stem)
            elif number > 1 and row:  # the first line names the columns
                raise UnreadableQuestions(
                    f"{file}, line {number}: expected query, document and score, between tabs"
                )


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    try:
        for line in file.read_text(encoding="utf-8-sig").split("\n"):
            if line.strip():
                yield {**json.loads(line)}
    except (OSError, ValueError, TypeError) as error:
        raise UnreadableQuestions(f"{file} cannot be read: {error}") from error


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    if not isinstance(value, str):
        raise UnreadableQuestions(f"every line of the corpus and the queries needs a text {key!r}")
    return value
