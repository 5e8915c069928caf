"""The terms of a text: its words in the form in which they are indexed and searched for."""

from __future__ import annotations

import re
from collections.abc import Iterator

import tantivy

LONGEST_TERM = 60
# References such as L.31 and 077/21, figures such as 8.5, and A&E are one term each.
TERM = r"[A-Za-z]\.\d+|[A-Za-z](?:&[A-Za-z])+|\d+(?:[.,/:]\d+)*[A-Za-z]*|\w+(?:['’]\w+)*"
WORD = re.compile(TERM)
THOUSANDS_COMMA = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
STOP_WORDS = (
    "a about an and any are as at be been but by can could did do does for from had has have how "
    "i if in into is it its me my of on or our please should so tell than that the their them "
    "then there these they this those to was we were what when where which who whom whose why "
    "will with would you your"
)


def _make_analyzer() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(TERM))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.remove_long(LONGEST_TERM))
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


ANALYZER = _make_analyzer()
STOP_TERMS = frozenset(ANALYZER.analyze(STOP_WORDS))


def terms(text: str) -> list[str]:
    """The text's words as they are indexed: lower case, without accents, stemmed, in order."""
    return ANALYZER.analyze(plain(text))


def term_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Each term of a text as it is indexed, and where its word starts and ends."""
    for word in WORD.finditer(text):
        yield from ((term, *word.span()) for term in terms(word[0]))


def search_terms(text: str) -> list[str]:
    """The different terms worth searching for, in order; all of them if all are stop words."""
    different = list(dict.fromkeys(terms(text)))
    return [term for term in different if term not in STOP_TERMS] or different


def plain(text: str) -> str:
    """The text as the index takes it: whole characters, and figures without thousands commas."""
    # Rust strings cannot hold half a surrogate pair, which JSON and file names can.
    valid = text.encode("utf-8", "replace").decode()
    return THOUSANDS_COMMA.sub("", valid)
