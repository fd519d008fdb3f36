"""The choice of an organisation below: the whole tree where it is small, else what hangs directly under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from thenchot.surface.subjects import by_name

MOST = 200  # of more organisations nobody finds one in a list


@dataclass(frozen=True)
class Below:
    """Children by parent, from one organisation down."""

    top: int
    children: Mapping[int, list[int]]

    @property
    def ids(self) -> list[int]:
        return [one for children in self.children.values() for one in children]

    def options(self, names: Mapping[int, str]) -> list[dict[str, Any]]:
        """Ids and names in the order of the tree; `depth` says how far below."""
        found: list[dict[str, Any]] = []
        self._put(found, self.top, 0, names)
        return found

    def _put(self, found: list[dict[str, Any]], node: int, depth: int, names: Mapping[int, str]) -> None:
        for child, name in by_name({one: names[one] for one in self.children.get(node, ())}):
            found.append({"id": child, "name": "\N{NO-BREAK SPACE}" * 4 * depth + name})
            self._put(found, child, depth + 1, names)


def choices(organisation: int, tree: Mapping[int, int | None]) -> Below:
    """From an organisation's tree of parents."""
    children: dict[int, list[int]] = {}
    for one, parent in tree.items():
        if parent is not None and (parent == organisation or len(tree) <= MOST):
            children.setdefault(parent, []).append(one)
    return Below(organisation, children)
