"""Reads documents in child processes: a hostile file ends its own reading, and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Any

from index.errors import UnreadableMinutes
from index.minutes import Meeting
from index.overrides import Overrides

ADVICE = "split it, or save it anew as DOCX or PDF"
# A process may also wait, for a disk or for a program that it calls.
WALL_CLOCK_SHARE = 10
# The children come from a clean process that has read these already: they start at once.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["index.reading"])


@dataclass(frozen=True, slots=True)
class Bounds:
    """What reading one document may take: MB of memory, and seconds of processor time."""

    memory: int = 1024
    seconds: int = 60


BOUNDS = Bounds()


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, the name it goes by, and what is set for it."""

    name: str
    path: Path
    overrides: Overrides = Overrides()


Outcome = Any  # what the function gave, or the UnreadableMinutes that it ended in


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))


def read_document(task: Task) -> Meeting:
    """What a child does with a file, unless it is told otherwise."""
    from index.reading import read_meeting

    return read_meeting(task.name, task.path.read_bytes(), task.overrides)


def read_in_child(task: Task, bounds: Bounds = BOUNDS) -> Meeting:
    """Read one document in a child; raises the UnreadableMinutes that it ends in."""
    ((_, outcome),) = in_children([task], 1, bounds)
    if isinstance(outcome, UnreadableMinutes):
        raise outcome
    assert isinstance(outcome, Meeting)
    return outcome


def in_children(
    tasks: Sequence[Task],
    jobs: int,
    bounds: Bounds,
    function: Callable[[Task], Any] = read_document,
) -> Iterator[tuple[int, Outcome]]:
    """Do ``function`` for each task in one of several children that are kept within bounds.

    Yields (place in ``tasks``, what came of it) in the order of completion: what the function
    returned, or an UnreadableMinutes of one line. A child that dies is replaced by another.
    """
    waiting = deque(enumerate(tasks))
    children: list[_Child] = []
    try:
        while waiting or any(child.busy for child in children):
            children = [child for child in children if child.alive]
            while waiting and len(children) < min(jobs, len(tasks)):
                children.append(_Child(function, bounds))
            for child in children:
                if waiting and not child.busy:
                    child.begin(*waiting.popleft())
            yield from _finished(children)
    finally:
        for child in children:
            child.end()


def _finished(children: Sequence[_Child]) -> Iterator[tuple[int, Outcome]]:
    """Wait for a child that is done, has died or is out of time."""
    busy = [child for child in children if child.busy]
    patience = max(0.0, min(child.deadline for child in busy) - monotonic())
    ready = wait([child.connection for child in busy], patience)
    for child in busy:
        if child.connection in ready:
            yield child.place, child.outcome()
        elif monotonic() >= child.deadline:
            child.end()
            yield child.place, child.failure(f"took more than {child.wall_clock} seconds")


class _Child:
    """A child process and the task that it is at."""

    def __init__(self, function: Callable[[Task], Any], bounds: Bounds) -> None:
        self.connection, theirs = PROCESSES.Pipe()
        self.bounds = bounds
        self.wall_clock = bounds.seconds * WALL_CLOCK_SHARE
        self.alive, self.busy, self.place, self.name, self.deadline = True, False, 0, "", 0.0
        arguments = (theirs, function, bounds)
        self.process: BaseProcess = PROCESSES.Process(target=_work, args=arguments, daemon=True)
        self.process.start()
        theirs.close()

    def begin(self, place: int, task: Task) -> None:
        self.busy, self.place, self.name = True, place, task.name
        self.deadline = monotonic() + self.wall_clock
        with suppress(OSError):  # one that has died is found out when its outcome is awaited
            self.connection.send(task)

    def outcome(self) -> Outcome:
        try:
            outcome = self.connection.recv()
            self.busy = False
        except (EOFError, OSError):
            self.end()
            outcome = self.failure(self._death())
        return outcome

    def failure(self, what: str) -> UnreadableMinutes:
        return UnreadableMinutes(f"{self.name}: reading it {what}; {ADVICE}")

    def _death(self) -> str:
        if self.process.exitcode == -signal.SIGXCPU:
            return f"took more than {self.bounds.seconds} seconds of processor time"
        return f"broke off (exit code {self.process.exitcode}), as where memory runs out"

    def end(self) -> None:
        """Stop the child and all programs that it called."""
        self.alive = self.busy = False
        self.connection.close()
        self.process.join(0.2)
        if self.process.is_alive() and self.process.pid:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.join()


def _work(connection: Connection, function: Callable[[Task], Any], bounds: Bounds) -> None:
    """The life of a child: it does task after task until nobody listens any more."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _be_silent()
    _limit_memory(bounds.memory * 2**20)
    with suppress(EOFError, OSError):
        while True:
            task = connection.recv()
            _limit_time(bounds.seconds)
            connection.send(_outcome(function, task, bounds))


def _outcome(function: Callable[[Task], Any], task: Task, bounds: Bounds) -> Outcome:
    try:
        return function(task)
    except UnreadableMinutes as error:
        return error
    except MemoryError:
        what = f"takes more than {bounds.memory:,} MB of memory"
    except RecursionError:
        what = "fails because its parts are nested too deeply or stand for too much"
    except Exception as error:  # whatever a strange file brings up must end here
        what = f"failed ({type(error).__name__}: {error})"
    return UnreadableMinutes(" ".join(f"{task.name}: reading it {what}; {ADVICE}".split()))


def _be_silent() -> None:
    """Let nothing that a library prints of a strange file come between the lines of a build."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _limit_memory(extra: int) -> None:
    """Bound the address space to ``extra`` bytes more than the program itself has taken."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + extra)


def _limit_time(seconds: int) -> None:
    """Bound the processor time to ``seconds`` from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds + 1)


def _limit(what: int, amount: int) -> None:
    hard = resource.getrlimit(what)[1]
    allowed = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    resource.setrlimit(what, (allowed, hard))
