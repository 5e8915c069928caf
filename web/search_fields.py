"""What the forms for searching send, in a body or in an address: all as it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import ImmutableMultiDict

from index import PassageKind
from qa import Limits
from qa.asked import parse_date
from qa.clean import LONGEST
from qa.search import PER_PAGE, Order, SearchRequest
from qa.wording import date_in_words
from web.limits import date_problems, read_limits
from web.text import mended

TOO_LONG = f"Use at most {LONGEST} characters"
KIND_NAMES = {
    PassageKind.QUESTION: "Questions and answers",
    PassageKind.STATEMENT: "Statements",
    PassageKind.DECISION: "Decisions",
    PassageKind.ACTION: "Actions",
    PassageKind.ATTENDANCE: "Attendance",
    PassageKind.NOTE: "Notes",
}


@dataclass(frozen=True, slots=True)
class Selected:
    """A filter that is set: what takes it off, and what it is in words."""

    without: str
    words: str


@dataclass(frozen=True, slots=True)
class SearchFields:
    """The fields of a search form; ``page`` is 1 where it is no number."""

    text: str = ""
    body: str = ""
    from_date: str = ""
    to_date: str = ""
    kinds: frozenset[PassageKind] = frozenset()
    order: str = ""
    page: int = 1

    @classmethod
    def of(cls, sent: ImmutableMultiDict[str, object]) -> SearchFields:
        """The fields without those that ``without`` names; a file counts for nothing."""
        fields = cls(
            text=_text(sent, "text"),
            body=_text(sent, "body"),
            from_date=_text(sent, "from"),
            to_date=_text(sent, "to"),
            kinds=frozenset(kind for kind in KIND_NAMES if kind in sent.getlist("kind")),
            order=_text(sent, "order"),
            page=_number(_text(sent, "page")),
        )
        return fields.without(_text(sent, "without"))

    def without(self, name: str) -> SearchFields:
        """The fields with one filter taken off."""
        return replace(
            self,
            body="" if name == "body" else self.body,
            from_date="" if name == "from" else self.from_date,
            to_date="" if name == "to" else self.to_date,
            kinds=frozenset(kind for kind in self.kinds if name != f"kind-{kind}"),
        )

    def problems(self) -> tuple[tuple[str, str], ...]:
        """What is wrong, each with the name of its field."""
        too_long = (("text", TOO_LONG),) if len(self.text) > LONGEST else ()
        return (*too_long, *date_problems(self.from_date, self.to_date))

    def limits(self) -> Limits:
        """ValueError where a date is none."""
        return read_limits(self.body, self.from_date, self.to_date)

    def order_or(self, usual: Order) -> Order:
        return Order(self.order) if self.order in set(Order) else usual

    def wanted(self, usual: Order, per_page: int = PER_PAGE) -> SearchRequest:
        """The search that the fields ask for; ValueError where a date is none."""
        order = self.order_or(usual)
        return SearchRequest(self.text, self.limits(), self.kinds, order, self.page, per_page)

    def selected(self) -> tuple[Selected, ...]:
        """The filters that are set, each with what takes it off."""
        return tuple(self._selected())

    def pairs(self) -> list[tuple[str, str]]:
        """The names and values of all fields that are filled in, but for the page."""
        pairs = [
            ("text", self.text),
            ("body", self.body),
            ("from", self.from_date),
            ("to", self.to_date),
            *(("kind", kind.value) for kind in KIND_NAMES if kind in self.kinds),
            ("order", self.order),
        ]
        return [(name, value) for name, value in pairs if value]

    def address(self, path: str) -> str:
        """The address of the first page of this search."""
        return f"{path}?{urlencode(self.pairs())}" if self.pairs() else path

    def _selected(self) -> Iterator[Selected]:
        if self.body:
            yield Selected("body", self.body)
        for name, words, typed in (
            ("from", "From", self.from_date),
            ("to", "Up to", self.to_date),
        ):
            if day := _day(typed):
                yield Selected(name, f"{words} {day}")
        for kind, words in KIND_NAMES.items():
            if kind in self.kinds:
                yield Selected(f"kind-{kind}", words)


async def read_fields(request: Request) -> SearchFields:
    sent = await request.form() if request.method == "POST" else request.query_params
    return SearchFields.of(sent)


Fields = Annotated[SearchFields, Depends(read_fields)]


async def read_valid(fields: Fields) -> SearchFields:
    """The fields where there is no form to show what is wrong with them."""
    if fields.problems():
        raise HTTPException(422)
    return fields


ValidFields = Annotated[SearchFields, Depends(read_valid)]


def _text(sent: ImmutableMultiDict[str, object], name: str) -> str:
    value = sent.get(name, "")
    return mended(value).strip() if isinstance(value, str) else ""


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 1


def _day(typed: str) -> str:
    """A date in words, or an empty string where it is none."""
    try:
        day = parse_date(typed)
    except ValueError:
        return ""
    return date_in_words(day) if day else ""
