"""Words of a question that only ask, whatever it is about."""

from __future__ import annotations

from index import terms

ASKING_TERMS = frozenset(
    terms(
        "anything something say said mention talk tell told think thought view opinion comment "
        "respond explain describe elaborate discuss discussion debate summary summarise summarize "
        "happen meeting minutes"
    )
)
