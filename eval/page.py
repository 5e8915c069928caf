"""An evaluation as one page to read, print and keep: no script, nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eval.curves import Threshold, calibration, refusal_curve, trust
from eval.measures import WORD_LIMITS, Measures, measure
from eval.plots import FIFTHS, Axis, Plot, Series, powers_of_ten
from eval.report import Evaluation
from eval.rows import Row
from eval.tables import FAILURES, PART_MEASURES, missed_and_wrong, number

FOLDER = Path(__file__).parent / "templates"
TEMPLATE = "report.html"
QUOTES_SHOWN = 3
SHARES = Axis("Share of questions", FIFTHS)


def write_page(evaluation: Evaluation, path: Path) -> None:
    """Write the report as HTML."""
    path.write_text(render_page(evaluation), encoding="utf-8")


def render_page(evaluation: Evaluation) -> str:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = number
    rows = evaluation.ours
    curve, (missed, wrong) = refusal_curve(rows), missed_and_wrong(rows)
    return environment.get_template(TEMPLATE).render(
        evaluation=evaluation,
        settings=evaluation.settings,
        measured={name: measure(each) for name, each in evaluation.by_system.items()},
        latencies=evaluation.latencies,
        parts=[
            ("Category", _parts(evaluation.by_category)),
            ("Split", _parts(evaluation.by_split)),
        ],
        part_measures=PART_MEASURES,
        effort=effort(evaluation),
        refusal=refusal(curve, rows),
        risk=risk(curve),
        curve=curve,
        bins=calibration(rows),
        trust=trust(rows),
        reliability=reliability(rows),
        speed=speed(evaluation),
        worst=[*missed[:FAILURES], *wrong[:FAILURES]],
        missed=len(missed),
        wrong=len(wrong),
        quotes_shown=QUOTES_SHOWN,
        word_limits=WORD_LIMITS,
    )


def _parts(groups: dict[str, list[Row]]) -> list[tuple[str, int, int, Measures]]:
    """For each part its name, its questions, those with an answer, and the measures."""
    return [
        (name, len(rows), sum(row.question.answerable for row in rows), measure(rows))
        for name, rows in groups.items()
    ]


def effort(evaluation: Evaluation) -> Plot:
    """How much of the shown text a reader reads until the answer stands there."""
    return Plot(
        "effort",
        "Reading effort",
        "Share of answerable questions whose answer stands within the first words shown.",
        Axis("Words read", (0.0, *map(float, WORD_LIMITS))),
        Axis("Answer found", FIFTHS),
        tuple(
            Series(name, tuple(_within(measure(rows))))
            for name, rows in evaluation.by_system.items()
        ),
    )


def _within(measures: Measures) -> Iterator[tuple[float, float]]:
    for limit in WORD_LIMITS:
        yield float(limit), measures[f"in{limit}w"] or 0.0


def refusal(curve: Sequence[Threshold], rows: Sequence[Row]) -> Plot:
    """What refusing more costs: the curve over all thresholds, and where the program stands."""
    now = measure(rows)
    points = tuple((each.false_refusals, each.refusal_recall) for each in curve)
    here = (now["false refusals"] or 0.0, now["refusal recall"] or 0.0)
    return Plot(
        "refusal",
        "Refusals",
        "Unanswerable questions refused against answerable ones wrongly refused, as the threshold "
        "rises. On the diagonal, refusing is a coin toss.",
        Axis("False refusals (answerable questions refused)", FIFTHS),
        Axis("Refusal recall", FIFTHS),
        (Series("Every threshold", points, marked=False), Series("As it is set", (here,))),
        diagonal=True,
    )


def risk(curve: Sequence[Threshold]) -> Plot:
    """How many of the answers are wrong, by how many questions are answered."""
    points = tuple((each.coverage, each.risk) for each in curve if each.coverage)
    return Plot(
        "risk",
        "Risk against coverage",
        "Share of the answers given that are wrong, as fewer questions are answered: the surest "
        "ones stay. Wrong is an answer without the evidence in its first three quotes.",
        Axis("Coverage (questions answered)", FIFTHS),
        Axis("Risk (answers that are wrong)", FIFTHS),
        (Series("Minuted", points, marked=False),),
    )


def reliability(rows: Sequence[Row]) -> Plot:
    """Whether the probability means what it says."""
    bins = calibration(rows)
    return Plot(
        "reliability",
        "Calibration",
        "Tenths of the questions by the probability given, and the share that turned out so. A "
        "probability that means what it says lies on the diagonal.",
        Axis("Probability given", FIFTHS),
        SHARES,
        (
            Series("has an answer", tuple((each.score, each.answerable) for each in bins)),
            Series("and it was shown", tuple((each.score, each.right) for each in bins)),
        ),
        diagonal=True,
    )


def speed(evaluation: Evaluation) -> Plot:
    """How many questions are answered within a time."""
    times = {name: _milliseconds(rows) for name, rows in evaluation.by_system.items()}
    ticks = powers_of_ten([each for listed in times.values() for each in listed])
    return Plot(
        "speed",
        "Latency",
        "Share of questions answered within a time, on the machine of this run.",
        Axis("Milliseconds (each step is ten times as long)", ticks, log=True),
        SHARES,
        tuple(
            Series(
                name,
                tuple((each, at / len(listed)) for at, each in enumerate(listed, 1)),
                marked=False,
            )
            for name, listed in times.items()
        ),
    )


def _milliseconds(rows: Sequence[Row]) -> list[float]:
    return sorted(1000 * row.seconds for row in rows)
