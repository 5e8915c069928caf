"""Cuts text into sentences, offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

# Sentence ends that are none: titles, ranks and abbreviations of British minutes, which the
# library does not know, and a number or letter that counts a point.
NOT_AN_END = re.compile(
    r"(?:^|[\s(/])(?:Cllrs?|Mr|Mrs|Ms|Dr|Prof|Revd?|Rt|Hon|Sgt|Insp|Supt|Ch|Det|Cdr|Capt|Lt|Col|"
    r"Gen|St|Messrs|paras?|pp?|No|Nos|approx|prop|sec|inc|incl|Op|Ref|vs|cf)\.\s*$"
    r"|^\(?(?:\d{1,3}(?:\.\d+)*|[A-Z]|[IVXivx]+|[a-z])[.)]+\s*$",
)


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence, white space around it left out."""
    start, end = 0, 0
    for piece in sentencex.segment("en", text):
        end += len(piece)
        if not text[start:end].strip() or NOT_AN_END.search(text[start:end]):
            continue
        yield _trimmed(text, start, end)
        start = end
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
