"""Signs beside the names of a list, and what a line under it says that they mean: "*attended"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.attendance import ABSENT, attendance_label
from index.minutes import Person

SIGNS = frozenset("*+#†^")
LEGEND = re.compile(
    r"^(?:(?P<sign>[*+#†^])\s*(?:[=–-]\s*)?|(?=denotes|indicates|attended))"
    r"(?:denotes |indicates )?(?P<said>(?:\w+ ){0,2}"
    r"(?:attend(?:ed|ance)?|present|absen\w+|apolog\w+)\b(?: \w+){0,5})\W*$",
    re.IGNORECASE,
)


# Letters before the names are explained, too: "A: Apologies for absence submitted".
LETTER = re.compile(r"(?P<letter>[A-Z])\s*[:=–-]\s*(?P<said>\w+(?: \w+){0,4})\W*$")


def with_letter(people: Sequence[Person], legend: str) -> list[Person]:
    """The people, of whom those named after a letter are as a line under the list explains it."""
    match = LETTER.match(legend)
    status = attendance_label(f"{match['said']}:") if match else None
    if match is None or status is None:
        return list(people)
    letter = f"{match['letter']} "
    return [
        replace(person, name=person.name.removeprefix(letter), attendance=status)
        if person.name.startswith(letter) and person.name.count(" ") > 1
        else person
        for person in people
    ]


@dataclass(slots=True)
class Signs:
    """The places of those people, as they were read, whose names have a sign beside them."""

    beside: dict[str, set[int]] = field(default_factory=dict)

    def note(self, text: str, places: Sequence[int]) -> None:
        """Note the signs at the ends of a text that named the people of these places."""
        for sign in {text[0], text[-1]} & SIGNS if places else ():
            self.beside.setdefault(sign, set()).update(places)

    def absent(self, legend: str, people: int) -> set[int]:
        """The places of those, among so many people, whom a line under the list calls absent.

        Empty where the line explains no sign that stands beside a name.
        """
        match = LEGEND.match(legend)
        if match is None:
            return set()
        # A reader takes a sign at the beginning of a line for that of a list.
        signed = self.beside.get(match["sign"] or "".join(self.beside), set())
        if not signed:
            return set()
        return signed if ABSENT.search(match["said"]) else set(range(people)) - signed
