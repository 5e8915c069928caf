"""What is typed into a search box -> the phrases and the words to look for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from index.analyzer import STOP_TERMS, search_terms, term_spans, terms
from qa.clean import clean
from qa.verbatim import same_words

IN_QUOTES = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]')


@dataclass(frozen=True)
class Query:
    """Phrases, given in quotes, must stand as they are; ``words`` may stand anywhere."""

    phrases: tuple[str, ...]
    words: str

    @classmethod
    def parse(cls, text: str) -> Query:
        text = clean(text)
        phrases = tuple(phrase for phrase in IN_QUOTES.findall(text) if terms(phrase))
        return cls(phrases, IN_QUOTES.sub(" ", text))

    @cached_property
    def single_terms(self) -> tuple[str, ...]:
        """The different terms outside phrases, without stop words if there is anything else."""
        found = search_terms(self.words)
        return tuple(term for term in found if not self.phrases or term not in STOP_TERMS)

    @property
    def sought(self) -> list[list[str]]:
        """The terms of each phrase, and each single term, as the lexical index finds them."""
        return [terms(phrase) for phrase in self.phrases] + [[term] for term in self.single_terms]

    def is_said_in(self, text: str) -> bool:
        """Whether every phrase stands in a text: the index only knows the stems of words."""
        return all(pattern.search(text) for pattern in self._patterns)

    def marks(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the phrases and words stand in a text, in order, none overlapping."""
        found = [match.span() for pattern in self._patterns for match in pattern.finditer(text)]
        found += [(at, end) for term, at, end in term_spans(text) if term in self.single_terms]
        last = 0
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if start >= last:
                yield start, end
                last = end

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(same_words, self.phrases))
