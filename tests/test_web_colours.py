import pytest

from web.colours import contrast_with_white, darker, is_colour


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54), ("#ff0000", 4.0)]
)
def test_contrast_is_that_of_the_guidelines(colour, ratio):
    assert contrast_with_white(colour) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("text", ["#fff", "red", "#12345g", "#1d3c6e;", ""])
def test_what_is_no_colour_is_told(text):
    assert not is_colour(text)


def test_a_darker_colour_is_a_colour_with_more_contrast():
    assert darker("#1d3c6e") == "#132849"
    assert contrast_with_white(darker("#1d3c6e")) > contrast_with_white("#1d3c6e")
