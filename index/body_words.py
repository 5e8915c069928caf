"""Words by which a line tells which body met, what kind of sitting it was, and of what document."""

from __future__ import annotations

import re

# Words that a body's name ends in, the closest to the meeting first.
BODIES = (
    re.compile(
        r"\b(?:board|committee|sub-?committee|panel|cabinet|forum|working party|"
        r"(?<!commissioning )group|governing body|commission|taskforce|task force|"
        r"municipal district|wg|sig|tsc|ppg)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:partnership|assembly|authority|council|trust|meeting|governors|trustees?|senate|"
        r"parliament|court|vestry|synod|kirk session|"
        r"association|federation|legislature|congress|dáil|seanad|society|club|union|"
        r"parish church|institute|foundation|league|guild|consortium|alliance|network|"
        r"house of (?:assembly|\w+s))\b",
        re.IGNORECASE,
    ),
)
ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"\w+teenth|eleventh|twelfth|\w+tieth|twenty-\w+|thirty-\w+)"
)
KIND_OF_SITTING = (
    r"annual|general|ordinary|extra-?ordinary|special|statutory|monthly|quarterly|regular|full|"
    r"open|public|inaugural|virtual|remote|spring|summer|autumn|winter|decision-making"
)
KIND_OF_DOCUMENT = re.compile(
    r"\b(?:(?:draft|confirmed|unconfirmed|approved|formal|concise)\s+)?"
    r"(?:minute[sd]?|notes?(?: and actions)?|debates?|"
    r"official report|report(?= of the\b.*\bmeeting)|record|summary|proceedings|transcript|"
    r"update(?=\s*(?:[–—-]|$))|d[íi]osp[óo]ireacht|miontuairisc[íi]|cofnodion|"
    r"journals?|hansard|agenda|action (?:log|notes?))\b",
    re.IGNORECASE,
)


def says_what_met(line: str) -> bool:
    """Whether a line says what document it is, or which body met."""
    return bool(KIND_OF_DOCUMENT.search(line)) or any(words.search(line) for words in BODIES)
