"""Where the bars of a chart of counts over time stand, in the units of its drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.periods import PeriodCount

WIDTH, HEIGHT = 640, 160
GAP = 0.2


@dataclass(frozen=True, slots=True)
class Bar:
    """A period's bar; one of no height where nothing was mentioned.

    ``held`` says whether minutes are held of any meeting in the period.
    """

    x: float
    y: float
    width: float
    height: float
    held: bool
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars, and the periods they stand for, in order; ``most`` is the tallest bar's count."""

    bars: tuple[Bar, ...]
    periods: tuple[PeriodCount, ...]
    most: int
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def has_gaps(self) -> bool:
        return not all(bar.held for bar in self.bars)


def chart_of(periods: Sequence[PeriodCount]) -> Chart | None:
    """The chart, or None where one would show nothing: no mention, or one period only."""
    most = max((period.mentions for period in periods), default=0)
    if len(periods) < 2 or not most:
        return None
    step = WIDTH / len(periods)
    return Chart(
        bars=tuple(_bar(period, at * step, step, most) for at, period in enumerate(periods)),
        periods=tuple(periods),
        most=most,
    )


def _bar(period: PeriodCount, left: float, step: float, most: int) -> Bar:
    height = HEIGHT * period.mentions / most
    return Bar(
        x=round(left + step * GAP / 2, 1),
        y=round(HEIGHT - height, 1),
        width=round(step * (1 - GAP), 1),
        height=round(height, 1),
        held=period.meetings > 0,
        label=f"{period.name}: {period.mentions}",
    )
