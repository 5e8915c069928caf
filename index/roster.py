"""People named under labels: in running text, in entries one a line, and column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from index.attendance import (
    OFFICE,
    attendance_label,
    names_a_group,
    says_chair,
    says_whether,
    status_of,
)
from index.attendee import SEVERAL
from index.entries import PLURAL_RANK, all_ranked, begins_with_person, gives_initials, people_in
from index.labels import Segment, is_listed_anywhere, segments
from index.listed_rows import (
    COLUMN_TITLE,
    heads_column,
    is_office_of,
    names_group,
    person_of_cell,
    person_of_row,
    says_more,
    with_role_as_others,
)
from index.minutes import Attendance, Person
from index.names import names_post
from index.office_first import is_holder
from index.readers.blocks import Block
from index.spelt_out import returned
from index.surnames import surname_alone

LONGEST = 20_000  # Characters of a list of people; more is running text.
LABELLED = 200  # Characters at the start of a text in which a label and the first name stand.
# What heads the first column of a table of business, not of people.
OF_AGENDA = re.compile(r"(?:agenda )?item(?: no\.?)?|no\. item", re.IGNORECASE)


@dataclass(slots=True)
class _Column:
    """What a column of a list says at the moment: as what its people are named.

    ``lapsed`` is what it said before something came that names nobody; ``own`` says that it has
    a label of its own, rather than one that speaks for every column.
    """

    label: str = ""
    attendance: Attendance | None = None
    lapsed: Attendance = Attendance.PRESENT
    own: bool = False


@dataclass(slots=True)
class Roster:
    """Collects people; each column of a table has a label of its own.

    ``expected`` says that lists of names are to be expected, ``headed`` that they stand under a
    heading about attendance.
    """

    people: list[Person] = field(default_factory=list)
    chairs: list[str] = field(default_factory=list)
    expected: bool = True
    headed: bool = False
    columns: dict[int, _Column] = field(default_factory=dict)
    across: _Column = field(default_factory=_Column)
    titled: bool = False
    abreast: bool = False
    surnames: bool = False

    def begin(self, title: str) -> None:
        """A heading about attendance speaks for what is listed under it."""
        self.expected = self.headed = True
        self.titled = self.abreast = False
        self.columns, self.across = {}, _Column("", status_of(title))

    def end(self, expected: bool) -> None:
        """Another heading ends the lists; whether others are to be expected under it."""
        self.expected = self.headed = expected
        self.columns, self.across = {}, _Column()

    def text(self, text: str, number: int = 0) -> None:
        """Read a block or a cell: labels, entries, or something that ends the list."""
        column = self._column(number)
        begun = self.expected or column.attendance or attendance_label(text[:LABELLED])
        if len(text) > LONGEST or not begun or (column.attendance and names_group(text)):
            return
        for segment in () if COLUMN_TITLE.match(text) else segments(text):
            expected = self.expected or column.attendance
            if segment.label and (expected or is_listed_anywhere(segment)):
                self._label(column, segment)
            if segment.text and (self.expected or column.attendance):
                self._listed(column, segment)

    def row(self, cells: Sequence[str]) -> None:
        """Read a table row: lists side by side, or a person with what is said of one."""
        if OF_AGENDA.fullmatch(cells[0]):
            self.end(expected=False)
            return
        titles = [at for at, cell in enumerate(cells) if COLUMN_TITLE.match(cell)]
        named = [at for at, cell in enumerate(cells) if begins_with_person(cell)]
        heads = enumerate(pairwise(["", *cells]))
        labels = [] if self.titled else [at for at, beside in heads if heads_column(*beside)]
        if labels == [0] and not any(cells[1:]) and len(cells) > 1:
            self._across(cells[0])
        elif titles and not named:
            self.titled, self.abreast = True, False
            self.columns.clear()
            self.text(" ".join(cell for at, cell in enumerate(cells) if at not in titles))
        elif named == [1] and cells[0] and not self.abreast:
            self.text(f"{cells[0].rstrip(' :')}: {cells[1]}")
        elif self.abreast or (len(named) + len(labels) > 1 and not self.titled) or not named:
            self.abreast = self.abreast or len(named) + len(labels) > 1
            for at, cell in enumerate(cells):
                self.text(cell, at)
        else:
            posts = self.expected and named == [0] and any(map(names_post, cells[1:]))
            attendance = self._column(named[0]).attendance or self._column(0).attendance
            listed = attendance or (Attendance.PRESENT if posts else None)
            if person := person_of_row(cells, named[0], listed):
                self.people.append(person)
                self.titled = self.titled or sum(map(bool, cells)) > 1

    def opened_row(self, blocks: Sequence[Block]) -> None:
        """Read the cells of a row; a label in the first speaks for names beside and under it."""
        cells = [
            [block.text for block in cell] for _, cell in groupby(blocks, lambda block: block.cell)
        ]
        numbers = [number for number, _ in groupby(block.cell[1] for block in blocks if block.cell)]
        self.abreast = True
        beside = len(cells) > 1 and begins_with_person(cells[1][0]) and not self._column(1).own
        labelled = numbers[0] == 0 and len(cells[0]) == 1 and heads_column("", cells[0][0])
        if labelled and (len(cells) == 1 or beside):
            self._across(cells[0][0])
            for number, texts in zip(numbers[1:], cells[1:], strict=True):
                self._entries(texts, number)
            return
        for number, texts in zip(numbers, cells, strict=True):
            self._cell(texts, number)

    def _across(self, label: str) -> None:
        """A label alone in the first cell of a row speaks for every column."""
        self.across = _Column(label.strip(" :"), status_of(label))
        self.columns.clear()
        self.abreast = False

    def _cell(self, texts: Sequence[str], number: int) -> None:
        """Read a cell; of two paragraphs the second says what the person of the first is."""
        attendance = self._column(number).attendance
        person = person_of_cell(texts, attendance) if attendance else None
        if person:
            self.people.append(person)
        else:
            self._entries(texts, number)

    def _entries(self, texts: Sequence[str], number: int) -> None:
        """Read the paragraphs of a cell; an office on a line under a name is that person's."""
        for above, text in pairwise(["", *texts]):
            if self.people and is_office_of(self.people[-1], above, text):
                self.people[-1] = replace(self.people[-1], role=text)
            else:
                self.text(text, number)

    def _column(self, number: int) -> _Column:
        if number not in self.columns:
            self.columns[number] = replace(self.across)
        return self.columns[number]

    def _label(self, column: _Column, segment: Segment) -> None:
        column.label, column.own = segment.label, True
        if not segment.within or says_whether(segment.label):
            column.attendance = status_of(segment.label)
        if self._leads(column):
            self.across, self.columns = replace(column, own=False), {0: column}

    def _listed(self, column: _Column, segment: Segment) -> None:
        text, attendance = segment.text, column.attendance
        if attendance is None:
            sure = all_ranked(text) or gives_initials(text) or returned(text) or is_holder(text)
            attendance = column.lapsed if self.expected and sure else None
            column.attendance = attendance if text.endswith(",") else None
        found = people_in(text, attendance, column.label) if attendance else []
        found = with_role_as_others(text, found, self.people)
        if attendance and (surname := surname_alone(text, attendance, self.surnames)):
            self.people.append(surname)
            self.surnames = text.endswith((",", ";", " and"))
        elif found and (
            segment.label
            or self.headed
            or SEVERAL.match(text)
            or begins_with_person(text)
            or PLURAL_RANK.search(f"{column.label} ")
        ):
            self._add(found, column.label)
            column.label = ""
        elif not (found or self.headed or self.abreast or says_more(text)):
            column.lapsed = column.attendance or column.lapsed
            column.attendance = None
            self.across = _Column() if self._leads(column) else self.across

    def _leads(self, column: _Column) -> bool:
        """Whether what is said in a column outside any table speaks for columns that follow."""
        return not self.abreast and column is self.columns.get(0)

    def _add(self, found: Sequence[Person], label: str) -> None:
        office = bool(label) and not names_a_group(label)
        alone = len(found) == 1 or OFFICE.search(label) is not None
        if office and says_chair(re.sub(r"\(.*?\)", "", label)):
            self.chairs.append(found[0].name)
        if office and alone and not found[0].role:
            found = [replace(found[0], role=label), *found[1:]]
        self.people.extend(found)
