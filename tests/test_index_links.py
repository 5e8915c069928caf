"""Addresses in minutes are told apart by the words around them."""

from index.links import links_given, read_links
from index.minutes import Link, LinkKind


def test_links_are_told_apart_by_the_words_around_them():
    lines = [
        "The meeting was recorded: https://example.org/w?v=1&t=7s.",
        "The reports are here https://example.org/a/",
        "See https://example.org/cookies",
    ]
    linked = [("Agenda", "https://example.org/b.pdf"), ("Watch again", "/relative")]
    assert read_links(lines, linked) == (
        Link(LinkKind.RECORDING, "https://example.org/w?v=1&t=7s"),
        Link(LinkKind.PAPERS, "https://example.org/a/"),
        Link(LinkKind.PAPERS, "https://example.org/b.pdf"),
    )


def test_an_address_printed_twice_is_one_link():
    lines = ["recording https://example.org/v", "papers https://example.org/v"]
    assert read_links(lines, []) == (Link(LinkKind.RECORDING, "https://example.org/v"),)


def test_front_matter_gives_the_documents_own_address_and_papers():
    given = [
        ("source_url", "https://example.org/m"),
        ("url", "https://example.org/the agenda.pdf"),
        ("title", "Minutes"),
    ]
    assert links_given(given) == (
        Link(LinkKind.ORIGINAL, "https://example.org/m"),
        Link(LinkKind.PAPERS, "https://example.org/the%20agenda.pdf"),
    )
