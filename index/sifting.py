"""Headings of one style -> those of agenda items: without lists, labels, attendance, signature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.attendance import attendance_label
from index.dates import dates_in
from index.entries import begins_with_person
from index.headings import Heading, order_of
from index.labels import opens_list
from index.meeting_dates import OTHER_DATE
from index.numbering import follows
from index.readers.blocks import Block, BlockKind
from index.running import SAID, running_words, words_under

Headings = dict[int, Heading]

# Items of minutes everywhere, most of them at the end, that often stand outside the numbering.
STANDARD = re.compile(
    r"^(?P<title>(?:(?:dates?|time|date and time|details)(?: and (?:time|venue))? of (?:the )?"
    r"(?:next|future) (?:\w+ )?meetings?|(?:next|future) (?:\w+ )?meetings?(?: dates?)?|"
    r"any other (?:\w+ )?business|A\.?O\.?B\.?|"
    r"(?:public|open) (?:forum|participation|question time|session)|"
    r"(?:close|close of (?:the )?meeting|end of (?:the )?meeting)))"
    r"(?:\s*[:–—-]\s*|\s+(?=(?:mon|tue|wed|thu|fri|sat|sun)\w*\b)|\s*$)",
    re.IGNORECASE,
)
# Titles that items of councils have everywhere: alone on a line they head one, whatever follows.
USUAL = re.compile(
    r"(?:(?:declarations?|disclosures?) of (?:\w+['’]? )?interests?|"
    r"(?:(?:confirmation|approval|adoption) of )?(?:the )?(?:previous )?minutes"
    r"(?: of (?:the )?(?:last|previous) meeting)?|matters arising(?: from the (?:\w+ )?minutes)?|"
    r"(?:public|open) (?:forum|participation|questions?|question time|session)|correspondence|"
    r"finances?|accounts|planning(?: (?:applications|matters|decisions))?|highways|footpaths|"
    r"(?:chair\w*|clerk|councillors|district councillor|county councillor|treasurer|secretary)"
    r"['’]?s?['’]? reports?|reports|items for (?:decision|discussion|information|noting))\s*:?",
    re.IGNORECASE,
)
MARKED = re.compile(r"h\d")  # The setting of a marked heading.
# Parts of an item that have headings of their own.
PART = re.compile(r"^(?:points|comments|issues|questions) (?:made|raised)\b", re.IGNORECASE)
ATTENDING = re.compile(
    r"(?:[\w/]+ ){0,3}(?:attendees|attending|present|apologies|officials|members|guests?|"
    r"presenters|observers|speakers)(?: \(.*\))?",
    re.IGNORECASE,
)
# Titles of a first item that may name apologies among other things.
OPENING = re.compile(r"(?:apolog|welcome|introduction)", re.IGNORECASE)
# Titles of a first item that name nothing but what is done there, whatever stands under it.
WELCOME = re.compile(r"(?:(?:chair\w*['’]s )?welcome|introductions?)\b", re.IGNORECASE)
# How many blocks at the top may hold the name of the body and the date.
HEADER = 8
LISTED = frozenset({BlockKind.BULLET, BlockKind.ROW})


def of_items(blocks: Sequence[Block], headings: Headings) -> Headings:
    """The headings of one style without those of lists, labels and the attendance."""
    if any(heading.numbered for heading in headings.values()):
        return _without_listing(blocks, headings)
    if any(heading.style.partition("|")[0] for heading in headings.values()):
        return headings
    plain = _without_labels(_without_front(blocks, headings))
    return _without_signature(blocks, _without_attendance(blocks, plain))


def _without_listing(blocks: Sequence[Block], headings: Headings) -> Headings:
    """Numbered headings without other lists: the agenda before them, points within an item."""
    headings = _without_people(blocks, headings)
    items = list(headings.items())
    counts = [order_of(heading) for heading in headings.values()]
    restart = next((at for at, count in enumerate(counts) if at and count <= counts[0]), 0)
    resumed = _resumed(counts, restart)
    if resumed:
        return _without_listing(blocks, dict([*items[:restart], *items[resumed:]]))
    before, after = dict(items[:restart]), dict(items[restart:])
    if len(before) < 2 or len(after) < 2:
        return headings
    bodies = words_under(blocks, headings)
    if sum(bool(bodies[at]) for at in before) <= len(before) / 4:
        return after
    # Counting begins anew within the last item.
    return before if len(after) < len(before) else headings


def _without_people(blocks: Sequence[Block], headings: Headings) -> Headings:
    """Numbered headings without the entries of a list of people that a label stands over."""
    listed: set[int] = set()
    for at, heading in headings.items():
        over = at - 1 in listed or (at > 0 and attendance_label(blocks[at - 1].text) is not None)
        if over and begins_with_person(heading.title):
            listed.add(at)
    return {at: each for at, each in headings.items() if at not in listed}


def _resumed(counts: Sequence[tuple[int, ...]], restart: int) -> int:
    """Where counting goes on after a few points within an item, as 4 does in 3, 1, 2, 4; or 0."""
    nearest = range(restart + 1, min(2 * restart, len(counts)))
    return next((at for at in nearest if follows(counts[restart - 1], counts[at])), 0)


def _without_front(blocks: Sequence[Block], headings: Headings) -> Headings:
    """Headings from the first on that heads running text other than the attendance."""
    bodies = words_under(blocks, headings)
    for number, (at, heading) in enumerate(headings.items()):
        apologies = number == 0 and OPENING.match(heading.title) is not None
        below = () if at + 1 in headings else blocks[at + 1 : at + 2]
        people = _lists_people(heading.title) or any(opens_list(block.text) for block in below)
        welcome = WELCOME.match(heading.title) is not None
        if (
            (bodies[at] or welcome or _is_usual(blocks[at]))
            and (apologies or welcome or not people)
            and not _is_letterhead(blocks, at, heading.title)
        ):
            return dict(list(headings.items())[number:])
    return {}


def _is_usual(block: Block) -> bool:
    """Whether a marked heading heads an item, whatever stands under it."""
    marked = block.kind is BlockKind.HEADING and " " in block.text
    return marked and USUAL.fullmatch(block.text) is not None


def _without_attendance(blocks: Sequence[Block], headings: Headings) -> Headings:
    """Headings without those of the people who were there, wherever these are listed."""
    return {
        at: heading
        for at, heading in headings.items()
        if OPENING.match(heading.title)
        or not _lists_people(heading.title)
        or any(map(running_words, blocks[at + 1 : at + 2]))
    }


def _is_letterhead(blocks: Sequence[Block], at: int, title: str) -> bool:
    """Whether a heading only repeats what the first lines say: the body that met, and when."""
    days = {(day.day, day.month, day.year) for day in dates_in(title)}
    header = " ".join(block.text for block in blocks[: header_length(blocks)])
    if days & {(day.day, day.month, day.year) for day in dates_in(header)}:
        return True
    above = blocks[: min(at, header_length(blocks) or HEADER)] if " " in title else ()
    return any(title.casefold() in block.text.casefold() for block in above)


def header_length(blocks: Sequence[Block]) -> int:
    """How many blocks, up to the one with the date, name the body and the meeting.

    0 where none has a date, or people are listed before it.
    """
    dated = next((at for at, block in enumerate(blocks[:HEADER]) if _has_date(block.text)), -1)
    listed = any(opens_list(block.text) for block in blocks[: dated + 1])
    return 0 if listed else dated + 1


def _has_date(text: str) -> bool:
    """Whether a line has a date that may be the meeting's."""
    found = dates_in(text)
    return bool(found) and not OTHER_DATE.search(text[: found[0].start])


def _lists_people(title: str) -> bool:
    return attendance_label(title) is not None or ATTENDING.fullmatch(title) is not None


def _without_labels(headings: Headings) -> Headings:
    """Headings without those of parts of an item: "Decision", "Cost:"."""
    plain = {
        at: each
        for at, each in headings.items()
        if not each.colon or (MARKED.match(each.setting) and " " in each.title)
    }
    if len(headings) - len(plain) < 2 or len(plain) < 3:
        plain = headings
    titles = Counter(heading.title.casefold() for heading in plain.values())
    return {
        at: heading
        for at, heading in plain.items()
        if titles[heading.title.casefold()] == 1 and not PART.match(heading.title)
    }


def _without_signature(blocks: Sequence[Block], headings: Headings) -> Headings:
    """Headings without the last ones where nothing stands under them."""
    kept = dict(headings)
    for at, heading in reversed(headings.items()):
        under = blocks[at + 1 : min((other for other in kept if other > at), default=None)]
        texts = [blocks[at].text[heading.length :], *(block.text for block in under)]
        said = any(len(text.split()) >= SAID for text in texts)
        said = said or any(block.kind in LISTED for block in under)
        if said or STANDARD.match(heading.title):
            break
        del kept[at]
    return kept
