"""Exports a model's whole way from text to unit vector: an ONNX graph and its tokenizer."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.encode import (
    GRAPH_NAME,
    TOKENIZER_NAME,
    EncoderSettings,
    ModelSource,
    QuestionEncoder,
    write_settings,
)
from index.errors import ModelMismatch

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from index.encode import Model

EXPORTABLE = ("Transformer", "Pooling", "Dense", "Normalize")
OPSET = 17
LONGEST_INPUT = 512
TOLERANCE = 1e-4
PARITY_TEXTS = (
    "How many people were arrested?",
    "",
    "Café £1.5m “quoted” 077/21 – 8.5%",
    "The board noted the report on response times and asked for an update. " * 60,
)


def export_encoder(model: Model, source: ModelSource, folder: Path) -> None:
    """Write the encoder into a new folder and compare its vectors with the model's."""
    _check_modules(model, source.name)
    folder.mkdir()
    tokenizer = _tokenizer_of(model, source.name)
    tokenizer.save(str(folder / TOKENIZER_NAME))
    _export_graph(model, tokenizer, folder / GRAPH_NAME)
    settings = EncoderSettings(
        model=source.name,
        weights_sha256=source.weights_sha256,
        dimension=model.get_embedding_dimension() or 0,
        max_length=_max_length(model),
        prompt=model.prompts.get("query") or "",
    )
    write_settings(folder, settings)
    _check_parity(model, source.name, folder)


def _check_modules(model: Model, name: str) -> None:
    for module in model:
        kind = type(module).__name__
        if kind not in EXPORTABLE or not getattr(module, "include_prompt", True):
            raise ModelMismatch(
                f"{name} cannot be exported: its module {kind} is not supported as it is set. "
                f"Use a model of {', '.join(EXPORTABLE)}."
            )


def _tokenizer_of(model: Model, name: str) -> Tokenizer:
    from tokenizers import Tokenizer

    fast = getattr(model.tokenizer, "backend_tokenizer", None)
    if fast is None:
        raise ModelMismatch(f"{name} cannot be exported: it has no fast tokenizer.")
    tokenizer = Tokenizer.from_str(fast.to_str())
    tokenizer.enable_truncation(max_length=_max_length(model))
    tokenizer.enable_padding(
        pad_id=model.tokenizer.pad_token_id, pad_token=model.tokenizer.pad_token
    )
    return tokenizer


def _max_length(model: Model) -> int:
    return min(model.max_seq_length or LONGEST_INPUT, LONGEST_INPUT)


def _export_graph(model: Model, tokenizer: Tokenizer, path: Path) -> None:
    import torch
    from torch.jit._trace import TracerWarning

    class Encoder(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            features = self.model({"input_ids": ids, "attention_mask": mask})
            return torch.nn.functional.normalize(features["sentence_embedding"], dim=-1)

    encoded = tokenizer.encode_batch(["Who spoke?", "And what was said about it?"])
    inputs = (
        torch.tensor([each.ids for each in encoded]),
        torch.tensor([each.attention_mask for each in encoded]),
    )
    with torch.no_grad(), warnings.catch_warnings():
        # Said of the exporter that needs no further package, and of code traced in the model.
        warnings.filterwarnings("ignore", "You are using the legacy", DeprecationWarning)
        warnings.filterwarnings("ignore", "The feature will be removed", DeprecationWarning)
        warnings.filterwarnings("ignore", "Converting a tensor to a Python", TracerWarning)
        warnings.filterwarnings("ignore", "Exporting aten::index operator", UserWarning)
        torch.onnx.export(
            Encoder(),
            inputs,
            str(path),
            input_names=["input_ids", "attention_mask"],
            output_names=["embedding"],
            dynamic_axes={
                "input_ids": {0: "batch", 1: "length"},
                "attention_mask": {0: "batch", 1: "length"},
                "embedding": {0: "batch"},
            },
            opset_version=OPSET,
            dynamo=False,
        )


def _check_parity(model: Model, name: str, folder: Path) -> None:
    expected = model.encode_query(
        list(PARITY_TEXTS), normalize_embeddings=True, show_progress_bar=False
    )
    exported = QuestionEncoder(folder).encode(PARITY_TEXTS)
    difference = float(np.abs(exported - expected).max())
    if not difference <= TOLERANCE:
        raise ModelMismatch(
            f"{name} cannot be exported: the exported encoder's vectors differ by "
            f"{difference:.2g} from the model's, more than {TOLERANCE:g}."
        )
