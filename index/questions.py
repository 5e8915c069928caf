"""Questions put in a meeting: where one stands, who asked it, and where its answer begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.outline import Placed
from index.readers.blocks import BlockKind
from index.readers.lists import starts_point
from index.sentences import sentence_spans

ASKED_BY = re.compile(
    r"\((?:asked|put|raised|submitted)\s+by:?\s+(?P<name>[^)]+)\)\.?", re.IGNORECASE
)
# "Q3. (Hull) …", "Q from Cllr Hull: …", "Question 4 from Mr Marsh:".
LABELLED = re.compile(
    r"^\W*(?:question|q)\s*\.?\s*\d*\s*[.:]?\s*(?:from\s+(?P<name>[^:?]{2,60}?):|"
    r"\((?P<in_brackets>(?-i:[A-Z])[^):]{1,60})\))",
    re.IGNORECASE,
)
LABEL = re.compile(r"^(?:question|q)\s*\.?\s*\d+\b", re.IGNORECASE)
ENDS_ASKING = re.compile(r"\?[\"'”’)\]]*$")
BEGINS_ASKING = re.compile(
    r"^(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|"
    r"would|should|has|have|had|provide|identify|explain|describe|confirm|outline)\b",
    re.IGNORECASE,
)
LONGEST = 120


def is_question(placed: Placed, following: Placed | None) -> bool:
    """Whether a block is a question put in the meeting, with nothing of its answer."""
    text = placed.text
    words = len(text.split())
    if placed.block.kind is BlockKind.ROW or words > LONGEST:
        return False
    asked = list(ASKED_BY.finditer(text))
    if asked and asked[-1].end() == len(text):
        return True
    if placed.block.kind is BlockKind.BULLET and not starts_point(text):
        return False
    if ENDS_ASKING.search(text) or (LABEL.match(text) and words <= 20):
        return True
    answered = following is not None and following.block.kind is BlockKind.BULLET
    return answered and BEGINS_ASKING.match(text) is not None and not text.endswith(":")


def asked_by(text: str) -> str:
    """Who put a question, as printed, or an empty string."""
    match = ASKED_BY.search(text) or LABELLED.match(text)
    return next((name.strip() for name in match.groups() if name), "") if match else ""


def separate_answers(blocks: Sequence[Placed]) -> Iterator[Placed]:
    """Cut blocks that hold a question and, run on, the beginning of its answer."""
    for placed in blocks:
        end = _question_end(placed)
        if end is None:
            yield placed
            continue
        rest = placed.text[end:]
        start = end + len(rest) - len(rest.lstrip())
        yield placed.part(0, end)
        yield placed.part(start, len(placed.text))


def _question_end(placed: Placed) -> int | None:
    text = placed.text
    if match := ASKED_BY.search(text):
        return match.end() if text[match.end() :].strip() else None
    if placed.block.kind is not BlockKind.PARAGRAPH or "?" not in text:
        return None
    spans = list(sentence_spans(text))
    asking = [end for _, end in spans[:3] if ENDS_ASKING.search(text[:end])]
    return asking[-1] if asking and len(text[asking[-1] :].split()) > 2 else None
