"""The catalogue as the folder keeps it: nothing closed needs what a later version of the program declares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from ...ledger.days import iso, parse_day
from ..catalogue import Catalogue
from ..declare import Figure, Population, Ratio, Relation, Stated


def as_json(catalogue: Catalogue) -> dict[str, Any]:
    """Every declaration in the order declared; populations only where a figure uses them."""
    used = {figure.population for figure in catalogue.figures.values()}
    populations = (population for name, population in catalogue.populations.items() if name in used)
    return {
        "populations": [_population(one) for one in sorted(populations, key=lambda p: p.name)],
        "figures": _all(catalogue.figures.values()),
        "ratios": _all(catalogue.ratios.values()),
        "stated": _all(catalogue.stated.values()),
    }


def _all(declared: Iterable[Figure | Ratio | Stated]) -> list[dict[str, Any]]:
    return [_plain(one) for one in declared]


def _population(declared: Population) -> dict[str, Any]:
    # As pairs: canonical JSON sorts names, and dimensions are shown in the order declared.
    return _plain(declared) | {"dimensions": [list(pair) for pair in declared.dimensions.items()]}


def _plain(declared: Any) -> dict[str, Any]:
    plain = asdict(declared)
    if "breaks" in plain:
        plain["breaks"] = [iso(day) for day in plain["breaks"]]
    return plain


def from_json(stored: dict[str, Any]) -> Catalogue:
    """The catalogue again. Raises Misdeclared, TypeError for what is none."""
    made = Catalogue()
    populations = [
        Population(**{**one, "dimensions": dict(one["dimensions"])}) for one in stored["populations"]
    ]
    made.register(populations, [_figure(one) for one in stored["figures"]])
    made.register([], [Ratio(**one) for one in stored["ratios"]])
    made.register([], [Stated(**one) for one in stored["stated"]])
    return made


def _figure(stored: dict[str, Any]) -> Figure:
    breaks = tuple(parse_day(day) for day in stored["breaks"])
    relations = tuple(Relation(one["verb"], tuple(one["others"])) for one in stored["relations"])
    return Figure(**{**stored, "breaks": breaks, "relations": relations})
