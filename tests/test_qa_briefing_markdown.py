"""The Markdown of a briefing, read again by a Markdown reader: each quote as its source has it."""

from datetime import date

import pytest
from markdown_it import MarkdownIt

from qa.briefing import Briefing, Entry, Reference, verify
from qa.briefing_markdown import escaped, to_markdown
from qa.briefing_wording import LOST, Imprint
from qa.search import Searcher, SearchRequest
from tests.briefings import TEXTS, odd_briefing

IMPRINT = Imprint(date(2026, 11, 22))
BREAKS = {"hardbreak", "softbreak"}


@pytest.fixture(scope="module")
def references(built):
    hits = Searcher(built).search(SearchRequest("vehicle crime", per_page=20)).hits
    return [Reference.of(hit.quote) for hit in hits]


def words_of(token) -> str:
    assert {child.type for child in token.children} <= {"text", "text_special", *BREAKS}
    return "".join("\n" if child.type in BREAKS else child.content for child in token.children)


def quotes_in(markdown) -> list[str]:
    """The text of every block quote, as any reader of CommonMark would show it."""
    found, inside = [], False
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        if token.type in {"blockquote_open", "blockquote_close"}:
            inside = token.nesting > 0
        elif inside and token.type == "inline":
            found.append(words_of(token))
        elif inside:
            assert token.type in {"paragraph_open", "paragraph_close"}
    return found


def test_every_quote_is_byte_equal_to_its_source(built, references):
    checked = verify(built, Briefing().with_quotes(references))
    texts = [
        built.store.meeting(each.meeting).text[each.start : each.end].encode()
        for each in references
    ]
    assert len(texts) > 5
    assert [text.encode() for text in quotes_in(to_markdown(checked, IMPRINT))] == texts


def test_hostile_words_are_only_words(built, references):
    markdown = to_markdown(odd_briefing(built, references[:1]), IMPRINT)
    expected = [text.replace("\x00", "\ufffd") for text in TEXTS]
    assert quotes_in(markdown) == expected
    assert "<script>" not in MarkdownIt("commonmark").render(markdown)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_escaped_text_is_one_paragraph_of_the_same_text(text):
    tokens = MarkdownIt("commonmark").parse(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert words_of(tokens[1]) == text.replace("\x00", "\ufffd")


def test_a_quote_that_does_not_match_is_listed_and_not_quoted(built, references):
    entry = Entry(references[0], "words that the minutes do not say", note="Mine")
    markdown = to_markdown(verify(built, Briefing("Roads", (entry,))), IMPRINT)
    assert quotes_in(markdown) == []
    assert f"## {LOST}" in markdown
    assert "**Note:** Mine" in markdown
