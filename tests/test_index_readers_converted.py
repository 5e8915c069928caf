"""Old Word files and rich text: converted where LibreOffice is installed, else said clearly."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from index.errors import UnreadableMinutes
from index.readers import read
from index.reading import read_meeting
from tests.published import MINUTES

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
RICH_TEXT = rb"""{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}
\pard Highways Board\par Minutes of the meeting held on 10 May 2024\par
\pard{\b 1. Road safety}\par In March \'a31,225 was spent.\par
\pard{\b 2. Bridges}\par The report was noted.\par}"""


def words(text):
    return re.findall(r"\w+", text.lower())


@needs_libreoffice
def test_rich_text_is_read_with_its_words_and_headings():
    meeting = read_meeting("may.rtf", RICH_TEXT)
    assert meeting.source.media_type == "application/rtf"
    assert [item.title for item in meeting.items[1:]] == ["Road safety", "Bridges"]
    assert "In March £1,225 was spent." in meeting.text


@needs_libreoffice
def test_old_word_file_has_the_words_of_its_source(tmp_path):
    (tmp_path / "may.rtf").write_bytes(RICH_TEXT)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc", "may.rtf"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    meeting = read_meeting("may.doc", (tmp_path / "may.doc").read_bytes())
    assert meeting.source.media_type == "application/msword"
    assert words(meeting.text) == words(read_meeting("may.rtf", RICH_TEXT).text)


@needs_libreoffice
@pytest.mark.parametrize(
    "name",
    [
        "Local Public Data Panel Thirteenth Meeting minutes March 2012.doc",
        "20130909 Transparency Board Minutes.DOC",
    ],
)
def test_published_old_word_file_is_read_whole(name, read_published):
    meeting = read_published(MINUTES / "doc" / name)
    assert len(meeting.items) > 5
    assert meeting.date is not None


@needs_libreoffice
def test_damaged_old_word_file_is_refused():
    damaged = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 4000 + "WordDocument".encode("utf-16-le")
    with pytest.raises(UnreadableMinutes, match=r"may\.doc: LibreOffice cannot convert it"):
        read("may.doc", damaged)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (RICH_TEXT, "a rich text file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "an old Word file",
        ),
    ],
    ids=["rtf", "doc"],
)
def test_without_a_converter_the_error_says_what_to_install(monkeypatch, data, kind):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableMinutes, match=f"may.doc: this is {kind}.*install.*libreoffice"):
        read("may.doc", data)


@pytest.mark.parametrize(
    ("stream", "complaint"),
    [("EncryptedPackage", "protected by a password"), ("Workbook", "without Word text")],
)
def test_other_office_files_are_refused_by_what_they_are(stream, complaint):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + stream.encode("utf-16-le")
    with pytest.raises(UnreadableMinutes, match=complaint):
        read("may.doc", data)


def test_converting_leaves_nothing_behind(monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    if shutil.which("soffice"):
        read("may.rtf", RICH_TEXT)
    assert list(Path(tmp_path).glob("minuted-*")) == []
