"""Tests of web/search_fields.py."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from starlette.datastructures import ImmutableMultiDict

from index.minutes import PassageKind
from qa.search import Order
from web.limits import NO_DATE
from web.search_fields import TOO_LONG, SearchFields


def sent(*pairs):
    return SearchFields.of(ImmutableMultiDict(list(pairs)))


FULL = (
    ("text", " knife crime "),
    ("body", "Board"),
    ("from", "2021-01-01"),
    ("to", "2021-12-31"),
    ("kind", "action"),
    ("kind", "decision"),
    ("order", "newest"),
    ("page", "3"),
)


def test_fields_are_read_as_they_were_sent():
    fields = sent(*FULL)
    assert (fields.text, fields.body, fields.page) == ("knife crime", "Board", 3)
    assert fields.kinds == {PassageKind.ACTION, PassageKind.DECISION}
    assert fields.limits().to_date == date(2021, 12, 31)
    assert fields.order_or(Order.RELEVANCE) is Order.NEWEST


def test_the_address_of_a_search_gives_the_same_fields_again():
    fields = sent(*FULL[:-1])
    address = fields.address("/search")
    assert address.startswith("/search?text=knife+crime&")
    assert sent(*parse_qsl(address.partition("?")[2])) == fields


@pytest.mark.parametrize("name", ["body", "from", "to", "kind-action", "kind-decision"])
def test_each_filter_can_be_taken_off(name):
    before = {each.without for each in sent(*FULL).selected()}
    after = {each.without for each in sent(*FULL, ("without", name)).selected()}
    assert before - after == {name}


@pytest.mark.parametrize("order", ["", "sideways", "RELEVANCE"])
def test_an_unknown_order_is_the_usual_one(order):
    assert sent(("order", order)).order_or(Order.OLDEST) is Order.OLDEST


@pytest.mark.parametrize(
    ("page", "number"), [("2", 2), ("", 1), ("x", 1), ("-1", 1), ("٣", 1), ("9" * 5000, 1)]
)
def test_a_page_that_is_no_number_is_the_first(page, number):
    assert sent(("page", page)).page == number


def test_what_is_wrong_is_said_of_each_field():
    fields = sent(("text", "x" * 10_000), ("from", "yesterday"), ("to", "2021-02-30"))
    assert fields.problems() == (("text", TOO_LONG), ("from", NO_DATE), ("to", NO_DATE))
    assert dict(fields.problems())["from"] == NO_DATE
    assert sent(*FULL).problems() == ()


def test_half_of_a_character_and_files_do_no_harm():
    assert sent(("text", "a\ud800b")).text == "a?b"
    assert sent(("text", object())).text == ""
