"""A verified briefing of odd and hostile words, for the tests of its exports."""

from dataclasses import replace

from qa.briefing import Briefing, CheckedBriefing, CheckedEntry, Entry, Searched, verify
from tests.hostile import HOSTILE

ODD_LINES = (
    "    four spaces before, two after  ",
    "\tA tab, and the line after is empty",
    "",
    "- a bullet\n+ another\n* and another\n1. one\n2) two",
    "# not a heading\n=====\n-----\n> not a quote\n~~~\n```",
    "a | table | row\n--- | --- | ---",
    "[link]: https://example.org 'title'\n[a](b) ![c](d) &amp; &#35; \\* \\\\",
    "trailing backslash \\",
    "hard space\u00a0here, line separator\u2028there, é ŵ 🚓 \u202eodd\u202c",
    "a < b > c ~~no~~ $x^2$ https://example.org/_a_*b*",
    "last",
)
TEXTS = ("\n".join(ODD_LINES), *(text.strip() for text in HOSTILE))


def odd_briefing(built, references) -> CheckedBriefing:
    """Odd words as headings, quotes, contexts and notes, as if the minutes said them."""
    entries = [Entry(reference) for reference in references]
    checked = verify(built, Briefing("<b>Title</b> & *more*", tuple(entries), (Searched("a*b*"),)))
    quoted = checked.entries[0].quoted
    assert quoted is not None
    odd = tuple(
        CheckedEntry(
            Entry(quoted.reference, text, heading=text[:60], note=text),
            checked.entries[0].standing,
            replace(quoted, text=text, context=text),
            source=1,
        )
        for text in TEXTS
    )
    return replace(checked, entries=odd)
