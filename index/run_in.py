"""Where a title ends that its text runs on from, with or without a sign between them."""

from __future__ import annotations

import re

from index.attendance import attendance_label
from index.names import PERSONAL, is_person
from index.offices import OFFICE

# A title in capitals that its text runs on from: "3. ROADS. The Board heard …".
CAPITALS = re.compile(
    r"(?=(?:\W*[A-Z]){3})(?:[^a-z.:]|\.(?=[A-Z:])){3,80}(?:[.:]|\s[–—-])(?=\s[^\n]*[a-z])"
)
# The same after a number, where nothing but its capitals sets it off: "3. ROADS The Board heard …".
BARE_CAPITALS = re.compile(
    r"(?=(?:\W*[A-Z]){5})(?:[^a-z.:]|\.(?=[A-Z])|\([^()]*\)){4,120}?(?:\([^()]*\)|[^a-z.:\s])"
    r"(?=\s+(?:[A-Z]\s)?[A-Z][a-z’']+\s|\s+[A-Z]\s[a-z])"
)
# A title that its text runs on from without any mark-up: "3. Roads: The Board heard …",
# "3. Roads – the Board heard …".
LEADING = re.compile(
    r"[A-Z](?:[^.:;?!]|\.(?=[A-Z])){2,90}?(?<!\bMr)(?<!\bCllr)(?:\([^)]*\))?"
    r"(?::(?=\s+(?:[–—-]\s+)?[A-Z(])|\s[–—-](?=\s+\w.*\.$)|\s(?:…|\.\.\.)(?=\s))",
    re.DOTALL,
)
# A title of few words that a stop or a colon ends.
STOPPED = re.compile(r"[A-Z][^.:;]{2,80}?[.:](?=\s)")
# A title of few words before a dash.
DASHED = re.compile(r"[A-Z][\w'’]+(?: [\w'’]+){0,4}\s[–—-](?=\s)")
SMALL = frozenset("a an and as at by for from in into of on or the to with re".split())
WORD = re.compile(r"\([^()]*\)\S*|\S+")
# Words that begin a sentence where no small word but a joining one stands before them.
OPENERS = frozenset(
    "a after all an as at both each following he in it members no none nothing on one our she "
    "since that the there these they this those under upon we with".split()
)
# The same after a year or brackets, whatever words stand before them.
AFTER_FIGURE = re.compile(r"[\d)](?:\s?[–—]\s+(?=[A-Z])|\s+(?=(?:It|No|The|There|This|Upon)\s))")
# Somebody called by initials: "Treasurer's report MB had paid …".
INITIALS = re.compile(r"[A-Z]{2,3}")
LETTERED = re.compile(r"[a-z]-?[A-Z][a-z]")
FIRST_POINT = re.compile(r"\s(?=(?:\(?a\)|\(?i\)|\(?1\)|i\.)\s)")
# Titles that the sentence under them may begin with: "Minutes of the last meeting were agreed".
SUBJECTS = re.compile(
    r"(?:draft |previous )?minutes of\b|matters arising\b|declarations? of interests?\b",
    re.IGNORECASE,
)
# How sentences tell of those whom a label stands for: "Apologies: none had been received".
TELLS = re.compile(r"(?:there (?:was|were)|none|no (?:one|apologies))\b", re.IGNORECASE)
# So many words are in a title, and between the one that begins a sentence and its first small one.
LONGEST, SUBJECT = 15, 4
# What a text has that tells something, and a title has not.
TOLD = re.compile(
    r"[.:;?!]\s|\b(?:is|are|was|were|be|been|has|have|had|will|would|that|said|gave|[a-z]+ed)\b"
)
LONGEST_ALONE = 30  # Words of a title that stands alone.
FEW = 5  # Words of a title that only a stop sets off.
ACTOR = re.compile(rf"(?:the )?(?:[a-z]+[ -]){{0,2}}(?:{OFFICE}|members?)s?", re.IGNORECASE)


def begins_large(text: str) -> bool:
    """Whether a text begins with a capital, or with a letter and a word that does: "e-Voting"."""
    return text[:1].isupper() or LETTERED.match(text) is not None


def is_capitalized(title: str) -> bool:
    """Whether every word of a title that is more than a joining word has a capital."""
    return not any(_is_ordinary(word) for word in title.split())


