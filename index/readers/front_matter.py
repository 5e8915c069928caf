"""Front matter: what a Markdown file says of itself before its text, mostly between rules."""

from __future__ import annotations

import html
import re

FRONT_MATTER = re.compile(
    r"\A(?P<rule>-{3}|\+{3})[ \t]*\r?\n(?P<inside>.*?\n)(?P=rule)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
# What site generators take without rules around it: entries up to an empty line.
WITHOUT_RULES = re.compile(
    r"\A(?P<inside>title:[^\n]*\n(?:\w+:[^\n]*\n)*?(?:slug|tags|category):[^\n]*\n"
    r"(?:\w+:[^\n]*\n)*)\r?\n",
    re.IGNORECASE,
)
# "key: value" or "key = value", also in a list; other lines must be indented, listed or remarks.
ENTRY = re.compile(r"\s*(?:- )?(?P<key>[A-Za-z_][\w -]{0,30}?)[ \t]*[:=](?:[ \t]+(?P<value>.*))?")
BELOW = re.compile(r"\s+\S|-\s|#|\s*$|\[[\w.]+\]$")
# A head of minutes between two rules looks like front matter, but names who was there.
OF_MINUTES = re.compile(r"present|attend|apolog|chair|members|minutes")

Entries = tuple[tuple[str, str], ...]


def split_front_matter(text: str) -> tuple[Entries, str, str]:
    """Return the (key, value) entries, the front matter as it stands, and the text after it.

    Keys come in lower case and in order, those of lists beside the others; one that heads a list
    has no value. Nothing is taken off a text that merely begins with a rule. A head of minutes
    also stays in the text, as a list.
    """
    match = FRONT_MATTER.match(text) or WITHOUT_RULES.match(text)
    lines = match["inside"].splitlines() if match else []
    entries = [ENTRY.fullmatch(line) for line in lines]
    if match is None or not any(entries):
        return (), "", text
    if not all(entry or BELOW.match(line) for entry, line in zip(entries, lines, strict=True)):
        return (), "", text
    given = tuple(
        (entry["key"].lower(), _value(entry["value"] or "")) for entry in entries if entry
    )
    if any(OF_MINUTES.match(key) for key, _ in given):
        return given, "", "\n".join([*(f"- {line}" for line in lines), "", text[match.end() :]])
    return given, match["inside"], text[match.end() :]


def _value(written: str) -> str:
    return html.unescape(re.sub(r"^([\"'])(.*)\1$", r"\2", written.strip())).strip()
