"""
What can go wrong in an evaluation:

* MinutesError
  - UnreadableQuestions     a file of questions, or a line of it, cannot be used
  - UnreadableFigures       a file of earlier figures cannot be compared with
"""

from index.errors import MinutesError


class UnreadableQuestions(MinutesError):
    """A file of questions, or a line of it, cannot be used."""


class UnreadableFigures(MinutesError):
    """A file of earlier figures cannot be compared with."""
