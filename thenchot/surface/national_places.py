"""Organisations as a national list calls them, and as it would call one that it does not name yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from thenchot.exchange.national import remembered
from thenchot.reports.member_list.columns import key

from .finding import Titles, titles


class Places:
    """The tree under an organisation: a text of the list → id, id → text."""

    def __init__(self, organisation: int, office: int, *, as_of: date) -> None:
        self.office = office
        self.titles: Titles = titles((organisation,), as_of)
        self.names: Mapping[int, str] = self.titles.names()
        self.said: dict[str, int | None] = {}
        self.unknown: dict[str, int] = {}  # texts nobody knows, with how many rows have them
        self.by_code = 0

    def resolve(self, text: str) -> int | None:
        """By what the office said of it before, by code, or by a name that only one has."""
        if text not in self.said:
            self.said[text] = self._resolve(text)
        if self.said[text] is None:
            self.unknown[text] = self.unknown.get(text, 0) + 1
        return self.said[text]

    def called(self, organisation: int) -> str | None:
        """As the list would call it: by code where it uses codes, else by a name that says which one."""
        if organisation not in self.names:
            return None
        if self.by_code:
            return self.titles.codes.get(organisation)
        name = self.names[organisation]
        above = self.names.get(self.titles.parents.get(organisation, 0))
        alone = len(self._named[key(name)]) == 1
        return name if alone or not above else f"{name}, {above}"

    def label(self, organisation: int) -> str:
        """For people: the name, or nothing known of it."""
        return self.names.get(organisation, str(organisation))

    def _resolve(self, text: str) -> int | None:
        if found := self._taught.get(remembered.of_organisation(text)):
            return found
        if (found := self._codes.get(text.lower())) is not None:
            self.by_code += 1
            return found
        named = self._named.get(key(text), set())
        return next(iter(named)) if len(named) == 1 else None

    @cached_property
    def _taught(self) -> dict[str, int]:
        return remembered.organisations(self.office)

    @cached_property
    def _codes(self) -> dict[str, int]:
        return {code.lower(): one for one, code in self.titles.codes.items()}

    @cached_property
    def _named(self) -> dict[str, set[int]]:
        """A name alone, and with what stands above it before or behind."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for one, name in self.names.items():
            found[key(name)].add(one)
            if above := self.names.get(self.titles.parents.get(one, 0)):
                found[key(f"{name} {above}")].add(one)
                found[key(f"{above} {name}")].add(one)
        return dict(found)
