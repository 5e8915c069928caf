"""Tests of eval/train.py and index/adapter.py: an encoder learns, and what it learnt is applied."""

import random
from dataclasses import replace
from hashlib import sha256

import numpy as np
import pytest
import torch
from safetensors import safe_open

from eval import train
from eval.examples import Examples
from eval.matching import letters_of
from eval.train import Halves, Lesson, lessons_of
from index.adapter import adapter_file, apply_adapter, write_adapter
from index.export import load_model
from index.models import PROFILES, ModelSource
from tests.conftest import ROOT, save_tiny_model

pytestmark = pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing. is deprecated")
TEXTS = ["Who spoke about the budget?", "The budget was agreed.", "Any other business\nNone."]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return ModelSource("tiny", "", save_tiny_model(tmp_path_factory.mktemp("model") / "tiny"))


@pytest.fixture
def halves(tiny, monkeypatch):
    monkeypatch.setattr(train, "LAYERS", 1)
    torch.manual_seed(1)
    made = Halves(load_model(tiny))
    made.prepare(TEXTS)
    return made


def whole(model, texts):
    """What the whole model's layers make of each text, as unit vectors of their mean."""
    features = model.tokenizer(texts, padding=True, return_tensors="pt")
    with torch.no_grad():
        states = model[0].model(**features).last_hidden_state
    mask = features["attention_mask"][..., None]
    return torch.nn.functional.normalize((states * mask).sum(1) / mask.sum(1), dim=-1).numpy()


def test_two_halves_encode_as_the_whole_model_does(halves, tiny):
    halves.upper.eval()
    vectors = halves.encode(TEXTS).detach().numpy()
    # The lower half's states are kept in half precision.
    np.testing.assert_allclose(vectors, whole(load_model(tiny), TEXTS), atol=2e-3)


def test_questions_come_closer_to_what_answers_them_and_the_adapter_says_how(
    halves, tiny, tmp_path, monkeypatch
):
    question, right, wrong = TEXTS
    monkeypatch.setattr(train, "EPOCHS", 20)
    monkeypatch.setattr(train, "BATCH", 2)
    monkeypatch.setattr(train, "RATE", 5e-3)
    lesson = Lesson((question,), (right,), (wrong,), ())
    unanswered = Lesson((question,), (), (wrong,), ())

    def margin(vectors):
        return float(vectors[0] @ vectors[1] - vectors[0] @ vectors[2])

    before = margin(whole(load_model(tiny), TEXTS))
    train.fit(halves, [lesson, unanswered])
    halves.upper.eval()
    learnt = halves.encode(TEXTS).detach().numpy()
    assert margin(learnt) > before + 0.05

    path = tmp_path / "adapters" / "tiny.safetensors"
    write_adapter(path, halves.changes(), {"questions": "2"})
    with safe_open(path, "pt") as file:
        assert file.metadata() == {"questions": "2"}
        changed = {name.removesuffix(".up") for name in file.keys() if name.endswith(".up")}
    assert changed
    assert all(name.startswith("encoder.layer.1.") for name in changed)
    adapted = load_model(ModelSource("tiny", "", tiny.folder, adapter=path))
    np.testing.assert_allclose(whole(adapted, TEXTS), learnt, atol=5e-3)


def test_an_adapter_of_another_model_is_refused(tiny, tmp_path):
    path = tmp_path / "other.safetensors"
    factors = {"no.such.weight.up": torch.zeros(2, 1), "no.such.weight.down": torch.zeros(1, 2)}
    write_adapter(path, factors, {})
    with pytest.raises(KeyError, match=r"no\.such\.weight"):
        apply_adapter(load_model(tiny)[0].get_submodule("model"), path)


def test_every_lesson_has_lines_that_answer_apart_from_those_that_do_not(built):
    examples = Examples(built.folder.parent.parent, ROOT / "eval" / "questions.jsonl", "fit")
    assert {question.split for question in examples.questions} == {"fit"}
    # The span of another question tempts, and one that answers cannot.
    answerable = [question for question in examples.questions if question.answerable]
    elsewhere = answerable[0].alternatives[0][0].quote
    examples.questions = [
        replace(question, near=(elsewhere, *(span.quote for span in question.spans)))
        for question in examples.questions[::6]
    ]
    lessons = list(lessons_of(examples))
    asked = {question.text: question for question in examples.questions if not question.history}
    met = 0
    for lesson in lessons:
        assert not set(lesson.answering) & {*lesson.tempting, *lesson.likely}
        assert len(lesson.likely) == train.MINED
        question = asked.get(lesson.wordings[0])
        if question and question.answerable:
            met += 1
            spans = [letters_of(span.quote).text for span in question.spans]
            lines = [letters_of(text.split("\n")[-1]).text for text in lesson.answering]
            assert all(any(s in line or line in s for s in spans) for line in lines)
    assert met > 5
    assert any(lesson.tempting for lesson in lessons)
    assert any(not lesson.answering for lesson in lessons)


LEARNT = {
    "small": ["fictional-questions.jsonl"],
    "base": ["fictional-questions.jsonl", "training-questions.jsonl"],
}


@pytest.mark.parametrize("key", PROFILES)
def test_the_adapters_are_the_pinned_ones_and_say_what_they_were_fitted_on(key):
    path = adapter_file(key)
    assert sha256(path.read_bytes()).hexdigest() == PROFILES[key].adapter_sha256
    with safe_open(path, "pt") as file:
        about = file.metadata()
    for name in LEARNT[key]:
        asked = (ROOT / "eval" / name).read_bytes()
        assert about[f"sha256 of {name}"] == sha256(asked).hexdigest()
    assert "sha256 of questions.jsonl" not in about


def test_the_same_lessons_are_drawn_each_time():
    lessons = [Lesson((str(number),), (), (), ()) for number in range(5)]
    drawn = [list(train._batches(lessons, 4, random.Random(7))) for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert {len(batch) for batch in drawn[0]} <= {train.BATCH, len(lessons)}
