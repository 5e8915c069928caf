"""Minutes in, searchable passages out: the names that other packages use most."""

from index.analyzer import search_terms, terms
from index.errors import (
    BadSettings,
    BuiltIndexDamaged,
    BuiltIndexMissing,
    MinutesError,
    ModelMismatch,
    UnreadableMinutes,
)
from index.generation import BuiltIndex, live_id
from index.minutes import Meeting, Passage, PassageKind

__all__ = [
    "BadSettings",
    "BuiltIndex",
    "BuiltIndexDamaged",
    "BuiltIndexMissing",
    "Meeting",
    "MinutesError",
    "ModelMismatch",
    "Passage",
    "PassageKind",
    "UnreadableMinutes",
    "live_id",
    "search_terms",
    "terms",
]
