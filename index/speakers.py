"""Who speaks: the label before a turn of a transcript, and names that minutes say spoke."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.attendance import attendance_label
from index.names import NAME, NAMES, RANK, ends_in_post
from index.readers.blocks import Block, BlockKind
from index.running import running_words

OFFICE = (
    r"(?:(?:The|An|Madam|Mr\.?|Mrs\.?|Ms\.?|Acting|Vice|Deputy|Committee|Joint|Lord|Some)[ -])*"
    r"(?:Chair(?:man|woman|person)?|Convener|Clerk|Speaker|Presiding Officer|President|Mayor|"
    r"(?:Leas-Ch|C)athaoirleach|Ceann Comhairle|Llywydd|Provost|Witness|Members?|Moderator|"
    r"(?:(?:Cabinet|Chief|Prime|First|Parliamentary) )?(?:Under-)?"
    r"(?:Minister|Secretary|Commissioner|Governor|Officer)"
    r"(?: (?:of State )?(?:for|of) [^:()]{3,60})?|Several (?:hon\.? )?members)"
)
TITLED = (
    rf"(?:{RANK}|MR|MRS|MS|MISS|DR|SIR|DAME|LORD|LADY|Deputy|Senator|Baroness|Lord|Lady|"
    r"Viscount|Judge|Justice|Right Hon|Rev|M|Mme|"
    r"Minister of State|Minister|Secretary|Commissioner|Governor)\.?"
)
ROLES = r"(?:\s*[(\[][^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*[)\]]){0,3}"
LETTERS = r"(?:\s+(?:AM|MS|MP|MSP|MLA|TD|QC|KC))?"
SPEAKER = rf"(?:{OFFICE}|(?:{TITLED}\s+){{0,3}}{NAME}(?:\s+d['’]\w+)?{LETTERS})"
TURN = re.compile(
    rf"^(?:Q\s?\d+\.?\s+|\[\d{{1,4}}\]\s+|\[?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?\]?\s+|\d{{1,4}}\.?\s+)?"
    rf"(?P<name>{SPEAKER}){ROLES}\s*:(?=\s+\S)",
)
# A name over the remark, on a line of its own.
ALONE = re.compile(rf"^(?P<name>{SPEAKER}){ROLES}\s*:?$")
OFFICE_ALONE = re.compile(rf"{OFFICE}{ROLES}")
PERSONAL = re.compile(rf"(?:{TITLED}\s+)+\S|{OFFICE}$")
# So many turns, of so few speakers, are a verbatim report.
FEWEST_TURNS, SHARE, NAMES_A_TURN = 6, 0.4, 0.8


# Fewer words without a stop are no remark.
REMARK = 6


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a speaker's turn begins: the name as printed, and whether the remark follows it.

    ``personal`` says that it surely is a person's: with a rank, a party or an office.
    """

    speaker: str
    labelled: bool
    personal: bool


def spoken_by(blocks: Sequence[Block]) -> tuple[Sequence[Block], frozenset[str]]:
    """The blocks, names over remarks set apart as in print, and the speakers of a verbatim report.

    Plain text has lost the bold type of such names.
    """
    found = {
        at: match
        for at, (block, below) in enumerate(pairwise(blocks))
        if not block.emphasis and (match := ALONE.match(block.text)) and running_words(below)
    }
    often = Counter(match["name"] for match in found.values())
    names = {at for at, match in found.items() if often[match["name"]] > 1 or _is_personal(match)}
    restored = [
        replace(block, emphasis=len(block.text)) if at in names else block
        for at, block in enumerate(blocks)
    ]
    speakers = speakers_of(restored) if len(names) >= FEWEST_TURNS else frozenset()
    return (restored, speakers) if speakers else (blocks, speakers_of(blocks))


def speakers_of(blocks: Sequence[Block]) -> frozenset[str]:
    """The speakers of a document that records what was said turn by turn; of others, none."""
    read = [_turn(block) for block in blocks]
    begun = next((at for at, found in enumerate(read) if found), 0)
    turns = [found for found in read if found]
    often = Counter(found.speaker for found in turns)
    turns = [
        found for found in turns if found.labelled or found.personal or often[found.speaker] > 1
    ]
    speakers = Counter(found.speaker for found in turns)
    paragraphs = sum(block.kind is BlockKind.PARAGRAPH for block in blocks[begun:])
    covered = sum(1 if found.labelled else 2 for found in turns)
    enough = len(turns) >= FEWEST_TURNS and covered >= SHARE * paragraphs
    if not enough or not 2 <= len(speakers) <= NAMES_A_TURN * len(turns):
        return frozenset()
    if all(attendance_label(f"{speaker}:") for speaker in speakers):
        return frozenset()
    return frozenset(speakers)


def turn(block: Block, speakers: frozenset[str]) -> Turn | None:
    """The turn of one of the speakers that a block begins; None where it goes on with the last."""
    found = _turn(block) if speakers else None
    return found if found and found.speaker in speakers else None


def _turn(block: Block) -> Turn | None:
    labelled = TURN.match(block.text)
    match = labelled or ALONE.match(block.text)
    if match and not labelled and block.emphasis < len(match["name"]):
        return None
    if match is None or block.kind is BlockKind.ROW or not is_speaker(match["name"]):
        return None
    if block.kind is BlockKind.HEADING and not PERSONAL.match(match["name"]):
        return None
    if labelled and not _is_remark(block.text[match.end() :].strip()):
        return None
    return Turn(match["name"].strip(), labelled is not None, _is_personal(match))


def _is_personal(match: re.Match[str]) -> bool:
    return PERSONAL.match(match["name"]) is not None or match[0].rstrip(": ").endswith((")", "]"))


def _is_remark(text: str) -> bool:
    """Whether a label stands before speech rather than before the rest of a title."""
    if NAMES.fullmatch(text.rstrip(".")):
        return False
    return len(text.split()) >= REMARK or text.rstrip("\"'”’)]").endswith((".", "?", "!", "…", "—"))


def is_speaker(name: str) -> bool:
    """Whether a label names a person or an office rather than a topic."""
    if PERSONAL.match(name):
        return True
    return " " in name and NAMES.fullmatch(name) is not None and not ends_in_post(name)
