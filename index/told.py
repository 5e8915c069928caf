"""People of whom sentences tell: who sent apologies, who was present, who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.attendance import OFFICE, status_of
from index.entries import begins_with_person, is_roll, people_in
from index.minutes import Attendance, Person
from index.names import clean_length
from index.sentences import sentence_spans

SENT_APOLOGIES = re.compile(
    r"\bapolog\w+\b[^:]*?\b(?:from|on behalf of|by|for(?!\s+absence)(?=\s+(?-i:[A-Z])))\s+",
    re.IGNORECASE,
)
# "An apology by Ada Hull be accepted and leave of absence granted."
ACCEPTED = re.compile(r"\s+(?:be|was|were) (?:accepted|received|noted|approved)\b.*", re.DOTALL)
GAVE_APOLOGIES = re.compile(
    r"\s+(?:(?:had |has |have )?(?:sent|gave|given|tendered|offered|submitted)\b.*\bapolog|"
    r"(?:had |has |have )?apologi[sz]ed for (?:his|her|their|being)\b|(?:was|were) absent\b)",
    re.IGNORECASE,
)
PRESIDED = re.compile(r",?\s+(?:presided|took the chair|(?:was )?in the chair)\b", re.IGNORECASE)
NEAR = 200  # Characters before a verb in which the name of who does it begins.
# Where a clause ends: at a comma, or a stop after anything but a rank.
CLAUSE = re.compile(r",\s+|(?<=[a-z])(?<!Cllr)(?<!\bMr)(?<!Mrs)(?<!\bMs)(?<!\bDr)\.\s+")
CHAIRED_BY = re.compile(r"the meeting was chaired by (?P<name>[^,;]+?)\.?$", re.IGNORECASE)
PRESIDING = re.compile(
    r"(?P<role>(?:The |An )?(?:Cathaoirleach|Chair(?:man|woman|person)?|Convener|(?:Lord )?Mayor|"
    r"Provost|President)),?\s+(?P<name>.+)"
)
WAS_PRESENT = re.compile(
    r"\s+(?:was|were|is) (?:also )?(?:present|in attendance)\b"
    r"(?:[^.]*?\bas (?:the |an? )?(?P<role>[^.,;]+))?"
)
# Where the names of a sentence end: at a stop that shortens no name.
NAMES_END = (
    r"\.?(?=\s*$|(?-i:(?<![ .][A-Z])(?<!\b[JSMD]r)(?<!\bMrs)(?<!\bMs)(?<!Cllr)\.\s+[A-Z\d]))"
)
# "In addition to the Chair the following Directors took part in the meeting: Ada Hull, …".
FOLLOWING = re.compile(
    r"\bthe following (?:[\w'’]+ ){1,6}?(?:(?:was|were) )?(?:present|absent|not present|attended|"
    rf"in attendance|participated|took part)\b[^:.]{{0,60}}:\s*(?P<names>[^:]+?){NAMES_END}",
    re.IGNORECASE,
)
TO_MEETING = r"\s+to (?:the|her|his|their) (?:\w+ )?meeting\b"
# "In attendance were Clerk Ada Hull and …", "The meeting was attended by Ada Hull, …".
WERE_THERE = re.compile(
    r"\b(?:(?:present|in attendance|absent)(?: (?!and\b|was\b|were\b)[\w'’]+){0,5} (?:was|were)|"
    rf"(?:was|were) attended by|welcomed(?=[^.:]{{5,200}}{TO_MEETING}))"
    rf"\s+(?P<names>(?-i:(?:the )?[A-Za-z])[^:]+?)(?:{NAMES_END}|(?={TO_MEETING}))",
    re.IGNORECASE,
)
# A turn in a transcript: the speaker, perhaps with an office, and what was said.
TURN = re.compile(
    r"(?P<name>[^:;,()]{3,60}?)(?:\s*\((?P<role>[^()]{2,80})\))?(?:\s*\([^()]{1,20}\))?:\s+"
    r"(?:\S+\s+){3}.*"
    r"[.?!…”\"\]]\s*$",
    re.DOTALL,
)
TRANSCRIPT = 5  # Turns of named speakers from which on a document is a transcript.
# The number of a question before who asks it: "Q146 Ada Hull: …".
QUESTION = re.compile(r"^Q\.? ?\d{1,3}\.? ")


def is_transcript(texts: Sequence[str]) -> bool:
    """Whether the blocks of a document record what was said, turn by turn."""
    turns = (TURN.match(text) for text in texts)
    return sum(turn is not None and clean_length(turn["name"]) > 0 for turn in turns) >= TRANSCRIPT


def is_turn(text: str, transcript: bool) -> bool:
    """Whether somebody speaks here; one named by an office alone only does in a transcript."""
    match = TURN.match(text)
    if match is None or (";" in text and is_roll(text)):
        return False
    return clean_length(match["name"]) > 0 or (
        transcript and OFFICE.search(match["name"]) is not None
    )


def speakers(texts: Sequence[str]) -> list[Person]:
    """Those who speak in a transcript: "Zelda Hull (Director): …", "The Chair (Ada Finch): …"."""
    people = []
    for match in filter(None, map(TURN.match, texts)):
        name, role = QUESTION.sub("", match["name"]), match["role"] or ""
        if clean_length(role) == len(role) > 0:
            name, role = role, name
        if clean_length(name) == len(name):
            people.append(Person(name, role, Attendance.PRESENT))
    return people


def tells_of_apologies(text: str) -> bool:
    """Whether sentences tell of apologies, rather than a list names who sent them."""
    if GAVE_APOLOGIES.search(text):
        return True
    return SENT_APOLOGIES.search(text) is not None and not begins_with_person(text)


def apologies_told(text: str) -> Iterator[Person]:
    """The people of whom sentences say that they sent apologies."""
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        if match := SENT_APOLOGIES.search(sentence):
            received = re.sub(r"\band from\b", "and", ACCEPTED.sub("", sentence[match.end() :]))
            yield from people_in(received, Attendance.APOLOGIES)
        elif match := GAVE_APOLOGIES.search(sentence):
            yield from people_in(sentence[: match.start()], Attendance.APOLOGIES)


def were_present(text: str) -> Iterator[Person]:
    """The people of sentences such as "Cleo Finch was present as the Treasury representative."."""
    for match in WAS_PRESENT.finditer(text):
        if name := _named_before(text, match.start()):
            yield Person(name, (match["role"] or "").strip(), status_of(match[0]))


def followed(text: str) -> list[Person]:
    """Two people or more whom sentences list: "The following members were present: …"."""
    lists = (
        (match["names"], status_of(text[match.start() : match.start("names")]))
        for pattern in (FOLLOWING, WERE_THERE)
        for match in pattern.finditer(text)
    )
    found = [person for names, status in lists for person in people_in(names, status)]
    return found if len(found) > 1 else []


def who_presided(text: str) -> Person | None:
    """The person of "An Cathaoirleach, Councillor Ada Hull, presided."; else None."""
    text = text.strip(" []")
    match = PRESIDED.search(text)
    chaired = CHAIRED_BY.match(text)
    if match is None and chaired is None:
        return None
    before = text[: match.start()] if match else chaired["name"] if chaired else ""
    before = before.title() if before.isupper() else before
    office = PRESIDING.fullmatch(before)
    role, before = (office["role"], office["name"]) if office else ("", before)
    name = _named_before(before, len(before))
    return Person(name, role, Attendance.PRESENT) if name else None


def _named_before(text: str, at: int) -> str:
    """The name that ends there, alone in its clause."""
    clause = CLAUSE.split(text[max(0, at - NEAR) : at])[-1].strip()
    return clause if 0 < clean_length(clause) == len(clause) else ""
