"""Reads QMSum: transcripts with queries, and the sentences that the answers were drawn from.

The evidence is that of QMSum_SummaryEvidence (Asi et al.): for each sentence of an answer the
central (CES) and peripheral (PES) sentences of the transcript. Any central one answers. Where a
meeting has no such file, any sentence of the turns that QMSum names as relevant counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.collection import Collection, digest_of
from eval.errors import UnreadableQuestions
from eval.matching import letters_of
from eval.questions import Evidence, Question
from index.sentences import sentence_spans
from qa.limits import Limits

TRANSCRIPTS, QUERIES, CENTRAL = "meeting_transcripts", "specific_query_list", "CES"


def is_qmsum(path: Path) -> bool:
    files = _files(path)
    return bool(files) and TRANSCRIPTS in files[0].read_text(encoding="utf-8-sig")


def read_qmsum(path: Path) -> Collection:
    """Return the specific queries of a folder of meetings (or of one), each asked inside its own.

    Evidence is looked for in ``evidence/`` beside the meetings or beside their folder.
    """
    questions: list[Question] = []
    documents, faults, used = {}, [], []
    for file in _files(path):
        meeting, evidence = _read(file), _evidence_file(file)
        used += [file, *evidence]
        try:
            turns = meeting[TRANSCRIPTS]
            documents[file.stem] = _transcript(turns)
            spans = _central(_read(evidence[0])) if evidence else _relevant(meeting, turns)
            texts = [query["query"] for query in meeting[QUERIES]]
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise UnreadableQuestions(f"{file} is not a meeting of QMSum: {error!r}") from error
        if not evidence:
            faults.append(f"{file.name}: no evidence; any sentence of the relevant turns counts")
        questions += _questions(file.stem, texts, spans)
    return Collection(
        path.resolve().stem, digest_of(used), tuple(questions), documents, faults=tuple(faults)
    )


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(path.glob("*.json"))
    return [path] if path.suffix == ".json" and path.is_file() else []


def _evidence_file(file: Path) -> list[Path]:
    folder = file.resolve().parent
    places = (folder / "evidence", folder.parent / "evidence" / folder.name)
    return [place / file.name for place in places if (place / file.name).is_file()][:1]


def _transcript(turns: Sequence[Mapping[str, str]]) -> str:
    return "\n\n".join(f"{turn['speaker']}: {turn['content']}" for turn in turns) + "\n"


def _questions(
    meeting: str, texts: Sequence[str], spans: Mapping[str, Sequence[str]]
) -> list[Question]:
    return [
        Question(
            id=f"{meeting}-{number}",
            text=text,
            alternatives=tuple((Evidence(span, meeting),) for span in spans.get(text, ())),
            limits=Limits(meeting=meeting),
        )
        for number, text in enumerate(texts, 1)
    ]


def _central(evidence: Mapping[str, Any]) -> dict[str, list[str]]:
    """The central sentences for each query, each once."""
    return {
        query["query"]: _different(
            each["content"]
            for sentence in query["evidence"]
            for each in sentence
            if each["type"] == CENTRAL
        )
        for query in evidence["qmsum"][QUERIES]
    }


def _relevant(
    meeting: Mapping[str, Any], turns: Sequence[Mapping[str, str]]
) -> dict[str, list[str]]:
    """The sentences of the turns that each query names, first and last turn included."""
    return {
        query["query"]: _different(
            turn["content"][start:end]
            for first, last in query["relevant_text_span"]
            for turn in turns[int(first) : int(last) + 1]
            for start, end in sentence_spans(turn["content"])
        )
        for query in meeting[QUERIES]
    }


def _different(sentences: Iterator[str]) -> list[str]:
    return [each for each in dict.fromkeys(sentences) if letters_of(each).text]


def _read(file: Path) -> dict[str, Any]:
    try:
        values: dict[str, Any] = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise UnreadableQuestions(f"{file} cannot be read: {error}") from error
    return values
