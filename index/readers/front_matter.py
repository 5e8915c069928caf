"""Front matter: what a Markdown file says of itself before its text, between lines of dashes."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

FRONT_MATTER = re.compile(
    r"\A(?P<rule>-{3}|\+{3})[ \t]*\n(?P<inside>.*?\n)(?P=rule)[ \t]*(?:\n|\Z)", re.DOTALL
)
# "key: value" or "key = value"; what is indented or listed below belongs to the key above.
ENTRY = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*[:=](?:[ \t]+(?P<value>.*))?")
BELOW = re.compile(r"\s+\S|-\s|#|$")


def split_front_matter(text: str) -> tuple[Mapping[str, str], str, str]:
    """Return the entries of the front matter, its lines as they stand, and the text after it.

    Nothing is taken off a text that merely begins with a rule. Keys come in lower case; entries
    of several values are left out.
    """
    match = FRONT_MATTER.match(text.replace("\r\n", "\n"))
    lines = match["inside"].splitlines() if match else []
    entries = [ENTRY.fullmatch(line) for line in lines]
    if match is None or not any(entries):
        return {}, "", text
    if not all(entry or BELOW.match(line) for entry, line in zip(entries, lines, strict=True)):
        return {}, "", text
    values = {entry["key"].lower(): _value(entry["value"]) for entry in entries if entry}
    after = text.replace("\r\n", "\n")[match.end() :]
    return {key: value for key, value in values.items() if value}, match["inside"], after


def _value(written: str | None) -> str:
    value = (written or "").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return html.unescape(value).strip()
