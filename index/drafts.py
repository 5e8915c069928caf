"""Cuts the blocks of an agenda item where the minutes cut it: at questions, points, decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.attendance import attendance_label, label_length
from index.decisions import belongs_to_decision, is_decision
from index.headings import is_subheading
from index.outline import Placed
from index.questions import is_question
from index.readers.blocks import BlockKind
from index.readers.lists import starts_point

LEAD_IN = re.compile(r":$|\bfollowing\b[^.]{0,40}\b(?:questions?|points?|matters)\b[^.]{0,30}\.$")
# Passages are packed to about what an embedding model and a reader take in at once, in words;
# the answers to one question and the entries of one list stay together up to the larger figure.
PACKED, TOGETHER = 90, 260


@dataclass(slots=True)
class Draft:
    """A passage being put together: its question or headings, and what stands under them."""

    context: tuple[Placed, ...] = ()
    question: bool = False
    attendance: bool = False
    blocks: list[Placed] = field(default_factory=list)
    asker: str = ""
    speaker: str = ""

    @property
    def words(self) -> int:
        return sum(len(placed.text.split()) for placed in self.blocks)

    @property
    def decides(self) -> bool:
        texts = [placed.text for placed in (*self.context[-1:], *self.blocks[:1])]
        return any(is_decision(text) or belongs_to_decision(text) for text in texts)

    def again(self) -> Draft:
        """A further passage under the same question or heading, of the same speaker."""
        return Draft(
            self.context, self.question, self.attendance, asker=self.asker, speaker=self.speaker
        )


def drafts_of(blocks: Sequence[Placed], attendance: bool, header: bool) -> list[Draft]:
    """Return the drafts of one item in order; ``header`` is the item before the first."""
    drafts = [Draft(attendance=attendance)]
    for placed, following in zip(blocks, [*blocks[1:], None], strict=False):
        last = drafts[-1]
        if is_question(placed, following):
            _add_context(drafts, placed, question=True)
        elif _is_head(placed, following):
            _add_context(drafts, placed, question=False)
        elif header and attendance_label(placed.text):
            drafts.append(Draft(attendance=True, blocks=[placed]))
        elif last.blocks and _begins_anew(last, placed, following):
            drafts.append(_next(last, placed, attendance))
            drafts[-1].blocks.append(placed)
        else:
            last.blocks.append(placed)
    return [draft for draft in drafts if draft.blocks or draft.context]


def _add_context(drafts: list[Draft], placed: Placed, question: bool) -> None:
    """Begin a passage under a question or heading; those straight above each other are one."""
    attendance = not question and attendance_label(placed.text) is not None
    context: tuple[Placed, ...] = ()
    if drafts[-1].context and not drafts[-1].blocks:
        above = drafts.pop()
        context, question = above.context, question or above.question
    drafts.append(Draft((*context, placed), question, attendance))


def _is_head(placed: Placed, following: Placed | None) -> bool:
    if following is None or placed.block.kind in {BlockKind.ROW, BlockKind.BULLET}:
        return False
    if label_length(placed.text) == len(placed.text) and attendance_label(placed.text):
        return True
    introduces = LEAD_IN.search(placed.text) and len(placed.text.split()) <= 30
    return is_subheading(placed.block) or bool(introduces and not is_question(following, None))


def _begins_anew(last: Draft, placed: Placed, following: Placed | None) -> bool:
    """Whether a block of running text belongs to a passage of its own."""
    words = last.words + len(placed.text.split())
    listed = last.attendance or placed.block.kind is BlockKind.ROW
    if listed:
        return words > TOGETHER
    if _leads(placed, following) and not (last.question and not _has_bullets(last)):
        return True
    if last.question:
        return words > TOGETHER or bool(LEAD_IN.search(placed.text))
    if last.decides or is_decision(placed.text):
        return not _completes(last, placed)
    point = starts_point(placed.text) and last.words > 12
    return point or words > PACKED or last.words > PACKED // 2


def _completes(last: Draft, placed: Placed) -> bool:
    """Whether a block goes with a resolution: its proposers, its votes, or its words after them."""
    moved = all(belongs_to_decision(block.text) for block in last.blocks)
    if belongs_to_decision(placed.text):
        opening = placed.text.split()[:2]
        again = any(block.text.split()[:2] == opening for block in last.blocks)
        return last.decides and not again
    listed = placed.block.kind is BlockKind.BULLET and last.words < TOGETHER
    return moved or (last.decides and listed)


def _next(last: Draft, placed: Placed, attendance: bool) -> Draft:
    """The draft after ``last``: under the same context unless a block starts something new."""
    leads = placed.block.kind is BlockKind.PARAGRAPH and _has_bullets(last)
    if (leads and not starts_point(placed.text)) or not last.context:
        return Draft(attendance=attendance)
    return last.again()


def _leads(placed: Placed, following: Placed | None) -> bool:
    """Whether a paragraph stands over bullets of its own."""
    is_paragraph = placed.block.kind is BlockKind.PARAGRAPH
    return is_paragraph and following is not None and following.block.kind is BlockKind.BULLET


def _has_bullets(draft: Draft) -> bool:
    return any(placed.block.kind is BlockKind.BULLET for placed in draft.blocks)
