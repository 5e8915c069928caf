"""Plots as a page draws them: where every point, tick and label stands, in units of the drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10

Point = tuple[float, float]

WIDTH, HEIGHT = 560, 320
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 12, 48
TENTHS = tuple(step / 10 for step in range(11))
FIFTHS = TENTHS[::2]
# Colours that stand out from white by 4.5 to 1, and dashes that tell the lines apart without them.
COLOURS = ("#0b5394", "#a33c00", "#046b4a", "#6d28d9", "#9f1239", "#374151", "#0e6377")
DASHES = ("", "7 3", "2 3", "10 3 2 3", "5 5", "12 4", "3 6")


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from its first tick to its last; ``log`` sets them apart by their powers of ten."""

    title: str
    ticks: tuple[float, ...]
    log: bool = False

    def share(self, value: float) -> float:
        """How far along the axis a value stands, from 0 to 1; at its ends where it is beyond."""
        scale: Callable[[float], float] = log10 if self.log else float
        low, high = scale(self.ticks[0]), scale(self.ticks[-1])
        within = min(max(value, self.ticks[0]), self.ticks[-1])
        return (scale(within) - low) / (high - low)


@dataclass(frozen=True, slots=True)
class Series:
    """A line through points, in order; ``marked`` draws the points too."""

    name: str
    points: tuple[Point, ...]
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A series as it is drawn."""

    name: str
    colour: str
    dash: str
    path: str
    marks: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """Series over two axes; ``name`` is a word for its address on the page, ``says`` its gist.

    ``diagonal`` draws where both axes are equal.
    """

    name: str
    title: str
    says: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    diagonal: bool = False
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM

    def at(self, x: float, y: float) -> Point:
        """Where a point stands in the drawing, from its upper left corner."""
        across, up = self.x.share(x), self.y.share(y)
        return (
            round(self.left + across * (self.right - self.left), 1),
            round(self.bottom - up * (self.bottom - self.top), 1),
        )

    @property
    def lines(self) -> list[Line]:
        return [self._line(number, series) for number, series in enumerate(self.series)]

    def _line(self, number: int, series: Series) -> Line:
        points = tuple(self.at(*point) for point in series.points)
        path = " ".join(f"{x},{y}" for x, y in points)
        colour, dash = COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)]
        return Line(series.name, colour, dash, path, points if series.marked else ())


def powers_of_ten(values: Sequence[float]) -> tuple[float, ...]:
    """Ticks from the power of ten below all values to the one above."""
    low, high = 1.0, 10.0
    while low > min(values, default=low) > 0:
        low /= 10
    while high < max(values, default=high):
        high *= 10
    return tuple(10.0**power for power in range(round(log10(low)), round(log10(high)) + 1))
