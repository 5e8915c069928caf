"""The measure of reading counts every word that a plain extraction finds."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from eval.extraction import ALL_WORDS
from eval.reading import lost_words, measure, plain_text, words_of
from index.errors import UnreadableMinutes
from tests.conftest import CORPUS
from tests.published import MINUTES

ROOT = Path(__file__).parent.parent
LINES = [
    "Highways Board",
    "Minutes of the meeting held on 10 May 2024",
    "1. Road safety",
    "The Chair noted that 1,225 drivers had been stopped in co-operation with the police.",
    "2. Bridges",
    "The report was noted.",
]


def pdf():
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", size=11)
    for line in LINES:
        document.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
        document.ln(4)
    return bytes(document.output())


def word():
    document, file = docx.Document(), io.BytesIO()
    for line in LINES:
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def odt():
    office = "urn:oasis:names:tc:opendocument:xmlns"
    paragraphs = "".join(f"<t:p>{line}</t:p>" for line in LINES)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{office}:office:1.0" xmlns:t="{office}:text:1.0">'
            f"<o:body><o:text>{paragraphs}</o:text></o:body></o:document-content>",
        )
        archive.writestr("styles.xml", "<styles/>")
    return file.getvalue()


FORMATS = {
    "may.pdf": pdf,
    "may.docx": word,
    "may.odt": odt,
    "may.html": lambda: "<html><body>{}</body></html>".format(
        "".join(f"<p>{line}</p>" for line in LINES)
    ).encode(),
    "may.md": lambda: "\n\n".join([f"# {LINES[0]}", *LINES[1:]]).encode(),
    "may.txt": lambda: "\n\n".join(LINES).encode("utf-16"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_keeps_every_word(tmp_path, name):
    (tmp_path / name).write_bytes(FORMATS[name]())
    reading = measure(tmp_path / name)
    assert reading.words == len(words_of(" ".join(LINES)))
    assert reading.lost.total() == 0
    assert reading.kept == 1


@pytest.mark.parametrize("path", sorted(CORPUS.iterdir()), ids=lambda path: path.name)
def test_sample_minutes_keep_every_word(path):
    assert not measure(path).lost


@pytest.mark.parametrize("folder", ["pdf", "docx", "html_in_md", "odt"])
def test_published_minutes_keep_99_words_of_100(folder, read_published):
    for path in (MINUTES / folder).iterdir():
        meeting = read_published(path)
        source = plain_text(meeting, path.read_bytes())
        lost = lost_words(meeting, source)
        assert lost.total() <= 0.01 * len(words_of(source)), (path.name, lost)


def test_lost_words_are_counted(tmp_path, monkeypatch):
    (tmp_path / "may.txt").write_text("The report was noted.")
    monkeypatch.setitem(ALL_WORDS, "text/plain", lambda data: data.decode() + " Twice twice.")
    reading = measure(tmp_path / "may.txt")
    assert reading.lost == {"twice": 2}
    assert reading.kept == pytest.approx(4 / 6)


def test_scripts_and_the_marks_of_emphasis_are_no_words(tmp_path):
    page = "<html><body><SCRIPT>var counted = 1</SCRIPT><p>The report was noted.</p></body></html>"
    (tmp_path / "may.html").write_text(page)
    (tmp_path / "may.md").write_text("_The report_ was noted.")
    for name in ("may.html", "may.md"):
        reading = measure(tmp_path / name)
        assert (reading.words, reading.kept) == (4, 1)


def test_format_that_nothing_extracts_is_said(tmp_path):
    (tmp_path / "may.rtf").write_bytes(rb"{\rtf1 Board}")
    with pytest.raises(UnreadableMinutes):
        measure(tmp_path / "may.rtf")


def test_command_prints_speed_and_words_kept(tmp_path):
    (tmp_path / "may.txt").write_text("\n\n".join(LINES))
    command = [sys.executable, "-m", "eval.reading", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "text/plain" in done.stdout
    assert "1.0000" in done.stdout
