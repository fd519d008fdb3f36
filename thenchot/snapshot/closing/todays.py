"""The period of a closing counted from the book as it is now, to be laid beside the closing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from ..catalogue import CATALOGUE, Catalogue
from ..engine import Engine
from ..figures import Number
from ..opened import rows
from ..period import Period
from ..sources import Live
from .opening import ClosedRows, Closing


class Todays:
    """What `movement.Between` asks of a closing, answered from the book up to the engine's place."""

    def __init__(
        self, engine: Engine, period: Period, organisation: int, catalogue: Catalogue = CATALOGUE
    ) -> None:
        self.engine, self.period, self.catalogue = engine, period, catalogue
        self.organisation = organisation
        self._live = Live(engine, period, catalogue=catalogue)

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The place in the book."""
        return {"cut_off": self.engine.known_by}

    @cached_property
    def parents(self) -> Mapping[int, int | None]:
        """The organisation and what stands under it, as a folder keeps them; empty where it is none."""
        tree = self._live.counts.tree
        if self.organisation not in tree.parents:
            return {}
        found = {
            node: tree.parents[node] for node in tree.organisations if self.organisation in tree.above(node)
        }
        return found | {self.organisation: None}

    @cached_property
    def seats(self) -> Mapping[int, int]:
        """Where each organisation known now is counted, of those under it."""
        seats = self._live.counts.tree.seats
        return {node: seat for node, seat in seats.items() if seat in self.parents}

    def figure(self, code: str, organisation: int) -> Number | None:
        """A figure as it is counted now. KeyError for one, or an organisation, that there is not."""
        if organisation not in self.parents:
            raise KeyError(organisation)
        return self._live.value(code, organisation)

    def rows(self, code: str, organisation: int) -> ClosedRows:
        """The rows behind it; nobody erased is among them."""
        found = rows(self.engine, self.period, code, organisation, catalogue=self.catalogue)
        return ClosedRows(found.columns, list(found.rows), 0)


def differing(old: Closing | Todays, new: Closing | Todays, organisation: int) -> list[str]:
    """The counted figures of an organisation whose numbers differ, in the order declared."""
    shared = [code for code in new.catalogue.figures if code in old.catalogue.figures]
    return [code for code in shared if old.figure(code, organisation) != new.figure(code, organisation)]
