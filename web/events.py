"""A meeting as an event, as schema.org and Open Civic Data describe events."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from index import Meeting
from index.minutes import Attendance, LinkKind
from qa.wording import date_in_words
from web.settings import Settings

REMOTE = "remote"
SCHEMA = "https://schema.org"


class MeetingEvent:
    """One meeting with a date; what its minutes do not say is left out."""

    def __init__(self, meeting: Meeting, held: date, site: str, settings: Settings) -> None:
        self.meeting = meeting
        self.held = held
        self.address = f"{site}/meetings/{meeting.id}"
        self.zone = ZoneInfo(settings.timezone)
        self.name = ", ".join(
            filter(None, [meeting.body or meeting.title, date_in_words(meeting.date)])
        )

    def json_ld(self) -> dict[str, Any]:
        """As https://schema.org/Event."""
        meeting = self.meeting
        found = {
            "@context": SCHEMA,
            "@type": "Event",
            "@id": self.address,
            "url": self.address,
            "name": self.name,
            "startDate": self._moment(meeting.start_time) or self.held.isoformat(),
            "endDate": self._moment(meeting.end_time),
            "eventAttendanceMode": self._attendance_mode(),
            "location": self._place(),
            "organizer": meeting.body and {"@type": "Organization", "name": meeting.body},
            "attendee": [
                _without_empty({"@type": "Person", "name": person.name, "jobTitle": person.role})
                for person in meeting.people
                if person.attendance is not Attendance.APOLOGIES
            ],
            "recordedIn": [
                {"@type": "CreativeWork", "url": link.url}
                for link in meeting.links
                if link.kind is LinkKind.RECORDING
            ],
            "subjectOf": {
                "@type": "DigitalDocument",
                "name": meeting.title or "Minutes",
                "url": f"{self.address}/original",
                "encodingFormat": meeting.source.media_type,
            },
        }
        return _without_empty(found)

    def open_civic_data(self) -> dict[str, Any]:
        """As Open Civic Data describes an event; its id comes from its address."""
        meeting = self.meeting
        return {
            "_type": "event",
            "_id": f"ocd-event/{uuid5(NAMESPACE_URL, self.address)}",
            "name": self.name,
            "description": meeting.title,
            "classification": "meeting",
            "all_day": meeting.start_time is None,
            "start_time": self._moment(meeting.start_time or time()),
            "end_time": self._moment(meeting.end_time),
            "timezone": self.zone.key,
            "status": "passed",
            "location": {"name": meeting.venue or "not stated", "note": "", "coordinates": None},
            "participants": self._participants(),
            "agenda": self._agenda(),
            "documents": [
                {
                    "name": meeting.title or "Minutes",
                    "url": f"{self.address}/original",
                    "media_type": meeting.source.media_type,
                }
            ],
            "media": [],
            "links": [{"note": link.kind.value, "url": link.url} for link in meeting.links],
            "sources": [{"url": self.address, "note": "minutes"}],
        }

    def _participants(self) -> list[dict[str, str]]:
        bodies = [meeting_body] if (meeting_body := self.meeting.body) else []
        found = [{"name": body, "type": "organization", "note": "host"} for body in bodies]
        for person in self.meeting.people:
            note = ", ".join(filter(None, [person.attendance.value, person.role]))
            found.append({"name": person.name, "type": "person", "note": note})
        return found

    def _agenda(self) -> list[dict[str, Any]]:
        return [
            {
                "description": item.title,
                "order": str(item.position),
                "subjects": [],
                "notes": item.minute_ref,
                "media": [],
                "related_entities": [
                    {"name": name, "type": "person", "id": None, "note": "presents"}
                    for name in item.presenters
                ],
            }
            for item in self.meeting.items
            if item.title and item.position
        ]

    def _moment(self, at: time | None) -> str | None:
        return datetime.combine(self.held, at, self.zone).isoformat() if at else None

    def _attendance_mode(self) -> str:
        where = {"": "", REMOTE: f"{SCHEMA}/OnlineEventAttendanceMode"}
        return where.get(self.meeting.venue, f"{SCHEMA}/OfflineEventAttendanceMode")

    def _place(self) -> dict[str, str] | None:
        recording = self.meeting.link(LinkKind.RECORDING)
        if self.meeting.venue == REMOTE:
            return {"@type": "VirtualLocation", "url": recording or self.address}
        return {"@type": "Place", "name": self.meeting.venue} if self.meeting.venue else None


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
