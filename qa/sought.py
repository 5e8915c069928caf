"""What a question seeks: its wordings, the terms that tell, and words close in meaning."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index import BuiltIndex, search_terms, terms
from index.meanings import Meanings, words_of
from qa.asked_for import Sort, asked_for
from qa.asking import ASKING_TERMS
from qa.called import People
from qa.everyday import Wording, word
from qa.initials import put_initials
from qa.particulars import Particulars


@dataclass(frozen=True, slots=True)
class Sought:
    """A question ready for judging.

    ``informative`` are its terms, as minutes put them, with their inverse document frequency.
    ``closeness`` says for each of its ``words`` (rows, with a share of ``weights`` each) how
    close each word of the index comes. ``sort`` is what it asks for,
    ``particulars`` what it asks of a meeting's record, ``people`` whom it names.
    """

    wording: Wording
    sort: Sort | None
    particulars: Particulars
    people: People
    informative: dict[str, float]
    words: tuple[str, ...]
    meanings: Meanings
    closeness: NDArray[np.float32]
    weights: NDArray[np.float32]

    @property
    def total(self) -> float:
        """All that the terms tell together."""
        return sum(self.informative.values()) or 1.0

    def nearest(self, *texts: str) -> NDArray[np.float32]:
        """How close the closest word of each text (rows) comes to each word of the question."""
        numbers = [self.meanings.numbers_of(text) for text in texts]
        lengths = np.array([len(each) for each in numbers])
        near = np.zeros((len(texts), len(self.weights)), dtype=np.float32)
        starts = np.cumsum(lengths) - lengths
        has_words = lengths > 0
        if has_words.any():
            columns = self.closeness[:, np.concatenate(numbers)]
            near[has_words] = np.maximum.reduceat(columns, starts[has_words], axis=1).T
        return near

    def weigh(self, nearest: NDArray[np.float32]) -> NDArray[np.float32]:
        """The weighted mean of each row of ``nearest``: how much of the question it comes near."""
        return np.asarray(nearest @ self.weights)


def seek(built: BuiltIndex, text: str, topic: str = "") -> Sought:
    """Prepare a question; ``topic`` is what is left of it without the words that limit it."""
    wording = replace(word(put_initials(built, topic or text)), asked=topic or text)
    informative = informative_terms(built, wording)
    words = tuple(each for each in words_of(wording.official) if _weight(each, informative))
    weights = np.array([_weight(each, informative) for each in words], dtype=np.float32)
    closeness = built.meanings.closeness(words, built.encoder)
    shares = weights / (weights.sum() or 1)
    return Sought(
        wording,
        asked_for(wording.asked),
        Particulars.of(text),
        People(wording.asked),
        informative,
        words,
        built.meanings,
        closeness,
        shares,
    )


def informative_terms(built: BuiltIndex, wording: Wording) -> dict[str, float]:
    """The terms of a question; one that stands in no passage tells most of all.

    Those that only ask tell nothing, unless there are no others.
    """
    vocabulary = built.store.vocabulary()
    passages = built.store.passage_count
    found = search_terms(wording.official)
    return {
        term: float(np.log(1 + (passages - count + 0.5) / (count + 0.5)))
        for term in [each for each in found if each not in ASKING_TERMS] or found
        for count in [vocabulary.get(term, 0)]
    }


def _weight(text: str, informative: dict[str, float]) -> float:
    return sum(informative.get(term, 0.0) for term in terms(text))
