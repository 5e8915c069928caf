"""Agenda items -> passages along the minutes' own cuts, offsets kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.attendance import is_attendance_title
from index.decisions import resolves
from index.drafts import Draft, drafts_of
from index.lines import lines_of
from index.minutes import AgendaItem, Line, Passage, PassageKind
from index.outline import Outline, Placed
from index.questions import asked_by, separate_answers
from index.readers.blocks import BlockKind
from index.speakers import turn
from index.turns import turns_of

SHORT = 40


def cut(meeting_id: str, outline: Outline) -> tuple[Passage, ...]:
    """Return the passages of a meeting in document order; all text but headings is in one."""
    passages: list[Passage] = []
    for item, blocks in outline.items:
        first = len(passages) + 1
        cut_here = [
            _passage(meeting_id, number, item, draft, outline.text)
            for number, draft in enumerate(_drafts(outline, item, blocks), start=first)
        ]
        passages.extend(_heading_as_context(item, cut_here, outline.text))
    return tuple(passages)


def _drafts(outline: Outline, item: AgendaItem, blocks: Sequence[Placed]) -> list[Draft]:
    turns = (at for at, placed in enumerate(blocks) if turn(placed.block, outline.speakers))
    first = 0 if outline.speakers and item.position else next(turns, len(blocks))
    attendance = is_attendance_title(item.title)
    before = list(separate_answers(blocks[:first]))
    return [
        *drafts_of(before, attendance, header=item.position == 0),
        *turns_of(blocks[first:], outline.speakers),
    ]


def _heading_as_context(item: AgendaItem, passages: list[Passage], text: str) -> list[Passage]:
    """An item of a line or two is understood only with its heading: "Next meeting: 9 May"."""
    if item.position == 0 or len(passages) != 1 or passages[0].context:
        return passages
    words = sum(len(line.text.split()) for line in passages[0].lines)
    if words > SHORT or passages[0].start < item.heading_end:
        return passages
    heading = _line(text, item.start, item.heading_end)
    return [replace(passages[0], context=heading)]


def _passage(meeting_id: str, number: int, item: AgendaItem, draft: Draft, text: str) -> Passage:
    blocks, context = (draft.blocks, draft.context) if draft.blocks else (draft.context, ())
    lines = tuple(line for placed in blocks for line in lines_of(placed, draft.attendance))
    asked = " ".join(placed.text for placed in draft.context) if draft.question else ""
    pages = [placed.block.page for placed in blocks if placed.block.page is not None]
    return Passage(
        meeting_id=meeting_id,
        number=number,
        item_position=item.position,
        kind=_kind(item, draft, lines),
        context=_line(text, context[0].start, context[-1].end) if context else None,
        lines=lines,
        asked_by=draft.asker or asked_by(asked),
        speakers=(draft.speaker,) if draft.speaker else (),
        page_from=min(pages, default=None),
        page_to=max(pages, default=None),
    )


def _line(text: str, start: int, end: int) -> Line:
    return Line(text[start:end], start, end)


def _kind(item: AgendaItem, draft: Draft, lines: Sequence[Line]) -> PassageKind:
    if draft.attendance:
        return PassageKind.ATTENDANCE
    if _acts(draft, lines) and not draft.decides:
        return PassageKind.ACTION
    if draft.question:
        return PassageKind.QUESTION
    if draft.decides or (not draft.speaker and any(resolves(line.text) for line in lines)):
        return PassageKind.DECISION
    return PassageKind.STATEMENT if item.position or draft.speaker else PassageKind.NOTE


def _acts(draft: Draft, lines: Sequence[Line]) -> bool:
    """Whether all is to be done by somebody, the head of a table of actions apart."""
    headed = len(lines) > 1 and bool(draft.blocks) and draft.blocks[0].block.kind is BlockKind.ROW
    return bool(lines) and all(line.action for line in lines[headed:])
