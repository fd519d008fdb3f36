"""Organisations as a national list calls them, and as it would call one that it does not name yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from thenchot.exchange.national import remembered
from thenchot.reports.member_list.columns import key

from ..finding import Titles, titles


class Places:
    """The tree under an organisation: a text of the list → id, id → text."""

    def __init__(self, organisation: int, office: int, *, as_of: date) -> None:
        self.office = office
        self.titles: Titles = titles((organisation,), as_of)
        self.names: Mapping[int, str] = self.titles.names()
        self.said: dict[str, int | frozenset[int] | None] = {}
        self.by_code = 0

    def resolve(self, text: str) -> int | frozenset[int] | None:
        """By what the office said of it before, by code, or by name: all that have it."""
        if text not in self.said:
            self.said[text] = self._resolve(text)
        return self.said[text]

    def not_known(self, texts: Iterable[str]) -> dict[str, int]:
        """Texts that lead to no one organisation, with how many rows have them."""
        return dict(Counter(text for text in texts if not isinstance(self.said.get(text), int)))

    def called(self, organisation: int) -> str | None:
        """As the list would call it: by code where it uses codes, else by a name that says which one."""
        if organisation not in self.names:
            return None
        if self.by_code * 2 > len(self.said) > 0:
            return self.titles.codes.get(organisation)
        name = self.names[organisation]
        above = self.names.get(self.titles.parents.get(organisation, 0))
        spoken = (name, f"{name}, {above}" if above else "")
        alone = next((one for one in spoken if len(self._named.get(key(one), ())) == 1), None)
        return alone or self.titles.codes.get(organisation)

    def label(self, organisation: int) -> str:
        """For people: the name, or nothing known of it."""
        return self.names.get(organisation, str(organisation))

    def _resolve(self, text: str) -> int | frozenset[int] | None:
        if found := self._taught.get(remembered.of_organisation(text)):
            return found
        if (found := self._codes.get(text.lower())) is not None:
            self.by_code += 1
            return found
        named = frozenset(self._named.get(key(text), ()))
        return next(iter(named)) if len(named) == 1 else named or None

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
