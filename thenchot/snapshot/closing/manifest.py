"""The first page of a closing's folder: of what it is, and from where in the book it was counted."""

from __future__ import annotations

import tomllib
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow

from ...ledger import reading
from ...ledger.entries import moment
from ..shapes import digest
from .events import Prepared
from .listing import standing

FORMAT = "thenchot/closing/1"
PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def manifest_of(act: Prepared, checkpoint: str, at: datetime) -> dict[str, Any]:
    """What the manifest says besides its files. Accounts are ids; there is no name in it."""
    return {
        "format": FORMAT,
        "installation": installation(),
        "code": act.code,
        "organisation": str(act.about),
        "organisation_code": reading.story(act.about, known_by=act.cut_off).value("code", on=act.data_to),
        "period": {
            "kind": str(act.period),
            "first": act.first.isoformat(),
            "last": act.last.isoformat(),
            "data_to": act.data_to.isoformat(),
            "line": str(act.line) if act.line else None,
        },
        "number": standing(act.replaces).number + 1 if act.replaces else 1,
        "replaces": act.replaces,
        "why": str(act.why) if act.why else None,
        "cut_off": act.cut_off,
        "checkpoint": checkpoint,
        "prepared_by": str(act.account),
        "prepared_at": moment(at),
        "versions": {
            "program": program(),
            "kinds": digest(),
            "duckdb": duckdb.__version__,
            "arrow": pyarrow.__version__,
        },
    }


def installation() -> str:
    """The code of this installation; LookupError for a book not founded."""
    founding = reading.founding()
    if founding is None:
        raise LookupError("not founded")
    return str(founding.value("code"))


@cache
def program() -> str:
    """The version of this program."""
    return str(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"])
