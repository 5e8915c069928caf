"""
What can go wrong while reading minutes or opening a built index:

* MinutesError
  - UnreadableMinutes       a file that cannot be read as minutes
  - BadSettings             a minutes.toml that cannot be used
  - ModelMismatch           the model's weights are not the pinned ones
  - BuiltIndexMissing       nothing has been built in this folder
  - BuiltIndexDamaged       a file of the built index is not what its manifest says
"""


class MinutesError(Exception):
    """Base class: a problem with the data, not with the program. The message says what to do."""


class UnreadableMinutes(MinutesError):
    """A file cannot be read as minutes."""


class BadSettings(MinutesError):
    """A ``minutes.toml`` cannot be used."""


class ModelMismatch(MinutesError):
    """A model's weights are not those that were asked for."""


class BuiltIndexMissing(MinutesError):
    """There is no built index in the folder."""


class BuiltIndexDamaged(MinutesError):
    """A file of the built index is missing or is not what the manifest says."""
