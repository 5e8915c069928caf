"""Reads attendance lists block by block: where they are to be expected, and what sentences tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from index.attendance import attendance_label, is_attendance_title, is_known
from index.capitals import out_of_capitals
from index.dates import dates_in
from index.entries import begins_with_person, is_roll, people_in
from index.headings import read_heading
from index.labels import segments
from index.minutes import Attendance, Person
from index.readers.blocks import Block, BlockKind
from index.roster import LABELLED, LONGEST, Roster
from index.signs import Signs, with_letter
from index.told import (
    apologies_told,
    followed,
    is_turn,
    tells_of_apologies,
    were_present,
    who_presided,
)

# How minutes tell of apologies under whatever heading.
FORMAL = re.compile(
    r"\bapolog(?:y|ies)\b(?: for absence)? (?:(?:was|were|(?:has|have|had) been) )?"
    r"(?:received|noted|recorded|tendered|submitted|accepted|intimated)\b",
    re.IGNORECASE,
)
APOLOGIES_AFTER = re.compile(
    r"(?<=\.)\s+(?=Apologies (?:for absence )?(?:were|had|have)\b|"
    r"[A-Z][^.;]* (?:was|were) absent\b)"
)
# How a sentence begins that lists those present.
PRESENT_WERE = re.compile(r"^Present (?:(?:at|for) (?:the|this) meeting )?were:?\s+")
BEGINS_APOLOGIES = re.compile(r"(?i:apolog)|[A-Z][^.;:]* (?:was|were) absent\b")
# Titles of items under which people may be named.
NAMING = re.compile(r"apolog|\bwelcome|\bintroductions?\b", re.IGNORECASE)
NUMBER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,2})*[.):]?|[IVX]{1,5}[.)])\s+(?=[A-Z])")
DATED = 60  # Characters at the start of a text in which a date that opens it ends.
TITLE_WORDS = 6  # Words of a marked heading from which on it labels no group of people.
RUNNING_TEXT = 25  # Words of a block from which on it is more than a label or a name.


@dataclass(slots=True)
class Listing:
    """Collects the people of a document in its roster.

    Lists of names are to be expected up to the first numbered heading or running text, and under
    headings about attendance.
    """

    transcript: bool
    roster: Roster = field(default_factory=Roster)
    signs: Signs = field(default_factory=Signs)

    def block(self, block: Block) -> None:
        """Read a block that stands in no opened cell."""
        people = self.roster.people = with_letter(self.roster.people, block.text)
        listed = len(people)
        absent = self.signs.absent(block.text, listed)
        for at in absent:
            people[at] = replace(people[at], attendance=Attendance.APOLOGIES)
        if not absent:
            self._read(block)
            self.signs.note(block.text, range(listed, len(people)))

    def _read(self, block: Block) -> None:
        """Read a block, sentences on apologies after a list apart from it."""
        text = out_of_capitals(block.text.strip(" |"))
        if not (block.cells or re.search(r"\w", text)):
            return
        block = replace(block, text=PRESENT_WERE.sub("Present: ", text))
        several = followed(block.text) if self.roster.expected else []
        cut = APOLOGIES_AFTER.search(block.text)
        if cut and not block.cells and attendance_label(block.text[:LABELLED]):
            self._read(replace(block, text=block.text[: cut.start()]))
            self._read(replace(block, text=block.text[cut.end() :], emphasis=0))
        elif several:
            self.roster.people.extend([*several, *were_present(block.text)])
        else:
            self._read_whole(block)

    def _read_whole(self, block: Block) -> None:
        opening, text = self.roster.expected, self._after_heading(block)
        if not block.cells:
            self.roster.abreast = self.roster.titled = False
        told = list(were_present(text))
        self.roster.people.extend(told)
        if told and not (self.roster.headed or attendance_label(text[:LABELLED])):
            return
        if opening and (presiding := _presided_alone(text)):
            self.roster.chairs.append(presiding.name)
            self.roster.people.append(presiding)
        elif block.cells:
            self.roster.row([cell if re.search(r"\w|[✓✔✗✘]", cell) else "" for cell in block.cells])
        elif is_turn(text, self.transcript) or (
            self._awaits_apologies(text) and tells_of_apologies(text)
        ):
            self.roster.people.extend(apologies_told(text))
        elif text:
            self.roster.text(text)

    def _after_heading(self, block: Block) -> str:
        """What a block says after its number; a heading decides whether lists are expected."""
        roster, heading = self.roster, read_heading(block)
        if heading is not None and (_is_dated(block.text) or _lists_on(block.text)):
            heading = None
        if roster.people and _is_title(block):
            roster.end(expected=NAMING.search(block.text) is not None)
        if heading is None or begins_with_person(heading.title):
            if roster.expected and roster.people and not roster.headed:
                running = len(block.text.split()) > RUNNING_TEXT
                roster.expected = not (running and not _has_names(block.text))
            return heading.title if heading and heading.numbered else NUMBER.sub("", block.text)
        if is_attendance_title(heading.title) and (heading.numbered or ":" not in heading.title):
            roster.begin(heading.title)
            return block.text[heading.length :].strip(" :.–—-") or heading.title
        if heading.numbered or (roster.headed and not _begins_list(block.text)):
            roster.end(expected=NAMING.search(heading.title) is not None)
        return NUMBER.sub("", block.text)

    def _awaits_apologies(self, text: str) -> bool:
        begins = self.roster.expected and BEGINS_APOLOGIES.match(text) is not None
        return self.roster.headed or begins or FORMAL.search(text) is not None


def _presided_alone(text: str) -> Person | None:
    """Who presided, as a sentence says that does not list others as well."""
    presiding = who_presided(text)
    listed = people_in(text[:LONGEST], Attendance.PRESENT) if presiding else []
    return presiding if len(listed) < 2 else None


def _is_dated(text: str) -> bool:
    return any(found.start < 12 for found in dates_in(text[:DATED]))


def _is_title(block: Block) -> bool:
    """Whether a marked heading is the title of an item, not a label or a person of a list."""
    marked = block.kind is BlockKind.HEADING and len(block.text.split()) >= TITLE_WORDS
    label = block.text.partition(":")[0]
    return marked and not (begins_with_person(block.text) or is_known(label, alone=True))


def _lists_on(text: str) -> bool:
    """Whether a list of people goes on with an initial rather than with a letter that counts."""
    return "," in text and is_roll(text)


def _begins_list(text: str) -> bool:
    return attendance_label(text) is not None or _has_names(text)


def _has_names(text: str) -> bool:
    return len(text) < LONGEST and any(
        segment.label and people_in(segment.text, Attendance.PRESENT) for segment in segments(text)
    )
