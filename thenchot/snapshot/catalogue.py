"""The catalogue: every population and figure that rooms have handed in, checked on arrival."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from .declare import FLOW, PERSONS, ROUNDS, ROWS, STOCK, Figure, Population, Ratio, Stated

NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
# What counting itself adds beside a population's columns.
TAKEN = ("seat", "ancestor")
Declared = Figure | Ratio | Stated
Item = TypeVar("Item")


class Misdeclared(ValueError):
    """A declaration that cannot be counted: (code or name, what is wrong)."""


@dataclass
class Catalogue:
    """What can be counted, by name and code."""

    populations: dict[str, Population] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    ratios: dict[str, Ratio] = field(default_factory=dict)
    stated: dict[str, Stated] = field(default_factory=dict)
    grounds: dict[str, str] = field(default_factory=dict)

    def register(
        self,
        populations: Iterable[Population],
        figures: Iterable[Declared],
        grounds: Mapping[str, str] | None = None,
    ) -> None:
        """Add a room's declarations; the same ones twice change nothing. Raises Misdeclared.

        `grounds` names for a kind of act the field that tells apart its causes in a movement table:
        `{"membership.moved": "why"}`.
        """
        for population in populations:
            _check_population(population)
            _add(self.populations, population.name, population)
        for figure in figures:
            self._add_figure(figure)
        self.grounds.update(grounds or {})

    def _add_figure(self, figure: Declared) -> None:
        kept: dict[str, Declared] = {}
        for part in (self.figures, self.ratios, self.stated):
            kept.update(part)
        if kept.get(figure.code, figure) != figure:
            raise Misdeclared(figure.code, "two of this code")
        if isinstance(figure, Ratio):
            self.ratios[figure.code] = figure
        elif isinstance(figure, Stated):
            self.stated[figure.code] = figure
        elif figure.population not in self.populations:
            raise Misdeclared(figure.code, f"no population {figure.population}")
        else:
            self.figures[figure.code] = figure

    def kind(self, figure: Figure) -> str:
        """Whether a figure is a stock or a flow."""
        return self.populations[figure.population].kind

    def check(self) -> None:
        """Once every room is in: relations and ratios speak of figures there are. Raises Misdeclared."""
        known = {*self.figures, *self.stated}
        for figure in self.figures.values():
            for relation in figure.relations:
                if missing := set(relation.others) - set(self.figures):
                    raise Misdeclared(figure.code, f"related to {sorted(missing)}, which nobody declares")
        for ratio in self.ratios.values():
            if missing := {ratio.numerator, ratio.base} - known:
                raise Misdeclared(ratio.code, f"a ratio of {sorted(missing)}, which nobody declares")


def _check_population(population: Population) -> None:
    if not NAME.match(population.name) or population.kind not in (STOCK, FLOW):
        raise Misdeclared(population.name, "its name or kind")
    if bad := [
        column for column in population.dimensions.values() if not NAME.match(column) or column in TAKEN
    ]:
        raise Misdeclared(population.name, f"no column can be called {bad}")


def _add(kept: dict[str, Item], name: str, item: Item) -> None:
    if kept.setdefault(name, item) != item:
        raise Misdeclared(name, "two of this name")


def measure_column(figure: Figure) -> str | None:
    """The column an amount adds up; nothing for rows, persons, rounds. Raises Misdeclared."""
    if figure.counts in (ROWS, PERSONS, ROUNDS):
        return None
    if not NAME.match(figure.counts):
        raise Misdeclared(figure.code, f"no column can be called {figure.counts}")
    return figure.counts


# The one of the running installation; tests make their own.
CATALOGUE = Catalogue()
register = CATALOGUE.register
