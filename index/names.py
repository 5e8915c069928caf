"""What a person's name looks like in minutes, and which words in capitals name no person."""

from __future__ import annotations

import re

UPPER = "A-ZÀ-ÖØ-Þ"
RANK = (
    r"(?:(?:(?:County|District|City|Town|Parish|Borough|Community) )?(?:Cllrs?|Councillors?)|"
    r"Comhairleoir|An Cathaoirleach|Cathaoirleach|Teachta|Senator|Deputy|"
    r"Mr|Mrs|Ms|M/s|Miss|Mx|Dr|Sr|Cr|Clr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Baron|"
    r"(?:The )?Earl|Viscount|"
    r"(?:[Tt]he )?(?:(?:Rt|Right) )?Hon(?:ou?rable)?|Ambassador|"
    r"Revd?|Reverend|Canon|Imam|Rabbi|Pastor|Father|Fr|Bishop|Archdeacon|"
    r"(?:(?:Temporary|Acting) )?(?:Deputy |Assistant |Asst )?Ch(?:ief)? Cons(?:table)?|"
    r"(?:Ch(?:ief)? )?Insp(?:ector)?|CI|"
    r"(?:T/|D/)?(?:Det(?:ective)? )?(?:Ch(?:ief)? )?(?:Supt|Superintendent)|CS|"
    r"Det(?:ective)?|DI|DS|DCI|PC(?: \d+)?|PCSO|PS|Sgt|Sergeant|Constable|"
    r"[A-Z]/(?:[A-Z]{2,4}|(?:Det )?(?:Ch )?(?:Insp|Supt|Sgt|Cdr)[a-z]*)\b|"
    r"ACC|DCC|T/ACC|CC|DPCC|APCC|PCC|CFO|DCFO|AM|GM|"
    r"(?:Station|Group|Area|Watch) (?:Manager|Mgr|Commander)|(?:Sr |Staff )?Nurse(?: Manager)?|"
    r"Lt\.? ?Col\.?(?: \((?:retd|Retd)\.?\))?|Col|Colonel|Major|Maj|Capt(?:ain)?|Brigadier|"
    r"(?:Deputy |Assistant )?Commissioner|Governor|(?:Lord |Vice |Deputy )?Mayor|Lord Provost|"
    r"Provost|Bailie|Alderman|Ald|Council ?[Mm]ember|Trustee|Supervisor)"
)
WORD = (
    rf"(?:(?:O|D|d)['’] ?[{UPPER}][\w'’-]+|[{UPPER}][\w'’.-]*[\w.]|[{UPPER}]\.?|Mc\w+|"
    rf"mac[{UPPER}]\w+)"
)
PARTICLE = r"(?:al|AL|ab|ap|bin|da|de|del|der|di|du|la|le|ni|van|von|y|of)"
# A name among friends: Peter "Chap" Hull.
NICKNAME = rf"(?:[“‘\"'][{UPPER}]\w+[”’\"']\s+)?"
# A peer or a bishop is named after a place: Lord Hull of Orlby, The Earl of Marsh.
PEER = (
    r"(?:The )?(?:Lord|Lady|Baron|Baroness|Earl|Countess|Viscount|Viscountess|Duke|Marquess|"
    rf"Archbishop|Bishop)\s+(?:(?!Mayor|Provost|Lieutenant){WORD}\s+)?of\s+{WORD}"
)
NAME = (
    rf"(?:{PEER}|(?:{RANK}\.?\s+)*{WORD}"
    rf"(?:\s+{NICKNAME}(?:(?!of\b){PARTICLE}\s+){{0,2}}{WORD}){{0,5}})"
)
NAMES = re.compile(NAME)
RANKS = re.compile(rf"(?:{RANK}\.?\s+)+")
# Names that are surely a person's: after a rank or an initial.
PERSONAL = re.compile(
    rf"{RANK}\.?\s+(?:{PARTICLE}\s+)?{WORD}|(?:[{UPPER}](?:\.\s?|\s)){{1,3}}[{UPPER}][\w'’-]+"
)
# Words of posts, organisations and places: a phrase with one of them names no person.
OTHER_WORDS = frozenset(
    """absent academy acting action actions administration administrative administrator adviser
    advisers advisor advisory affairs against agency agenda agreed ail alliance also alternate
    alternates analysis analyst annex annual any apologies apology appendix arising assembly
    assessor assessors assistant associate association assurance attendance attendees attending
    attorney audit authorities authority bank board borough branch buses business cabinet cadeirydd
    campaign captain care caseworker centre chair chairman chairperson chairwoman chancellor chief
    children citizen city civic clerc clerk cllr cllrs co-opted co-ordinator collaboration college
    commission commissioner committee communications communities community company concluded
    conference congregation congress consultant convener coordinator corporate council councillor
    councillors counsel county court crown customs cynghorydd data date declaration declarations
    democratic department deputy design development developments digital director directorate
    dirprwy disclosable disclosure disclosures district division economic education email engineer
    engineering enterprise environment estates evaluation ex exchequer executive experience external
    facilitator faculty federation finance financial fire fiscal for force forum foundation from
    fund gallery garda general geographic glerc governance governing government governor governors
    group guest guests head headquarters health highways home hospital house housing independent
    industry information innovation inquiry insight institute insurance integrated interest
    interests interim internal international introduction investigations invitee invitees item items
    justice ladies last lead leader learning legal legislative leisure liaison library licensing
    limited llp local logo ltd madam management manager managing matters mayor mayoral media medical
    meeting meetings member members memoriam memorium metropolitan minister ministry minute minutes
    monetary monitoring museum national network news next nhs non-executive note notes nurse
    observer observers office officer officers official officials open operating operations
    opposition organisation organisational organizational other parent parish parliament
    parliamentary part participation partnership patient patients pecuniary performance personnel
    planning plc police policing policy portfolio practice practitioner prayer prayers present
    presenters president press previous primary principal private probation proceeding proceedings
    procurement programme project property proposal proposals provost public quality quorum
    recording rector regeneration regional registrar relations report reports representative
    representatives research resources responsible review risk road roll room royal safety schedule
    school science scientific scrutiny secretariat secretary section sector security senate senators
    senior service services session shareholder shire social society solicitor speaker special
    specialist staff standards state station statistics steward strategic strategy street student
    support surveyor system systems síochána taker taskforce team technical technology tel telephone
    the time to town trading training trains transformation transparency transport treasurer
    treasury tribunal trust uk union unit university update updates user venue via vice vice-captain
    vice-chancellor victims video village virtual visiting visitors voluntary warden waste water
    welcome welfare with witness witnesses works yn youth
    aelodau conservatives cymru cynulliad labour llafur party plaid swyddogion ukip""".split()
)
# Initials and surname without a space between them: "A.B.Hull".
CLOSED_UP = re.compile(rf"(?:[{UPPER}]\.)+[{UPPER}][\w'’-]*[a-z]")
# Where a role runs on that a hyphen parts: "Ada Hull Non-Executive Director".
NON = re.compile(r"\sNon(?=\s?[–-]|\s[Ee]xec)")
INITIALS = re.compile(r"(?<=\w)\s+([A-Z]{2,4}[a-z]?|[A-Z][A-Z]?[a-z])(?=\s|$)")
QUALIFICATIONS = frozenset(
    "II III IV CPFA OBE MBE CBE QPM KBE DBE KCB DCB CB CMG KCMG KCVO CVO LVO MVO CH FRS "
    "JP DL MP MSP MS TD MEP MLA AM AO AC OAM PSM APM CNZM ONZM MNZM KNZM BEM KC QC".split()
)


