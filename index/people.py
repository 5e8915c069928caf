"""Who was at a meeting: the people of its attendance lists, however these are laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from index.attendance import (
    ABSENT,
    Segment,
    attendance_label,
    is_attendance_title,
    is_listed_anywhere,
    names_a_group,
    segments,
    status_of,
)
from index.dates import dates_in
from index.entries import COUNTED, begins_with_person, is_roll, people_in, read_person
from index.headings import read_heading
from index.minutes import Attendance, Person
from index.names import RANKS, clean_length
from index.readers.blocks import Block
from index.sentences import sentence_spans

CHAIRS = re.compile(
    r"\b(?:chair(?:man|woman|person|ing|s)?|convener|presid(?:ing|ed)|cathaoirleach|cadeirydd|llywydd|"
    r"in the chair)\b",
    re.IGNORECASE,
)
DEPUTY = re.compile(r"\b(?:vice|deputy|former|sub|past|leas)\b", re.IGNORECASE)
# What a column "Present?" holds beside a name.
MARK = re.compile(
    r"^(?:y(?:es)?|p|x|✓|✔|☑|●|n(?:o)?|a|present|in attendance)\b[\W\d]*", re.IGNORECASE
)
NO = re.compile(r"^(?:no?|a|✗|✘)$", re.IGNORECASE)
COLUMN = re.compile(
    r"^(?:name|role|title|post|organi[sz]ation|representing|category|position|initials|present\?|"
    r"capacity|ward|party|constituency)\b\W*$",
    re.IGNORECASE,
)
# Characters at the start of a text in which a label and the first name stand.
LABELLED = 200
# A block of more words than a label or a name with a post has.
RUNNING_TEXT = 40
# Turns of named speakers from which on a document is a transcript.
TRANSCRIPT = 5
SENT_APOLOGIES = re.compile(
    r"\bapolog\w+\b.*?\b(?:from|on behalf of|by|for(?=\s+(?-i:[A-Z])))\s+", re.IGNORECASE
)
GAVE_APOLOGIES = re.compile(
    r"\s+(?:had |has |have )?(?:sent|gave|given|tendered|offered|submitted)\b.*\bapolog", re.I
)
# A turn in a transcript: the speaker, perhaps with an office, and what was said.
TURN = re.compile(
    r"(?P<name>[^:;,()]{3,60}?)(?:\s*\((?P<role>[^()]{2,80})\))?:\s+(?:\S+\s+){3,}.*"
    r"[.?!…”\"\]]\s*$",
    re.DOTALL,
)
WAS_PRESENT = re.compile(
    r"\s+(?:was|were|is) (?:also )?(?:present|in attendance)\b(?:[^.]*?\bas (?:the |an? )?(?P<role>[^.,;]+))?",
)
# Labels that are the office of whoever is named after them.
OFFICE = re.compile(
    r"(?:chair\w*|clerk|secretary|convener|facilitator|treasurer|note ?taker|minutes(?: by)?|recorder)$",
    re.IGNORECASE,
)
# What a column "Present?" holds beside a name.
MARK = re.compile(
    r"^(?:y(?:es)?|p|x|✓|✔|☑|●|n(?:o)?|a|present|in attendance)\b[\W\d]*", re.IGNORECASE
)
NO = re.compile(r"^(?:no?|a|✗|✘)$", re.IGNORECASE)
COLUMN = re.compile(
    r"^(?:name|role|title|post|organi[sz]ation|representing|category|position|initials|present\?|"
    r"capacity|ward|party|constituency)\b\W*$",
    re.IGNORECASE,
)
# Characters at the start of a text in which a label and the first name stand.
LABELLED = 200
# A block of more words than a label or a name with a post has.
RUNNING_TEXT = 40
# Turns of named speakers from which on a document is a transcript.
TRANSCRIPT = 5
SENT_APOLOGIES = re.compile(r"\bapolog\w+\b.*?\b(?:from|for|on behalf of|by)\s+", re.IGNORECASE)
GAVE_APOLOGIES = re.compile(
    r"\s+(?:had |has |have )?(?:sent|gave|given|tendered|offered|submitted)\b.*\bapolog", re.I
)
# A turn in a transcript: the speaker, perhaps with an office, and what was said.
TURN = re.compile(
    r"(?P<name>[^:;,()]{3,60}?)(?:\s*\((?P<role>[^()]{2,80})\))?:\s+(?:\S+\s+){3,}.*"
    r"[.?!…”\"\]]\s*$",
    re.DOTALL,
)
WAS_PRESENT = re.compile(
    r"\s+(?:was|were|is) (?:also )?(?:present|in attendance)\b(?:[^.]*?\bas (?:the |an? )?(?P<role>[^.,;]+))?",
)
# Labels that are the office of whoever is named after them.
OFFICE = re.compile(
    r"(?:chair\w*|clerk|secretary|convener|facilitator|treasurer|note ?taker|minutes(?: by)?|recorder)$",
    re.IGNORECASE,
)
PLURAL = re.compile(
    r"^(?:\w+ ){0,2}(?:members|councillors|officers|officials|observers|guests|visitors|presenters|speakers)"
    r"(?: \(.*\))?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Roll:
    """The people in the order of the document, and who chaired, as printed or empty."""

    people: tuple[Person, ...]
    chair: str


@dataclass(slots=True)
class _Column:
    """What a column of a list says at the moment: as what its people are named."""

    label: str = ""
    attendance: Attendance | None = None


@dataclass(slots=True)
class _Reading:
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

    def block(self, block: Block) -> None:
        """Read a block that stands in no opened cell."""
        text = self._after_heading(block)
        self.abreast = self.abreast and bool(block.cells)
        person = _was_present(text)
        if person is not None:
            self.people.append(person)
        elif block.cells:
            self.row([cell if re.search(r"\w|[✓✔✗✘]", cell) else "" for cell in block.cells])
        elif self._is_turn(text) or (self.headed and _is_prose(text)):
            self.prose(text)
        elif text:
            self.text(text)

    def _is_turn(self, text: str) -> bool:
        """Whether a block is what somebody says in a transcript."""
        match = TURN.match(text)
        if match is None:
            return False
        return clean_length(match["name"]) > 0 or (
            self.transcript and OFFICE.search(match["name"]) is not None
        )

    def _after_heading(self, block: Block) -> str:
        """What a block says after its number; a heading decides whether lists are expected."""
        heading = None if _is_dated(block.text) else read_heading(block)
        if heading is None or begins_with_person(heading.title):
            if self.listing and self.people and not self.headed:
                running = len(block.text.split()) > RUNNING_TEXT
                self.listing = not (running and not _has_names(block.text))
            return heading.title if heading and heading.numbered else block.text
        if is_attendance_title(heading.title) and (heading.numbered or ":" not in heading.title):
            self._begin(heading.title)
            return block.text[heading.length :].strip(" :.–—-")
        if heading.numbered or (self.headed and not _has_names(block.text)):
            self.listing = self.headed = "apolog" in heading.title.casefold()
            self.columns, self.across = {}, _Column()
        return block.text

    def _begin(self, title: str) -> None:
        self.listing = self.headed = True
        self.titled = self.abreast = False
        self.columns, self.across = {0: _Column("", status_of(title))}, _Column()

    def column(self, number: int) -> _Column:
        return self.columns.setdefault(number, replace(self.across))

    def text(self, text: str, number: int = 0) -> None:
        """Read a block or a cell: labels, entries, or something that ends the list."""
        column = self.column(number)
        if not (self.listing or column.attendance or attendance_label(text[:LABELLED])):
            return
        for segment in segments(text):
            if segment.label and (self.listing or is_listed_anywhere(segment)):
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
        person = read_person(texts[0], attendance or Attendance.PRESENT)
        if person and attendance and len(texts) == 2 and not _is_entry(texts[1]):
            roles = (person.role, texts[1] if texts[1][0].isalpha() else "")
            self.people.append(replace(person, role=", ".join(role for role in roles if role)))
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
            self._person(cells, named[0])

    def _person(self, cells: Sequence[str], at: int) -> None:
        attendance = self.column(at).attendance or self.column(0).attendance
        others = [cell for place, cell in enumerate(cells) if cell and place != at]
        marks = [cell for cell in others if MARK.match(cell) or ABSENT.match(cell)]
        if attendance is None and not marks:
            return
        person = read_person(cells[at], attendance or Attendance.PRESENT)
        if person is None:
            return
        for mark in marks:
            missed = ABSENT.search(mark) or NO.match(mark)
            person = replace(person, attendance=_missed(missed is not None))
        roles = [person.role, *(cell for cell in others if cell not in marks)]
        if person.attendance is Attendance.PRESENT and any("observer" in role for role in roles):
            person = replace(person, attendance=Attendance.OBSERVER)
        self.people.append(replace(person, role=", ".join(role for role in roles if role)))

    def _label(self, column: _Column, segment: Segment) -> None:
        attendance = status_of(segment.label)
        inherits = segment.within and not names_a_group(segment.label)
        column.label = segment.label
        column.attendance = column.attendance if inherits else attendance

    def _listed(self, column: _Column, segment: Segment) -> None:
        text, attendance = segment.text, column.attendance
        if attendance is None:
            attendance = Attendance.PRESENT if self.listing and _all_ranked(text) else None
        found = people_in(text, attendance) if attendance else []
        if found and (segment.label or self.headed or begins_with_person(text)):
            self._add(found, column.label)
            column.label = ""
        elif not (found or self.headed or self.abreast or COUNTED.match(text)):
            column.attendance = None

    def _add(self, found: Sequence[Person], label: str) -> None:
        office = bool(label) and not names_a_group(label)
        alone = len(found) == 1 or OFFICE.search(label) is not None
        if office and _says_chair(re.sub(r"\(.*?\)", "", label)):
            self.chairs.append(found[0].name)
        if office and alone and not found[0].role:
            found = [replace(found[0], role=label), *found[1:]]
        self.people.extend(found)

    def prose(self, text: str) -> None:
        """Read sentences of an attendance item: apologies received, and lists without a verb."""
        for start, end in sentence_spans(text):
            sentence = text[start:end]
            if match := SENT_APOLOGIES.search(sentence):
                received = re.sub(r"\band from\b", "and", sentence[match.end() :])
                self.people.extend(people_in(received, Attendance.APOLOGIES))
            elif match := GAVE_APOLOGIES.search(sentence):
                self.people.extend(people_in(sentence[: match.start()], Attendance.APOLOGIES))


def read_roll(blocks: Sequence[Block]) -> Roll:
    """Read the lists at the opening, under headings about attendance, and where one is labelled.

    A transcript without such lists names its speakers.
    """
    turns = (TURN.match(block.text) for block in blocks)
    spoken = sum(turn is not None and clean_length(turn["name"]) > 0 for turn in turns)
    reading = _Reading(transcript=spoken >= TRANSCRIPT)
    for row, group in groupby(blocks, key=lambda block: block.cell and block.cell[0]):
        together = list(group)
        if row is not None:
            reading.opened_row(together)
        else:
            for block in together:
                reading.block(block)
    people = reading.people
    if all(person.attendance is Attendance.APOLOGIES for person in people):
        people += _speakers(blocks)
    merged = _merged(people)
    return Roll(merged, _chair(merged, reading.chairs))


def _speakers(blocks: Sequence[Block]) -> list[Person]:
    """Those who speak in a transcript: "Zelda Hull (Director): …", "The Chair (Ada Finch): …"."""
    people = []
    for match in filter(None, (TURN.match(block.text) for block in blocks)):
        name, role = match["name"], match["role"] or ""
        if clean_length(role) == len(role) > 0:
            name, role = role, name
        if clean_length(name) == len(name):
            people.append(Person(name, role, Attendance.PRESENT))
    return people


def _is_prose(text: str) -> bool:
    """Whether sentences tell of apologies, rather than a list names who sent them."""
    if GAVE_APOLOGIES.search(text):
        return True
    return SENT_APOLOGIES.search(text) is not None and not begins_with_person(text)


def _is_dated(text: str) -> bool:
    return any(found.start < 12 for found in dates_in(text))


def _has_names(text: str) -> bool:
    return any(
        segment.label and people_in(segment.text, Attendance.PRESENT) for segment in segments(text)
    )


def _was_present(text: str) -> Person | None:
    """ "Clare Lombardelli was present as the Treasury representative." """
    length = clean_length(text)
    match = WAS_PRESENT.match(text, length) if length else None
    if match is None:
        return None
    return Person(text[:length], (match["role"] or "").strip(), status_of(match[0]))


def _missed(missed: bool) -> Attendance:
    return Attendance.APOLOGIES if missed else Attendance.PRESENT


def _is_entry(text: str) -> bool:
    person = read_person(text, Attendance.PRESENT)
    return person is not None and bool(person.initials or RANKS.match(text) or "(" in text)


def _is_label(cell: str) -> bool:
    """Whether a cell heads a column rather than says what the person beside it is."""
    return attendance_label(cell) is not None and not begins_with_person(cell)


def _says_chair(role: str) -> bool:
    parts = re.split(r"[,;]", role)
    return any(CHAIRS.search(part) and not DEPUTY.search(part) for part in parts)


def _all_ranked(text: str) -> bool:
    """Whether a text without a label lists nothing but people with their ranks."""
    found = people_in(text, Attendance.PRESENT)
    ranked = re.match(r"(?:Cllrs|Councillors|Deputies|Senators)\s", text) is not None
    return is_roll(text) and len(found) > 1 and (ranked or all(RANKS.match(p.name) for p in found))


def _merged(people: Iterable[Person]) -> tuple[Person, ...]:
    """Keep a name that comes again once; a surname after a rank is the fuller name's."""
    kept: dict[str, Person] = {}
    for person in people:
        key = _same_person(person, kept) or _without_rank(person.name)
        earlier = kept.get(key)
        if earlier is None:
            kept[key] = person
        else:
            kept[key] = _with_what_is_new(earlier, person)
    return tuple(kept.values())


def _without_rank(name: str) -> str:
    """A name to compare by; a surname alone keeps its rank."""
    plain = RANKS.sub("", name)
    return (plain if " " in plain else name).casefold()


def _same_person(person: Person, kept: dict[str, Person]) -> str | None:
    if not RANKS.match(person.name) or len(RANKS.sub("", person.name + " ").split()) != 1:
        return None
    surname = person.name.split()[-1].casefold()
    same = [key for key in kept if key.split()[-1] == surname]
    return same[0] if len(same) == 1 else None


def _with_what_is_new(earlier: Person, later: Person) -> Person:
    missing = later.attendance is Attendance.APOLOGIES and later.name != earlier.name
    attendance = later.attendance if missing else earlier.attendance
    role = earlier.role or ("" if missing else later.role)
    return replace(earlier, role=role, attendance=attendance)


def _chair(people: Sequence[Person], labelled: Sequence[str]) -> str:
    """Who is labelled as chair, or whose role says so."""
    by_role = (
        person.name
        for person in people
        if person.attendance is not Attendance.APOLOGIES and _says_chair(person.role)
    )
    return next(iter(labelled), "") or next(by_role, "")
