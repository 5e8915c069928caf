"""Builds an index anew whenever files of its folders change, for as long as it is asked to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import watchfiles

from index.build import Options, build
from index.errors import MinutesError
from index.report import BuildReport

# Milliseconds: how often to look, and how long files must have been left alone.
LOOK, QUIET, LONGEST_WAIT = 1000, 500, 10_000
# Seconds until a build that failed is tried again.
RETRY = 10


def builds(folders: Sequence[Path], index: Path) -> Iterator[BuildReport | Exception]:
    """Build at once and after every change; yield each report, or why there is none.

    The index holds what is in the folders and nothing else. A build that fails leaves the index
    as it was and is tried again; the same problem is told once.
    """
    told = ""
    while True:
        try:
            for report in _while_all_is_well(folders, index):
                told = ""
                yield report
        except (MinutesError, OSError) as problem:
            if str(problem) != told:
                told = str(problem)
                yield problem
            time.sleep(RETRY)


def _while_all_is_well(folders: Sequence[Path], index: Path) -> Iterator[BuildReport]:
    changes = watchfiles.watch(
        *(folder.resolve(strict=True) for folder in folders),
        watch_filter=_of_minutes(folders, index),
        step=QUIET,
        debounce=LONGEST_WAIT,
        rust_timeout=LOOK,
        yield_on_timeout=True,
    )
    # The first look is taken once changes are noticed, so that none is missed before it.
    next(changes)
    yield build(folders, index, Options(prune=True))
    for changed in changes:
        if changed:
            yield build(folders, index, Options(prune=True))


def _of_minutes(folders: Sequence[Path], index: Path) -> Callable[[watchfiles.Change, str], bool]:
    """Tells changes that matter from those of hidden files and of the index itself."""
    own, watched = index.resolve(), [folder.resolve() for folder in folders]

    def matters(change: watchfiles.Change, name: str) -> bool:
        path = Path(name)
        below = next(path.relative_to(top) for top in watched if path.is_relative_to(top))
        return not path.is_relative_to(own) and not any(
            part.startswith(".") for part in below.parts
        )

    return matters
