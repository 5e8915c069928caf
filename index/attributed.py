"""Names whom minutes say asked or said something, where that is certain; initials resolved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.minutes import Passage, PassageKind, Person
from index.names import NAME, RANKS
from index.presenters import INITIALS, initials
from index.speakers import PERSONAL, TITLED, TURN

SAID = (
    r"asked|said|says|asks|reported|stated|noted|explained|replied|responded|answered|commented|"
    r"added|queried|enquired|inquired|suggested|felt|thought|highlighted|raised|confirmed|advised|"
    r"informed|updated|presented|introduced|outlined|questioned|expressed|argued|observed|pointed|"
    r"stressed|emphasised|recommended|requested|sought|welcomed|thanked|wondered|warned|told|gave|"
    r"spoke|declared|moved|seconded|proposed|undertook|acknowledged|clarified|described|summarised|"
    r"reminded|drew|believed|considered|hoped|provided|referred|shared|challenged"
)
SUBJECT = re.compile(
    rf"^\W*(?:\d[\w.]*\s+|In (?:response|reply|answer),?\s+(?:to \w+ \w+,\s+)?)?"
    rf"(?P<name>(?:(?:{TITLED}|Cllrs?|Miss|Mx)\s+)*(?:{INITIALS.pattern}|{NAME}))"
    rf"(?:\s*\([^()]*\))?,?\s+(?:(?:also|then|further|again|both|had|has|next)\s+)?(?:{SAID})\b"
)
# After a rank or an initial a single word is a person's name.
RANKED = re.compile(rf"^(?:{TITLED}|Cllr|Miss|Mx)\s+[A-Z]|^[A-Z]\.\s*[A-Z]")

LABEL = re.compile(rf"^\W*(?P<name>{INITIALS.pattern}|[A-Z][\w'’-]+)\s*:(?=\s)")


@dataclass(frozen=True, slots=True)
class Attendance:
    """The people of a meeting as minutes call them later: in full, by surname, by initials."""

    called: dict[str, str]

    @staticmethod
    def of(people: Sequence[Person]) -> Attendance:
        calls: dict[str, set[str]] = defaultdict(set)
        for person in people:
            bare = RANKS.sub("", person.name)
            names = {person.name, bare, bare.split()[-1]}
            short = {initials(person.name), person.role}
            for call in names | {call for call in short if INITIALS.fullmatch(call)}:
                calls[call].add(person.name)
        return Attendance({call: names.pop() for call, names in calls.items() if len(names) == 1})

    def speaker(self, printed: str) -> str:
        """Whom a name means that is printed as the subject: as printed, initials in full."""
        if INITIALS.fullmatch(printed):
            return self.called.get(printed, "")
        known = printed in self.called or RANKED.match(printed)
        return printed if known else ""


def with_speakers(passages: Sequence[Passage], people: Sequence[Person]) -> tuple[Passage, ...]:
    """The passages with those who are said to speak in them; turns keep their own speaker."""
    attendance = Attendance.of(people)
    return tuple(_with_speakers(passage, attendance) for passage in passages)


def _with_speakers(passage: Passage, attendance: Attendance) -> Passage:
    asked_by = attendance.called.get(passage.asked_by, passage.asked_by)
    speakers = passage.speakers
    if passage.item_position and not speakers and passage.kind is not PassageKind.ATTENDANCE:
        asked = passage.kind is PassageKind.QUESTION
        said = (_said_by(line.text, attendance, asked) for line in passage.lines)
        speakers = tuple(dict.fromkeys(name for name in said if name))
    return replace(passage, asked_by=asked_by, speakers=speakers)


def _said_by(text: str, attendance: Attendance, asked: bool) -> str:
    text = text.removeprefix("A. ") if asked else text
    match = SUBJECT.match(text) or LABEL.match(text)
    if match is None and (match := TURN.match(text)) and PERSONAL.match(match["name"]):
        return match["name"].strip()
    return attendance.speaker(match["name"].strip()) if match else ""
