"""A question in, a cited answer out: the names that other packages use."""

from qa.answer import Answer, AnswerStatus, Quote
from qa.limits import Limits
from qa.live import LiveAnswerer
from qa.pipeline import Answerer

__all__ = ["Answer", "AnswerStatus", "Answerer", "Limits", "LiveAnswerer", "Quote"]
