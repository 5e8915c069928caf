"""What a briefing says besides its quotes, in words: citations, sources, what was searched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from index import Meeting
from index.minutes import LinkKind
from qa.answer import Citation
from qa.briefing import CheckedBriefing, CheckedEntry, Searched, Standing
from qa.messages import held_in_words
from qa.wording import date_in_words, list_in_words

LOST = "Quotes that no longer match their source"
UNANSWERED = "Not answered by the minutes that were searched"
SOURCES = "Sources"
ANNEX = "Annex: what was searched"
STANDING = {
    Standing.CHANGED: "The published minutes have changed, and these words do not stand there "
    "any more.",
    Standing.NOT_HELD: "The minutes of this meeting are not held any more.",
}
MOVED = "The published minutes have changed. The same words now stand elsewhere in them."
VERIFIED = "Every quote was checked, letter by letter, against the minutes as they are held."


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a briefing is sent out with: its day, who made it, where its minutes can be read.

    ``site_address`` is where the service is, without a path, or empty; ``annex`` asks for the
    account of what was searched.
    """

    made_on: date
    author: str = "Minuted"
    site_address: str = ""
    annex: bool = False


def citation_in_words(citation: Citation) -> str:
    """Where a quote stands, and who asked or spoke."""
    parts = [citation.label]
    if citation.item_title and citation.item_title not in citation.label:
        parts.append(citation.item_title)
    if citation.asked_by:
        parts.append(f"asked by {citation.asked_by}")
    if citation.speakers:
        parts.append(f"speaking: {list_in_words(citation.speakers)}")
    return "; ".join(parts)


def loss_in_words(checked: CheckedEntry) -> str:
    """Why a quote is not quoted any more, and where its words now stand."""
    assert checked.standing is not None
    assert checked.entry.reference is not None
    if checked.now:
        return f"{MOVED} They are at: {checked.now.citation.label}."
    return f"{STANDING[checked.standing]} Meeting: {checked.entry.reference.meeting}."


def source_in_words(meeting: Meeting, site_address: str) -> str:
    """What a reader needs to find the minutes again."""
    return ". ".join(_source(meeting, site_address)) + "."


def _source(meeting: Meeting, site_address: str) -> Iterator[str]:
    yield ", ".join(filter(None, [meeting.body or meeting.title, date_in_words(meeting.date)]))
    if meeting.body and meeting.title and meeting.title != meeting.body:
        yield meeting.title.rstrip(".")
    if meeting.status:
        yield f"Status: {meeting.status}"
    yield f"File {meeting.source.file_name} (SHA-256 {meeting.source.sha256})"
    if published := meeting.link(LinkKind.ORIGINAL):
        yield f"Published at {published}"
    if site_address:
        yield f"Read at {site_address}/meetings/{meeting.id}"


def question_in_words(searched: Searched) -> str:
    """A question, what limited it, and what came of it."""
    limits = f" (limited to: {searched.limits})" if searched.limits else ""
    return f"{searched.question}{limits}" + (f": {searched.outcome}" if searched.outcome else "")


def annex_in_words(briefing: CheckedBriefing, imprint: Imprint) -> tuple[str, ...]:
    """Against what the briefing was checked, and when; the questions stand apart."""
    return (
        f"Checked on {date_in_words(imprint.made_on)} against generation {briefing.generation} "
        f"of the index.",
        held_in_words(briefing.coverage),
        f"Questions and searches recorded: {len(briefing.searched)}.",
    )
