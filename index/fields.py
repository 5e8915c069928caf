"""What each field of the lexical index holds of a passage."""

from __future__ import annotations

from index.minutes import Meeting, Passage, PassageKind

FIELDS = ("title", "question", "text", "people", "reference")


def fields_of(meeting: Meeting, passage: Passage) -> dict[str, str]:
    """The texts by field; the names of all who attended stand with the attendance list."""
    item = meeting.item(passage)
    people = [passage.asked_by, *passage.speakers, *item.presenters]
    if passage.kind is PassageKind.ATTENDANCE:
        people += [person.name for person in meeting.people]
    return {
        "title": item.title,
        "question": passage.context.text if passage.context else "",
        "text": "\n".join(line.text for line in passage.lines),
        "people": "\n".join(people),
        "reference": f"{item.number}\n{item.minute_ref}",
    }
