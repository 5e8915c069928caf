"""Reads attendance lists block by block: labels, entries, and tables column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from index.attendance import (
    OFFICE,
    attendance_label,
    is_attendance_title,
    names_a_group,
    says_chair,
    says_whether,
    status_of,
)
from index.attendee import SEVERAL
from index.dates import dates_in
from index.entries import COUNTED, begins_with_person, is_roll, people_in, surname_alone
from index.headings import read_heading
from index.labels import Segment, is_listed_anywhere, opens_list, segments
from index.listed_rows import person_of_cell, person_of_row
from index.minutes import Attendance, Person
from index.names import RANKS
from index.readers.blocks import Block
from index.signs import Signs, with_letter
from index.told import apologies_told, is_turn, tells_of_apologies, was_present, who_presided

COLUMN = re.compile(
    r"^(?:name|role|title|post|organi[sz]ation|representing|category|position|initials|present\?|"
    r"capacity|ward|party|constituency)\b\W*$",
    re.IGNORECASE,
)
# How minutes tell of apologies under whatever heading.
FORMAL = re.compile(
    r"\bapolog(?:y|ies)\b(?: for absence)? (?:(?:was|were|(?:has|have|had) been) )?"
    r"(?:received|noted|recorded|tendered|submitted|accepted)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,2})*[.):]?\s+(?=[A-Z])")
# A group of members and how many it has: "Parent governors (2)".
COUNTED_GROUP = re.compile(r"[A-Z][^,;]{2,40}?:?\s*\(\d{1,2}\)$")
LONGEST = 20_000  # Characters of a list of people; more is running text.
DATED = 60  # Characters at the start of a text in which a date that opens it ends.
LABELLED = 200  # Characters at the start of a text in which a label and the first name stand.
RUNNING_TEXT = 25  # Words of a block from which on it is more than a label or a name.


@dataclass(slots=True)
class _Column:
    """What a column of a list says at the moment: as what its people are named.

    ``lapsed`` is what it said before something came that names nobody.
    """

    label: str = ""
    attendance: Attendance | None = None
    lapsed: Attendance = Attendance.PRESENT


@dataclass(slots=True)
class Listing:
    """Collects people; each column of a table has a label of its own.

    ``listing`` says that lists of names are to be expected: up to the first numbered heading or
    running text, and under headings about attendance.
    """

    transcript: bool
    people: list[Person] = field(default_factory=list)
    chairs: list[str] = field(default_factory=list)
    columns: dict[int, _Column] = field(default_factory=dict)
    across: _Column = field(default_factory=lambda: _Column())
    listing: bool = True
    headed: bool = False
    titled: bool = False
    abreast: bool = False
    surnames: bool = False
    signs: Signs = field(default_factory=Signs)

    def block(self, block: Block) -> None:
        """Read a block that stands in no opened cell."""
        self.people = with_letter(self.people, block.text)
        listed = len(self.people)
        absent = self.signs.absent(block.text, listed)
        for at in absent:
            self.people[at] = replace(self.people[at], attendance=Attendance.APOLOGIES)
        if not absent:
            self._read(block)
            self.signs.note(block.text, range(listed, len(self.people)))

    def _read(self, block: Block) -> None:
        opening, text = self.listing, self._after_heading(block)
        if not block.cells:
            self.abreast = self.titled = False
        several = len(people_in(text[:LONGEST], Attendance.PRESENT)) > 1
        presiding = who_presided(text) if opening and not several else None
        if told := was_present(text):
            self.people.append(told)
        if told and not (self.headed or attendance_label(text[:LABELLED])):
            return
        if presiding:
            self.chairs.append(presiding.name)
            self.people.append(presiding)
        elif block.cells:
            self.row([cell if re.search(r"\w|[✓✔✗✘]", cell) else "" for cell in block.cells])
        elif is_turn(text, self.transcript) or (
            self._awaits_apologies(text) and tells_of_apologies(text)
        ):
            self.people.extend(apologies_told(text))
        elif text:
            self.text(text)

    def _after_heading(self, block: Block) -> str:
        """What a block says after its number; a heading decides whether lists are expected."""
        heading = read_heading(block)
        if heading is not None and _is_dated(block.text):
            heading = None
        if heading is None or begins_with_person(heading.title):
            if self.listing and self.people and not self.headed:
                running = len(block.text.split()) > RUNNING_TEXT
                self.listing = not (running and not _has_names(block.text))
            return heading.title if heading and heading.numbered else NUMBER.sub("", block.text)
        if is_attendance_title(heading.title) and (heading.numbered or ":" not in heading.title):
            self._begin(heading.title)
            return block.text[heading.length :].strip(" :.–—-") or heading.title
        if heading.numbered or (self.headed and not _begins_list(block.text)):
            self.listing = self.headed = "apolog" in heading.title.casefold()
            self.columns, self.across = {}, _Column()
        return NUMBER.sub("", block.text)

    def _awaits_apologies(self, text: str) -> bool:
        begins = self.listing and text.casefold().startswith("apolog")
        return self.headed or begins or FORMAL.search(text) is not None

    def _begin(self, title: str) -> None:
        self.listing = self.headed = True
        self.titled = self.abreast = False
        self.columns, self.across = {0: _Column("", status_of(title))}, _Column()

    def column(self, number: int) -> _Column:
        if number not in self.columns:
            self.columns[number] = replace(self.across)
        return self.columns[number]

    def text(self, text: str, number: int = 0) -> None:
        """Read a block or a cell: labels, entries, or something that ends the list."""
        column = self.column(number)
        if len(text) > LONGEST or not (
            self.listing or column.attendance or attendance_label(text[:LABELLED])
        ):
            return
        if COLUMN.match(text) or (column.attendance and COUNTED_GROUP.match(text)):
            return
        for segment in segments(text):
            expected = self.listing or column.attendance
            if segment.label and (expected or is_listed_anywhere(segment)):
                self._label(column, segment)
            if segment.text and (self.listing or column.attendance):
                self._listed(column, segment)

    def opened_row(self, blocks: Sequence[Block]) -> None:
        """Read the cells of a row; a label alone in the first speaks for every column."""
        cells = [
            [block.text for block in cell] for _, cell in groupby(blocks, lambda block: block.cell)
        ]
        numbers = [number for number, _ in groupby(block.cell[1] for block in blocks if block.cell)]
        self.abreast = True
        if numbers == [0] and len(cells[0]) == 1 and _is_label(cells[0][0]):
            self._across(cells[0][0])
            return
        for number, texts in zip(numbers, cells, strict=True):
            self._cell(texts, number)

    def _across(self, label: str) -> None:
        """A label alone in the first cell of a row speaks for every column."""
        self.across = _Column(label.strip(" :"), status_of(label))
        self.columns.clear()

    def _cell(self, texts: Sequence[str], number: int) -> None:
        """Read a cell; of two paragraphs the second says what the person of the first is."""
        attendance = self.column(number).attendance
        person = person_of_cell(texts, attendance) if attendance else None
        if person:
            self.people.append(person)
        else:
            for text in texts:
                self.text(text, number)

    def row(self, cells: Sequence[str]) -> None:
        """Read a table row: lists side by side, or a person with what is said of one."""
        titles = [at for at, cell in enumerate(cells) if COLUMN.match(cell)]
        named = [at for at, cell in enumerate(cells) if begins_with_person(cell)]
        labels = [] if self.titled else [at for at, cell in enumerate(cells) if _is_label(cell)]
        if labels == [0] and not any(cells[1:]) and len(cells) > 1:
            self._across(cells[0])
        elif titles and not named:
            self.titled = True
            self.columns.clear()
            self.text(" ".join(cell for at, cell in enumerate(cells) if at not in titles))
        elif named == [1] and cells[0] and not self.abreast:
            self.text(f"{cells[0].rstrip(' :')}: {cells[1]}")
        elif self.abreast or (len(named) + len(labels) > 1 and not self.titled) or not named:
            self.abreast = self.abreast or len(named) + len(labels) > 1
            for at, cell in enumerate(cells):
                self.text(cell, at)
        else:
            attendance = self.column(named[0]).attendance or self.column(0).attendance
            if person := person_of_row(cells, named[0], attendance):
                self.people.append(person)
                self.titled = self.titled or sum(map(bool, cells)) > 1

    def _label(self, column: _Column, segment: Segment) -> None:
        attendance = status_of(segment.label)
        inherits = segment.within and not says_whether(segment.label)
        column.label = segment.label
        column.attendance = column.attendance if inherits else attendance

    def _listed(self, column: _Column, segment: Segment) -> None:
        text, attendance = segment.text, column.attendance
        if attendance is None:
            attendance = column.lapsed if self.listing and _all_ranked(text) else None
        found = people_in(text, attendance, column.label) if attendance else []
        if attendance and (surname := surname_alone(text, attendance, self.surnames)):
            self.people.append(surname)
            self.surnames = text.endswith((",", ";", " and"))
        elif found and (
            segment.label or self.headed or SEVERAL.match(text) or begins_with_person(text)
        ):
            self._add(found, column.label)
            column.label = ""
        elif not (found or self.headed or self.abreast or COUNTED.match(text)):
            column.lapsed = column.attendance or column.lapsed
            column.attendance = None

    def _add(self, found: Sequence[Person], label: str) -> None:
        office = bool(label) and not names_a_group(label)
        alone = len(found) == 1 or OFFICE.search(label) is not None
        if office and says_chair(re.sub(r"\(.*?\)", "", label)):
            self.chairs.append(found[0].name)
        if office and alone and not found[0].role:
            found = [replace(found[0], role=label), *found[1:]]
        self.people.extend(found)


def _is_dated(text: str) -> bool:
    return any(found.start < 12 for found in dates_in(text[:DATED]))


def _begins_list(text: str) -> bool:
    return attendance_label(text) is not None or _has_names(text)


def _has_names(text: str) -> bool:
    return len(text) < LONGEST and any(
        segment.label and people_in(segment.text, Attendance.PRESENT) for segment in segments(text)
    )


def _is_label(cell: str) -> bool:
    """Whether a cell heads a column rather than says what the person beside it is."""
    return attendance_label(cell) is not None and not begins_with_person(cell)


def _all_ranked(text: str) -> bool:
    """Whether a text without a label lists nothing but people with their ranks."""
    ranked = SEVERAL.match(text) is not None
    if not (ranked or RANKS.match(text)) or not is_roll(text):
        return False
    found = people_in(text, Attendance.PRESENT)
    return bool(found) and (ranked or all(RANKS.match(person.name) for person in found))
