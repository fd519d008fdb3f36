"""The words by which figures are told apart, read from `terms.toml`. Pure."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

TABLE: Final[dict[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))

ALL: Final = "toàn bộ"
HEADS: Final[dict[str, list[str]]] = TABLE["heads"]
QUALIFIERS: Final[dict[str, list[str]]] = TABLE["qualifiers"]
FOREIGN: Final[dict[str, list[str]]] = TABLE["foreign"]
SAYINGS: Final[dict[str, list[str]]] = TABLE["sayings"]
SOFT: Final[frozenset[str]] = frozenset(TABLE["soft"])
ACTS: Final[frozenset[str]] = frozenset(TABLE["acts"])
ACTORS: Final[frozenset[str]] = frozenset(TABLE["actors"])
OTHER_ACTS: Final[frozenset[str]] = frozenset(TABLE["other_acts"])
NEUTRAL: Final[list[str]] = TABLE["neutral"]
PLAIN: Final[frozenset[str]] = frozenset(TABLE["plain"].split())
