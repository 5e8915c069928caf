"""Reads one passage whole, by a name that it keeps as long as its words stay the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index import BuiltIndex, Meeting, PassageKind
from index.minutes import Line
from index.passage_key import passage_keys
from qa.answer import Citation, Quote, Receipt
from qa.quote import cite

SEPARATOR = ":"


@dataclass(frozen=True, slots=True)
class WholePassage:
    """A passage with all its lines, verbatim; ``previous`` and ``following`` name its neighbours.

    The name of a passage is ``MEETING:KEY``, the key being made of its words.
    """

    id: str
    kind: PassageKind
    text: str
    context: str
    lines: tuple[Line, ...]
    citation: Citation
    receipt: Receipt
    previous: str | None
    following: str | None


def passage_ids(meeting: Meeting) -> tuple[str, ...]:
    """The names of the passages of a meeting, in order."""
    return tuple(f"{meeting.id}{SEPARATOR}{key}" for key in passage_keys(meeting))


def passage_id_of(built: BuiltIndex, quote: Quote) -> str:
    """The name of the passage that a quote was taken from."""
    meeting = built.store.meeting(quote.citation.meeting)
    assert meeting is not None, "a quote is of a meeting that is held"
    anchor = quote.citation.url.rpartition("#")[2]
    names = zip(meeting.passages, passage_ids(meeting), strict=True)
    return next(name for passage, name in names if passage.anchor == anchor)


def read_passage(built: BuiltIndex, name: str) -> WholePassage | None:
    """The passage of a name, of the form ``MEETING#p12`` or of the address that a citation has.

    None where there is none, or no passage says those words any more.
    """
    name = name.removeprefix("/meetings/")
    meeting = built.store.meeting(re.split(f"[#{SEPARATOR}]", name)[0])
    if meeting is None:
        return None
    names = passage_ids(meeting)
    at = next(
        (at for at, each in enumerate(meeting.passages) if name in {each.id, names[at]}), None
    )
    if at is None:
        return None
    passage = meeting.passages[at]
    return WholePassage(
        id=names[at],
        kind=passage.kind,
        text="\n".join(line.text for line in passage.lines),
        context=passage.context.text if passage.context else "",
        lines=passage.lines,
        citation=cite(meeting, passage),
        receipt=Receipt(meeting.source.sha256, built.id, passage.start, passage.end),
        previous=names[at - 1] if at else None,
        following=names[at + 1] if at + 1 < len(names) else None,
    )
