"""Tests of web/chart.py."""

from qa.periods import PeriodCount
from web.chart import HEIGHT, WIDTH, chart_of


def test_bars_stand_side_by_side_and_the_tallest_fills_the_chart():
    chart = chart_of(
        [PeriodCount("2020", 2, 1), PeriodCount("2021", 0, 0), PeriodCount("2022", 4, 2)]
    )
    assert chart is not None
    assert [bar.height for bar in chart.bars] == [HEIGHT / 2, 0, HEIGHT]
    assert [bar.held for bar in chart.bars] == [True, False, True]
    assert chart.has_gaps
    for left, right in zip(chart.bars, chart.bars[1:], strict=False):
        assert left.x + left.width < right.x
    assert chart.bars[-1].x + chart.bars[-1].width <= WIDTH
    assert all(bar.y + bar.height == HEIGHT for bar in chart.bars)


def test_there_is_no_chart_of_nothing():
    assert chart_of([]) is None
    assert chart_of([PeriodCount("2020", 5, 1)]) is None
    assert chart_of([PeriodCount("2020", 0, 1), PeriodCount("2021", 0, 1)]) is None
