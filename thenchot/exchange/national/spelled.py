"""How the national list spells what the book keeps as codes: ethnicities, sex, status, yes and no."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from thenchot.reports.member_list.columns import SEXES, STATUSES, Sort, key
from thenchot.rooms import people

ETHNICITY = "ethnicity"
# Lists write these both ways; the code is the national one.
ALSO = {"08": ("H'Mông", "H'Mong", "Mông", "Hmông"), "01": ("Việt",)}
YES_NO = {"yes": "Có", "no": "Không"}
WORDS: dict[Sort, Mapping[Any, str]] = {Sort.SEX: SEXES, Sort.STATUS: STATUSES, Sort.YES_NO: YES_NO}


@cache
def ethnicities() -> dict[str, str]:
    """Codes and names of the national list of 54."""
    with (Path(people.__file__).with_name("ethnicities.csv")).open(encoding="utf-8") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


@cache
def codes(name: str, sort: Sort) -> Mapping[str, str]:
    """Spelling, as names are compared → code, for a column of one of the closed lists."""
    if name == ETHNICITY:
        found = {key(said): code for code, said in ethnicities().items()}
        return found | {key(said): code for code, more in ALSO.items() for said in more}
    words = WORDS.get(sort, {})
    return {key(said): str(code) for code, said in words.items()}


def label(name: str, sort: Sort, code: str) -> str:
    """The usual spelling of a code; the code itself where the list has none."""
    if name == ETHNICITY:
        return ethnicities().get(code, code)
    words = WORDS.get(sort, {})
    return next((said for one, said in words.items() if str(one) == code), code)
