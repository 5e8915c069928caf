"""Undoes mark-up inside a line of Markdown: emphasis, code ticks, links, escapes, entities."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

LINK = re.compile(r"!?\[(?P<label>[^\]\n]*)\]\((?P<url>[^)\s]+)(?:\s+\"[^\"]*\")?\)")
AUTOLINK = re.compile(r"<(?P<url>https?://[^>\s]+)>")
STRONG = re.compile(r"(?P<mark>\*\*|__)(?=\S)(?P<inner>.+?)(?<=\S)(?P=mark)")
# Where bold type ends and begins anew after a space: "**2.** **Apologies**".
RESUMED = re.compile(r"(?<=[^\s*_])(?P<mark>\*\*|__)\s+(?P=mark)(?=[^\s*_])")
# What is set in bold at the start of a line, or after the number that counts it.
OPENING = re.compile(rf"(?P<count>(?:(?:\\?\(?\w{{1,3}}\\?[.)]|\d{{1,2}})\s+)?){STRONG.pattern}")
EMPHASIS = re.compile(r"(?<![\w*])([*_`])(?=[^\s*_`])(?P<inner>[^*_`]*?[^\s*_`])\1(?![\w*])")
MARKS = re.compile(r"[\\*_`\[<&]")
SOFT_HYPHEN = "\u00ad"
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")


@dataclass(frozen=True, slots=True)
class Inline:
    """A line without mark-up; ``emphasis`` characters at its start were set in bold."""

    text: str
    emphasis: int
    links: tuple[tuple[str, str], ...]


def undo_markup(source: str) -> Inline:
    """Return the words of one line of Markdown or plain text, white space collapsed."""
    if not MARKS.search(source):
        return Inline(collapse(source), 0, ())
    links = [(match["label"], match["url"]) for match in LINK.finditer(source)]
    text = LINK.sub(lambda match: match["label"], source)
    text = AUTOLINK.sub(lambda match: match["url"], text)
    opening = OPENING.match(RESUMED.sub(" ", text.strip()))
    strong = _plain(f"{opening['count']}{opening['inner']}") if opening else ""
    return Inline(_plain(text), len(strong), tuple(links))


def collapse(text: str) -> str:
    """White space runs become one space; ends are stripped, and so are hyphens never printed."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def _plain(text: str) -> str:
    text = STRONG.sub(lambda match: match["inner"], text)
    text = EMPHASIS.sub(lambda match: match["inner"], text)
    return collapse(html.unescape(ESCAPE.sub(r"\1", text)))
