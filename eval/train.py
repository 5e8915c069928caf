"""Fits an encoder to questions about minutes, and writes what changes to ``index/adapters``.

Run by ``make train``: ``python -m eval.train MODEL INDEX QUESTIONS [INDEX QUESTIONS ...]``, where
MODEL is a profile; the indexes are those of the small model as it was published. Questions of the
splits "fit", "held" and "judge" are left out. The upper layers get changes of low rank (LoRA: Hu
et al., ICLR 2022), so that what ships is small. A batch holds questions, for each a line that
answers it, if any does, and lines that do not: those that tempt, as the questions name them, and
those that the small model thinks likeliest. Two losses are added. One has each question choose its
line among all of the batch (InfoNCE: van den Oord et al., 2018). The other says of each question
and its own lines whether they match (as in SigLIP: Zhai et al., ICCV 2023); it alone can learn
from questions that nothing answers.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from peft import LoraConfig, get_peft_model
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, normalize

from eval.examples import Example, Examples
from eval.sets import read_set
from index.adapter import DOWN, UP, adapter_file, write_adapter
from index.export import load_model
from index.fetch_model import AGAIN, fetch
from index.models import BASE, packaged_folder, published
from index.views import ViewKind, passage_views

SPLIT = "encoder"
SEED = 1
# The upper layers that are changed; what is below them is computed once for each text.
LAYERS = 6
RANK, ALPHA, DROPOUT = 16, 32, 0.05
EPOCHS, BATCH, RATE, WARM_UP, LEAST_RATE = 3, 32, 1.5e-4, 0.08, 0.02
# Lines that do not answer: so many for each question, the mined ones out of so many likeliest.
WRONG, MINED = 2, 4
MOST_TOKENS = 96
# Texts of like length that go through the layers together.
TOGETHER = 24
# The temperature of the choice; where the matching starts, and how much a match weighs in it.
SHARPNESS, START, RIGHT_WEIGHT = 20.0, (12.0, -4.0), 1.5


@dataclass(frozen=True)
class Lesson:
    """A question in its wordings, with lines as they are embedded.

    ``tempting`` do not answer, as the question's writer says; nor do ``likely``, best first.
    """

    wordings: tuple[str, ...]
    answering: tuple[str, ...]
    tempting: tuple[str, ...]
    likely: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return self.wordings + self.answering + self.tempting + self.likely


def main() -> None:
    """Fit the model on the pairs of index and questions that the command line names."""
    key, *rest = sys.argv[1:]
    pairs = [(Path(a), Path(b)) for a, b in zip(rest[::2], rest[1::2], strict=True)]
    lessons = [lesson for pair in pairs for lesson in lessons_of(Examples(*pair, SPLIT))]
    print(f"{len(lessons)} questions, {sum(bool(each.answering) for each in lessons)} answered")
    torch.manual_seed(SEED)
    with TemporaryDirectory(prefix="minuted-") as temporary:
        folder = fetch(Path(temporary)) if key == BASE else packaged_folder()
        encoder = Halves(load_model(published(key, folder, AGAIN)))
    encoder.prepare(text for lesson in lessons for text in lesson.texts)
    fit(encoder, lessons)
    path = adapter_file(key)
    about = {"questions": str(len(lessons))}
    about |= {f"sha256 of {asked.name}": read_set(asked).sha256 for _, asked in pairs}
    write_adapter(path, encoder.changes(), about)
    digest = sha256(path.read_bytes()).hexdigest()
    print(f"Written to {path}. In index.models.PROFILES, its SHA-256 must be {digest}.")


def lessons_of(examples: Iterable[Example]) -> Iterator[Lesson]:
    """What is to be learnt from each question whose answer was found, or that has none."""
    for example in examples:
        if example.question.answerable and not example.answers.any():
            continue
        lines = np.array(_lines(example), dtype=object)
        tempting = example.holding(example.question.near) & ~example.answers
        order = np.argsort(-example.signal("line similarity"), kind="stable")
        likely = [at for at in order if not (example.answers | tempting)[at]][:MINED]
        wording = example.sought.wording
        yield Lesson(
            tuple(dict.fromkeys([wording.asked, wording.official])),
            tuple(lines[example.answers]),
            tuple(lines[tempting]),
            tuple(lines[likely]),
        )


def _lines(example: Example) -> list[str]:
    """The text of each candidate line as it is embedded under its heading."""
    return [
        view.text
        for each in example.candidates
        for view in passage_views(each.passage, each.meeting.item(each.passage).title, 0)
        if view.kind is ViewKind.LINE
    ]


class Halves:
    """A sentence-transformers model cut in two: the upper layers learn, those below do not.

    Its vectors are means over the tokens, as those of both profiles are.
    """

    def __init__(self, model: Any) -> None:
        self._tokenizer = model.tokenizer
        whole = model[0].model
        cut = max(len(whole.encoder.layer) - LAYERS, 0)
        self._cut = cut
        self._lower, upper = deepcopy(whole), deepcopy(whole)
        self._lower.encoder.layer = whole.encoder.layer[:cut]
        upper.encoder.layer = whole.encoder.layer[cut:]
        upper.embeddings = Given()
        config = LoraConfig(
            r=RANK,
            lora_alpha=ALPHA,
            lora_dropout=DROPOUT,
            target_modules=r"encoder\.layer\..*\.(?:q|k|v|o|query|key|value|dense)",
        )
        self.upper = get_peft_model(upper, config)
        self._states: dict[str, Tensor] = {}

    def prepare(self, texts: Iterable[str]) -> None:
        """Compute what the lower layers make of each text."""
        waiting = sorted(dict.fromkeys(texts), key=len)
        for start in range(0, len(waiting), TOGETHER):
            group = waiting[start : start + TOGETHER]
            encoded = self._tokenizer(
                group, padding=True, truncation=True, max_length=MOST_TOKENS, return_tensors="pt"
            )
            with torch.no_grad():
                states = self._lower(**encoded).last_hidden_state
            lengths = encoded["attention_mask"].sum(dim=1).tolist()
            for text, state, length in zip(group, states, lengths, strict=True):
                self._states[text] = state[:length].half()

    def encode(self, texts: Sequence[str]) -> Tensor:
        """Vectors of unit length, one a text, that gradients flow through."""
        order = sorted(range(len(texts)), key=lambda at: len(self._states[texts[at]]))
        vectors: dict[int, Tensor] = {}
        for start in range(0, len(order), TOGETHER):
            group = order[start : start + TOGETHER]
            states = [self._states[texts[at]].float() for at in group]
            padded = nn.utils.rnn.pad_sequence(states, batch_first=True)
            mask = nn.utils.rnn.pad_sequence(
                [torch.ones(len(state)) for state in states], batch_first=True
            )
            read = self.upper(inputs_embeds=padded, attention_mask=mask).last_hidden_state
            pooled = (read * mask[..., None]).sum(dim=1) / mask.sum(dim=1, keepdim=True)
            vectors.update(zip(group, normalize(pooled, dim=-1), strict=True))
        return torch.stack([vectors[at] for at in range(len(texts))])

    def changes(self) -> dict[str, Tensor]:
        """The change of each weight of the whole model, as two factors."""
        found = {}
        for name, module in self.upper.get_submodule("base_model.model").named_modules():
            if not hasattr(module, "lora_A"):
                continue
            layer, rest = name.removeprefix("encoder.layer.").split(".", 1)
            weight = f"encoder.layer.{int(layer) + self._cut}.{rest}.weight"
            found[weight + UP] = module.lora_B["default"].weight * module.scaling["default"]
            found[weight + DOWN] = module.lora_A["default"].weight
        return found


class Given(nn.Module):
    """In place of embeddings: hands on what the lower layers made."""

    def forward(self, *, inputs_embeds: Tensor, **_: object) -> Tensor:
        return inputs_embeds


def fit(encoder: Halves, lessons: Sequence[Lesson]) -> None:
    """Change the encoder's upper layers so that questions come closer to what answers them."""
    drawn, matching = random.Random(SEED), nn.Parameter(torch.tensor(START))
    learnt = [each for each in encoder.upper.parameters() if each.requires_grad]
    groups = [{"params": learnt, "lr": RATE}, {"params": [matching], "lr": 100 * RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * len(lessons) // BATCH
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min(1.0, (step + 1) / (WARM_UP * steps)) * max(LEAST_RATE, 1 - step / steps),
    )
    encoder.upper.train()
    for step, batch in enumerate(_batches(lessons, steps, drawn), 1):
        loss = _loss(encoder, matching, batch, drawn)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        print(f"step {step} of {steps}: loss {loss.item():.3f}", flush=True)


def _batches(lessons: Sequence[Lesson], steps: int, drawn: random.Random) -> Iterator[list[Lesson]]:
    waiting: list[Lesson] = []
    for _ in range(steps):
        if len(waiting) < BATCH:
            waiting += drawn.sample(lessons, len(lessons))
        yield waiting[:BATCH]
        waiting = waiting[BATCH:]


def _loss(
    encoder: Halves, matching: Tensor, batch: Sequence[Lesson], drawn: random.Random
) -> Tensor:
    texts: list[str] = []
    own: list[tuple[int, int, float]] = []
    for number, lesson in enumerate(batch):
        right = [drawn.choice(lesson.answering)] if lesson.answering else []
        wrong = [drawn.choice(lesson.tempting)] if lesson.tempting else []
        mined = min(WRONG - len(wrong), len(lesson.likely))
        wrong += drawn.sample(lesson.likely, mined)
        for text in right + wrong:
            own.append((number, len(texts), float(text in right)))
            texts.append(text)
    questions = encoder.encode([drawn.choice(lesson.wordings) for lesson in batch])
    similar = questions @ encoder.encode(texts).T
    answers = torch.tensor([[text in lesson.answering for text in texts] for lesson in batch])
    rows = torch.tensor([row for row, _, right in own if right])
    columns = torch.tensor([column for _, column, right in own if right])
    # Another line that answers as well is no wrong choice.
    others = answers[rows]
    others[torch.arange(len(rows)), columns] = False
    chosen = cross_entropy((SHARPNESS * similar[rows]).masked_fill(others, -1e4), columns)
    pairs, truth = torch.tensor([pair[:2] for pair in own]), torch.tensor([p[2] for p in own])
    odds = matching[0] * similar[pairs[:, 0], pairs[:, 1]] + matching[1]
    matched = binary_cross_entropy_with_logits(odds, truth, pos_weight=torch.tensor(RIGHT_WEIGHT))
    return chosen + matched


if __name__ == "__main__":
    main()
