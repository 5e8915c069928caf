"""Which line breaks of a plain text were only made to fit the page, and words cut at them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.readers.inline import SOFT_HYPHEN

# A line break is soft where the next word would not have fitted: typists and converters wrap
# between these widths, ragged by about a long word. Longer lines are whole paragraphs.
NARROWEST, WIDEST = 60, 120
RAGGED = 0.85
# A column beside a label is indented by so much.
HANGING = 8
# Of lines that a sentence may fill, so many go on in a text that was wrapped.
EVIDENT = 0.2
EMPHASIS = " \t*_`"
HYPHEN = re.compile(r"(?P<first>\w+)[-\u00ad]$")
WORD = re.compile(r"[^\W\d_]+")
# What may stand after "pre-" in "pre- and post-sentence reports".
JOINING = frozenset({"and", "or", "to"})


def is_soft_break(line: str, following: str, width: int) -> bool:
    """Whether ``following`` continues ``line`` rather than beginning anew."""
    hanging = len(following) - len(following.lstrip()) >= HANGING
    opened = line.rfind("(") > line.rfind(")") and len(line) >= RAGGED * NARROWEST
    if goes_on(line, following) or opened or (hanging and line.rstrip().endswith(",")):
        return True
    first = following.strip().split(maxsplit=1)[0]
    if len(line) > WIDEST or line.isupper() != following.isupper():
        return False
    return len(line.rstrip()) + 1 + len(first) >= RAGGED * width


def width_of(lines: Sequence[str], narrowest: int = NARROWEST) -> int:
    """The width that a paragraph was wrapped to, in characters, in a text of such lines."""
    fitting = [len(line.rstrip()) for line in lines if len(line.rstrip()) <= WIDEST]
    return max([narrowest, *fitting])


def narrowest_of(lines: Sequence[str]) -> int:
    """What most lines of a text are wrapped to at least; more than any line where none is.

    Lines that end within a sentence show it: the next one begins with a small letter.
    """
    full = [
        pair
        for pair in pairwise(map(str.rstrip, lines))
        if RAGGED * NARROWEST <= len(pair[0]) <= WIDEST and pair[1]
    ]
    wrapped = sorted(len(line) for line, following in full if goes_on(line, following))
    if len(wrapped) <= EVIDENT * len(full):
        return 2 * WIDEST
    return max(NARROWEST, wrapped[len(wrapped) // 4])


def goes_on(line: str, following: str) -> bool:
    """Whether a line ends within a sentence that the next one goes on with."""
    begun = line.strip(EMPHASIS)
    return bool(begun) and begun[-1] not in ".?!:" and following.strip(EMPHASIS)[:1].islower()


def join(line: str, following: str, vocabulary: frozenset[str]) -> str:
    """Undo a soft break; a hyphen goes where it is soft or the document writes the word without."""
    line, following = line.rstrip(), following.lstrip()
    cut, rest = HYPHEN.search(line), re.match(r"\w+", following)
    if cut is None or rest is None or rest[0] in JOINING:
        return f"{line} {following}"
    known = f"{cut['first']}{rest[0]}".lower() in vocabulary and following[0].islower()
    return f"{line[:-1] if known or line[-1] == SOFT_HYPHEN else line}{following}"


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, none of those that a line break cuts."""
    whole = re.sub(r"[^\W\d_]+-\n\s*[^\W\d_]+", " ", text) if "-\n" in text else text
    return frozenset(WORD.findall(whole.lower()))
