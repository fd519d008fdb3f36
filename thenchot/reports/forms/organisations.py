"""Organisations named in a form: which texts of a column or row are one, matched by their names. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from thenchot.ledger.vietnamese import folded

# What may stand before the name proper in one list and not in the other.
BEFORE = ("dang bo ", "dang uy ", "chi bo ", "chi uy ", "dang bo co so ", "chi bo co so ")


def matched(text: str, names: Mapping[int, str]) -> int | None:
    """The one organisation of this name; nothing where none or several have it."""
    for reading in (_plain, _bare):
        wanted = reading(text)
        found = [one for one, name in names.items() if wanted and reading(name) == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None


def _plain(text: str) -> str:
    return " ".join(folded(text).replace(",", " ").split())


def _bare(text: str) -> str:
    said = _plain(text)
    for before in sorted(BEFORE, key=len, reverse=True):
        if said.startswith(before):
            return said[len(before) :]
    return said