def continues(text: str, end: int) -> bool:
    """Whether a list of people or a sentence goes on after its first words, which are bold.

    A sentence may go on after the title of a usual item, too, which says what it is about.
    """
    if SUBJECTS.match(text[:end]):
        return False
    said = text[end:].lstrip(" :")
    told = said[:1].islower() or TELLS.match(said)
    labelled = ":" in text[end - 1 : end + 2]
    return not labelled if told else attendance_label(text) is not None


def names_who_acts(text: str, start: int, end: int) -> bool:
    """Whether words set off begin a sentence with who acts in it: "The Chairman called for …"."""
    first = text[start:end].strip()
    acts = is_person(first) or ACTOR.fullmatch(first) is not None
    return acts and text[end:].lstrip()[:1].islower()


def led_by_capitals(text: str, numbered: bool) -> re.Match[str] | None:
    """The title in capitals that text runs on from."""
    return CAPITALS.match(text) or (BARE_CAPITALS.match(text) if numbered else None)


def told_title_end(text: str, start: int) -> int:
    """Where the title ends of a paragraph that begins at ``start``; 0 where it has none."""
    match = STOPPED.match(text, start)
    stopped = match and (match[0].endswith(":") or is_capitalized(match[0]))
    dashed = DASHED.match(text, start)
    ends = (
        match.end() if match and stopped else 0,
        dashed.end() if dashed else 0,
        sentence_start(text, start),
    )
    return min(filter(None, ends), default=0)


def short_title_end(text: str) -> int:
    """Where the title of few words ends that begins a paragraph without a number; 0 for none."""
    match = STOPPED.match(text)
    stopped = match.end() if match and len(match[0].split()) <= FEW else 0
    return min(filter(None, (stopped, sentence_start(text, 0))), default=0)


def sentence_start(text: str, start: int) -> int:
    """Where the sentence begins that follows a title: "Election of Chair It was proposed …".

    A word that opens sentences begins it, or a person's name, or points follow; 0 for none.
    """
    words = list(WORD.finditer(text, start))[: LONGEST + SUBJECT]
    ordinary = next((at for at, word in enumerate(words) if _is_ordinary(word[0])), 0)
    near = words[max(1, ordinary - SUBJECT) : ordinary]
    opener = next((word for word in reversed(near) if _opens(word[0])), None)
    named = (word for word in near if _is_person(text[word.start() : words[ordinary].start()]))
    initials = (word for word in near[-1:] if INITIALS.fullmatch(word[0]))
    first = opener or next(named, None) or next(initials, None)
    found = (pattern.search(text, start) for pattern in (AFTER_FIGURE, FIRST_POINT))
    ends = [first.start()] if first else []
    end = min([*ends, *(match.end() for match in found if match)], default=0)
    return end if len(text[start:end].split()) <= LONGEST else 0


def guessed_end(text: str, start: int) -> int:
    """Where a title ends that must have one, at a stop or before the capital of a sentence."""
    stop = re.compile(r"[.:](?=\s)").search(text, start)
    if stop and len(text[start : stop.start()].split()) <= 8 and stop.end() < len(text):
        return stop.end()
    if begun := sentence_start(text, start):
        return begun
    words = list(WORD.finditer(text, start))
    for position, word in enumerate(words):
        if _is_ordinary(word[0]):
            # The sentence began with the capital before its first ordinary word.
            before = [w for w in words[:position] if w[0][0].isupper()]
            return before[-1].start() if len(before) > 1 else len(text)
    return len(text)


def is_title_alone(text: str, start: int) -> bool:
    """Whether a text is one long title: no stop parts it, and nothing is told in it."""
    title = text[start:].rstrip(". ")
    return len(title.split()) <= LONGEST_ALONE and not TOLD.search(title)


def _is_ordinary(word: str) -> bool:
    return word[0].islower() and word not in SMALL


def _opens(word: str) -> bool:
    """Whether a word with a capital, not in a title of capitals, begins a sentence."""
    return word.istitle() and word.casefold() in OPENERS


def _is_person(text: str) -> bool:
    """Whether words are a person's name after a rank or an initial."""
    return PERSONAL.match(text) is not None and is_person(text.strip())
