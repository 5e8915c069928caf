"""What Minuted can be measured beside, by name."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eval.systems import System
    from index.generation import BuiltIndex


class Beside(StrEnum):
    """Other ways to answer that an evaluation may include."""

    NOTHING = "nothing"
    BASELINES = "baselines"
    ABLATIONS = "ablations"
    DEPTHS = "depths"
    PEERS = "peers"


# Where the function of the same name is that makes them ready.
MODULES = {
    Beside.BASELINES: "eval.baselines",
    Beside.ABLATIONS: "eval.ablations",
    Beside.DEPTHS: "eval.ablations",
    Beside.PEERS: "eval.peers",
}


def systems_beside(kinds: Iterable[Beside], built: BuiltIndex) -> list[System]:
    """The ways to answer of each kind, in order; making them ready may take a while."""
    chosen = [kind for kind in dict.fromkeys(kinds) if kind is not Beside.NOTHING]
    # A module is imported where it is wanted: peers need libraries of their own.
    return [
        system for kind in chosen for system in getattr(import_module(MODULES[kind]), kind)(built)
    ]
