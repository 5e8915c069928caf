"""A judged passage -> a quote: the lines that answer, in document order, and their citation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index import Meeting, Passage
from index.minutes import LinkKind
from qa.answer import Citation, Quote, QuotedLine, Receipt
from qa.extent import choose_lines
from qa.judge import Judged
from qa.wording import date_in_words

# How far below the best line's score a line still counts as answering (README, "Decisions").
ALSO_ANSWERS = 0.5


def make_quote(judged: Judged, score: float, generation: str) -> Quote | None:
    """Return the quote, or None where a line is not what the reading text says."""
    candidate = judged.candidate
    quote = quote_lines(candidate.meeting, candidate.passage, judged.lines, generation)
    return quote and replace(quote, score=score)


def quote_lines(
    meeting: Meeting, passage: Passage, scores: Sequence[float], generation: str
) -> Quote | None:
    """Quote a passage around the best of its lines, ``scores`` being one a line.

    None where it has no lines, or one is not what the reading text says.
    """
    if not passage.lines:
        return None
    first, last = choose_lines(meeting, passage, scores)
    best = max(scores)
    lines = tuple(
        QuotedLine(line.text, line.start, line.end, scores[at] >= best - ALSO_ANSWERS)
        for at, line in enumerate(passage.lines)
        if first <= at <= last
    )
    return quote_chosen(meeting, passage, lines, generation)


def quote_chosen(
    meeting: Meeting, passage: Passage, lines: Sequence[QuotedLine], generation: str
) -> Quote | None:
    """Quote the given lines of a passage; None where one is not what the reading text says."""
    if not is_verbatim(meeting, passage, lines):
        return None
    start = passage.context.start if passage.context else lines[0].start
    receipt = Receipt(meeting.source.sha256, generation, start, lines[-1].end)
    context = passage.context.text if passage.context else ""
    return Quote(context, tuple(lines), 1.0, cite(meeting, passage), receipt)


def is_verbatim(meeting: Meeting, passage: Passage, lines: Sequence[QuotedLine]) -> bool:
    """Whether the quoted lines and their context are slices of the reading text."""
    spans = [(line.start, line.end, line.text) for line in lines]
    if passage.context:
        spans.append((passage.context.start, passage.context.end, passage.context.text))
    return all(meeting.text[start:end] == text for start, end, text in spans)


def cite(meeting: Meeting, passage: Passage) -> Citation:
    """Where a passage stands, in fields and in words."""
    item = meeting.item(passage)
    return Citation(
        body=meeting.body,
        meeting=meeting.id,
        date=meeting.date.isoformat() if meeting.date else None,
        item_number=item.number,
        item_title=item.title,
        minute_ref=item.minute_ref,
        asked_by=passage.asked_by,
        speakers=passage.speakers,
        page=passage.page_from,
        ocr=meeting.by_ocr(passage),
        label=_label(meeting, passage),
        url=f"/meetings/{meeting.id}#{passage.anchor}",
        source=meeting.source.file_name,
        recording=meeting.link(LinkKind.RECORDING),
        original=meeting.link(LinkKind.ORIGINAL),
    )


def _label(meeting: Meeting, passage: Passage) -> str:
    item = meeting.item(passage)
    parts = [meeting.body, date_in_words(meeting.date)]
    reference = f"minute {item.minute_ref}" if item.minute_ref else ""
    if item.number:
        parts.append(f"item {item.number}" + (f" ({reference})" if reference else ""))
    elif reference or item.title:
        parts.append(reference or item.title)
    if passage.page_from is not None:
        parts.append(f"page {passage.page_from}")
    if meeting.by_ocr(passage):
        parts.append("read by OCR")
    return ", ".join(part for part in parts if part)
