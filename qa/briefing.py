"""A briefing: quotes kept by reference, each verified against its source before it is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from index import BuiltIndex, Meeting
from qa.answer import Citation, Coverage, Quote
from qa.check_quote import passage_at
from qa.quote import cite
from qa.verbatim import exactly
from qa.within import coverage_of

# No passage comes near it; without a bound one reference could ask for a whole document.
LONGEST = 20_000
UNTITLED = "Briefing from published minutes"


class Standing(StrEnum):
    """What became of a quote since it was taken."""

    VERIFIED = "verified"
    CHANGED = "changed"
    NOT_HELD = "not_held"


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch of a meeting's reading text, and the digest of the file that it was read from."""

    meeting: str
    start: int
    end: int
    source_sha256: str

    @classmethod
    def of(cls, quote: Quote) -> Reference:
        first, last = quote.lines[0], quote.lines[-1]
        return cls(quote.citation.meeting, first.start, last.end, quote.receipt.source_sha256)

    @classmethod
    def parse(cls, text: str) -> Reference | None:
        """What ``str`` makes of a reference, read again; None where it is none."""
        start, end, sha256, meeting = [*text.split("-", 3), "", "", "", ""][:4]
        offsets = start + end
        if not (meeting and start and end and offsets.isascii() and offsets.isdigit()):
            return None
        return cls(meeting, int(start[:12]), int(end[:12]), sha256)

    def __str__(self) -> str:
        return f"{self.start}-{self.end}-{self.source_sha256}-{self.meeting}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A quote with somebody's own heading and note, or only these where it has no reference.

    ``words`` are those of the quote when it was taken up, empty before that.
    """

    reference: Reference | None = None
    words: str = ""
    heading: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Searched:
    """A question or search that a briefing was made with, its limits in words, and its outcome."""

    question: str
    limits: str = ""
    outcome: str = ""
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Briefing:
    """Quotes and notes in order, and what was searched for them."""

    title: str = ""
    entries: tuple[Entry, ...] = ()
    searched: tuple[Searched, ...] = ()

    def with_quotes(self, references: Iterable[Reference]) -> Briefing:
        """The briefing with quotes added at its end, each of them once."""
        held = [entry.reference for entry in self.entries]
        new = [each for each in dict.fromkeys(references) if each not in held]
        return replace(self, entries=(*self.entries, *map(Entry, new)))

    def with_searched(self, searched: Searched) -> Briefing:
        """The briefing with a question that was searched for it, once."""
        return replace(self, searched=tuple(dict.fromkeys((*self.searched, searched))))

    def moved(self, position: int, by: int) -> Briefing:
        """The briefing with an entry moved; at an end it stays."""
        entries = list(self.entries)
        if 0 <= position < len(entries):
            entries.insert(max(0, position + by), entries.pop(position))
        return replace(self, entries=tuple(entries))

    def without(self, position: int) -> Briefing:
        kept = [entry for at, entry in enumerate(self.entries) if at != position]
        return replace(self, entries=tuple(kept))


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the minutes, byte for byte, and what they stand under, which may be empty."""

    reference: Reference
    text: str
    context: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class CheckedEntry:
    """An entry after its quote was verified.

    ``quoted`` is None for a note, and for a quote that does not match its source any more;
    ``now`` is where the words of such a quote stand now in the same meeting, if anywhere.
    ``source`` numbers its source, from 1.
    """

    entry: Entry
    standing: Standing | None = None
    quoted: Quoted | None = None
    now: Quoted | None = None
    source: int = 0

    @property
    def is_lost(self) -> bool:
        return self.standing not in {None, Standing.VERIFIED}


@dataclass(frozen=True, slots=True)
class CheckedBriefing:
    """A briefing verified against one generation; ``sources`` stand in order of their numbers."""

    title: str
    entries: tuple[CheckedEntry, ...]
    searched: tuple[Searched, ...]
    sources: tuple[Meeting, ...]
    coverage: Coverage
    generation: str

    @property
    def lost(self) -> tuple[CheckedEntry, ...]:
        return tuple(each for each in self.entries if each.is_lost)

    def renewed(self, position: int) -> Briefing:
        """The briefing with a quote taken from where its words stand now."""
        entries = [checked.entry for checked in self.entries]
        if 0 <= position < len(entries) and (now := self.entries[position].now):
            entries[position] = replace(entries[position], reference=now.reference)
        return Briefing(self.title, tuple(entries), self.searched)

    @property
    def unanswered(self) -> tuple[Searched, ...]:
        return tuple(each for each in self.searched if not each.answered)


def verify(built: BuiltIndex, briefing: Briefing) -> CheckedBriefing:
    """Take every quote from its source again, and tell those that are no longer there."""
    checked = [_check(built, entry) for entry in briefing.entries]
    cited = dict.fromkeys(each.quoted.reference.meeting for each in checked if each.quoted)
    numbers = {meeting: number for number, meeting in enumerate(cited, 1)}
    meetings = built.store.meetings()
    return CheckedBriefing(
        title=briefing.title.strip() or UNTITLED,
        entries=tuple(
            replace(each, source=numbers[each.quoted.reference.meeting]) if each.quoted else each
            for each in checked
        ),
        searched=briefing.searched,
        sources=tuple(meeting for each in cited if (meeting := built.store.meeting(each))),
        coverage=coverage_of(meetings, meetings),
        generation=built.id,
    )


def _check(built: BuiltIndex, entry: Entry) -> CheckedEntry:
    reference = entry.reference
    if reference is None:
        return CheckedEntry(entry)
    meeting = built.store.meeting(reference.meeting)
    if meeting is None:
        return CheckedEntry(entry, Standing.NOT_HELD)
    quoted = _quote(meeting, reference.start, reference.end)
    same_source = meeting.source.sha256 == reference.source_sha256
    if quoted and same_source and _same_words(entry.words or quoted.text, quoted.text):
        return CheckedEntry(replace(entry, words=quoted.text), Standing.VERIFIED, quoted)
    return CheckedEntry(entry, Standing.CHANGED, now=_now(meeting, entry.words, reference.start))


def _quote(meeting: Meeting, start: int, end: int) -> Quoted | None:
    """A stretch of a meeting's text; None where it has no words or there is no such stretch."""
    text = meeting.text[start:end]
    if len(text) != end - start or not text.strip() or len(text) > LONGEST or not meeting.passages:
        return None
    passage = passage_at(meeting, start)
    context = passage.context
    reference = Reference(meeting.id, start, end, meeting.source.sha256)
    over = context.text if context and context.end <= start else ""
    return Quoted(reference, text, over, cite(meeting, passage))


def _now(meeting: Meeting, words: str, start: int) -> Quoted | None:
    """Where words stand now, white space apart: of several places the nearest to the old one."""
    spans = [match.span() for match in exactly(words).finditer(meeting.text)]
    nearest = min(spans, key=lambda span: abs(span[0] - start), default=None)
    return _quote(meeting, *nearest) if nearest else None


def _same_words(one: str, other: str) -> bool:
    # A form may change line breaks on its way.
    return one.split() == other.split()
