"""How fast and how large asking is, beside simpler ways in the same run: python -m eval.bench."""

from __future__ import annotations

import resource
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from eval.baselines import chunk_vectors, passage_words
from eval.measures import percentile
from eval.questions import Question, read_questions
from eval.systems import System
from index.export import load_model
from index.generation import BuiltIndex
from index.models import find_model
from qa import Answerer

QUESTIONS = Path(__file__).with_name("questions.jsonl")
COMMAND = "from minuted import app; app()"
COMMAND_RUNS = 5
ANSWERED, NO_ANSWER = 0, 3
WARM_UP = 5
CHUNK = (500, 100)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one thing took each time; ``beside`` names the timing it is to be compared with."""

    name: str
    seconds: Sequence[float]
    beside: str = ""

    @property
    def median(self) -> float:
        return percentile(0.5, self.seconds)


def main() -> None:
    """Measure the index of a folder and print two tables."""
    parser = ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--index", type=Path, default=Path(".minuted"), help="the built index")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="what is asked")
    arguments = parser.parse_args()
    questions = read_questions(arguments.questions)
    console = Console()
    memory_before = peak_megabytes()
    timings = list(measure_asking(arguments.index, questions))
    memory = peak_megabytes()
    built = BuiltIndex.open(arguments.index)
    console.print(f"{len(questions)} questions, {built.store.passage_count} passages")
    timings += measure_beside(built, questions)
    timings.append(Timing("minuted ask, whole process", list(whole_process(arguments.index))))
    console.print(table_of(timings))
    console.print(f"peak memory: {memory:.0f} MB, of which {memory_before:.0f} MB before opening")


def measure_asking(folder: Path, questions: Sequence[Question]) -> Iterator[Timing]:
    """Time opening the index, then every question, and the steps that the answers report."""
    started = perf_counter()
    built = BuiltIndex.open(folder)
    yield Timing("open the index", [perf_counter() - started])
    answerer = Answerer(built)
    for question in questions[:WARM_UP]:
        answerer.answer(question.text)
    steps: dict[str, list[float]] = {}
    for question in questions:
        answer = answerer.answer(question.text, question.history, question.limits)
        for step, milliseconds in answer.timings_ms.items():
            steps.setdefault(step, []).append(milliseconds / 1000)
    for step, seconds in steps.items():
        yield Timing(f"ask: {step}", seconds)


def measure_beside(built: BuiltIndex, questions: Sequence[Question]) -> Iterator[Timing]:
    """Time the simpler ways to answer, and the two ways to encode a question."""
    systems: list[System] = [chunk_vectors(built, *CHUNK), passage_words(built)]
    for system in systems:
        yield Timing(system.name, list(timed(system, questions)), beside="ask: total")
    texts = [question.text for question in questions]
    onnx = Timing(
        "encode with ONNX Runtime", list(timed(lambda t: built.encoder.encode([t]), texts))
    )
    yield onnx
    source = find_model(built.encoder.settings.model)
    if not source.exported:
        model = load_model(source)
        torch = list(timed(lambda text: model.encode(text, show_progress_bar=False), texts))
        yield Timing("encode with sentence-transformers", torch, beside=onnx.name)


def timed(call: Callable[[T], object], arguments: Sequence[T]) -> Iterator[float]:
    """Seconds that each call takes, after some calls that do not count."""
    for argument in arguments[:WARM_UP]:
        call(argument)
    for argument in arguments:
        started = perf_counter()
        call(argument)
        yield perf_counter() - started


def whole_process(folder: Path) -> Iterator[float]:
    """Seconds from starting ``minuted ask`` until it has ended."""
    command = [sys.executable, "-c", COMMAND, "ask", "Who was present?", "--index", str(folder)]
    for _ in range(COMMAND_RUNS):
        started = perf_counter()
        ended = subprocess.run(command, stdout=subprocess.DEVNULL)
        seconds = perf_counter() - started
        if ended.returncode not in (ANSWERED, NO_ANSWER):
            ended.check_returncode()
        yield seconds


def peak_megabytes() -> float:
    """The most memory that this process has held; Linux counts it in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table_of(timings: Iterable[Timing]) -> Table:
    """Milliseconds at the median and the 95th percentile; the ratio is of medians."""
    table = Table("", "p50 ms", "p95 ms", "times as long")
    medians: dict[str, float] = {}
    for timing in timings:
        medians[timing.name] = timing.median
        p95 = percentile(0.95, timing.seconds)
        cells = [f"{1000 * timing.median:.2f}", f"{1000 * p95:.2f}"]
        if timing.beside:
            cells.append(f"{timing.median / medians[timing.beside]:.3g} × {timing.beside}")
        table.add_row(timing.name, *cells)
    return table


if __name__ == "__main__":
    main()
