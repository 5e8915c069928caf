"""Tests of qa/search.py, on the index of a small series and on that of the sample minutes."""

from datetime import date

import pytest

from index.minutes import PassageKind
from qa.limits import Limits
from qa.search import Order, Searcher, SearchRequest


@pytest.fixture(scope="module")
def search(series):
    searcher = Searcher(series)
    return lambda text, **fields: searcher.search(SearchRequest(text, **fields))


def said(results) -> list[str]:
    return [hit.quote.text for hit in results.hits]


def dates(results) -> list[str]:
    return [hit.quote.citation.date for hit in results.hits]


def test_a_phrase_is_found_only_where_it_stands_exactly(search):
    assert search('"north channel"').total == 3
    assert search('"channel north"').total == 0
    assert search('"slipway fund"').total == 2
    assert search('"north channels"').total == 0


def test_words_without_quotes_must_all_stand_in_a_passage_in_any_form(search):
    results = search("dredged tender")
    assert results.every_word
    assert results.total == 2
    assert all("tenders" in text for text in said(results))


def test_where_no_passage_has_all_words_those_with_some_are_found_and_that_is_said(search):
    results = search("dredging unicorn")
    assert not results.every_word
    assert results.total > 0
    assert search("zebra unicorn").total == 0


def test_what_was_sought_is_marked_in_the_reading_text(search, series):
    for hit in search('"north channel" silted').hits:
        text = series.store.meeting(hit.quote.citation.meeting).text
        assert {text[start:end].lower() for start, end in hit.marks} <= {"north channel", "silted"}
        assert hit.marks


def test_every_hit_is_a_verbatim_quote(built):
    results = Searcher(built).search(SearchRequest("police", per_page=200))
    assert len(results.hits) == results.total > 30
    for hit in results.hits:
        text = built.store.meeting(hit.quote.citation.meeting).text
        assert all(text[line.start : line.end] == line.text for line in hit.quote.lines)


def test_dates_bodies_and_meetings_limit_the_search_and_the_coverage(search):
    results = search('"north channel"', limits=Limits(from_date=date(2024, 5, 1)))
    assert dates(results) != []
    assert min(dates(results)) >= "2024-05-01"
    assert (results.coverage.searched, results.coverage.meetings) == (2, 3)
    assert search("channel", limits=Limits(body="Other Board")).total == 0
    assert search("channel", limits=Limits(body="hb")).total == 3
    assert set(dates(search("the board", limits=Limits(meeting="hb-2024-06-03")))) == {"2024-06-03"}


def test_kinds_are_counted_and_narrow_what_is_found(search):
    everything = search("moorings")
    actions = search("moorings", kinds=frozenset({PassageKind.ACTION}))
    assert actions.total == everything.kinds[PassageKind.ACTION] == 1
    assert actions.kinds == everything.kinds
    assert "report back" in said(actions)[0]


def test_results_are_sorted_by_date_when_wanted(search):
    assert dates(search("channel", order=Order.OLDEST)) == sorted(dates(search("channel")))
    newest = dates(search("channel", order=Order.NEWEST))
    assert newest == sorted(newest, reverse=True)


def test_pages_together_hold_each_result_once(search):
    whole = search("the", per_page=100)
    pages = [search("the", per_page=3, page=page) for page in range(1, 50)]
    assert pages[0].pages == -(-whole.total // 3)
    shown = [text for page in pages[: pages[0].pages] for text in said(page)]
    assert shown == said(whole)


@pytest.mark.parametrize("page", [-5, 0, 10**6])
def test_a_page_that_is_not_there_is_the_nearest_that_is(search, page):
    results = search("the", per_page=3, page=page)
    assert results.hits
    assert 1 <= results.page <= results.pages


@pytest.mark.parametrize("text", ["", " ", '"', '""', "?!", "\ud800", "a" * 10_000, "(a OR b)^2*"])
def test_any_text_can_be_searched_for(search, text):
    assert search(text).page == 1


def test_the_same_request_gives_the_same_results(search):
    assert search("moorings fee") == search("moorings fee")
