"""Tests of eval/bench.py: what is timed and how it is shown."""

from rich.console import Console

from eval.bench import WARM_UP, Timing, table_of, timed


def test_warm_up_calls_are_made_but_not_timed():
    called: list[int] = []
    seconds = list(timed(called.append, range(10)))
    assert len(seconds) == 10
    assert called == [*range(WARM_UP), *range(10)]


def test_ratio_is_of_medians_with_the_timing_named():
    timings = [
        Timing("ask: total", [0.010, 0.020, 0.090]),
        Timing("words only", [0.004, 0.005, 0.006], beside="ask: total"),
    ]
    console = Console(width=100)
    with console.capture() as captured:
        console.print(table_of(timings))
    lines = captured.get().splitlines()
    assert "20.00" in next(line for line in lines if "0.25" not in line and "ask: total" in line)
    (ratio,) = (line for line in lines if "words only" in line)
    assert "0.25 × ask: total" in ratio
    assert "6.00" in ratio
