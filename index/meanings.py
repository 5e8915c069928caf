"""Vectors of single words: how close words of different form come in meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.analyzer import STOP_WORDS
from index.encode import QuestionEncoder
from index.errors import BuiltIndexDamaged
from index.fields import fields_of
from index.minutes import Meeting

MEANINGS_NAME, MEANT_NAME = "meanings.npy", "meanings.txt"
SEARCHED = ("title", "question", "text")
WORD = re.compile(r"[a-z0-9£%'-]*[a-z0-9£%]")
# Besides the stop words of lexical search: words too vague to be close to anything.
VAGUE = "up out get got getting much many more some just like no not also very being"
PASSED_OVER = frozenset(f"{STOP_WORDS} {VAGUE}".split())
AT_ONCE = 256

Floats = NDArray[np.float32]


class Meanings:
    """The words of a built index with their vectors, less what all words have in common."""

    def __init__(self, words: Sequence[str], vectors: NDArray[np.float16]) -> None:
        if len(words) != len(vectors):
            raise BuiltIndexDamaged(
                f"{MEANT_NAME} holds {len(words)} words but {MEANINGS_NAME} {len(vectors)} vectors"
            )
        self.stored = dict(zip(words, vectors, strict=True))
        self._held: dict[str, NDArray[np.int64]] = {}
        self._numbers = {word: number for number, word in enumerate(words)}
        wide = vectors.astype(np.float32)
        self._common = wide.mean(axis=0) if len(wide) else np.zeros(wide.shape[1], np.float32)
        self._vectors = self._apart(wide)

    @classmethod
    def read(cls, folder: Path) -> Meanings:
        words = (folder / MEANT_NAME).read_text(encoding="utf-8").splitlines()
        return cls(words, np.load(folder / MEANINGS_NAME, allow_pickle=False))

    def closeness(self, words: Sequence[str], encoder: QuestionEncoder) -> Floats:
        """Similarity (0 to 1) of each of the words (rows) with each word of the index."""
        if not words:
            return np.zeros((0, len(self._vectors)), dtype=np.float32)
        vectors = np.empty((len(words), self._vectors.shape[1]), dtype=np.float32)
        new = [place for place, word in enumerate(words) if word not in self._numbers]
        vectors[new] = self._apart(encoder.encode([words[place] for place in new]))
        for place, word in enumerate(words):
            if word in self._numbers:
                vectors[place] = self._vectors[self._numbers[word]]
        return np.asarray(np.clip(vectors @ self._vectors.T, 0.0, 1.0), dtype=np.float32)

    def numbers_of(self, text: str) -> NDArray[np.int64]:
        """Which words of the index a text holds, as columns of ``closeness``; kept by text."""
        if text not in self._held:
            numbers = [self._numbers[word] for word in words_of(text) if word in self._numbers]
            self._held[text] = np.array(numbers, dtype=np.int64)
        return self._held[text]

    def _apart(self, vectors: Floats) -> Floats:
        moved = vectors - self._common
        lengths = np.linalg.norm(moved, axis=1, keepdims=True)
        return np.asarray(moved / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)


def words_of(text: str) -> tuple[str, ...]:
    """The different words of a text in lower case, in order, without those passed over."""
    words = (match.strip("'-") for match in WORD.findall(text.lower().replace("’", "'")))
    return tuple(dict.fromkeys(word for word in words if word and word not in PASSED_OVER))


def write_meanings(
    folder: Path, meetings: Sequence[Meeting], encoder: QuestionEncoder, before: Meanings | None
) -> None:
    """Write the vectors of all words of the meetings; known ones are taken over."""
    known = before.stored if before else {}
    words = sorted({word for text in _texts(meetings) for word in words_of(text)})
    missing = [word for word in words if word not in known]
    computed = [
        encoder.encode(missing[start : start + AT_ONCE]).astype(np.float16)
        for start in range(0, len(missing), AT_ONCE)
    ]
    new = dict(zip(missing, np.concatenate(computed) if computed else [], strict=True))
    dimension = encoder.settings.dimension
    vectors = np.zeros((len(words), dimension), dtype=np.float16)
    for number, word in enumerate(words):
        vectors[number] = known[word] if word in known else new[word]
    np.save(folder / MEANINGS_NAME, vectors, allow_pickle=False)
    (folder / MEANT_NAME).write_text("".join(f"{word}\n" for word in words), encoding="utf-8")


def _texts(meetings: Sequence[Meeting]) -> Iterable[str]:
    for meeting in meetings:
        for passage in meeting.passages:
            fields = fields_of(meeting, passage)
            yield from (fields[name] for name in SEARCHED)
