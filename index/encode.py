"""Texts to vectors with ONNX Runtime, on the graph that a build exported; never imports torch."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

GRAPH_NAME = "model.onnx"
TOKENIZER_NAME = "tokenizer.json"
SETTINGS_NAME = "encoder.json"
QUESTION_THREADS = 2
TEXTS_A_STEP = 16
FULL_BITS = 32

Floats = NDArray[np.float32]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """What the exported encoder says of itself.

    ``prompt`` comes before every question and ``document_prompt`` before every text of the
    minutes; ``weight_bits`` is how many bits each weight takes.
    """

    model: str
    weights_sha256: str
    dimension: int
    max_length: int
    prompt: str
    document_prompt: str = ""
    weight_bits: int = FULL_BITS


class QuestionEncoder:
    """Encodes questions, and at build the texts of the minutes."""

    def __init__(self, folder: Path, threads: int = QUESTION_THREADS) -> None:
        import onnxruntime  # type: ignore[import-untyped]
        from tokenizers import Tokenizer

        self.settings = read_settings(folder)
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_NAME))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        # Threads that wait in a loop take the processor from other requests and programs.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / GRAPH_NAME), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> Floats:
        """Vectors of unit length, one a question; any string will do."""
        return self._vectors([self.settings.prompt + text for text in texts])

    def encode_documents(self, texts: Sequence[str], progress: Progress | None = None) -> Floats:
        """Vectors of unit length, one a text, in the order of the texts."""
        vectors = np.empty((len(texts), self.settings.dimension), dtype=np.float32)
        by_length = sorted(range(len(texts)), key=lambda at: (-len(texts[at]), at))
        for start in range(0, len(texts), TEXTS_A_STEP):
            chosen = by_length[start : start + TEXTS_A_STEP]
            vectors[chosen] = self._vectors(
                [self.settings.document_prompt + texts[at] for at in chosen]
            )
            if progress:
                progress(start + len(chosen), len(texts))
        return vectors

    def _vectors(self, texts: Sequence[str]) -> Floats:
        if not texts:
            return np.zeros((0, self.settings.dimension), dtype=np.float32)
        encoded = self._tokenizer.encode_batch([_plain(text) for text in texts])
        inputs = {
            "input_ids": np.array([each.ids for each in encoded], dtype=np.int64),
            "attention_mask": np.array([each.attention_mask for each in encoded], dtype=np.int64),
        }
        vectors: Floats = self._session.run(None, inputs)[0]
        return vectors


def read_settings(folder: Path) -> EncoderSettings:
    """What the encoder in a folder says of itself."""
    return EncoderSettings(**json.loads((folder / SETTINGS_NAME).read_text("utf-8")))


def write_settings(folder: Path, settings: EncoderSettings) -> None:
    text = json.dumps(asdict(settings), indent=1, sort_keys=True, ensure_ascii=False)
    (folder / SETTINGS_NAME).write_text(text + "\n", "utf-8")


def _plain(text: str) -> str:
    # Tokenizers are written in Rust, whose strings cannot hold half a surrogate pair.
    return text.encode("utf-8", "replace").decode()
