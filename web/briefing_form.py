"""What the form of a briefing sends: the whole briefing, for the service keeps none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Annotated
from urllib.parse import parse_qs, urlencode

from fastapi import Depends, Request
from starlette.datastructures import FormData

from qa.briefing import Briefing, CheckedBriefing, Entry, Reference, Searched
from web.text import mended

MOST_ENTRIES, MOST_SEARCHED = 100, 50
SEARCHED = ("question", "limits", "outcome")
PARTS = ("reference", "words", "heading", "note")


@dataclass(frozen=True, slots=True)
class BriefingForm:
    """A briefing as it was sent, and what is to be done with it.

    ``is_whole`` is False where only quotes to add came from another page. ``verb`` is what the
    button says and ``position`` the entry that it stands at, counted from 0.
    """

    briefing: Briefing = Briefing()
    is_whole: bool = False
    annex: bool = False
    question: str = ""
    verb: str = ""
    position: int = -1

    @classmethod
    def of(cls, sent: FormData) -> BriefingForm:
        briefing = Briefing(
            title=_text(sent, "title"),
            entries=tuple(_entries(sent))[:MOST_ENTRIES],
            searched=tuple(dict.fromkeys(map(unpack, _texts(sent, "searched"))))[:MOST_SEARCHED],
        )
        added = [Reference.parse(text) for text in _texts(sent, "add")]
        room = MOST_ENTRIES - len(briefing.entries)
        verb, _, position = _text(sent, "do").partition("-")
        return cls(
            briefing=briefing.with_quotes([each for each in added if each][:room]),
            is_whole="title" in sent,
            annex="annex" in sent,
            question=_text(sent, "question").strip(),
            verb=verb,
            position=int(position) if position in set(map(str, range(MOST_ENTRIES))) else -1,
        )

    def changed(self) -> Briefing:
        """The briefing after what the button says, where that needs no look at the minutes."""
        briefing, position = self.briefing, self.position
        if self.verb in {"up", "down"}:
            return briefing.moved(position, -1 if self.verb == "up" else 1)
        if self.verb == "remove":
            return briefing.without(position)
        if self.verb == "note":
            return replace(briefing, entries=(*briefing.entries, Entry()))
        return Briefing() if self.verb == "empty" else briefing


async def read_form(request: Request) -> BriefingForm:
    return BriefingForm.of(await request.form())


SentBriefing = Annotated[BriefingForm, Depends(read_form)]


def that_fits(checked: CheckedBriefing, room: int) -> Briefing:
    """The briefing with as many entries as a form of ``room`` bytes can send back."""
    room -= sum(len(urlencode({"searched": pack(each)})) for each in checked.searched)
    kept = []
    for entry in (each.entry for each in checked.entries):
        parts = (str(entry.reference or ""), entry.words, entry.heading, entry.note)
        room -= len(urlencode(dict(zip(PARTS, parts, strict=True)))) + 1
        if room < 0:
            break
        kept.append(entry)
    return Briefing(checked.title, tuple(kept), checked.searched)


def pack(searched: Searched) -> str:
    """A question and what came of it as the value of one hidden field."""
    texts = (searched.question, searched.limits, searched.outcome)
    answered = {"answered": "yes"} if searched.answered else {}
    return urlencode(dict(zip(SEARCHED, texts, strict=True)) | answered)


def unpack(packed: str) -> Searched:
    """What ``pack`` made of a question; what it does not say is empty."""
    try:
        given = parse_qs(packed, max_num_fields=10)
    except ValueError:
        given = {}
    question, limits, outcome = (given.get(name, [""])[0] for name in SEARCHED)
    return Searched(question, limits, outcome, "answered" in given)


def _entries(sent: FormData) -> Iterator[Entry]:
    """The entries in order; the parts of one stand at the same place of their lists."""
    for reference, words, heading, note in zip_longest(
        *(_texts(sent, part) for part in PARTS), fillvalue=""
    ):
        yield Entry(Reference.parse(reference), words, heading.strip(), note.strip())


def _texts(sent: FormData, name: str) -> list[str]:
    return [_whole(value) for value in sent.getlist(name) if isinstance(value, str)]


def _text(sent: FormData, name: str) -> str:
    return next(iter(_texts(sent, name)), "")


def _whole(text: str) -> str:
    # Forms end lines with two characters.
    return mended(text).replace("\r\n", "\n")
