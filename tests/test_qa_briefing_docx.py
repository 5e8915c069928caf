"""The Word file of a briefing, opened again: each quote as its source has it, in its own style."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from qa.briefing import Briefing, Entry, Reference, Searched, verify
from qa.briefing_docx import NOT_XML, to_docx
from qa.briefing_wording import ANNEX, LOST, SOURCES, UNANSWERED, Imprint
from qa.search import Searcher, SearchRequest
from tests.briefings import TEXTS, odd_briefing

IMPRINT = Imprint(date(2026, 11, 22), "A Board", "https://minutes.example")


@pytest.fixture(scope="module")
def references(built):
    hits = Searcher(built).search(SearchRequest("vehicle crime", per_page=20)).hits
    return [Reference.of(hit.quote) for hit in hits]


def opened(briefing, imprint=IMPRINT):
    return Document(BytesIO(to_docx(briefing, imprint)))


def in_style(page, style) -> list[str]:
    return [each.text for each in page.paragraphs if each.style.name == style]


def test_every_quote_is_byte_equal_to_its_source(built, references):
    page = opened(verify(built, Briefing().with_quotes(references)))
    texts = [
        built.store.meeting(each.meeting).text[each.start : each.end].encode()
        for each in references
    ]
    assert len(texts) > 5
    assert [text.encode() for text in in_style(page, "Quote")] == texts


def test_quotes_notes_and_citations_are_told_apart_by_style(built, references):
    entry = Entry(references[0], heading="Cars", note="Ask again in May.")
    page = opened(verify(built, Briefing("Roads", (entry, Entry(note="Background")))))
    assert in_style(page, "Title") == ["Roads"]
    assert in_style(page, "Subtitle") == ["22 November 2026"]
    assert in_style(page, "Heading 1") == ["Cars", SOURCES]
    assert in_style(page, "Briefing Note") == ["Note: Ask again in May.", "Note: Background"]
    (citation,) = in_style(page, "Citation")
    assert citation.endswith("[1]")
    (source,) = in_style(page, "Source")
    assert source.startswith("[1]\t")
    assert references[0].source_sha256 in source
    assert f"https://minutes.example/meetings/{references[0].meeting}" in source


def test_document_says_what_it_is_and_in_which_language(built, references):
    page = opened(verify(built, Briefing("Roads").with_quotes(references)))
    told = page.core_properties
    assert (told.title, told.author, told.language) == ("Roads", "A Board", "en-GB")
    assert told.created.date() == date(2026, 11, 22)
    assert 'w:lang w:val="en-GB"' in page.styles.element.xml
    assert (round(page.sections[0].page_width.mm), round(page.sections[0].page_height.mm)) == (
        210,
        297,
    )


def test_a_quote_that_does_not_match_is_listed_and_not_quoted(built, references):
    entry = Entry(references[0], "words that the minutes do not say")
    page = opened(verify(built, Briefing(entries=(entry,))))
    assert in_style(page, "Quote") == in_style(page, "Source") == []
    assert in_style(page, "Heading 1") == [LOST]
    assert any("do not stand there any more" in text for text in in_style(page, "Normal"))


def test_unanswered_questions_are_listed_and_the_annex_comes_on_request(built, references):
    searched = (
        Searched("How many?", "2021", "2 passages."),
        Searched("Why?", "", "No.", answered=False),
    )
    checked = verify(built, Briefing(searched=searched).with_quotes(references))
    assert in_style(opened(checked), "List Bullet") == ["Why?: No."]
    page = opened(checked, Imprint(date(2026, 11, 22), annex=True))
    assert in_style(page, "Heading 1") == [UNANSWERED, SOURCES, ANNEX]
    assert in_style(page, "List Bullet")[1:] == [
        "How many? (limited to: 2021): 2 passages.",
        "Why?: No.",
    ]
    assert any(built.id in text for text in in_style(page, "Normal"))


def test_hostile_words_are_only_words(built, references):
    page = opened(odd_briefing(built, references[:1]))
    quotes = in_style(page, "Quote")
    assert quotes == [NOT_XML.sub("\ufffd", text) for text in TEXTS]
    assert not page.element.body.xpath(".//w:instrText | .//w:hyperlink | .//w:object")
