"""What a file is wanted for decides what its door tolerates: lists, forms, checking, templates."""

from __future__ import annotations

from dataclasses import dataclass

from .limits import LIMITS

TRACKED, HIDDEN, COMMENTS = "tracked", "hidden_text", "comments"
FETCHES, OUTSIDE, ATTACHED = "field", "external_link", "template"


@dataclass(frozen=True)
class Profile:
    """`size` in bytes; `formulas`: a workbook may calculate; `whole`: pictures and fonts are handed on too;
    `tolerated`: codes of refusals that become notes."""

    name: str
    size: int = LIMITS.size
    formulas: bool = False
    whole: bool = False
    tolerated: frozenset[str] = frozenset()


# A list that comes in: values only; only the parts that are read are handed on.
LIST = Profile("list")
# A workbook to be filled: it keeps its formulas, locked sheets, merged cells; nothing in it fetches or runs.
FORM = Profile("form", formulas=True, whole=True)
# Read once and handed back with comments: tracked changes are read as accepted, hidden text is not read.
CHECK = Profile("check", LIMITS.checked, whole=True, tolerated=frozenset({TRACKED, HIDDEN, COMMENTS}))
# A Word file that is kept and written anew: nothing in it but what is seen.
TEMPLATE = Profile("template", whole=True)
# What `cleaning.clean` takes in, to make of it a file that passes as TEMPLATE.
TO_CLEAN = Profile(
    "to_clean",
    whole=True,
    tolerated=frozenset({TRACKED, HIDDEN, COMMENTS, FETCHES, OUTSIDE, ATTACHED}),
)
