"""One published file -> the record of its meeting."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.attributed import with_speakers
from index.bodies import initials
from index.errors import UnreadableMinutes
from index.facts import Facts, next_meeting, read_facts, read_links, said_of_next
from index.layout import open_tables
from index.minutes import Attendance, Link, LinkKind, Meeting, Passage, PassageKind, Person, Source
from index.outline import Outline, outline
from index.overrides import Overrides
from index.passages import cut
from index.people import attendance_label, read_people
from index.readers import read
from index.readers.blocks import Published
from index.readers.extent import check_content

NO_OVERRIDES = Overrides()


def read_meeting(file_name: str, data: bytes, overrides: Overrides = NO_OVERRIDES) -> Meeting:
    """Read a published file; raises UnreadableMinutes where it holds no text to quote."""
    published = check_content(file_name, read(file_name, data))
    outlined = outline(open_tables(published.content))
    if not outlined.text.strip():
        raise UnreadableMinutes(f"{file_name}: no text was found in it; publish it with its text")
    facts = _with_overrides(_facts(outlined), overrides)
    sha256 = hashlib.sha256(data).hexdigest()
    identity = overrides.id or meeting_id(facts.body, facts.date, sha256)
    passages = cut(identity, outlined)
    people = _people(passages, outlined)
    return Meeting(
        id=identity,
        body=facts.body,
        title=facts.title,
        date=facts.date,
        start_time=facts.start_time,
        end_time=facts.end_time,
        venue=facts.venue,
        status=facts.status,
        next_meeting=next_meeting(_next_meeting_lines(outlined), facts.date),
        people=people,
        links=_links(published, outlined, overrides),
        source=Source(file_name, sha256, published.media_type, published.pages),
        text=outlined.text,
        items=tuple(item for item, _ in outlined.items),
        passages=with_speakers(passages, people),
        left_out=published.left_out,
        warnings=_warnings(facts, outlined),
    )


def meeting_id(body: str, held_on: date | None, sha256: str) -> str:
    """Initials of the body and the date; part of the file's hash where there is no date."""
    when = held_on.isoformat() if held_on else f"undated-{sha256[:8]}"
    return f"{initials(body) or 'meeting'}-{when}"


def _facts(outlined: Outline) -> Facts:
    _, header = outlined.items[0]
    lines = [placed.text for placed in header] or outlined.text.splitlines()[:8]
    return read_facts(lines, outlined.text)


def _with_overrides(facts: Facts, overrides: Overrides) -> Facts:
    return replace(
        facts,
        body=overrides.body or facts.body,
        title=overrides.title or facts.title,
        date=overrides.date or facts.date,
        status=overrides.status or facts.status,
    )


def _next_meeting_lines(outlined: Outline) -> list[str]:
    """The lines under an item about the next meeting, or those that speak of it."""
    lines: list[str] = []
    for item, blocks in outlined.items:
        if said_of_next(f"{item.title}:"):
            lines.extend(placed.text for placed in blocks)
    return lines or [said for line in outlined.text.splitlines() if (said := said_of_next(line))]


def _people(passages: Sequence[Passage], outlined: Outline) -> tuple[Person, ...]:
    cells = {
        placed.start: [cell for cell in placed.block.cells if re.search(r"\w", cell)]
        for _, blocks in outlined.items
        for placed in blocks
    }
    entries = []
    for passage in passages:
        if passage.kind is PassageKind.ATTENDANCE:
            attendance = _attendance(passage, outlined)
            for line in passage.lines:
                attendance = attendance_label(line.text) or attendance
                entries.append((" : ".join(cells.get(line.start, ())) or line.text, attendance))
    return read_people(entries)


def _attendance(passage: Passage, outlined: Outline) -> Attendance:
    """As what the people of a passage are named: by its context, else by its item's title."""
    item, _ = outlined.items[passage.item_position]
    label = passage.context.text if passage.context else ""
    return attendance_label(label) or attendance_label(item.title) or Attendance.PRESENT


def _links(published: Published, outlined: Outline, overrides: Overrides) -> tuple[Link, ...]:
    set_by_hand = [
        (LinkKind.ORIGINAL, overrides.source_url),
        (LinkKind.RECORDING, overrides.recording),
        (LinkKind.PAPERS, overrides.papers),
    ]
    links = [Link(kind, url) for kind, url in set_by_hand if url]
    found = read_links(outlined.text.splitlines(), published.links)
    kinds = {link.kind for link in links}
    return (*links, *(link for link in found if link.kind not in kinds))


def _warnings(facts: Facts, outlined: Outline) -> tuple[str, ...]:
    missing = [
        (not facts.date, "no date was found; set it in minutes.toml"),
        (not facts.body, "no name of the body was found; set it in minutes.toml"),
        (len(outlined.items) == 1, "no agenda items were found; it is taken as one item"),
    ]
    return tuple(warning for applies, warning in missing if applies)
