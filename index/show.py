"""What was understood of one published file, as plain values: the reading view of its parse."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from index.errors import UnreadableMinutes
from index.minutes import AgendaItem, Line, Meeting, Passage
from index.overrides import load_overrides
from index.report import kept_share
from index.worker import Task, read_in_child


def read_file(path: Path) -> Meeting:
    """Read one file as a build would, with what ``minutes.toml`` beside it sets."""
    if not path.is_file():
        raise UnreadableMinutes(f"{path} is not a file. Give one file of published minutes.")
    overrides = load_overrides(path.parent).for_file(path.name)
    return read_in_child(Task(path.name, path, overrides))


def to_json(meeting: Meeting) -> dict[str, Any]:
    """The whole record of a meeting; offsets point into ``text``.

    ``items`` are the agenda items; what stands before the first is in ``passages`` only, as
    those of item 0. ``coverage`` is the share of the source's words in ``text``, from 0 to 1.
    """
    return {
        "file": meeting.source.file_name,
        "media_type": meeting.source.media_type,
        "pages": meeting.source.pages,
        "ocr_pages": list(meeting.source.ocr_pages),
        "id": meeting.id,
        "body": meeting.body,
        "title": meeting.title,
        "date": _iso(meeting.date),
        "start_time": _iso(meeting.start_time),
        "end_time": _iso(meeting.end_time),
        "venue": meeting.venue,
        "status": meeting.status,
        "next_meeting": _iso(meeting.next_meeting),
        "links": [asdict(link) for link in meeting.links],
        "people": [
            {"name": person.name, "role": person.role, "status": str(person.attendance)}
            for person in meeting.people
        ],
        "items": [_item(item) for item in meeting.items if item.position],
        "actions": [
            {"item": passage.item_position, **_line(line)}
            for passage in meeting.passages
            for line in passage.lines
            if line.action
        ],
        "passages": [_passage(passage) for passage in meeting.passages],
        "coverage": kept_share(meeting),
        "left_out": [asdict(each) for each in meeting.left_out],
        "warnings": list(meeting.warnings),
        "text": meeting.text,
    }


def _iso(when: Any) -> str | None:
    return when.isoformat() if when else None


def _item(item: AgendaItem) -> dict[str, Any]:
    return {
        "position": item.position,
        "number": item.number,
        "ref": item.minute_ref,
        "title": item.title,
        "presenters": list(item.presenters),
        "section": item.section,
        "start": item.start,
        "heading_end": item.heading_end,
        "end": item.end,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "number": passage.number,
        "item": passage.item_position,
        "kind": str(passage.kind),
        "context": _line(passage.context) if passage.context else None,
        "asked_by": passage.asked_by,
        "speakers": list(passage.speakers),
        "page_from": passage.page_from,
        "page_to": passage.page_to,
        "start": passage.start,
        "end": passage.end,
        "lines": [_line(line) for line in passage.lines],
    }


def _line(line: Line) -> dict[str, Any]:
    return {"text": line.text, "start": line.start, "end": line.end}
