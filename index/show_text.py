"""What was understood of one published file, as text for people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape

from index.minutes import AgendaItem, Meeting, Passage
from index.report import kept_share


def print_meeting(meeting: Meeting, console: Console) -> None:
    """Print the meeting, its people, and its items with their passages in document order."""
    for line in (*_facts(meeting), *_people(meeting), *_outline(meeting), *_remarks(meeting)):
        console.print(line, soft_wrap=True, highlight=False)


def _facts(meeting: Meeting) -> Iterator[str]:
    yield f"[bold]{escape(meeting.source.file_name)}[/bold]  {meeting.source.media_type}"
    facts: dict[str, object] = {
        "id": meeting.id,
        "body": meeting.body,
        "title": meeting.title,
        "date": meeting.date,
        "time": " to ".join(f"{at:%H:%M}" for at in (meeting.start_time, meeting.end_time) if at),
        "venue": meeting.venue,
        "status": meeting.status,
        "next meeting": meeting.next_meeting,
        "words kept": f"{kept_share(meeting):.1%} of {len(meeting.text.split()):,}",
    }
    if meeting.source.pages:
        facts["pages"] = meeting.source.pages
    facts |= {str(link.kind): link.url for link in meeting.links}
    for name, value in facts.items():
        shown = escape(str(value)) if value else "[red]not found[/red]"
        yield f"  {name:<14}{shown}"


def _people(meeting: Meeting) -> Iterator[str]:
    yield f"\n[bold]People ({len(meeting.people)})[/bold]"
    for person in meeting.people:
        role = f", {person.role}" if person.role else ""
        yield f"  {person.attendance:<14}{escape(person.name + role)}"


def _outline(meeting: Meeting) -> Iterator[str]:
    yield f"\n[bold]Items ({sum(item.position > 0 for item in meeting.items)})[/bold]"
    for item in meeting.items:
        yield from _item(item)
        for passage in meeting.passages:
            if passage.item_position == item.position:
                yield from _passage(passage)


def _item(item: AgendaItem) -> Iterator[str]:
    place = f"[dim]{item.start}-{item.end}[/dim]"
    if not item.position:
        yield f"\n[bold](before the first item)[/bold]  {place}"
        return
    if item.section:
        yield f"\n  under {escape(item.section)}"
    named = " ".join(part for part in (item.number, item.title) if part)
    reference = f"  ({escape(item.minute_ref)})" if item.minute_ref else ""
    yield f"\n[bold]{escape(named)}[/bold]{reference}  {place}"
    if item.presenters:
        yield f"  presented by {escape(', '.join(item.presenters))}"


def _passage(passage: Passage) -> Iterator[str]:
    pages = f" page {passage.page_from}" if passage.page_from else ""
    if passage.page_to != passage.page_from:
        pages += f"-{passage.page_to}"
    place = f"{passage.anchor} {passage.start}-{passage.end}{pages}"
    yield f"  [cyan]{passage.kind}[/cyan]  [dim]{place}[/dim]{_names(passage)}"
    if passage.context:
        yield f"    [bold]{escape(passage.context.text)}[/bold]"
    for line in passage.lines:
        mark = "[yellow]action[/yellow] " if line.action else ""
        yield f"    {'•' if line.bullet else ' '} {mark}{escape(line.text)}"


def _names(passage: Passage) -> str:
    asked = f"  asked by {passage.asked_by}" if passage.asked_by else ""
    spoke = f"  spoken by {', '.join(passage.speakers)}" if passage.speakers else ""
    return escape(asked + spoke)


def _remarks(meeting: Meeting) -> Iterator[str]:
    if meeting.left_out:
        yield "\n[bold]Left out of the text[/bold]"
    for left in meeting.left_out:
        yield f"  {left.reason}: {escape(' '.join(left.text.split()))}"
    for warning in meeting.warnings:
        yield f"\n[red]{escape(warning)}[/red]"
