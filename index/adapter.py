"""Changes of low rank that are added to a model's weights; made by ``eval.train``.

An adapter is a safetensors file with two factors for each weight that it changes: NAME.up, of the
weight's rows by the rank, and NAME.down, of the rank by its columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor, nn

UP, DOWN = ".up", ".down"


def adapter_file(key: str) -> Path:
    """Where the adapter of a profile lies in the package."""
    return Path(str(files("index").joinpath("adapters", f"{key}.safetensors")))


def apply_adapter(module: nn.Module, path: Path) -> None:
    """Add the changes in a file to a module's weights; KeyError where it lacks one of them."""
    import torch
    from safetensors.torch import load_file

    factors = load_file(path)
    weights = dict(module.named_parameters())
    with torch.no_grad():
        for name in sorted(factors):
            if name.endswith(UP):
                weight = name.removesuffix(UP)
                weights[weight].add_(factors[name].float() @ factors[weight + DOWN].float())


def write_adapter(path: Path, factors: Mapping[str, Tensor], about: Mapping[str, str]) -> None:
    """Write factors, in half precision, as ``apply_adapter`` reads them; ``about`` goes along."""
    from safetensors.torch import save_file

    path.parent.mkdir(exist_ok=True)
    halved = {name: each.detach().half().contiguous() for name, each in factors.items()}
    save_file(halved, path, metadata=dict(about))
