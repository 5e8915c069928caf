"""Old Word files (DOC) and rich text (RTF), converted by LibreOffice -> blocks and rows."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import UnreadableMinutes
from index.readers.archive import Archive
from index.readers.blocks import Published
from index.readers.decode import refused
from index.readers.docx import read_docx

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RICH_TEXT = b"{\\rtf"
# Names of streams in a compound file's directory.
WORD_TEXT = "WordDocument".encode("utf-16-le")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SECONDS = 60
# What LibreOffice ends with once it has made a new profile and wants to be started again.
START_AGAIN = 81


@dataclass(frozen=True, slots=True)
class Format:
    """``filter`` is what LibreOffice calls the format: told so, it does not guess."""

    kind: str
    media_type: str
    filter: str


OLD_WORD_FILE = Format("an old Word file", "application/msword", "MS Word 97")
RICH_TEXT_FILE = Format("a rich text file", "application/rtf", "Rich Text Format")


def is_convertible(data: bytes) -> bool:
    return data.startswith((COMPOUND_FILE, RICH_TEXT))


def read_converted(name: str, data: bytes) -> Published:
    """Read an old Word file or rich text; raises UnreadableMinutes where nothing converts it."""
    if data.startswith(RICH_TEXT):
        return _read(name, data, RICH_TEXT_FILE)
    if WORD_TEXT in data:
        return _read(name, data, OLD_WORD_FILE)
    if ENCRYPTED in data:
        raise UnreadableMinutes(f"{name}: it is protected by a password; save it without one")
    raise refused(name, "an old Office file without Word text")


def _read(name: str, data: bytes, written: Format) -> Published:
    converted = Archive(name, _as_docx(name, data, written))
    return replace(read_docx(converted), media_type=written.media_type)


def _as_docx(name: str, data: bytes, written: Format) -> bytes:
    program = _libreoffice()
    if program is None:
        raise UnreadableMinutes(
            f"{name}: this is {written.kind}, which only LibreOffice can convert; install it "
            "(apt install libreoffice-writer-nogui), or save the file as DOCX or PDF"
        )
    # A profile of its own keeps a conversion apart from any other and from a person's settings.
    with TemporaryDirectory(prefix="minuted-") as folder:
        profile, original = Path(folder, "profile"), Path(folder, "minutes.old")
        original.write_bytes(data)
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += [f"--infilter={written.filter}", "--convert-to", "docx"]
        command += ["--outdir", folder, str(original)]
        converted = Path(folder, "minutes.docx")
        if not _run(command) or not converted.is_file():
            raise UnreadableMinutes(
                f"{name}: LibreOffice cannot convert it (within {SECONDS} seconds); "
                "open it in a word processor and save it as DOCX or PDF"
            )
        return converted.read_bytes()


def _run(command: list[str]) -> bool:
    """Whether a command ended well and in time."""
    for _ in range(2):
        try:
            ended = subprocess.run(
                command,
                timeout=SECONDS,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError):
            return False
        if ended.returncode != START_AGAIN:
            return ended.returncode == 0
    return False


def _libreoffice() -> str | None:
    """The program itself rather than the script that starts it, so that it can be stopped."""
    script = shutil.which("soffice") or shutil.which("libreoffice")
    if script is None:
        return None
    program = Path(script).resolve().with_name("soffice.bin")
    return str(program) if program.is_file() else script
