"""Long lists in parts: pages, and the newest of something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One of the pages of a list of ``total`` items; they count from 1, an empty list has one."""

    items: Sequence[Item]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class First(Generic[Item]):
    """The first items of a list, and how many it has."""

    items: tuple[Item, ...]
    total: int


def page_of(items: Sequence[Item], number: int, per_page: int) -> Page[Item]:
    """The page of that number, or the nearest that there is."""
    pages = max(1, -(-len(items) // per_page))
    number = min(max(number, 1), pages)
    shown = items[(number - 1) * per_page : number * per_page]
    return Page(shown, len(items), number, pages)
