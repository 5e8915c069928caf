"""One published file -> the record of its meeting."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.attributed import with_speakers
from index.bodies import initials, with_organisation
from index.errors import UnreadableMinutes
from index.facts import OPENING, Facts, read_facts
from index.layout import open_tables
from index.links import links_given, read_links
from index.meeting_dates import lines_on_next_meeting, next_meeting, said_of_next
from index.minutes import Link, LinkKind, Meeting, Source
from index.outline import Outline, outline
from index.overrides import Overrides
from index.passages import cut
from index.people import read_roll
from index.readers import read
from index.readers.blocks import Block, Published
from index.readers.extent import check_content

NO_OVERRIDES = Overrides()
LABEL_WORDS = 3  # Words of the first cell of a row that labels the other.


def read_meeting(file_name: str, data: bytes, overrides: Overrides = NO_OVERRIDES) -> Meeting:
    """Read a published file; raises UnreadableMinutes where it holds no text to quote."""
    published = check_content(file_name, read(file_name, data))
    blocks = open_tables(published.content)
    outlined = outline(blocks)
    if not outlined.text.strip():
        raise UnreadableMinutes(f"{file_name}: no text was found in it; publish it with its text")
    facts = _with_overrides(_facts(file_name, published, blocks, outlined), overrides)
    sha256 = hashlib.sha256(data).hexdigest()
    identity = overrides.id or meeting_id(facts.body, facts.date, sha256)
    passages = cut(identity, outlined)
    roll = read_roll(blocks)
    return Meeting(
        id=identity,
        body=facts.body,
        title=facts.title,
        date=facts.date,
        start_time=facts.start_time,
        end_time=facts.end_time,
        venue=facts.venue,
        status=facts.status,
        next_meeting=_next_meeting(outlined, facts.date),
        people=roll.people,
        links=_links(published, outlined, overrides),
        source=Source(
            file_name, sha256, published.media_type, published.pages, published.ocr_pages
        ),
        text=outlined.text,
        items=tuple(item for item, _ in outlined.items),
        passages=with_speakers(passages, roll.people),
        chair=roll.chair,
        left_out=published.left_out,
        warnings=_warnings(facts, outlined, published.ocr_pages),
    )


def meeting_id(body: str, held_on: date | None, sha256: str) -> str:
    """Initials of the body and the date; part of the file's hash where there is no date."""
    when = held_on.isoformat() if held_on else f"undated-{sha256[:8]}"
    return f"{initials(body) or 'meeting'}-{when}"


def _facts(
    file_name: str, published: Published, blocks: Sequence[Block], outlined: Outline
) -> Facts:
    given = dict(reversed(published.front_matter))
    # From the second item on, minutes name other bodies and the days of other meetings.
    before = sum(len(under) + 1 for _, under in outlined.items[:2]) - 1
    first = 0 if outlined.items[0][1] else 1
    lines = [_labelled(block) for block in blocks[first : min(OPENING, before)]]
    facts = read_facts(lines, outlined.text, given, file_name)
    headers = [left.text for left in published.left_out if left.reason == "page header"]
    return replace(facts, body=with_organisation(facts.body, headers))


def _labelled(block: Block) -> str:
    """The text of a block; of two cells the first is the label of the other: "Meeting: …"."""
    if len(block.cells) != 2 or not all(block.cells) or len(block.cells[0].split()) > LABEL_WORDS:
        return block.text
    return f"{block.cells[0].rstrip(' :')}: {block.cells[1]}"


def _with_overrides(facts: Facts, overrides: Overrides) -> Facts:
    return replace(
        facts,
        notes=() if overrides.date else facts.notes,
        body=overrides.body or facts.body,
        title=overrides.title or facts.title,
        date=overrides.date or facts.date,
        status=overrides.status or facts.status,
    )


def _next_meeting(outlined: Outline, held_on: date | None) -> date | None:
    """As said under an item about it or, failing that, anywhere."""
    under = [
        placed.text
        for item, blocks in outlined.items
        if said_of_next(f"{item.title}:")
        for placed in blocks
    ]
    said = [said_of_next(line) for line in under]
    return (
        next_meeting(list(filter(None, said)), held_on)
        or next_meeting(under, held_on)
        or next_meeting(lines_on_next_meeting(outlined.text), held_on)
    )


def _links(published: Published, outlined: Outline, overrides: Overrides) -> tuple[Link, ...]:
    set_by_hand = [
        (LinkKind.ORIGINAL, overrides.source_url),
        (LinkKind.RECORDING, overrides.recording),
        (LinkKind.PAPERS, overrides.papers),
    ]
    links = [Link(kind, url) for kind, url in set_by_hand if url]
    own = outlined.text.splitlines()
    for found in (links_given(published.front_matter), read_links(own, published.links)):
        kinds = {link.kind for link in links}
        links += [link for link in found if link.kind not in kinds]
    return tuple(links)


def _warnings(facts: Facts, outlined: Outline, ocr_pages: Sequence[int]) -> tuple[str, ...]:
    missing = [
        (not facts.date, "no date was found; set it in minutes.toml"),
        (not facts.body, "no name of the body was found; set it in minutes.toml"),
        (len(outlined.items) == 1, "no agenda items were found; it is taken as one item"),
        (
            bool(ocr_pages),
            f"{len(ocr_pages)} of its pages are scans read by OCR; check them against the original",
        ),
    ]
    return (*(warning for applies, warning in missing if applies), *facts.notes)
