"""Makes the figures of a saved run the accepted ones: python -m eval.accept RUN.json."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from eval.compare import read_figures, write_figures

BASELINE = Path(__file__).with_name("baseline.json")


def accept(run: Path, baseline: Path = BASELINE) -> None:
    """Write the figures of what ``minuted eval --json`` printed as the baseline."""
    write_figures(read_figures(run), baseline)


def main() -> None:
    parser = ArgumentParser(prog="python -m eval.accept", description=__doc__)
    parser.add_argument("run", type=Path, help="what minuted eval --json printed")
    accept(parser.parse_args().run)


if __name__ == "__main__":
    main()
