"""Names that are set in capitals, as one writes them."""

from __future__ import annotations

import re

from index.names import PERSONAL, QUALIFICATIONS

# Names that are surely a person's, at the beginning of a list, or after its label.
LISTED = re.compile(rf"(?:^|:\s*)(?:{PERSONAL.pattern})")
JOINING = re.compile(r"\b(?:And|Of|The|For|In|To)\b")


def out_of_capitals(text: str) -> str:
    """A list of people that is set in capitals throughout, as one writes it; else the text."""
    if not text.isupper():
        return text
    small = JOINING.sub(lambda match: match[0].lower(), text.title())
    return small if LISTED.search(small) else text


def tidy(name: str) -> str:
    """A surname in capitals as one writes it: "Simon FOSTER" is Simon Foster."""
    first, *others = name.split()
    words = [first, *(word.title() if _is_surname(word) else word for word in others)]
    return re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), " ".join(words))


def _is_surname(word: str) -> bool:
    """Whether a word in capitals is a name rather than an initial or a qualification."""
    return word.isupper() and len(word.strip(".")) > 1 and word not in QUALIFICATIONS
