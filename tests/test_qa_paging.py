"""Tests of qa/paging.py."""

import pytest

from qa.paging import Page, page_of


@pytest.mark.parametrize(
    ("number", "page"),
    [
        (1, Page("ab", 5, 1, 3)),
        (3, Page("e", 5, 3, 3)),
        (0, Page("ab", 5, 1, 3)),
        (-4, Page("ab", 5, 1, 3)),
        (99, Page("e", 5, 3, 3)),
    ],
)
def test_a_page_is_the_one_wanted_or_the_nearest_that_there_is(number, page):
    assert page_of("abcde", number, 2) == page


def test_an_empty_list_has_one_empty_page():
    assert page_of("", 5, 2) == Page("", 0, 1, 1)
