"""Line breaks that only fit a text to the page are told from those that were meant."""

import pytest

from index.readers.wrapping import is_soft_break, join, narrowest_of, width_of, words_of

FULL = "The Board heard that burglary had fallen by a tenth in the year to"


@pytest.mark.parametrize(
    ("line", "following"),
    [
        (FULL, "October and that the force"),
        ("A short line with", "its end on the next"),
        ("The work of the", "  indented continuation"),
        ("DECLARATIONS OF LOBBYING (AS THE PROTOCOL REQUIRES OF", "A MEMBER)"),
        ("Present    A Hull,", "           B Marsh"),
    ],
)
def test_a_break_is_soft_where_the_sentence_goes_on(line, following):
    assert is_soft_break(line, following, len(FULL))


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Ada Lovelace", "Bea Hull"),
        ("The report was noted.", "x marked the spot"),
        ("Present:", "ada"),
        ("APOLOGIES AND DECLARATIONS OF INTEREST MADE BY THE MEMBERS OF IT", "Mr Crane said"),
        (FULL * 2, "October was wet"),
    ],
    ids=["room left", "stop", "colon", "capitals over text", "a whole paragraph on a line"],
)
def test_a_break_is_hard_where_something_new_begins(line, following):
    assert not is_soft_break(line, following, len(FULL))


def test_the_width_of_a_paragraph_is_that_of_its_longest_wrapped_line():
    assert width_of(["x" * 80, "x" * 70, "x" * 500]) == 80
    assert width_of(["short"]) == 60
    assert width_of([]) == 60


def test_a_text_is_wrapped_where_lines_end_within_sentences():
    assert narrowest_of([FULL, "the spring", FULL + " of", "it", "Ada Hull"]) == len(FULL)
    assert narrowest_of(["A short heading of", "the minutes", FULL, "Bea Hull"]) > 120
    assert narrowest_of([FULL, "the spring", *[FULL + "."] * 9]) > 120


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("the partner-", "ship met", "the partnership met"),
        ("the body-", "worn video", "the body-worn video"),
        ("the Mid-", "Wales area", "the Mid-Wales area"),
        ("pages 4-", "6 were", "pages 4-6 were"),
        ("the pre-", "and post-sentence", "the pre- and post-sentence"),
        ("plain ", "  words", "plain words"),
    ],
)
def test_a_hyphen_goes_only_where_the_whole_word_is_known(line, following, joined):
    assert join(line, following, frozenset({"partnership"})) == joined


def test_words_cut_by_a_line_break_are_not_known_by_their_halves():
    assert words_of("The part-\nnership met, the Partnership spoke") >= {"partnership", "met"}
    assert "part" not in words_of("The part-\nnership")


def test_a_soft_hyphen_at_the_end_of_a_line_goes():
    assert join("the neigh\u00ad", "bourhood", frozenset()) == "the neighbourhood"
