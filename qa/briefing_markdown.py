"""A verified briefing as Markdown: every quote comes out of a Markdown reader as it went in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.briefing import CheckedBriefing, CheckedEntry
from qa.briefing_wording import (
    ANNEX,
    LOST,
    NOTE,
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
from qa.wording import date_in_words

MARKUP = re.compile(r"[\\`*_\[\]<>#|~&!$^]")
STARTS_BLOCK = re.compile(r"^(\d*)([-+=.)])")
EDGES = re.compile(r"^[ \t\r]+|[ \t\r]+$|\r")


def to_markdown(briefing: CheckedBriefing, imprint: Imprint) -> str:
    """The whole briefing, in CommonMark."""
    return "\n\n".join(_blocks(briefing, imprint)) + "\n"


def escaped(text: str) -> str:
    """Text in which nothing is mark-up; its line breaks stay."""
    return "\\\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    line = STARTS_BLOCK.sub(r"\1\\\2", MARKUP.sub(r"\\\g<0>", line))
    # White space at the ends of a line would be left out.
    return EDGES.sub(lambda edge: "".join(f"&#{ord(each)};" for each in edge[0]), line)


def _blocks(briefing: CheckedBriefing, imprint: Imprint) -> Iterator[str]:
    yield _heading(1, briefing.title)
    yield date_in_words(imprint.made_on)
    for checked in briefing.entries:
        yield from _entry(checked)
    if briefing.lost:
        yield _heading(2, LOST)
        yield from (_lost(checked) for checked in briefing.lost)
    if briefing.unanswered:
        yield _heading(2, UNANSWERED)
        yield _list(question_in_words(searched) for searched in briefing.unanswered)
    if briefing.sources:
        yield _heading(2, SOURCES)
        for number, meeting in enumerate(briefing.sources, 1):
            yield escaped(f"[{number}] {source_in_words(meeting, imprint.site_address)}")
        yield VERIFIED
    if imprint.annex:
        yield _heading(2, ANNEX)
        yield from map(escaped, annex_in_words(briefing, imprint))
        yield _list(question_in_words(searched) for searched in briefing.searched)


def _entry(checked: CheckedEntry) -> Iterator[str]:
    if checked.entry.heading:
        yield _heading(2, checked.entry.heading)
    if quoted := checked.quoted:
        if quoted.context:
            yield f"Under: {escaped(quoted.context)}"
        yield _quote(quoted.text)
        yield escaped(f"— {citation_in_words(quoted.citation)} [{checked.source}]")
    if checked.entry.note:
        yield f"**{NOTE}:** {escaped(checked.entry.note)}"


def _lost(checked: CheckedEntry) -> str:
    words = f"Kept as: {escaped(checked.entry.words)}\\\n" if checked.entry.words else ""
    return f"{words}{escaped(loss_in_words(checked))}"


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {escaped(' '.join(text.split()))}"


def _quote(text: str) -> str:
    return "\n".join(f"> {line}" for line in escaped(text).split("\n"))


def _list(texts: Iterator[str]) -> str:
    return "\n".join(f"- {escaped(' '.join(text.split()))}" for text in texts)
