"""How good the answers of an index were found to be: published by an evaluation, for readers."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path

ACCURACY_NAME = "accuracy.json"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What came of some test questions asked of one generation; ``date`` is an ISO date.

    Of the ``answerable`` questions, in how many the answer stood in the first quote, in the
    first three, and within the first hundred words, and how many were wrongly refused; of the
    ``unanswerable`` ones, how many were refused. ``exact`` says that every quote was a slice of
    its source.
    """

    generation: str
    date: str
    answerable: int
    first: int
    first_three: int
    hundred_words: int
    wrongly_refused: int
    unanswerable: int
    refused: int
    exact: bool

    def __post_init__(self) -> None:
        found = (self.first, self.first_three, self.hundred_words, self.wrongly_refused)
        if not (0 <= min(found) <= max(found) <= self.answerable):
            raise ValueError(f"{max(found)} of {self.answerable} questions cannot be")
        if not 0 <= self.refused <= self.unanswerable:
            raise ValueError(f"{self.refused} of {self.unanswerable} refusals cannot be")


def publish_accuracy(folder: Path, accuracy: Accuracy) -> None:
    """Put the figures beside the generations of an index folder, in the place of earlier ones."""
    new = folder / f"{ACCURACY_NAME}.new"
    new.write_text(json.dumps(asdict(accuracy), indent=1) + "\n", encoding="utf-8")
    os.replace(new, folder / ACCURACY_NAME)


def read_accuracy(folder: Path) -> Accuracy | None:
    """What was published last, of whatever generation; None where there is nothing to be read."""
    try:
        return Accuracy(**json.loads((folder / ACCURACY_NAME).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, TypeError, ValueError) as error:
        log.error("%s cannot be read: %s", folder / ACCURACY_NAME, error)
        return None
