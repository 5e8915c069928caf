"""How minutes number an agenda item: its number, its minute reference, where its title begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.dates import MONTH
from index.readers.lists import NUMERALS, roman

# 077/21, 2023/45, PL/24/017, 23-24/FA/1, 4-2324/7, 2024-05_3, C.112, CM-05-24; not a date such as
# 12/05/2024, though 38/05/18 is none.
DAY = r"(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:\d\d){1,2}\b"
REFERENCE = (
    rf"(?!{DAY})(?:"
    r"(?:[A-Z]{1,6}[/. -]?|[A-Z][a-z]{1,5}/)?\d{1,4}"
    r"(?:(?:-\d\d|-\d{4})?(?:/[A-Z]{1,6})?[/_]\d{1,4}|[/.]\d{1,4})+(?:-\d{1,4}|:\d{2,3})?"
    r"|[A-Z]{1,4}\d{6,7}(?=\s)|(?!19|20)\d{3,4}-[12]\d(?=\s)|[A-Z]{1,6}[./]\d{1,4}|[A-Z]{1,6}(?:-\d{1,4}){2,})"
)
COUNT = r"\d{1,3}(?:\s?\(?(?:[ivx]{1,4}|[a-z])\)|(?:[ivx]{1,4}|[a-z])\b)?"
# Minutes counted for years, over a title in capitals; not a year.
LONG_COUNT = r"(?!(?:19|20)\d\d\b)\d{4,5}(?=\.?\s+(?:[^\w\s]*[A-Z]){4})"
CLOCK = r"\[?\d{1,2}[:.]\d{2}\]?(?:\s*[ap]\.?m\.?)?(?=\s+\W*\s*[A-Z])"
SLOT = r"\d{1,2}[:.]\d{2}\s*(?:[-–—]|to)\s*\d{1,2}[:.]\d{2}\s*(?:[ap]m)?\s*[:–—-]?\s+"
NUMBERED = re.compile(
    rf"""^(?:[^\w\s"'“‘(\[£$#]{{1,2}}\s+|\*)?
    (?:(?P<clock>{CLOCK})\s*[-–—]?\s+)?(?:(?P<ref>{REFERENCE})\s*[-–—:.|]?\s+)?
    (?:(?P<word>(?i:agenda\s+items?|items?|minute|min|resolution|discussion\s+topic))[.:]?\s+(?:(?i:no)\.?\s*)?
       (?P<counted>{REFERENCE}|{COUNT}|[IVX]+\b|[A-Z]\b)
       (?:\s+[–—-](?=[A-Z])|\s*[-–—:.)|]*\s+)
      |(?!\d{{1,2}}\s+(?i:{MONTH})\b)
       (?P<number>{COUNT}|{LONG_COUNT}|\(\d{{1,3}}\)|[A-Z](?=[.)]\s)|[IVX]+(?=[.)]|\s+(?:[A-Z]{{3}}|[-–—]\s))|\[[A-Z]\])
       (?:\s*[.):|]+(?=\s|[^\W\d])|\s+[-–—|/](?=\s)|(?=\s|[A-Z][a-z]{{2}}|[A-Z]{{3}}))\s*)?
    (?:[/|]\s+)?(?:{SLOT})?(?P<title>\S.*)$""",
    re.VERBOSE | re.DOTALL,
)
# "Public questions. Ref 19/048": the minute reference after the title.
REFERENCE_AFTER = re.compile(rf"[.\s]+\(?[Rr]ef(?:erence)?\b\.?\s*(?P<ref>{REFERENCE})\)?$")
# A minute number before the title and the number on the agenda after it.
AGENDA_NUMBER = re.compile(r"\s*[(\[]\s*(?:agenda )?item\s+(?:no\.?\s*)?(\w{1,4})\s*[)\]]$", re.I)


@dataclass(frozen=True, slots=True)
class Numbering:
    """``shape`` is the kind of each part, whatever its value; the title begins at ``start``.

    ``named`` says that the numbering shows by itself that it counts items ("Item 4", 077/21).
    """

    number: str
    reference: str
    shape: str
    start: int
    named: bool


def numbering(text: str) -> Numbering | None:
    """How a block begins if it is a heading; None where nothing follows the number."""
    match = NUMBERED.match(text)
    if match is None:
        return None
    reference, number = match["ref"] or "", match["counted"] or match["number"] or ""
    if re.match(r"[A-Z]+[/.-]?\d|\d+/", number):
        reference, number = number, ""
    elif not re.search("[A-Z/-]", reference) and not number:
        # 4.2 counts an item within another; it may as well count a paragraph.
        reference, number = "", reference
    return Numbering(
        number=_bare(number),
        reference=reference,
        shape=_shape(match),
        start=match.start("title"),
        named=bool(match["word"] or re.search("[A-Z/]", reference)),
    )


def order(number: str) -> tuple[int, ...]:
    """Where a number or reference stands in counting: its digits, its numeral or its letters."""
    digits = tuple(int(part) for part in re.findall(r"\d+", number))
    if digits or not number:
        return digits
    return ((len(number) > 1 and numeral(number)) or ord(number[0]),)


def numeral(number: str) -> int:
    """The value of a roman numeral in capitals; 0 for anything else."""
    return roman(number) if number and set(number) <= set(NUMERALS) else 0


def counts_up(numbers: Sequence[str]) -> float:
    """Share of numbers that are the next after the one before, later ones by half; 1 for none."""
    orders = _letters_as_numerals(numbers)
    steps = [_step(before, after) for before, after in pairwise(orders)]
    return sum(steps) / len(steps) if steps and any(orders) else 1.0


def follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether a number is the next after another in one of its parts."""
    return after in [(*before[:at], part + 1, *before[at + 1 :]) for at, part in enumerate(before)]


def _step(before: tuple[int, ...], after: tuple[int, ...]) -> float:
    return 1.0 if follows(before, after) else 0.5 * (before < after)


def _bare(number: str) -> str:
    """A number without the brackets around it: [B] is B, 7i) is 7i, 3(a) stays."""
    return number.strip("[]") if "(" in number[1:] else number.strip("[]()")


def _letters_as_numerals(numbers: Sequence[str]) -> list[tuple[int, ...]]:
    """V and X count as numerals where the numbers are all made of them."""
    if any(len(number) > 1 for number in numbers) and set("".join(numbers)) <= set(NUMERALS):
        return [(roman(number),) for number in numbers]
    return [order(number) for number in numbers]


def _shape(match: re.Match[str]) -> str:
    reference = re.sub(r"\d+", "9", re.sub(r"[A-Z]+", "A", match["ref"] or ""))
    word = (match["word"] or "").lower().rstrip("s")
    counter = match["number"] or match["clock"] or ""
    kind = "clock" if match["clock"] else "9" if counter[:1].isdigit() else "A" if counter else ""
    return f"{reference} {word}{kind}".strip()
