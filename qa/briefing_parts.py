"""The parts of a verified briefing in their order, as every kind of export writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qa.briefing import CheckedBriefing, CheckedEntry
from qa.briefing_wording import (
    ANNEX,
    LOST,
    SOURCES,
    UNANSWERED,
    VERIFIED,
    Imprint,
    annex_in_words,
    citation_in_words,
    loss_in_words,
    question_in_words,
    source_in_words,
)


class Part:
    """One part of a briefing."""

    @property
    def kind(self) -> str:
        return type(self).__name__.lower()


@dataclass(frozen=True, slots=True)
class Heading(Part):
    """A heading over what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Quotation(Part):
    """Words of the minutes; ``context`` is what they stand under, or empty."""

    text: str
    context: str
    citation: str


@dataclass(frozen=True, slots=True)
class Labelled(Part):
    """Words that are not the minutes' own; ``label`` says what they are."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph(Part):
    """A paragraph of text."""

    text: str


@dataclass(frozen=True, slots=True)
class Points(Part):
    """A list of points."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source(Part):
    """Minutes that were quoted, by the number that citations give."""

    number: int
    text: str


NOTE, KEPT = "Note", "Kept as"


def parts(briefing: CheckedBriefing, imprint: Imprint) -> Iterator[Part]:
    """Everything that stands under the title and the date."""
    for checked in briefing.entries:
        yield from _entry(checked)
    if briefing.lost:
        yield Heading(LOST)
        for checked in briefing.lost:
            yield from _lost(checked)
    if briefing.unanswered:
        yield Heading(UNANSWERED)
        yield Points(tuple(map(question_in_words, briefing.unanswered)))
    if briefing.sources:
        yield Heading(SOURCES)
        for number, meeting in enumerate(briefing.sources, 1):
            yield Source(number, source_in_words(meeting, imprint.site_address))
        yield Paragraph(VERIFIED)
    if imprint.annex:
        yield Heading(ANNEX)
        yield from map(Paragraph, annex_in_words(briefing, imprint))
        yield Points(tuple(map(question_in_words, briefing.searched)))


def _entry(checked: CheckedEntry) -> Iterator[Part]:
    if checked.entry.heading:
        yield Heading(checked.entry.heading)
    if quoted := checked.quoted:
        citation = f"{citation_in_words(quoted.citation)} [{checked.source}]"
        yield Quotation(quoted.text, quoted.context, citation)
    if checked.entry.note:
        yield Labelled(NOTE, checked.entry.note)


def _lost(checked: CheckedEntry) -> Iterator[Part]:
    if checked.entry.words:
        yield Labelled(KEPT, checked.entry.words)
    yield Paragraph(loss_in_words(checked))
