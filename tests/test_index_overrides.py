"""Tests of index/overrides.py."""

from datetime import date

import pytest

from index.errors import BadSettings
from index.overrides import FolderOverrides, Overrides, load_overrides


def settings(folder, text):
    (folder / "minutes.toml").write_text(text, encoding="utf-8")
    return load_overrides(folder)


def test_without_a_file_nothing_is_set(tmp_path):
    assert load_overrides(tmp_path) == FolderOverrides()
    assert load_overrides(tmp_path).for_file("any.pdf") == Overrides()


def test_a_files_own_table_wins_over_the_default(tmp_path):
    loaded = settings(
        tmp_path,
        """
        [default]
        body = "Strategic Policing and Crime Board"
        status = "draft"
        ["spcb-dec.pdf"]
        id = "spcb-2021-12-21"
        date = 2021-12-21
        status = "approved"
        """,
    )
    body = "Strategic Policing and Crime Board"
    assert loaded.for_file("spcb-dec.pdf") == Overrides(
        id="spcb-2021-12-21", body=body, date=date(2021, 12, 21), status="approved"
    )
    assert loaded.for_file("other.pdf") == Overrides(body=body, status="draft")


def test_every_key_can_be_set(tmp_path):
    loaded = settings(
        tmp_path,
        """
        ["a.html"]
        id = "a"
        body = "B"
        date = 2020-02-29
        title = "T"
        status = "draft"
        source_url = "https://example.org/a"
        recording = "https://example.org/r"
        papers = "http://example.org/p"
        """,
    )
    assert loaded.for_file("a.html") == Overrides(
        "a",
        "B",
        date(2020, 2, 29),
        "T",
        "draft",
        "https://example.org/a",
        "https://example.org/r",
        "http://example.org/p",
    )


def test_a_folder_inherits_what_folders_above_it_set_for_all_files(tmp_path):
    settings(tmp_path, '[default]\nbody = "Board"\nstatus = "draft"\n["a.pdf"]\ntitle = "Top"')
    below = tmp_path / "2024" / "july"
    below.mkdir(parents=True)
    assert load_overrides(below).for_file("a.pdf") == Overrides(body="Board", status="draft")
    loaded = settings(below, '[default]\nstatus = "approved"\n["a.pdf"]\nbody = "Panel"')
    assert loaded.for_file("a.pdf") == Overrides(body="Panel", status="approved")
    assert loaded.for_file("b.pdf") == Overrides(body="Board", status="approved")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('["a.pdf"]\nbodies = "B"', "'a.pdf': unknown key 'bodies'. Use id, body, date"),
        ('[a.pdf]\nbody = "B"', "'a': unknown key 'pdf'.* in quotes"),
        ('["a.pdf"]\nbody = 3', "body must be text in quotes, not 3"),
        ('["a.pdf"]\ndate = "21 December 2021"', "date must be a day such as 2021-12-21"),
        ('["a.pdf"]\ndate = 2021-12-21T10:00:00', "date must be a day such as 2021-12-21"),
        ('["a.pdf"]\nid = "a/b"', "id may hold letters, digits"),
        ('["a.pdf"]\nrecording = "javascript:alert(1)"', "recording must begin with https://"),
        ('body = "B"', r"'body' stands outside a table. Put it under \[default\]"),
        ("[default", "is not valid TOML"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_to_do(tmp_path, text, says):
    with pytest.raises(BadSettings, match=rf"minutes\.toml.*{says}"):
        settings(tmp_path, text)


def test_bytes_that_are_not_utf8_are_refused(tmp_path):
    (tmp_path / "minutes.toml").write_bytes(b'[default]\nbody = "caf\xe9"\n')
    with pytest.raises(BadSettings, match="UTF-8"):
        load_overrides(tmp_path)


def test_a_byte_order_mark_does_no_harm(tmp_path):
    (tmp_path / "minutes.toml").write_bytes(b'\xef\xbb\xbf[default]\nbody = "B"\n')
    assert load_overrides(tmp_path).for_file("x").body == "B"
