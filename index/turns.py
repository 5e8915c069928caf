"""Cuts a verbatim report into turns of its speakers; a question is the context of its answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.drafts import TOGETHER, Draft
from index.headings import is_subheading
from index.outline import Placed
from index.questions import is_question
from index.sentences import sentence_spans
from index.speakers import turn

# A turn that is too long for one passage is cut at sentence ends, about so many words each.
PART = 180
# A counter-question is shorter than an answer that ends in a question.
SHORT_TURN = 12


def turns_of(blocks: Sequence[Placed], speakers: frozenset[str]) -> list[Draft]:
    """Return one draft a turn, more of a long one; a turn goes on up to the next speaker."""
    drafts = [Draft()]
    for placed in (part for block in blocks for part in _parts(block)):
        spoken = turn(placed.block, speakers)
        last = drafts[-1]
        if spoken is None:
            _go_on(drafts, placed)
        elif _asks(last, placed):
            drafts.append(Draft((placed,), question=True, asker=spoken.speaker))
        elif last.context and not last.blocks:
            last.blocks, last.speaker = [placed], spoken.speaker
        else:
            drafts.append(Draft(blocks=[placed], speaker=spoken.speaker))
    return [draft for draft in drafts if draft.blocks or draft.context]


def _asks(last: Draft, placed: Placed) -> bool:
    """Whether a turn is a question rather than the answer to the one before it."""
    answers = last.question and not last.blocks and len(placed.text.split()) > SHORT_TURN
    return is_question(placed, None) and not answers


def _go_on(drafts: list[Draft], placed: Placed) -> None:
    """Add a block without a speaker's label to the turn before it."""
    last = drafts[-1]
    if is_subheading(placed.block):
        drafts.append(Draft((placed,)))
    elif last.blocks and last.words + len(placed.text.split()) > TOGETHER:
        drafts.append(last.again())
        drafts[-1].blocks.append(placed)
    else:
        last.blocks.append(placed)


def _parts(placed: Placed) -> Iterator[Placed]:
    """The block itself or, where it is long, stretches of it that end with a sentence."""
    if len(placed.text.split()) <= TOGETHER:
        yield placed
        return
    start, end = 0, 0
    for sentence_start, sentence_end in sentence_spans(placed.text):
        if start < end and len(placed.text[start:sentence_end].split()) > PART:
            yield placed.part(start, end)
            start = sentence_start
        end = sentence_end
    yield placed.part(start, end)
