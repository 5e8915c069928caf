"""The offices that one person holds: the words that name them, as patterns."""

from __future__ import annotations

OFFICE = (
    r"(?:chair(?:man|woman|person)?|convener|president|mayor|leader|minister|governor|commissioner|"
    r"constable|superintendent|inspector|commander|officer|director|manager|secretary|treasurer|"
    r"clerk|registrar|administrator|auditor|solicitor|surveyor|engineer|planner|bursar|principal|"
    r"headteacher|dean|chancellor)"
)
# The ranks of several people, named once before all their names.
SEVERAL_RANKS = (
    r"(?:Cllrs|Clrs|Councillors|Deputies|Senators|Aldermen|Comhairleoirí|Commissioners|"
    r"Council ?[Mm]embers|Supervisors|Trustees)"
)
