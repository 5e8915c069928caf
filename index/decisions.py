"""Resolutions, the votes and proposers that belong to them, and actions somebody is to do."""

from __future__ import annotations

import re

from index.names import NAME, RANK

WORD = (
    r"RESOLVED|AGREED|DECISION|DECIDED|RECOMMENDED|GRANTED|REFUSED|APPROVED|REVOKED|CARRIED|LOST|"
    r"DEFERRED|NOTED|RATIFIED|ADOPTED|ORDERED"
)
# Who decides: "It was", "Members", "The Board", "Councillors unanimously".
DECIDING = r"(?:it was|(?:the )?members|councillors|(?:the )?(?:\w+ ){0,2}\w+)\s+"
BODY = (
    r"(?:the )?(?:\w+ ){0,2}(?:board|committee|council|panel|authority|members|governors|trustees)"
)
MOVED = (
    r"(?:on|upon) (?:the )?(?:proposal|proposition|motion) of|motion\s*(?:\w+\s*)?:|"
    r"motion (?:by|to)\b|(?:it was )?(?:moved|proposed) (?:by|and seconded)|proposer\s*:|"
    r"(?:the |a )?motion (?:was |is )?(?:duly )?(?:made|moved|carried|passed|lost|defeated|adopted)"
)
DECISION = re.compile(
    rf"^\W*(?:\d[\w.]*\s+)?(?i:{DECIDING})?(?i:unanimously\s+)?(?:{WORD})\b"
    r"|^\W*(?i:resolved|decision|agreed|resolution|it was (?:\w+ )?resolved)"
    r"(?:\s*[\w/.]{1,8})?\s*[:(–-]"
    r"|^(?i:it was (?:\w+ly |therefore |further |also )?(?:resolved|agreed)\b"
    r"|resolved,? (?:\w+ly,? )?(?:that|to|as follows)\b|agreed,? (?:\w+ly,? )?(?:that|to)\b"
    rf"|{BODY} (?:\w+ly )?(?:resolved|agreed|decided|voted) (?:that|to)\b|{MOVED})"
    r"|^(?i:the )?(?i:notes|minutes|record)\b.{0,60}\b(?:approved|agreed|accepted|confirmed|"
    r"signed)\b"
)
# Lines that a resolution is recorded with: who moved it, how each voted.
OF_DECISION = re.compile(
    r"^\W*(?:proposed|proposer|seconded|seconder|moved|mover|second|for|against|in favou?r|"
    r"abstain(?:ed|ing|s)?|abstentions?|ayes?|noes?|nos|nays?|yeas?|yes|no|tá|níl|staon|"
    r"not voting|absent|vot(?:es?|ing)(?: for| against)?(?: this action)?|"
    r"(?:roll[- ]call|recorded|named)(?: vote)?|result|"
    r"carried|lost|motion (?:was )?(?:carried|passed|lost|failed|defeated)|"
    r"the (?:motion|amendment) was (?:carried|passed|lost|defeated))\b"
    r"(?:\s*\(?\d+\)?)?\s*(?:[:(–—-]|by\b|(?:un\w+)?\.?$)",
    re.IGNORECASE,
)
# Wording that nothing but a resolution has, wherever in a paragraph its sentence stands.
RESOLVED = re.compile(
    rf"^\W*(?:\w+ ){{0,4}}(?:{WORD})\b"
    r"|^(?i:\W*(?:and )?(?:it was )?resolved\b|(?:agreed|resolution|decision)\s*:"
    r"|(?:proposed|moved|seconded|motion) (?:by|and)\b"
    r"|on the (?:proposal|proposition|motion) of\b|motion (?:was )?(?:carried|passed|lost)\b)",
)
OWNER = rf"(?:[A-Z]{{1,3}}(?:-?[A-Z]){{1,3}}|{RANK}\.?\s+{NAME}|[A-Z][\w'’-]+ [A-Z][\w'’-]+|"
OWNER += (
    r"(?i:(?:the )?(?:(?!of\b)\w+ ){0,2}(?:clerk|chair(?:man|woman)?|secretariat|secretary|"
    r"officers?|treasurer|chief executive|director|manager|convener)|all(?: members)?))"
)
TO_DO = re.compile(
    rf"^\W*(?:\d[\w./]*\s+)?{OWNER}(?:(?:\s*[,/&]\s*|\s+and\s+){OWNER}){{0,4}}(?:\s*\([^)]*\))?"
    r"(?:\s+(?:is|are|was|were))?\s+to\s+(?!be\b|the\b|a\b|an\b|\d)[a-z]{2,}"
)
LABELLED = re.compile(
    r"^\W*(?:new |agreed )?actions?\b(?:\s+(?:points?|log|items?|required|no\.?)\b)?"
    r"(?:\s+(?:\d[\w/.]*|(?-i:[A-Z])[\w/.]{0,9})){0,2}\s*(?:[:–—-]|\(|$)",
    re.IGNORECASE,
)
PROMISED = re.compile(
    r"\b(?:response|reply|answer|figures?|numbers|details|information|update|report|copy|breakdown|data)"
    r"\b(?:(?!\bwhich\b)[^.]){0,40}\b(?:will|to|can|would) be "
    r"(?:provided|produced|shared|sent|circulated|brought back|supplied)\b"
    r"|\b(?:will|would|to|shall|agreed to|undertook to)\s+(?:\w+\s+){0,3}?"
    r"(?:report back|write (?:to|back)|reply in writing|come back|bring back|circulate|look into|"
    r"chase|revert)\b"
    r"|\bhappy to (?:share|go away)\b|\bundertook to\b",
    re.IGNORECASE,
)


def is_decision(text: str) -> bool:
    """Whether a block records what was resolved."""
    return DECISION.match(text) is not None


def resolves(sentence: str) -> bool:
    """Whether a sentence within a paragraph records a resolution in words that only they have."""
    return RESOLVED.match(sentence) is not None


def belongs_to_decision(text: str) -> bool:
    """Whether a block says who moved a resolution or how members voted on it."""
    return OF_DECISION.match(text) is not None


def is_action(text: str) -> bool:
    """Whether a line asks or promises somebody to do something later."""
    return bool(LABELLED.match(text) or TO_DO.match(text) or PROMISED.search(text))
