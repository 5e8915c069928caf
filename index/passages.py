"""Cuts agenda items into passages along the minutes' own cuts, offsets kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.attendance import attendance_label, is_attendance_title, label_length
from index.headings import is_subheading
from index.lines import lines_of
from index.minutes import AgendaItem, Line, Passage, PassageKind
from index.outline import Outline, Placed
from index.questions import asked_by, is_question, separate_answers
from index.readers.blocks import BlockKind
from index.readers.lists import starts_point

DECISION = re.compile(
    r"^\W*(?i:(?:it was|members|the \w+)\s+)?(?i:unanimously\s+)?"
    r"(?:RESOLVED|AGREED|DECISION|DECIDED|RECOMMENDED|GRANTED|REFUSED|APPROVED|REVOKED|CARRIED|LOST)\b|^(?i:resolved|decision|agreed)\s*[:(–-]"
    r"|^(?i:the )?(?i:notes|minutes|record)\b.{0,60}\b(?:approved|agreed|accepted|confirmed|"
    r"signed)\b",
)
LEAD_IN = re.compile(r":$|\bfollowing\b[^.]{0,40}\b(?:questions?|points?|matters)\b[^.]{0,30}\.$")
# Passages are packed to about what an embedding model and a reader take in at once, in words;
# the answers to one question and the entries of one list stay together up to the larger figure.
PACKED, TOGETHER = 90, 260
SHORT = 40


@dataclass(slots=True)
class Draft:
    """A passage being put together: its question or headings, and what stands under them."""

    context: tuple[Placed, ...] = ()
    question: bool = False
    attendance: bool = False
    blocks: list[Placed] = field(default_factory=list)

    @property
    def words(self) -> int:
        return sum(len(placed.text.split()) for placed in self.blocks)

    def again(self) -> Draft:
        """A further passage under the same question or heading."""
        return Draft(self.context, self.question, self.attendance)


def cut(meeting_id: str, outline: Outline) -> tuple[Passage, ...]:
    """Return the passages of a meeting in document order; all text but headings is in one."""
    passages: list[Passage] = []
    for item, blocks in outline.items:
        drafts = _drafts(item, list(separate_answers(blocks)))
        first = len(passages) + 1
        cut_here = [
            _passage(meeting_id, number, item, draft, outline.text)
            for number, draft in enumerate(drafts, start=first)
        ]
        passages.extend(_heading_as_context(item, cut_here, outline.text))
    return tuple(passages)


def _heading_as_context(item: AgendaItem, passages: list[Passage], text: str) -> list[Passage]:
    """An item of a line or two is understood only with its heading: "Next meeting: 9 May"."""
    words = sum(len(line.text.split()) for passage in passages for line in passage.lines)
    if item.position == 0 or len(passages) != 1 or words > SHORT or passages[0].context:
        return passages
    heading = _line(text, item.start, item.heading_end)
    return [replace(passages[0], context=heading)]


def _drafts(item: AgendaItem, blocks: Sequence[Placed]) -> list[Draft]:
    attendance = is_attendance_title(item.title)
    header = item.position == 0
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
    if _is_decision(placed) or _is_decision(last.blocks[-1]):
        return True
    point = starts_point(placed.text) and last.words > 12
    return point or words > PACKED or last.words > PACKED // 2


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


def _is_decision(placed: Placed) -> bool:
    return DECISION.search(placed.text) is not None


def _passage(meeting_id: str, number: int, item: AgendaItem, draft: Draft, text: str) -> Passage:
    blocks, context = (draft.blocks, draft.context) if draft.blocks else (draft.context, ())
    lines = tuple(line for placed in blocks for line in lines_of(placed, draft.attendance))
    asked = " ".join(placed.text for placed in draft.context) if draft.question else ""
    pages = [placed.block.page for placed in blocks if placed.block.page is not None]
    return Passage(
        meeting_id=meeting_id,
        number=number,
        item_position=item.position,
        kind=_kind(item, draft, blocks, lines),
        context=_line(text, context[0].start, context[-1].end) if context else None,
        lines=lines,
        asked_by=asked_by(asked),
        page_from=min(pages, default=None),
        page_to=max(pages, default=None),
    )


def _line(text: str, start: int, end: int) -> Line:
    return Line(text[start:end], start, end)


def _kind(
    item: AgendaItem,
    draft: Draft,
    blocks: Sequence[Placed],
    lines: Sequence[Line],
) -> PassageKind:
    if draft.attendance:
        return PassageKind.ATTENDANCE
    if lines and all(line.action for line in lines):
        return PassageKind.ACTION
    if draft.question:
        return PassageKind.QUESTION
    if _is_decision(blocks[0]):
        return PassageKind.DECISION
    return PassageKind.STATEMENT if item.position else PassageKind.NOTE
