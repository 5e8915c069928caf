"""Front matter is taken apart into keys and values, and its lines stay in the text."""

import pytest

from index.readers.front_matter import FrontMatter
from index.readers.plain import read_text

YAML = (
    "---\nTitle: Orlby Board\nresources:\n    - url: https://example.org/a b.pdf\n---\n\nNoted.\n"
)


def test_keys_and_values_are_read_also_inside_lists():
    front = FrontMatter.of(YAML)
    assert YAML[front.length :].strip() == "Noted."
    assert front.values == (
        ("title", "Orlby Board"),
        ("resources", ""),
        ("url", "https://example.org/a b.pdf"),
    )


def test_toml_is_read_as_well():
    assert FrontMatter.of('+++\ntitle = "Orlby Board"\n+++\nNoted.').values == (
        ("title", "Orlby Board"),
    )


@pytest.mark.parametrize("text", ["Noted.\n---\nMore.", "---\n\nNoted.\n\n---\n", ""])
def test_rules_between_paragraphs_are_no_front_matter(text):
    assert FrontMatter.of(text) == FrontMatter()


def test_each_line_of_front_matter_is_a_block_of_the_text():
    published = read_text(YAML)
    assert [getattr(block, "text", "") for block in published.content][:2] == [
        "Title: Orlby Board",
        "resources:",
    ]
    assert published.front_matter_blocks == 3
