"""Front matter is metadata: read by key, reported, and no part of the text."""

import pytest

from index.readers import read
from index.readers.blocks import Block, BlockKind, Row
from index.readers.front_matter import split_front_matter
from index.reading import read_meeting

TEXT = """---
title: "Highways &amp; Bridges Board"
Date: 2024-05-10
summary:
resources:
    - filename: agenda.pdf
      url: https://example.org/agenda.pdf
# a remark
---

# Minutes

The Board met.
"""


def test_entries_are_read_by_key_and_the_text_begins_after_them():
    entries, lines, text = split_front_matter(TEXT)
    assert entries == (
        ("title", "Highways & Bridges Board"),
        ("date", "2024-05-10"),
        ("summary", ""),
        ("resources", ""),
        ("filename", "agenda.pdf"),
        ("url", "https://example.org/agenda.pdf"),
    )
    assert "agenda.pdf" in lines
    assert text.strip().startswith("# Minutes")


@pytest.mark.parametrize("form", [TEXT, TEXT.replace("\n", "\r\n")], ids=["lf", "crlf"])
def test_front_matter_is_reported_and_not_in_the_text(form):
    published = read("may.md", form.encode())
    assert published.front_matter[0] == ("title", "Highways & Bridges Board")
    assert [left.reason for left in published.left_out] == ["front matter"]
    assert published.content == (
        Block("Minutes", BlockKind.HEADING, 7, 1),
        Block("The Board met."),
    )


def test_toml_front_matter_is_read_too():
    entries, _, text = split_front_matter('+++\ntitle = "Board"\n+++\nText\n')
    assert (entries, text) == ((("title", "Board"),), "Text\n")


def test_toml_front_matter_may_have_tables():
    text = '+++\ntitle = "Board meeting: 2024-05-10"\n[extra]\nlink = "x"\n+++\n\n## Roads\n'
    entries, _, rest = split_front_matter(text)
    assert entries[0] == ("title", "Board meeting: 2024-05-10")
    assert rest.strip() == "## Roads"


def test_entries_of_a_site_generator_need_no_rules_around_them():
    text = "Title: Annual Meeting\nDate: 2022-08-26\nslug: annual\n\n# Minutes of 3 May 2007\n\n"
    meeting = read_meeting("may.md", f"{text}1. Roads\n\nThe report was noted.\n".encode())
    assert str(meeting.date) == "2007-05-03"
    assert [left.reason for left in meeting.left_out] == ["front matter"]


def test_markup_after_front_matter_is_read_as_a_page():
    text = "---\nlayout: post\n---\n<table>\n<tr>\n<td>1</td>\n<td>Roads</td>\n</tr>\n</table>\n"
    (row,) = read("may.md", text.encode()).content
    assert isinstance(row, Row)
    assert [block.text for block in row.blocks] == ["1", "Roads"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nMinutes of the Board\n---\nText",
        "---\n\n---\nText",
        "---\ntitle: never closed\nText",
        "Minutes\n---\ntitle: x\n---\n",
        "---\nPresent: Ada\nBea Hull was late\n---\n",
        "Title: Board\nDate: 10 May 2024\n\nText",
    ],
    ids=["a heading", "nothing", "open", "later", "prose", "no site"],
)
def test_rules_around_text_are_no_front_matter(text):
    assert split_front_matter(text) == ((), "", text)


def test_head_of_minutes_is_read_by_key_and_stays_in_the_text_as_a_list():
    text = "---\nDate: 10 May 2024\nPresent: Ada Lovelace\n---\nText"
    entries = (("date", "10 May 2024"), ("present", "Ada Lovelace"))
    assert split_front_matter(text) == (
        entries,
        "",
        "- Date: 10 May 2024\n- Present: Ada Lovelace\n\nText",
    )


def test_title_in_front_matter_tells_body_and_date_where_the_text_does_not():
    title = "Minutes of the Highways Board, 10 May 2024"
    text = f"---\ntitle: {title}\ncreated: 1/6/2024\n---\n\n# 1. Roads\n\nThe report was noted.\n"
    meeting = read_meeting("may.md", text.encode())
    assert (meeting.body, str(meeting.date)) == ("Highways Board", "2024-05-10")


def test_a_body_in_the_title_goes_before_a_bare_word_in_the_text():
    text = "---\ntitle: 2016-04-25 Highways Board\n---\n\nThe Board met to consider:\n\n## Roads\n"
    assert read_meeting("april.md", f"{text}\nIt was noted.\n".encode()).body == "Highways Board"
