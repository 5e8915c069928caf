"""A verified briefing as Markdown: every quote comes out of a Markdown reader as it went in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.briefing import CheckedBriefing
from qa.briefing_parts import Heading, Labelled, Paragraph, Part, Points, Quotation, Source, parts
from qa.briefing_wording import Imprint
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
    for part in parts(briefing, imprint):
        yield from _written(part)


def _written(part: Part) -> Iterator[str]:
    match part:
        case Heading(text):
            yield _heading(2, text)
        case Quotation(text, context, citation):
            if context:
                yield f"Under: {escaped(context)}"
            yield "\n".join(f"> {line}" for line in escaped(text).split("\n"))
            yield escaped(f"— {citation}")
        case Labelled(label, text):
            yield f"**{label}:** {escaped(text)}"
        case Paragraph(text):
            yield escaped(text)
        case Points(texts):
            yield "\n".join(f"- {_one_line(text)}" for text in texts)
        case Source(number, text):
            yield escaped(f"[{number}] {text}")


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {_one_line(text)}"


def _one_line(text: str) -> str:
    return escaped(" ".join(text.split()))
