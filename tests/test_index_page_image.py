"""Tests of index/page_image.py."""

import io

import pytest
from fpdf import FPDF
from PIL import Image

from index.page_image import MARK, MOST_DOTS, PageNotDrawn, draw_page, find_words
from tests.series import SEPTEMBER, pdf

LAMP = "The lamp of the east pier light was replaced in August after a storm."


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "september.pdf"
    path.write_bytes(pdf(SEPTEMBER))
    return path


def drawn(path, page, quote=""):
    image = draw_page(path, page, quote)
    assert image is not None
    return Image.open(io.BytesIO(image)).convert("RGB")


def yellow(image) -> int:
    """How many dots are as good as the colour of the marker; the image is not stored exactly."""
    colours = image.getcolors(1 << 24) or []
    return sum(count for count, colour in colours if _is_near(colour))


def _is_near(colour) -> bool:
    return all(abs(had - want) < 12 for had, want in zip(colour, MARK, strict=True))


def test_a_page_is_drawn_with_the_words_of_the_quote_marked(path):
    assert yellow(drawn(path, 2)) == 0
    assert yellow(drawn(path, 2, LAMP)) > 2000


def test_words_of_another_page_are_marked_nowhere(path):
    assert yellow(drawn(path, 1, LAMP)) == 0


@pytest.mark.parametrize("page", [0, 3, -1, 10**9])
def test_there_is_no_image_of_a_page_that_is_not_there(path, page):
    assert draw_page(path, page) is None


def test_a_page_of_any_size_is_drawn_within_a_bound(tmp_path):
    document = FPDF(format=(20, 14_000))
    document.add_page()
    path = tmp_path / "long.pdf"
    path.write_bytes(bytes(document.output()))
    width, height = drawn(path, 1).size
    assert width * height <= MOST_DOTS * 1.01


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00<<>>stream" * 500])
def test_a_damaged_file_is_said_to_be_one(tmp_path, data):
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with pytest.raises(PageNotDrawn):
        draw_page(path, 1)


@pytest.mark.parametrize(
    ("printed", "quote"),
    [
        ("We will co-\r\noperate fully.", "We will cooperate fully."),
        ("• One\r\n• Two", "One\nTwo"),
        ("It’s  85,000\r\npounds", "It's 85,000 pounds"),
    ],
)
def test_words_are_found_however_the_page_breaks_its_lines(printed, quote):
    assert len(find_words(printed, quote)) == 1


def test_a_quote_that_goes_on_on_the_next_page_is_found_line_by_line():
    assert find_words("One two three.", "One two three.\nFour five.") == [(0, 13)]
    assert find_words("One", "!?") == []
