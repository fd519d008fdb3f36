"""What an act of this room must respect."""

from thenchot.law.objections import Rules

RULES = Rules([])
