"""Exports a model's whole way from text to unit vector: an ONNX graph and its tokenizer.

The only module that knows sentence-transformers.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from index.adapter import apply_adapter
from index.compress import BITS, compress
from index.encode import (
    FULL_BITS,
    GRAPH_NAME,
    TOKENIZER_NAME,
    EncoderSettings,
    QuestionEncoder,
    write_settings,
)
from index.errors import ModelMismatch
from index.models import ModelSource, first_line, without_progress_bars

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

    Model: TypeAlias = SentenceTransformer

EXPORTABLE = ("Transformer", "Pooling", "Dense", "Normalize")
OPSET = 17
LONGEST_INPUT = 512
# Graphs of more bytes are compressed: a question would take three times as long without.
LARGE = 200_000_000
# How far a vector may be from the model's own: as exported, and when compressed (a cosine of 0.99).
TOLERANCE, COMPRESSED_TOLERANCE = 1e-4, 0.14
PARITY_TEXTS = (
    "How many people were arrested?",
    "",
    "Café £1.5m “quoted” 077/21 – 8.5%",
    "The board noted the report on response times and asked for an update. " * 60,
)


def export_encoder(source: ModelSource, folder: Path) -> None:
    """Write a model's encoder into a new folder and compare its vectors with the model's."""
    model = load_model(source)
    _check_modules(model, source.name)
    folder.mkdir()
    tokenizer = _tokenizer_of(model, source.name)
    tokenizer.save(str(folder / TOKENIZER_NAME))
    graph = folder / GRAPH_NAME
    _export_graph(model, tokenizer, graph)
    large = graph.stat().st_size > LARGE
    if large:
        compress(graph)
    settings = EncoderSettings(
        model=source.name,
        weights_sha256=source.weights_sha256,
        dimension=model.get_embedding_dimension() or 0,
        max_length=_max_length(model),
        prompt=model.prompts.get("query") or "",
        document_prompt=model.prompts.get("document") or "",
        weight_bits=BITS if large else FULL_BITS,
    )
    write_settings(folder, settings)
    _check_parity(model, source.name, folder, COMPRESSED_TOLERANCE if large else TOLERANCE)


def load_model(source: ModelSource) -> Model:
    """Load a model on the processor, ready to embed."""
    from sentence_transformers import SentenceTransformer

    try:
        with without_progress_bars():
            model = SentenceTransformer(str(source.folder), device="cpu").eval()
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise ModelMismatch(
            f"{source.name} cannot be loaded as a sentence-transformers model: {first_line(error)}"
        ) from error
    if source.adapter:
        apply_adapter(model[0].get_submodule("model"), source.adapter)
    return model


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


def _check_parity(model: Model, name: str, folder: Path, tolerance: float) -> None:
    expected = model.encode_query(
        list(PARITY_TEXTS), normalize_embeddings=True, show_progress_bar=False
    )
    exported = QuestionEncoder(folder).encode(PARITY_TEXTS)
    difference = float(np.linalg.norm(exported - expected, axis=1).max())
    if not difference <= tolerance:
        raise ModelMismatch(
            f"{name} cannot be exported: the exported encoder's vectors differ by "
            f"{difference:.2g} from the model's, more than {tolerance:g}."
        )