def is_person(name: str) -> bool:
    """Whether words with capitals name a person rather than a post or an organisation."""
    if not NAMES.fullmatch(name):
        return False
    ranks = RANKS.match(name + " ")
    words = name[ranks.end() :].split() if ranks else name.split()
    if (
        not words
        or (not ranks and words[0] in {"OF", "Of"})
        or any(map(_is_other, words))
        or any(word.endswith(("'s", "’s")) for word in words)
    ):
        return False
    several = len(words) > 1 and not all(_is_acronym(word) for word in words)
    return bool(ranks) or several or CLOSED_UP.fullmatch(words[0]) is not None


def ends_in_post(name: str) -> bool:
    """Whether the last of some words with capitals is that of a post or an organisation."""
    return name.split()[-1].strip(".").casefold() in OTHER_WORDS


def names_post(text: str) -> bool:
    """Whether words name a post: one of them does, and they are no sentence."""
    words = [word.strip(".,()").casefold() for word in text.split()]
    return len(words) < 15 and not text.endswith(".") and not OTHER_WORDS.isdisjoint(words)


def clean_length(text: str) -> int:
    """How many characters at the start are a person's name: 0 where none begins there.

    Words of a post or an organisation that run on after the name are left out.
    """
    match = NAMES.match(text)
    if match is None:
        return 0
    non = NON.search(text, 0, match.end() + 2)
    end = non.start() if non else match.end()
    while end and not is_person(text[:end].rstrip(".")):
        end = text.rfind(" ", 0, end) if " " in text[:end] else 0
    return _without_acronym(text, _before_initials(text, end))


def names_in(text: str) -> tuple[str, ...]:
    """Names joined by commas and "and", as after "Presented by:"."""
    parts = re.split(r"\s*(?:;|\band\b|&)\s*", text)
    names = [part.split(",")[0].strip(" .") for part in parts]
    return tuple(name for name in names if NAMES.fullmatch(name))


def is_initials(letters: str, name: str) -> bool:
    """Whether a word in brackets is short for the name before it: (SF), (JTe), (Suki)."""
    words = [word for word in re.split(r"[\s-]+", RANKS.sub("", name)) if word]
    if not words or not re.fullmatch(r"[A-Za-z][A-Za-z-]{1,5}", letters):
        return False
    if words[0].casefold().startswith(letters.casefold()):
        return True
    capitals = [letter for letter in letters if letter.isupper()]
    firsts = {letter for word in words for letter in word if letter.isupper() or letter == word[0]}
    return 2 <= len(capitals) <= 4 and letters[0] == words[0][0] and set(capitals) <= firsts


def _is_other(word: str) -> bool:
    """Whether a word, or each of those that hyphens join, as in "Director-General", is no name."""
    word = word.strip(".").casefold()
    return word in OTHER_WORDS or OTHER_WORDS.issuperset(word.split("-"))


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word.strip(".")) > 1


def _before_initials(text: str, end: int) -> int:
    """Where a name ends that its own initials follow without brackets: "Ada Hull AH Clerk"."""
    for match in INITIALS.finditer(text, 0, end):
        if is_initials(match[1], text[: match.start()]):
            return match.start()
    return end


def _without_acronym(text: str, end: int) -> int:
    """A name in ordinary letters does not end in an organisation's: "Bill Roberts SWIRRL"."""
    ranks = RANKS.match(text, 0, end)
    begins = ranks.end() if ranks else 0
    words = text[begins:end].split()
    plain = [word for word in words if not _is_acronym(word)]
    if len(plain) < 2 or words[: len(plain)] != plain or len(plain) == len(words):
        return end
    if words[-1].strip(".") in QUALIFICATIONS or not is_person(" ".join(plain)):
        return end
    return begins + len(" ".join(plain)) if " ".join(words) == text[begins:end] else end
