"""The fits themselves: losses over questions with what is known of them, and what minimises them.

Lines are ranked by a softmax over all lines of a question's candidates (ListNet with one relevant
class: Cao et al., ICML 2007). Whether there is an answer is the product of two logistic
regressions, of the topic and of the fact, whose weights may only have the sign that makes sense:
people who write unanswerable questions borrow the words of the minutes, and a free fit would learn
to refuse questions for matching them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

import numpy as np
from scipy.optimize import minimize

from eval.examples import Array, Example, Mask
from qa.evidence import FACT_SIGNS, TOPIC_SIGNS, fact_signals, topic_signals
from qa.judge import Confidence, Linear, log_odds, sigmoid

# How many answerable questions may be refused: the aim of design.md.
FALSE_REFUSALS = 0.05
PENALTY = 1e-3
# How much a question counts that is asked of several meetings, for one asked of a single one: as
# it was written they are few, and what people ask; of other bodies' minutes they are many.
OF_SEVERAL, OF_OTHERS = 4.0, 0.1


@dataclass(frozen=True)
class Told:
    """What is told of each of some questions: signals, the truth and how much it counts."""

    topic: Array
    fact: Array
    answerable: Mask
    weight: Array

    @classmethod
    def of(cls, examples: Sequence[Example], lines: Linear) -> Told:
        topic, fact = [], []
        for each in examples:
            scores = lines(each.signals)
            topic.append(topic_signals(each.signals, scores))
            fact.append(
                fact_signals(each.sought, each.candidates, each.places, each.signals, scores)
            )
        answerable = np.array([each.question.answerable for each in examples])
        weight = np.array([_weight(each) for each in examples])
        return cls(np.array(topic), np.array(fact), answerable, weight)

    def only(self, chosen: Mask) -> Told:
        return Told(*(values[chosen] for values in astuple(self)))


def fit_lines(examples: Sequence[Example]) -> Linear:
    """Weights under which the lines that answer take the largest share of the softmax."""
    mean, scale = _standard(np.vstack([example.signals for example in examples]))
    standard = [((e.signals - mean) / scale, e.answers) for e in examples]

    def loss(weight: Array) -> tuple[float, Array]:
        value, slope = PENALTY * float(weight @ weight), 2 * PENALTY * weight
        for signals, answers in standard:
            scores = signals @ weight
            odds = np.exp(scores - scores.max())
            share, right = odds / odds.sum(), odds[answers] / odds[answers].sum()
            value -= float(np.log(share[answers].sum())) / len(standard)
            slope = slope + (signals.T @ share - signals[answers].T @ right) / len(standard)
        return value, slope

    found = minimize(loss, np.zeros(len(mean)), jac=True, method="L-BFGS-B")
    return Linear(mean, scale, found.x, 0.0)


def fit_confidence(told: Told) -> Confidence:
    """Weights, each with its sign, for the product of two probabilities: of topic and of fact."""
    topic, fact = _with_bias(told.topic), _with_bias(told.fact)
    signs = [*TOPIC_SIGNS.values(), 0, *FACT_SIGNS.values(), 0]
    bounds = [(0.0 if sign > 0 else None, 0.0 if sign < 0 else None) for sign in signs]
    share = told.weight / told.weight.sum()

    def loss(weight: Array) -> tuple[float, Array]:
        on_topic = sigmoid(topic @ weight[: topic.shape[1]])
        has_fact = sigmoid(fact @ weight[topic.shape[1] :])
        both = np.clip(on_topic * has_fact, 1e-9, 1 - 1e-9)
        right = np.where(told.answerable, both, 1 - both)
        slope = -share * np.where(told.answerable, 1.0, -both / (1 - both))
        value = -float(share @ np.log(right)) + PENALTY * float(weight @ weight)
        slopes = [topic.T @ (slope * (1 - on_topic)), fact.T @ (slope * (1 - has_fact))]
        return value, np.concatenate(slopes) + 2 * PENALTY * weight

    start = np.array([0.1 * sign if sign else 1.0 for sign in signs])
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return Confidence(
        _linear(told.topic, found[: topic.shape[1]]), _linear(told.fact, found[topic.shape[1] :])
    )


def threshold(confidence: Array, answerable: Mask, among: Mask) -> float:
    """Below this stands the share FALSE_REFUSALS of the answerable among some questions.

    It is less by the standard error of such a share, so that questions not seen keep to it too.
    Where none of the answerable are among them it is that of all.
    """
    chosen = confidence[answerable & among if (answerable & among).any() else answerable]
    error = np.sqrt(FALSE_REFUSALS * (1 - FALSE_REFUSALS) / len(chosen))
    return round(float(np.quantile(chosen, max(0.0, FALSE_REFUSALS - error))), 4)


def calibrate(confidence: Array, answerable: Mask, weight: Array) -> tuple[float, float]:
    """Slope and offset of the log-odds under which the confidence is a probability (Platt)."""
    odds, share = log_odds(confidence), weight / weight.sum()

    def loss(line: Array) -> float:
        values = line[0] * odds + line[1]
        return float(share @ (np.logaddexp(0, values) - np.where(answerable, values, 0)))

    slope, offset = minimize(loss, np.array([1.0, 0.0]), method="L-BFGS-B").x
    return float(slope), float(offset)


def calibration(confidence: Array, answerable: Mask) -> Iterator[dict[str, float]]:
    """For each tenth of the questions, the mean confidence and the share that has an answer."""
    for tenth in np.array_split(np.argsort(confidence, kind="stable"), 10):
        yield {
            "confidence": round(float(confidence[tenth].mean()), 3),
            "answerable": round(float(answerable[tenth].mean()), 3),
        }


def curve(confidence: Array, answerable: Mask) -> Iterator[dict[str, float]]:
    """Refusal recall and false refusals at thresholds over the whole range."""
    for share in np.linspace(0.0, 0.3, 16):
        least = float(np.quantile(confidence[answerable], share))
        yield {
            "threshold": round(least, 4),
            "false_refusals": round(float((confidence[answerable] < least).mean()), 4),
            "refusal_recall": round(float((confidence[~answerable] < least).mean()), 4),
        }


def _with_bias(signals: Array) -> Array:
    mean, scale = _standard(signals)
    return np.hstack([(signals - mean) / scale, np.ones((len(signals), 1))])


def _linear(signals: Array, weight: Array) -> Linear:
    return Linear(*_standard(signals), weight[:-1], float(weight[-1]))


def _standard(signals: Array) -> tuple[Array, Array]:
    spread = signals.std(axis=0)
    return signals.mean(axis=0), np.where(spread > 0, spread, 1.0)


def _weight(example: Example) -> float:
    if example.of_one:
        return 1.0
    return OF_SEVERAL if example.as_written else OF_OTHERS
