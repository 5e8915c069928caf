"""How fast files are read, and how many of their words are kept: python -m eval.reading FILE…"""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from rich.console import Console
from rich.table import Table

from eval.extraction import ALL_WORDS, SAME_LIBRARY
from index.errors import UnreadableMinutes
from index.minutes import Meeting
from index.readers import read
from index.reading import read_meeting

# A word cut by a hyphen at the end of a line is one word, as "co-opted" and "coopted" are.
HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011\u00ad\ufffe\x02]\s*(?=\w)")
RUNS = 3
FEWEST = 0.99


@dataclass(frozen=True, slots=True)
class Reading:
    """One file: processor seconds, and the words that are neither in the text nor furniture.

    ``reading`` are the seconds from bytes to blocks, ``extracting`` those of the plain text by the
    same library, ``understanding`` those from bytes to the record of the meeting.
    """

    file: str
    media_type: str
    units: int
    reading: float
    extracting: float
    understanding: float
    words: int
    lost: Counter[str]

    @property
    def kept(self) -> float:
        return 1 - self.lost.total() / self.words if self.words else 1.0


def main() -> None:
    """Measure files and folders, and print two tables."""
    parser = ArgumentParser(prog="python -m eval.reading", description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+", metavar="FILE", help="files or folders")
    console = Console()
    readings: list[Reading] = []
    for path in files_in(parser.parse_args().paths):
        try:
            readings.append(measure(path))
        except UnreadableMinutes as error:
            console.print(f"not read: {error}", markup=False)
    console.print(speed(readings))
    console.print(kept(readings))


def files_in(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (each for each in found if each.is_file() and each.suffix != ".toml")


def measure(path: Path) -> Reading:
    """Read and extract a file several times; the fastest counts."""
    data = path.read_bytes()
    meeting = read_meeting(path.name, data)
    media_type = meeting.source.media_type
    source = plain_text(meeting, data)
    return Reading(
        file=path.name,
        media_type=media_type,
        units=meeting.source.pages or 1,
        reading=fastest(lambda: read(path.name, data)),
        extracting=fastest(lambda: SAME_LIBRARY[media_type](data)),
        understanding=fastest(lambda: read_meeting(path.name, data)),
        words=len(words_of(source)),
        lost=lost_words(meeting, source),
    )


def plain_text(meeting: Meeting, data: bytes) -> str:
    """All text of a file as another library extracts it; UnreadableMinutes where none does."""
    media_type = meeting.source.media_type
    if media_type not in ALL_WORDS:
        file = meeting.source.file_name
        raise UnreadableMinutes(f"{file}: nothing to compare with for {media_type}")
    return ALL_WORDS[media_type](data)


def fastest(call: Callable[[], object]) -> float:
    """Processor seconds of the fastest of some runs."""
    taken = []
    for _ in range(RUNS):
        started = process_time()
        call()
        taken.append(process_time() - started)
    return min(taken)


def lost_words(meeting: Meeting, source: str) -> Counter[str]:
    """The words of a source that stand neither in the reading text nor among what was left out.

    What is left out of every page is reported once, so its words are not counted at all.
    """
    left_out = set(words_of("\n".join(left.text for left in meeting.left_out)))
    missing = Counter(words_of(source)) - Counter(words_of(meeting.text))
    return Counter({word: count for word, count in missing.items() if word not in left_out})


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", HYPHEN.sub("", text).casefold())


def speed(readings: Sequence[Reading]) -> Table:
    """What one processor reads in a second: pages of PDF, documents of other kinds."""
    table = Table(
        *("", "files", "pages or files", "read / s", "extracted / s", "times", "understood / s")
    )
    for media_type in sorted({each.media_type for each in readings}):
        of_kind = [each for each in readings if each.media_type == media_type]
        units = sum(each.units for each in of_kind)
        reading = sum(each.reading for each in of_kind)
        extracting = sum(each.extracting for each in of_kind)
        understanding = sum(each.understanding for each in of_kind)
        table.add_row(
            media_type,
            str(len(of_kind)),
            str(units),
            *(f"{units / seconds:,.1f}" for seconds in (reading, extracting)),
            f"{reading / extracting:.2f}",
            f"{units / understanding:,.1f}",
        )
    return table


def kept(readings: Sequence[Reading]) -> Table:
    """The share of words kept over all files, and the files that keep too few."""
    words = sum(each.words for each in readings)
    lost = sum(each.lost.total() for each in readings)
    table = Table("", "words", "kept", "lost, for example")
    table.add_row("all files", f"{words:,}", f"{1 - lost / words:.4f}" if words else "", "")
    for each in readings:
        if each.kept < FEWEST:
            examples = ", ".join(word for word, _ in each.lost.most_common(8))
            table.add_row(each.file, f"{each.words:,}", f"{each.kept:.4f}", examples)
    return table


if __name__ == "__main__":
    main()
