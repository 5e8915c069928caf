"""Tests of index/encode.py, index/export.py and index/compress.py, with small and tiny models."""

import subprocess
import sys

import numpy as np
import pytest

from index.compress import BLOCK, ZERO, quantise
from index.encode import QuestionEncoder
from index.errors import ModelMismatch
from index.export import export_encoder, load_model
from index.models import find_model
from tests.conftest import save_tiny_model

QUESTIONS = [
    "How many drink drivers were caught?",
    "",
    "Café £1.5m 🚓 077/21",
    "\x00 \ud800",
    "word " * 2_000,
]


@pytest.fixture(scope="module")
def model():
    return load_model(find_model("small"))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return save_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def test_the_exported_encoder_gives_the_models_vectors(built, model):
    asked = [question for question in QUESTIONS if question.isprintable()]
    expected = model.encode(asked, normalize_embeddings=True)
    assert np.abs(built.encoder.encode(asked) - expected).max() < 1e-4


def test_any_string_has_a_vector_of_unit_length(built):
    vectors = built.encoder.encode(QUESTIONS)
    assert vectors.shape == (len(QUESTIONS), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_questions_have_no_vectors(built):
    assert built.encoder.encode([]).shape == (0, 384)


def test_the_same_question_has_the_same_vector_every_time(built):
    first = built.encoder.encode(QUESTIONS[:1])
    assert all(np.array_equal(built.encoder.encode(QUESTIONS[:1]), first) for _ in range(5))


def test_vectors_come_in_the_order_of_the_texts(built, model):
    texts = ["a short one", "a text that is quite a bit longer than the others are", "middle " * 5]
    told = []
    vectors = built.encoder.encode_documents(texts, lambda done, total: told.append((done, total)))
    assert np.abs(vectors - model.encode(texts, normalize_embeddings=True)).max() < 1e-4
    assert told == [(3, 3)]


def test_a_folder_that_is_no_model_is_an_error(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"none")
    with pytest.raises(ModelMismatch, match="cannot be loaded as a sentence-transformers model"):
        load_model(find_model(str(tmp_path)))


def test_another_kind_of_model_can_be_exported(tiny, tmp_path):
    """It pools otherwise, has one more layer, does not normalise, and asks with a prompt."""
    source = find_model(str(tiny))
    model = load_model(source)
    export_encoder(source, tmp_path / "encoder")
    encoder = QuestionEncoder(tmp_path / "encoder")
    assert (encoder.settings.dimension, encoder.settings.prompt) == (16, "query: ")
    expected = model.encode_query(["Who spoke?"], normalize_embeddings=True)
    assert np.abs(encoder.encode(["Who spoke?"]) - expected).max() < 1e-4
    unprompted = model.encode(["Who spoke?"], prompt="", normalize_embeddings=True)
    assert np.abs(encoder.encode(["Who spoke?"]) - unprompted).max() > 1e-3


def test_a_module_that_cannot_be_exported_is_named(tiny, tmp_path):
    from sentence_transformers.sentence_transformer.modules import LayerNorm

    model = load_model(find_model(str(tiny)))
    model.append(LayerNorm(16))
    model.save(str(tmp_path / "model"))
    with pytest.raises(ModelMismatch, match="its module LayerNorm is not supported"):
        export_encoder(find_model(str(tmp_path / "model")), tmp_path / "encoder")


def test_an_export_that_gives_other_vectors_is_refused(tiny, tmp_path, monkeypatch):
    source = find_model(str(tiny))
    monkeypatch.setattr("index.export.TOLERANCE", -1.0)
    with pytest.raises(ModelMismatch, match="vectors differ by"):
        export_encoder(source, tmp_path / "encoder")


def test_a_large_graph_is_compressed_and_gives_nearly_the_same_vectors(
    built, built_folder, tmp_path, monkeypatch
):
    monkeypatch.setattr("index.export.LARGE", 1_000_000)
    export_encoder(find_model("small"), tmp_path / "encoder")
    compressed = QuestionEncoder(tmp_path / "encoder")
    assert compressed.settings.weight_bits == 8
    asked = [question for question in QUESTIONS if question.isprintable()]
    cosines = (compressed.encode(asked) * built.encoder.encode(asked)).sum(axis=1)
    assert 0.99 < cosines.min() < 0.999_999
    whole = built.folder / "encoder" / "model.onnx"
    assert (tmp_path / "encoder" / "model.onnx").stat().st_size < 0.45 * whole.stat().st_size


def test_weights_come_back_from_their_blocks_within_half_a_step():
    matrix = np.random.default_rng(1).normal(size=(200, 3)).astype(np.float32)
    matrix[:BLOCK, 1] = 0
    blocks, scales = quantise(matrix)
    assert blocks.shape == (3, 2, BLOCK)
    back = ((blocks.astype(np.float32) - ZERO) * scales[:, :, None]).reshape(3, -1).T[:200]
    assert np.abs(back - matrix).max() <= scales.max() / 2 + 1e-6


def test_asking_imports_no_torch(built_folder):
    program = (
        "import sys; from pathlib import Path; from index import BuiltIndex\n"
        "built = BuiltIndex.open(Path(sys.argv[1]))\n"
        "built.vectors.search(built.encoder.encode(['burglary'])[0], 3)\n"
        "built.words.search('burglary', 3)\n"
        "print(sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, built_folder], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
